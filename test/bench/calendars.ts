import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { badCalendars, calendarLength } from '../fixtures/badCalendars.ts'
import { startOffice } from '../fixtures/office.ts'
import { alternate, durations, type Part } from './measure.ts'
import { openOffice, takeAndCall, type Pages } from './pages.ts'
import { enter } from './socket.ts'

/** Acts timed at a stretch before the reading is looked at again. */
const stretch = 50

/** Acts of each side in its turn: a day has 9,999 numbers, of which a kiosk gives no more than 8,999. */
const turn = 450

/** As many appointments as one file gives, all taken: what costs the most once it is read. */
const allTaken = (): string => {
  const month = new Date(Date.now() + 35 * 86_400_000).toISOString().slice(0, 7)
  const line = (place: number) => {
    const [day, hour, minute] = [1 + (place % 28), 8 + (Math.floor(place / 28) % 10), Math.floor(place / 280)]
    const two = (part: number) => String(part).padStart(2, '0')
    return `${month}-${two(day)};${two(hour)}:${two(minute)};A;Personne ${place} ${'x'.repeat(320)}`
  }
  return ['date;heure;service;nom', ...Array.from({ length: 5000 }, (_, place) => line(place))].join('\n')
}

/** Taking a number and calling the next while the host reads the calendars that cost it the most, beside the same at rest. */
export const calendars: Part = {
  name: 'calendars',
  title: 'Actes pendant la lecture des pires calendriers',
  run: async ({ quick }) => {
    const office = await startOffice({ school: true })
    try {
      const { url, tokens } = office
      const [kiosk, counter, supervisor] = await Promise.all([
        enter(url, tokens['kiosk']),
        enter(url, tokens['agent1']),
        enter(url, tokens['supervisor']),
      ])
      const pages: Pages = { kiosk, counter, supervisor }
      await openOffice(pages, 0)
      const startImporter = async (who: string, text: string) => {
        const data = { url, token: tokens[who], text }
        const importer = new Worker(new URL('importer.ts', import.meta.url), { workerData: data })
        await once(importer, 'message')
        return importer
      }
      const worst = await startImporter(
        'supervisor',
        badCalendars['lines of several cells in quotes'](calendarLength),
      )
      const taken = await startImporter('admin', allTaken())
      await takeAndCall(pages, quick ? 20 : 100)
      const during = (importer: Worker) => async () => {
        let reading = true
        const imported = once(importer, 'message').finally(() => {
          reading = false
        })
        importer.postMessage('import')
        const all = { take: [] as number[], call: [] as number[] }
        while (reading && all.take.length < turn) {
          const { take, call } = await takeAndCall(pages, stretch)
          all.take.push(...take)
          all.call.push(...call)
        }
        const [said] = (await imported) as [string]
        if (said !== 'read') throw new Error(said)
        return all
      }
      const timed = await alternate(
        { rest: () => takeAndCall(pages, turn), reading: during(worst), taking: during(taken) },
        { rounds: quick ? 2 : 6, blocks: 1 },
      )
      await worst.terminate()
      await taken.terminate()
      const goal = { at: 0.99, most: 1.5 }
      const note = 'nu : les mêmes actes, sans lecture'
      return [
        durations('prendre un numéro, le plus long à lire', timed.reading.take, timed.rest.take, goal, note),
        durations('appeler le suivant, le plus long à lire', timed.reading.call, timed.rest.call, goal, note),
        durations(
          'prendre un numéro, 5 000 rendez-vous pris',
          timed.taking.take,
          timed.rest.take,
          goal,
          note,
        ),
        durations(
          'appeler le suivant, 5 000 rendez-vous pris',
          timed.taking.call,
          timed.rest.call,
          goal,
          note,
        ),
      ]
    } finally {
      await office.stop()
    }
  },
}
