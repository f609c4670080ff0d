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

const printed = (printer: EscposListener): readonly string[] =>
  printer.finished().map((bytes) => plainText(decodeEscpos(bytes)))
const labels = (printer: EscposListener): readonly string[] =>
  printed(printer).map((text) => /papier [a-z]+/.exec(text)?.[0] ?? '')

describe('one printer', () => {
  test('prints in order, one at a time', async () => {
    one.behaviour.slow = 10
    await Promise.all(['un', 'deux', 'trois'].map((name) => office.add('accueil', `papier ${name}`)))
    await office.until(jobIdOf(3), 'printed')
    expect(labels(one)).toEqual(['papier un', 'papier deux', 'papier trois'])
    expect(printed(one).join()).not.toContain('Réimpression')
  })

  test('that is off loses nothing: tried after 1 s, 5 s, 30 s, then each minute, and prints in order when it is back', async () => {
    await one.off()
    const first = await office.add('accueil', 'papier un')
    const second = await office.add('accueil', 'papier deux')
    for (const [tried, delay] of [1_000, 5_000, 30_000, 60_000, 60_000].entries()) {
      const job = await office.until(first, 'retrying')
      expect(job.problem).toBe(
        'Imprimante «\u00a0Accueil\u00a0» injoignable\u00a0: vérifiez qu’elle est allumée et reliée au réseau.',
      )
      expect(job.attempts).toBe(tried + 1)
      const row = await office.jobs.get(first)
      expect((row?.nextAt ?? 0) - office.time.clock.now()).toBe(delay)
      office.time.pass(delay - 1)
      await wait(30)
      expect((await office.jobs.get(first))?.attempts).toBe(tried + 1)
      if (tried === 4) await one.on()
      office.time.pass(1)
      if (tried < 4) await untilAttempts(tried + 2)
    }
    await office.until(second, 'printed')
    expect(labels(one)).toEqual(['papier un', 'papier deux'])
    expect(office.pages().map(({ problem }) => problem)).toEqual([null, null])
    // Nothing of it had come out: it is no reprint.
    expect(printed(one).join()).not.toContain('Réimpression')
  })

  test('without paper says so, and prints once there is some, on demand', async () => {
    one.behaviour.paperOut = true
    const job = await office.add('accueil', 'papier un')
    expect((await office.until(job, 'retrying')).problem).toContain('n’a plus de papier')
    one.behaviour.paperOut = false
    expect(await office.queue.retry(job)).toBe('done')
    await office.until(job, 'printed')
    expect(labels(one)).toEqual(['papier un'])
  })

  test('that hangs up in the middle prints again, and the paper says « réimpression »', async () => {
    one.behaviour.cutAfter = 400
    const job = await office.add('accueil', 'papier un')
    expect((await office.until(job, 'retrying')).problem).toContain('s’est interrompue pendant l’impression')
    one.behaviour.cutAfter = null
    office.time.pass(1_000)
    await office.until(job, 'printed')
    expect(printed(one)).toHaveLength(1)
    expect(printed(one)[0]).toContain('Réimpression')
  })

  test('that stalls is given up, and the paper is printed again', async () => {
    one.behaviour.stallAfter = 100
    const job = await office.add('accueil', 'papier un')
    expect((await office.until(job, 'retrying')).problem).toContain('ne répond plus')
    one.behaviour.stallAfter = null
    office.time.pass(1_000)
    await office.until(job, 'printed')
    expect(printed(one)[0]).toContain('Réimpression')
  })

  test('that confirms each paper and says late how it is prints each once, and none is marked', async () => {
    one.behaviour.late.after = 300
    const jobs = [await office.add('accueil', 'papier un'), await office.add('accueil', 'papier deux')]
    for (const job of jobs) expect((await office.until(job, 'printed')).attempts).toBe(1)
    expect(labels(one)).toEqual(['papier un', 'papier deux'])
    expect(printed(one).join()).not.toContain('Réimpression')
  })

  async function untilAttempts(count: number) {
    while (((await office.jobs.get(jobIdOf(1)))?.attempts ?? 0) < count) await wait(5)
  }
})

describe('several printers', () => {
  test('one that is off holds up neither the other nor whoever asks', async () => {
    await one.off()
    const stuck = await office.add('accueil', 'papier un')
    const free = await office.add('guichet1', 'papier deux')
    await office.until(free, 'printed')
    await office.until(stuck, 'retrying')
    expect(labels(two)).toEqual(['papier deux'])
  })

  test('a paper is sent to another printer', async () => {
    await one.off()
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'retrying')
    expect(await office.queue.redirect(job, printerAt('guichet1', '').printerId)).toBe('done')
    const done = await office.until(job, 'printed')
    expect(done.printer).toBe('Guichet 1')
    expect(labels(two)).toEqual(['papier un'])
    expect(printed(two)[0]).not.toContain('Réimpression')
    expect(await office.queue.redirect(job, printerAt('accueil', '').printerId)).toBe('jobAlreadyPrinted')
  })

  test('a paper taken away from a printer in the middle of it is a reprint elsewhere', async () => {
    one.behaviour.stallAfter = 100
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'printing')
    await wait(100)
    expect(await office.queue.redirect(job, printerAt('guichet1', '').printerId)).toBe('done')
    await office.until(job, 'printed')
    expect(printed(two)[0]).toContain('Réimpression')
  })

  test('sent to the screen, it waits there', async () => {
    await one.off()
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'retrying')
    await office.queue.redirect(job, printerAt('ecran', '').printerId)
    await office.until(job, 'preview')
  })

  test('a printer removed cancels its papers, which can still be sent elsewhere', async () => {
    await one.off()
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'retrying')
    office.printers.splice(0, 1)
    office.queue.wake()
    expect((await office.until(job, 'cancelled')).problem).toContain('retirée')
    expect(await office.queue.redirect(job, printerAt('guichet1', '').printerId)).toBe('done')
    await office.until(job, 'printed')
  })

  test('a printer whose address is corrected prints at once', async () => {
    await one.off()
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'retrying')
    office.printers[0] = printerAt('accueil', two.address)
    office.queue.wake()
    await office.until(job, 'printed')
    expect(labels(two)).toEqual(['papier un'])
  })

  test('an unknown job or printer is said', async () => {
    expect(await office.queue.retry(jobIdOf(99))).toBe('unknownJob')
    expect(await office.queue.redirect(jobIdOf(99), printerAt('accueil', '').printerId)).toBe('unknownJob')
    const job = await office.add('accueil', 'papier un')
    expect(await office.queue.redirect(job, printerAt('nulle-part', '').printerId)).toBe('unknownPrinter')
  })
})

describe('a stop loses nothing', () => {
  test('what waits is printed by the next start', async () => {
    await one.off()
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'retrying')
    await one.on()
    await office.restart()
    office.time.pass(1_000)
    await office.until(job, 'printed')
    expect(printed(one)[0]).not.toContain('Réimpression')
  })

  test('what was coming out at a crash is printed again, marked', async () => {
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'printed')
    // As the store would be had the host died while this paper came out.
    await office.jobs.update(job, { state: 'printing' })
    await office.restart()
    await office.until(job, 'printed')
    const papers = printed(one)
    expect(papers).toHaveLength(2)
    expect(papers[0]).not.toContain('Réimpression')
    expect(papers[1]).toContain('Réimpression')
  })

  test('a stop in the middle of a paper marks it for the next start', async () => {
    one.behaviour.stallAfter = 100
    const job = await office.add('accueil', 'papier un')
    await office.until(job, 'printing')
    await wait(100)
    // The paper under way stays stuck; the next one passes.
    one.behaviour.stallAfter = null
    await office.restart()
    // On a slow machine the stuck paper had failed before the stop: its next try is a second away.
    office.time.pass(1_000)
    await office.until(job, 'printed')
    expect(printed(one).at(-1)).toContain('Réimpression')
  })
})
