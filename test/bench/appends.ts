import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { sqliteJournal } from '../../db/sqlite.ts'
import { openDatabase } from '../../db/open.ts'
import { startOffice } from '../../electron/host/startOffice.ts'
import { headlessChromium } from '../../electron/printing/headless.ts'
import type { CommandId, Seq, TicketId } from '../../shared/contract/ids.ts'
import { openBare } from './bare/append.ts'
import { alone, median, rates, type Part, type Row } from './measure.ts'
import { bareBody } from './pages.ts'
import { pagesWritten } from './pagesWritten.ts'
import { aSecond, act, supervisor, takeMany } from './tickets.ts'
import { programsTake } from '../fixtures/kioskPace.ts'

/** Durable acts a second through the sequencer, in process, on a real file, beside better-sqlite3 alone. */
export const appends: Part = {
  name: 'appends',
  title: 'Actes durables à la seconde, dans le processus de l’hôte',
  run: async ({ quick, folder }) => {
    const rounds = quick ? 2 : 7
    const count = quick ? 200 : 1500
    const single: number[] = []
    const together: number[] = []
    const decided: number[] = []
    const bare: number[] = []
    const processor: number[] = []
    const bareProcessor: number[] = []
    let pages: readonly Row[] = []
    for (let round = 0; round < rounds; round++) {
      const place = await mkdtemp(join(folder, 'round-'))
      const started = await startOffice({
        dir: join(place, 'office'),
        school: true,
        at: undefined,
        protection: null,
        chromium: headlessChromium(),
      })
      const store = openBare(place)
      try {
        await act(started, supervisor, 'rules.set', programsTake)
        await act(started, supervisor, 'day.open', {})
        // A log that has turned once is written over, which costs less than making it longer: both have.
        await takeMany(started, 400, 1)
        for (let i = 0; i < 1200; i++) store.append(bareBody)
        const sides = [
          async () => {
            const used = processorTime()
            bare.push(
              await aSecond(count, async () => {
                for (let i = 0; i < count; i++) store.append(bareBody)
              }),
            )
            bareProcessor.push(used() / count)
          },
          async () => {
            const used = processorTime()
            single.push(await aSecond(count, () => takeMany(started, count, 1)))
            processor.push(used() / count)
          },
          async () => void together.push(await aSecond(count * 4, () => takeMany(started, count * 4, 32))),
        ]
        for (let turn = 0; turn < sides.length; turn++) await sides[(turn + round) % sides.length]!()
        if (round === rounds - 1) {
          pages = await pagesWritten(started, join(place, 'office'), quick ? 60 : 400)
          // What is stored again below is a ticket taken.
          await takeMany(started, 1, 1)
        }
      } finally {
        await started.stop()
      }
      try {
        const again = await openDecided(join(place, 'office'))
        for (let i = 0; i < 400; i++) await again.append()
        decided.push(
          await aSecond(count, async () => {
            for (let i = 0; i < count; i++) await again.append()
          }),
        )
        await again.close()
      } finally {
        store.close()
      }
    }
    return [
      {
        ...rates('un seul demandeur', 'actes/s', single, bare, null),
        note: 'Un acte écrit deux à six pages (événement, réponse, tables de lecture, données personnelles), comptées plus bas, l’alternative nue une.',
      },
      rates('le journal seul : la même transaction, déjà décidée', 'actes/s', decided, bare, null),
      rates('32 demandeurs à la fois', 'actes/s', together, bare, 1.6),
      processorOf(processor, bareProcessor),
      ...pages,
    ]
  },
}

/** Milliseconds of processor that this process used since, waiting for the disk left out. */
function processorTime(): () => number {
  const began = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  }
}

/** What an act costs the processor, in milliseconds: other work of the machine changes it less than a duration. */
const processorOf = (ours: readonly number[], bare: readonly number[]): Row => ({
  ...alone('processeur d’un acte, un seul demandeur', 'ms', median(ours), { most: 0.33 }),
  bare: median(bare),
  ratio: median(ours.map((value, at) => value / bare[at]!)),
})

/** The transaction that a ticket taken is, again and again, without the host that decides it. */
async function openDecided(folder: string): Promise<{
  readonly append: () => Promise<void>
  readonly close: () => Promise<void>
}> {
  const journal = sqliteJournal(await openDatabase(folder))
  let { seq } = await journal.head()
  const [taken] = await journal.read((seq - 1) as Seq, 1)
  if (taken?.event.type !== 'ticketTaken') throw new Error('the last event is not a ticket')
  const { at, who, event } = taken
  const answer = { inputHash: '0'.repeat(64), output: bareBody.slice(0, 150), at }
  return {
    append: async () => {
      const commandId = uuidv7() as CommandId
      const data = { ...event.data, ticketId: uuidv7() as TicketId }
      const batch = {
        events: [{ at, who, commandId, event: { ...event, data } }],
        personal: [],
        answers: [{ ...answer, commandId }],
        jobs: [],
      }
      if ((await journal.append(seq, batch)) === 'conflict') throw new Error('another wrote')
      seq = (seq + 1) as Seq
    },
    close: () => journal.close(),
  }
}
