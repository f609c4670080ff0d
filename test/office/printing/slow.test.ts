import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { type EscposListener, startEscposListener } from '../../fixtures/escposListener.ts'
import { chance } from '../../fixtures/offices/chance.ts'
import { printerAt, startPrintQueue } from '../../fixtures/printQueue.ts'

// Two printers at a pace drawn from a seed, papers sent from one to the other, hosts stopped meanwhile: whatever happens,
// what is said printed came out, and of a paper that came out twice one copy at most does not say so.

const night = Number(process.env['GUICHET_RUNS'] ?? 100) > 100
const seeds = Array.from({ length: night ? 60 : 6 }, (_, at) => Number(process.env['GUICHET_SEED'] ?? 1) + at)
const names = ['un', 'deux', 'trois', 'quatre']

const printers: EscposListener[] = []
let office: Awaited<ReturnType<typeof startPrintQueue>> | undefined
afterEach(async () => {
  await office?.stop()
  office = undefined
  await Promise.all(printers.splice(0).map((printer) => printer.stop()))
})

/** The copies of a paper that a person can take, as they read. */
const copiesOf = (name: string): readonly string[] =>
  printers.flatMap((printer) =>
    printer
      .finished()
      .map((bytes) => plainText(decodeEscpos(bytes)))
      .filter((text) => new RegExp(`papier ${name}\\b`).test(text)),
  )

test.each(seeds)(
  'slow printers: what is said printed came out, and twice only with its mention (seed %i)',
  async (seed) => {
    const { between, happens, one } = chance(seed)
    const [first, second] = [await startEscposListener(), await startEscposListener()]
    printers.push(first, second)
    const places = { accueil: first, guichet1: second }
    const driven = await startPrintQueue(
      Object.entries(places).map(([id, { address }]) => printerAt(id, address)),
    )
    office = driven
    const setPace = ({ behaviour }: EscposListener) => {
      behaviour.speaks = happens(0.8)
      behaviour.late = { before: between(0, 90), after: between(0, 350) }
      behaviour.confirms = happens(0.7) ? between(0, 400) : null
      behaviour.hangsUp = happens(0.2)
      // What one that never says anything does with the bytes that the system took for it, nobody knows.
      const known = behaviour.speaks
      behaviour.stallAfter = known && happens(0.15) ? Math.round(between(50, 900)) : null
      behaviour.cutAfter = known && happens(0.1) ? Math.round(between(50, 900)) : null
      behaviour.slow = known && happens(0.3) ? between(0, 40) : 0
    }
    for (const printer of printers) setPace(printer)
    const jobs = new Map<string, Awaited<ReturnType<typeof driven.add>>>()
    for (const name of names) jobs.set(name, await driven.add(one(['accueil', 'guichet1']), `papier ${name}`))
    const saidTruly = async () => {
      for (const [name, jobId] of jobs)
        if ((await driven.jobs.get(jobId))?.state === 'printed')
          expect(copiesOf(name).length, `${name} is said printed`).toBeGreaterThan(0)
    }
    for (let turn = 0; turn < 8; turn++) {
      await wait(between(20, 300))
      const jobId = one([...jobs.values()] as [never, ...never[]])
      const to = printerAt(one(['accueil', 'guichet1']), '').printerId
      if (happens(0.4)) await driven.queue.redirect(jobId, to)
      else if (happens(0.35)) await driven.queue.retry(jobId)
      else if (happens(0.3)) await driven.restart()
      driven.time.pass(60_000)
      if (happens(0.4)) setPace(one([first, second]))
      await saidTruly()
    }
    for (const { behaviour } of printers)
      Object.assign(behaviour, {
        speaks: true,
        confirms: 0,
        hangsUp: false,
        stallAfter: null,
        cutAfter: null,
        slow: 0,
        late: { before: 0, after: 0 },
      })
    await expect
      .poll(
        async () => {
          driven.time.pass(60_000)
          return Promise.all([...jobs.values()].map(async (jobId) => (await driven.jobs.get(jobId))?.state))
        },
        { timeout: 20_000, interval: 50 },
      )
      .toEqual(names.map(() => 'printed'))
    await saidTruly()
    for (const name of names) {
      const unmarked = copiesOf(name).filter((text) => !text.includes('Réimpression'))
      expect(unmarked.length, `${name}: ${copiesOf(name).length} copies`).toBeLessThan(2)
    }
    expect(driven.faults).toEqual([])
  },
  60_000,
)
