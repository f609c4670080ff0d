import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Done, type DoneAct } from '../../../renderer/reception/Done.tsx'
import { Wait } from '../../../renderer/reception/Wait.tsx'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const nine = Date.UTC(2026, 2, 3, 8)

test('the entrance says no wait that goes beyond the closing, as the kiosk and the display', () => {
  const { motives, zone } = PureOffice.school(Date.UTC(2026, 2, 3, 8)).view('reception.view', 'agent1')
  const said = (wait: (typeof motives)[number]['wait']) =>
    renderToStaticMarkup(<Wait motive={{ ...motives[0]!, openCounters: 2, wait }} zone={zone} />).replaceAll(
      /<[^>]*>/g,
      '',
    )
  const long = { p50: 40_000, p90: 45_000 }
  expect(said({ ...long, sure: 0.9, level: 'sure' })).toMatch(/\d+.h/)
  expect(said({ ...long, sure: 0.1, level: 'unlikely' })).not.toMatch(/\d/)
  expect(said({ ...long, sure: 0.1, level: 'unlikely' })).toContain('peut-être pas reçu aujourd’hui')
})

test('the entrance says what is left of a day’s tickets, then that there is none, as the kiosk does', () => {
  const office = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
  const { services } = office.view('rules.view', 'supervisor')
  const { serviceId, rule, access, slotMinutes } = services.find(({ serviceId: id }) => id === 'titres')!
  const limited = { serviceId, access, slotMinutes, rule: { ...rule, quota: { tickets: 2, text: null } } }
  office.act('rules.set', { services: [limited] }, 'supervisor')
  const said = () => {
    const view = office.view('reception.view', 'agent1')
    const motive = view.motives.find((one) => one.serviceId === 'titres')!
    return renderToStaticMarkup(<Wait motive={motive} zone={view.zone} />).replaceAll('\u00a0', ' ')
  }
  const take = () => office.act('reception.take', { serviceId: 'titres' }, 'agent1')
  expect(said()).toContain('encore 2 passages')
  take()
  expect(said()).toContain('encore 1 passage<')
  take()
  expect(said()).toContain('Complet aujourd’hui')
  expect(said()).not.toContain('Service fermé')
})

test('once somebody else is chosen, what the person was not told stays in sight', () => {
  const ticket = { ticketId: 't' as never, number: 'A1', code: '23456789', takenAt: nine, announced: null }
  const kept = (done: DoneAct, printsTickets: boolean) =>
    renderToStaticMarkup(
      <Done
        folded
        done={done}
        zone="Europe/Paris"
        printsTickets={printsTickets}
        notices={[]}
        numbersFor={[]}
        jobs={[]}
        acts={{} as never}
      />,
    )
      .replaceAll(/<p class="[^"]*told[^"]*">.*?<\/p>/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('\u00a0', ' ')
  const given = { is: 'given', motive: 'Titres', ahead: 3, ticket } as const
  expect(kept(given, true)).not.toMatch(/2345|s’imprime/)
  expect(kept(given, false)).toMatch(/donnez le numéro de vive voix.*2345 6789/)
  const late = { is: 'arrived', motive: 'Titres', ticket, startsAt: nine, late: true } as const
  expect(kept(late, true)).toContain('Arrivé après la tolérance')
  const startsAt = nine + 3_600_000
  const ids = { appointmentId: 'r' as never, serviceId: 's' as never }
  expect(kept({ is: 'booked', motive: 'Titres', code: '4321', startsAt, ...ids }, true)).toMatch(
    /3 mars.*10 h/,
  )
})

test('a ticket given at the entrance says as its paper that the person may not be received today', () => {
  const ticket = { ticketId: 't' as never, number: 'A1', code: '2345', takenAt: Date.UTC(2026, 2, 3, 8) }
  const said = (sure: number) =>
    renderToStaticMarkup(
      <Done
        folded={false}
        done={{
          is: 'given',
          motive: 'Titres',
          ahead: 3,
          ticket: { ...ticket, announced: { p50: 600, p90: 900, sure } },
        }}
        zone="Europe/Paris"
        printsTickets={false}
        notices={[]}
        numbersFor={[]}
        jobs={[]}
        acts={{} as never}
      />,
    )
  expect(said(0.9)).not.toContain('peut-être')
  expect(said(0.3)).toContain('La personne ne sera peut-être pas reçue aujourd’hui.')
})
