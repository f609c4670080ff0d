import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { startEscposListener } from '../../fixtures/escposListener.ts'
import { night } from '../../fixtures/night.ts'
import { storeJobs } from '../../fixtures/printQueue.ts'
import { fromSources } from '../../runtime/places.ts'

const hostProgram = fileURLToPath(new URL('../../fixtures/printHost.ts', import.meta.url))
/** By day as a paper begins, and in the middle of one. */
const kills = night ? 5 : 2
const names = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six']

test('a host killed again and again while it prints prints each paper, and marks each one that comes out again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-killed-'))
  const printer = await startEscposListener()
  const papers = () => printer.finished().map((bytes) => plainText(decodeEscpos(bytes)))
  const start = () =>
    spawn(process.execPath, [hostProgram, folder, printer.address], {
      stdio: 'inherit',
      env: fromSources(),
    })
  try {
    await storeJobs(folder, names)
    printer.behaviour.slow = 15
    for (let kill = 0; kill < kills; kill++) {
      const before = printer.papers().length
      const host = start()
      const ended = once(host, 'exit')
      // Killed at another moment each time, in the middle of a paper or just after one.
      while (printer.papers().length === before && host.exitCode === null) await wait(2)
      await wait(kill * 23)
      host.kill('SIGKILL')
      await ended
    }
    printer.behaviour.slow = 0
    const host = start()
    const ended = once(host, 'exit')
    while (!names.every((name) => papers().some((paper) => paper.includes(`papier ${name} `)))) await wait(20)
    await wait(500)
    host.kill('SIGKILL')
    await ended
    for (const name of names) {
      const same = papers().filter((paper) => paper.includes(`papier ${name} `))
      expect(same.filter((paper) => !paper.includes('Réimpression')).length, name).toBeLessThanOrEqual(1)
      expect(
        same.slice(1).every((paper) => paper.includes('Réimpression')),
        name,
      ).toBe(true)
    }
    expect(papers().join().includes('Réimpression')).toBe(true)
  } finally {
    await printer.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
