import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../runtime/places.ts'

const deploy = join(root, 'docs', 'deploy')
const read = (...path: readonly string[]) => readFileSync(join(deploy, ...path), 'utf8')

test('the folder of the configuration is closed, the same way by all that closes it, before anything is put there', () => {
  const ways = [
    { text: read('windows', 'installer.nsh'), puts: 'CopyFiles' },
    { text: read('kiosk', 'install.ps1'), puts: 'WriteAllText' },
    { text: read('windows', 'README.md'), puts: null },
  ]
  for (const { text, puts } of ways) {
    const line = text.split('\n').find((one) => one.includes('/grant:r')) ?? ''
    expect(line).toContain('/inheritance:r')
    expect([...line.matchAll(/\*(S-[\d-]+):([()A-Z]+)/g)].map(([, who, what]) => [who, what])).toEqual([
      ['S-1-5-18', '(OI)(CI)F'],
      ['S-1-5-32-544', '(OI)(CI)F'],
      ['S-1-5-32-545', '(OI)(CI)RX'],
    ])
    // Whoever owns a folder opens it again.
    expect(text).toContain('/setowner')
    if (puts) expect(text.indexOf(line)).toBeLessThan(text.indexOf(puts))
  }
})
