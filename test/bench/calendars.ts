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
const turn = 200

/** Taking a number and calling the next while the host reads the calendar that costs it the most, beside the same at rest. */
export const calendars: Part = {
  name: 'calendars',
  title: 'Actes pendant la lecture du pire calendrier',
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
      const importer = new Worker(new URL('importer.ts', import.meta.url), {
        workerData: {
          url,
          token: tokens['supervisor'],
          text: badCalendars['lines of several cells in quotes'](calendarLength),
        },
      })
      await once(importer, 'message')
      await takeAndCall(pages, quick ? 20 : 100)
      const timed = await alternate(
        {
          rest: () => takeAndCall(pages, turn),
          reading: async () => {
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
            await imported
            return all
          },
        },
        { rounds: quick ? 2 : 6, blocks: quick ? 1 : 3 },
      )
      await importer.terminate()
      const goal = { at: 0.99, most: 1.5 }
      const note = 'nu : les mêmes actes, sans lecture'
      return [
        durations('prendre un numéro', timed.reading.take, timed.rest.take, goal, note),
        durations('appeler le suivant', timed.reading.call, timed.rest.call, goal, note),
      ]
    } finally {
      await office.stop()
    }
  },
}
