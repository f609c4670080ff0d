import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { dataWhenUsed } from '../../runtime/laterData.ts'

test('data that a module names is read when it is first used, once, and the module says the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-data-'))
  const file = join(folder, 'rules.json')
  await writeFile(file, JSON.stringify({ titre: 'Règles « à part »\u2028', rang: [1, 2] }))
  const { transform, resolveId, load } = dataWhenUsed(folder)
  const module =
    "import rules from './rules.json' with { type: 'json' }\nexport const all = () => [rules, rules.rang]\n"
  const { code } = transform(module, join(folder, 'index.ts'))!
  expect(code).toContain('[rules(), rules().rang]')
  const [, source = ''] = /^import rules from '(.+)'$/m.exec(code)!
  const read = load(resolveId(source)!)!
  const rules = runInNewContext(
    `${read.replace('export default', 'const rules =')}\n;[rules(), rules() === rules()]`,
  )
  expect(JSON.parse(JSON.stringify(rules))).toEqual([
    { titre: 'Règles « à part »\u2028', rang: [1, 2] },
    true,
  ])
  expect(transform(module, join(tmpdir(), 'elsewhere.ts'))).toBeNull()
  await rm(folder, { recursive: true })
})
