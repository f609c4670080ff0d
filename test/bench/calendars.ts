import { uuidv7 } from 'uuidv7'
import { badCalendars, calendarLength } from '../fixtures/badCalendars.ts'
import { startOffice } from '../fixtures/office.ts'
import { alternate, durations, type Part } from './measure.ts'
import { openOffice, takeAndCall, type Pages } from './pages.ts'
import { enter } from './socket.ts'

/** Acts timed at a stretch on one side before the other's turn. */
const stretch = 50

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
      const text = badCalendars['a quote left open on each line'](calendarLength)
      await openOffice(pages, 0)
      await takeAndCall(pages, quick ? 20 : 100)
      const timed = await alternate(
        {
          rest: () => takeAndCall(pages, stretch * 4),
          reading: async () => {
            let reading = true
            const imported = supervisor.command('appointment.import', { text }, uuidv7()).finally(() => {
              reading = false
            })
            const all = { take: [] as number[], call: [] as number[] }
            while (reading) {
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
