import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { type EscposListener, startEscposListener } from '../../fixtures/escposListener.ts'
import { jobIdOf, printerAt, startPrintQueue } from '../../fixtures/printQueue.ts'

let one: EscposListener
let two: EscposListener
let office: Awaited<ReturnType<typeof startPrintQueue>>
beforeEach(async () => {
  one = await startEscposListener()
  two = await startEscposListener()
  office = await startPrintQueue([
    printerAt('accueil', one.address),
    printerAt('guichet1', two.address),
    printerAt('ecran', '', 'preview'),
  ])
})
afterEach(async () => {
  await office.stop()
  await one.stop()
  await two.stop()
})

type State = ReturnType<typeof office.states>[number]
const printed = () => one.finished().map((bytes) => plainText(decodeEscpos(bytes)))

/** Waits in real time until the printer is said to be so. */
async function said(printerId: string, so: (state: State) => boolean): Promise<State> {
  const end = performance.now() + 10_000
  for (;;) {
    const state = office.states().find((known) => known.printerId === printerId)
    if (state && so(state)) return state
    if (performance.now() > end) throw new Error(`never said: ${JSON.stringify(office.states())}`)
    await wait(5)
  }
}

describe('a printer that can answer says how it is', () => {
  test('as it prints: nearly at the end of its roll, it still prints, and a new roll is seen by the next paper', async () => {
    one.behaviour.nearEnd = true
    await office.until(await office.add('accueil', 'papier un'), 'printed')
    expect(await said('accueil', ({ nearEnd }) => nearEnd)).toMatchObject({ problem: null, since: null })
    one.behaviour.nearEnd = false
    await office.until(await office.add('accueil', 'papier deux'), 'printed')
    await said('accueil', ({ nearEnd }) => !nearEnd)
  })

  test('while nothing is printed, each minute: a cover left open is known before anyone wants a paper', async () => {
    await said('accueil', () => true)
    one.behaviour.coverOpen = true
    office.time.pass(60_000)
    const open = await said('accueil', ({ problem }) => problem !== null)
    expect(open.problem).toBe('Imprimante «\u00a0Accueil\u00a0» a son capot ouvert\u00a0: fermez-le.')
    expect(open.since).toBe(office.time.clock.now())
    one.behaviour.coverOpen = false
    office.time.pass(60_000)
    await said('accueil', ({ problem }) => problem === null)
    expect(one.papers()).toEqual([])
  })

  test('since when it is out, and how many papers wait for it; the other printers are well', async () => {
    one.behaviour.paperOut = true
    for (const name of ['un', 'deux', 'trois']) await office.add('accueil', `papier ${name}`)
    const out = await said('accueil', ({ problem, waiting }) => problem !== null && waiting === 3)
    expect(out.problem).toContain('n’a plus de papier')
    const since = out.since
    office.time.pass(1_000)
    await wait(50)
    expect((await said('accueil', ({ problem }) => problem !== null)).since).toBe(since)
    expect(office.states().find(({ printerId }) => printerId === 'guichet1')).toMatchObject({
      problem: null,
      waiting: 0,
    })
    expect(office.states().find(({ printerId }) => printerId === 'ecran')).toMatchObject({ screen: true })
    one.behaviour.paperOut = false
    office.time.pass(60_000)
    await said('accueil', ({ problem, waiting }) => problem === null && waiting === 0)
    expect(printed()).toHaveLength(3)
  })

  test('goes on as soon as there is paper again, however long the next try is away', async () => {
    one.behaviour.paperOut = true
    const job = await office.add('accueil', 'papier un')
    for (const [attempts, delay] of [
      [1, 1_000],
      [2, 5_000],
      [3, 30_000],
    ] as const) {
      for (;;) {
        const row = await office.jobs.get(job)
        if (row?.state === 'retrying' && row.attempts === attempts) break
        await wait(5)
      }
      office.time.pass(delay)
    }
    while ((await office.jobs.get(job))?.attempts !== 4) await wait(5)
    await office.until(job, 'retrying')
    one.behaviour.paperOut = false
    // The fifth try is a minute away: five seconds are enough for the printer to be asked.
    office.time.pass(5_000)
    await office.until(job, 'printed')
  })

  test('is forgotten with its address: another machine is another matter', async () => {
    one.behaviour.paperOut = true
    const job = await office.add('accueil', 'papier un')
    await said('accueil', ({ problem }) => problem !== null)
    office.printers[0] = printerAt('accueil', two.address)
    office.queue.wake()
    await office.until(job, 'printed')
    await said('accueil', ({ problem }) => problem === null)
  })
})

test('a clock that is set back makes no paper wait for it', async () => {
  await one.off()
  const job = await office.add('accueil', 'papier un')
  await office.until(job, 'retrying')
  await one.on()
  office.time.pass(-3_600_000)
  office.queue.wake()
  await office.until(job, 'printed')
})

describe('one paper through all that can go wrong', () => {
  test('stalls, hangs up, has no paper, is switched off, comes back: it is printed, and says that it is a reprint', async () => {
    const { behaviour } = one
    behaviour.stallAfter = 100
    const job = await office.add('accueil', 'papier un')
    const behind = await office.add('accueil', 'papier deux')
    const next = async (problem: string, attempts: number) => {
      for (;;) {
        const row = await office.jobs.get(job)
        if (row?.state === 'retrying' && row.attempts === attempts) {
          expect(row.problem).toContain(problem)
          return
        }
        await wait(5)
      }
    }
    await next('ne répond plus', 1)
    behaviour.stallAfter = null
    behaviour.cutAfter = 300
    office.time.pass(1_000)
    await next('s’est interrompue', 2)
    behaviour.cutAfter = null
    behaviour.paperOut = true
    office.time.pass(5_000)
    await next('n’a plus de papier', 3)
    await one.off()
    office.time.pass(30_000)
    await next('injoignable', 4)
    await one.on()
    behaviour.paperOut = false
    office.time.pass(60_000)
    await office.until(behind, 'printed')
    expect(printed().map((text) => /papier (un|deux)/.exec(text)?.[0])).toEqual(['papier un', 'papier deux'])
    expect(printed()[0]).toContain('Réimpression')
    expect(printed()[1]).not.toContain('Réimpression')
  })
})

describe('a paper that nobody wants any more', () => {
  test('is cancelled with why, and those behind it pass', async () => {
    await one.off()
    const job = await office.add('accueil', 'papier un')
    const behind = await office.add('accueil', 'papier deux')
    await office.until(job, 'retrying')
    expect(await office.queue.cancel(job, 'mistake')).toBe('done')
    const cancelled = await office.until(job, 'cancelled')
    expect(cancelled).toMatchObject({ problem: null, reason: 'Demandé par erreur.' })
    await one.on()
    office.time.pass(60_000)
    await office.until(behind, 'printed')
    expect(printed().join()).not.toContain('papier un')
  })

  test('is cut short while it comes out, and does not come out again', async () => {
    one.behaviour.stallAfter = 100
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'printing')
    expect(await office.queue.cancel(job, 'notWanted')).toBe('done')
    await office.until(job, 'cancelled')
    one.behaviour.stallAfter = null
    office.time.pass(60_000)
    await wait(50)
    expect(printed()).toEqual([])
  })

  test('is not tried again by who did not see that it was cancelled', async () => {
    await one.off()
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'retrying')
    await office.queue.cancel(job, 'mistake')
    await one.on()
    expect(await office.queue.retry(job)).toBe('jobCancelled')
    office.time.pass(60_000)
    await wait(50)
    expect(printed()).toEqual([])
  })

  test('can be wanted again on a printer that is chosen: it is tried anew, and says that it is a reprint if some of it came out', async () => {
    one.behaviour.cutAfter = 300
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'retrying')
    await office.queue.cancel(job, 'byHand')
    await office.until(job, 'cancelled')
    one.behaviour.cutAfter = null
    expect(await office.queue.redirect(job, printerAt('accueil', '').printerId)).toBe('done')
    expect(await office.until(job, 'printed')).toMatchObject({ problem: null, reason: null, reprint: true })
    expect(printed()[0]).toContain('Réimpression')
  })

  test('once printed is too late, twice is once, and an unknown one is said', async () => {
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'printed')
    expect(await office.queue.cancel(job, 'mistake')).toBe('jobAlreadyPrinted')
    await one.off()
    const other = await office.add('accueil', 'papier deux')
    await office.until(other, 'retrying')
    await office.queue.cancel(other, 'mistake')
    expect(await office.queue.cancel(other, 'notWanted')).toBe('done')
    expect((await office.until(other, 'cancelled')).reason).toBe('Demandé par erreur.')
    expect(await office.queue.cancel(jobIdOf(99), 'mistake')).toBe('unknownJob')
    expect(await office.queue.cancel(await office.add('ecran', 'papier'), 'mistake')).toBe(
      'jobAlreadyPrinted',
    )
  })
})
