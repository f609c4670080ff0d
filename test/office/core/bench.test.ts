import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../runtime/command.ts'
import { root } from '../../runtime/places.ts'

// Each part of the bench in its shortest form: it is run by hand, and what a change of the product broke there would be seen
// months later.

const folder = join(root, 'test', 'bench')
const parts = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .flatMap((text) => [...text.matchAll(/^export const (\w+): Part = \{\n {2}name: '(\w+)'/gm)])
  .map(([, exported, name]) => ({ exported: exported!, name: name! }))

test('every part of the bench is in its list', () => {
  const list = readFileSync(join(folder, 'parts.ts'), 'utf8').split('export const parts')[1]
  expect(parts.length).toBeGreaterThan(0)
  expect(parts.filter(({ exported }) => !list?.includes(`  ${exported},\n`))).toEqual([])
})

test.skipIf(Number(process.env['GUICHET_RUNS'] ?? 100) < 1000)(
  'by night every part of the bench measures something, and each of its rows has its figures',
  async () => {
    const silent: Record<string, string> = {}
    for (const { name } of parts) {
      const { code, text } = await run(process.execPath, [join(folder, 'run.ts'), '--quick', '--only', name])
      if (code !== 0) silent[name] = text
    }
    expect(silent).toEqual({})
  },
)
