import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cupsRawPrinter } from '../../../electron/printing/cups.ts'
import { jobWords } from '../../../shared/messages/printing/printing.fr.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { type EscposListener, startEscposListener } from '../../fixtures/escposListener.ts'
import { printerAt, startPrintQueue, storeJobs } from '../../fixtures/printQueue.ts'
import { type Cups, startCups } from '../../runtime/cups.ts'
import { fromSources } from '../../runtime/places.ts'

// A real queue of CUPS between our queue and the printer: two queues must never print one paper twice unsaid.

const program = fileURLToPath(new URL('../../fixtures/printHost.ts', import.meta.url))
const run = promisify(execFile)

let cups: Cups
let printer: EscposListener
let already = 0
beforeAll(async () => {
  cups = await startCups()
  printer = await startEscposListener()
  printer.behaviour.speaks = false
  await cups.addRawQueue('THERMIQUE', `socket://127.0.0.1:${printer.port}`)
}, 60_000)
afterAll(async () => {
  await cups.stop()
  await printer.stop()
})
beforeEach(() => {
  already = printer.finished().length
})

const papers = () =>
  printer
    .finished()
    .slice(already)
    .map((bytes) => plainText(decodeEscpos(bytes)))
const count = (text: string) => papers().filter((paper) => paper.includes(text)).length
const pause = () => run('cupsdisable', ['-h', cups.server, 'THERMIQUE'])
const resume = () => run('cupsenable', ['-h', cups.server, 'THERMIQUE'])
const inCups = async () => (await run('lpstat', ['-h', cups.server, '-o'])).stdout.trim()

/** A folder with these papers to print, and a host on it that can be killed. */
async function officeWith(names: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-cups-queue-'))
  await storeJobs(folder, names)
  return {
    start: () => {
      const child = spawn(process.execPath, [program, folder, 'THERMIQUE', 'cupsRaw'], {
        stdio: 'inherit',
        env: { ...fromSources(), CUPS_SERVER: cups.server },
      })
      const ended = once(child, 'exit')
      return {
        kill: async () => {
          child.kill('SIGKILL')
          await ended
        },
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

test('a queue of CUPS that is paused and resumed: each paper comes out once, in order, and none says that it is a reprint that is not', async () => {
  const office = await officeWith(['un', 'deux', 'trois'])
  await pause()
  const host = office.start()
  try {
    // Longer than our patience: the paper is taken back from CUPS, and ours alone has it.
    await expect.poll(inCups, { timeout: 15_000, interval: 200 }).toContain('THERMIQUE')
    await expect.poll(inCups, { timeout: 15_000, interval: 200 }).toBe('')
    expect(papers()).toEqual([])
    await resume()
    await expect.poll(() => papers().length, { timeout: 60_000 }).toBe(3)
    await wait(500)
    expect(papers().map((text) => /papier (un|deux|trois)/.exec(text)?.[1])).toEqual(['un', 'deux', 'trois'])
    // The first was taken back from a queue that had given nothing of it to its printer; the others never were there.
    expect(papers().join()).not.toContain('Réimpression')
  } finally {
    await host.kill()
    await resume()
    await office.remove()
  }
}, 120_000)

test('a host killed while CUPS holds its paper: CUPS prints it, the next start prints it again and says so', async () => {
  const office = await officeWith(['un', 'deux'])
  await pause()
  const first = office.start()
  await expect.poll(inCups, { timeout: 15_000, interval: 200 }).toContain('THERMIQUE')
  await first.kill()
  await resume()
  await expect.poll(() => count('papier un'), { timeout: 15_000 }).toBe(1)
  const second = office.start()
  try {
    await expect.poll(() => count('papier deux'), { timeout: 30_000 }).toBe(1)
    await wait(500)
    const ones = papers().filter((text) => text.includes('papier un'))
    expect(ones.map((text) => text.includes('Réimpression'))).toEqual([false, true])
    expect(count('papier deux')).toBe(1)
    expect(papers().find((text) => text.includes('papier deux'))).not.toContain('Réimpression')
  } finally {
    await second.kill()
    await office.remove()
  }
}, 120_000)

test('a paper that someone cancels in CUPS is cancelled here too, says so, and is not tried again', async () => {
  const office = await startPrintQueue([printerAt('accueil', 'ANNULE', 'cupsRaw')], (_, paper) =>
    cupsRawPrinter('ANNULE', paper, { poll: 100 }),
  )
  const before = process.env['CUPS_SERVER']
  process.env['CUPS_SERVER'] = cups.server
  try {
    await cups.addRawQueue('ANNULE', 'trouble:/cancels')
    const job = await office.add('accueil', 'papier un')
    const { reason, reprint, attempts } = await office.until(job, 'cancelled')
    expect([reason, reprint, attempts]).toEqual([jobWords.cancelledThere, true, 1])
  } finally {
    await office.stop()
    if (before === undefined) delete process.env['CUPS_SERVER']
    else process.env['CUPS_SERVER'] = before
  }
})
