import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { memoryFolder } from '../../runtime/memory.ts'

const memory = mkdtempSync(join(tmpdir(), 'guichet-memory-'))
afterAll(() => rmSync(memory, { recursive: true }))

test.runIf(process.platform === 'linux')(
  'a run that finds room in memory writes there as in /tmp, and removes what a killed run left',
  async (context) => {
    const { pid: gone } = spawnSync('true')
    for (const name of [`guichet-${gone}-aaaaaa`, `guichet-${process.pid}-bbbbbb`, 'else'])
      mkdirSync(join(memory, name))
    const folder = await memoryFolder(memory)
    if (folder === null) return context.skip('this machine has too little memory or disk')
    expect(statSync(folder).mode & 0o7777).toBe(0o1777)
    expect(readdirSync(memory).toSorted()).toEqual(
      ['else', `guichet-${process.pid}-bbbbbb`, folder.slice(memory.length + 1)].toSorted(),
    )
  },
)

test('a machine without such a folder writes where it usually does', async () => {
  expect(await memoryFolder(join(memory, 'nowhere'))).toBeNull()
})
