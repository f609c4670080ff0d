import { beforeEach, expect, test } from 'vitest'
import { kiosk, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { saidLeft, saidWait } from '../../../shared/messages/public/saidWait.ts'
import { display } from '../../../shared/messages/media/display.fr.ts'
import { ruleParagraph } from '../../../shared/messages/queue/rule.fr.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

let office: PureOffice
const take = (serviceId = 'titres', actor = 'kiosk') => office.act('ticket.take', { serviceId }, actor)
const refusal = (decision: object) => ('refusal' in decision ? decision.refusal : undefined)

/** The office's rule with so many tickets a day for « Titres ». */
function limit(tickets: number, text: string | null = null) {
  const { services } = office.view('rules.view', 'supervisor')
  const { serviceId, rule, access, slotMinutes } = services.find(({ serviceId: id }) => id === 'titres')!
  const setting = { serviceId, access, slotMinutes, rule: { ...rule, quota: { tickets, text } } }
  office.act('rules.set', { services: [setting] }, 'supervisor')
}

beforeEach(() => {
  office = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  office.act('day.open', {}, 'supervisor')
})

test('a service gives no more tickets than its local rule says, whoever asks, and burns no number', () => {
  limit(2, 'Délibération du 3 février 2026')
  expect([refusal(take()), refusal(take())]).toEqual([undefined, undefined])
  expect(take()).toEqual({ refusal: 'quotaReached', details: ['Délibération du 3 février 2026'] })
  expect(refusal(office.act('reception.take', { serviceId: 'titres' }, 'agent1'))).toBe('quotaReached')
  expect(refusal(take('etat-civil')), 'another service goes on').toBeUndefined()
  limit(3)
  expect(take()).toMatchObject({ output: { number: 'A3' } })
})

test('a day closed and opened again on its date gives no more tickets than its rule says; the next day does', () => {
  limit(3)
  take()
  take()
  const again = () => {
    office.act('day.settleAll', { how: 'certificate', fault: 'service' }, 'supervisor')
    office.act('day.close', {}, 'supervisor')
    office.act('day.open', {}, 'supervisor')
  }
  again()
  expect(refusal(take())).toBeUndefined()
  expect(refusal(take())).toBe('quotaReached')
  again()
  expect(refusal(take())).toBe('quotaReached')
  office.act('day.close', {}, 'supervisor')
  office.clock = Date.UTC(2026, 2, 4, 8)
  office.act('day.open', {}, 'supervisor')
  expect([refusal(take()), refusal(take()), refusal(take()), refusal(take())]).toEqual([
    undefined,
    undefined,
    undefined,
    'quotaReached',
  ])
})

test('a ticket counts in the limit of the service that gave it, whatever became of it', () => {
  limit(2)
  const moved = (taken: object, to: string) => {
    const { ticketId } = (taken as { output: { ticketId: string } }).output
    return office.act('ticket.transfer', { ticketId, serviceId: to, reason: 'autre service' }, 'supervisor')
  }
  expect(refusal(moved(take('etat-civil'), 'titres'))).toBeUndefined()
  const first = take()
  const second = take()
  expect(refusal(second), 'nobody was given a ticket there by a transfer').toBeUndefined()
  for (const taken of [first, second]) expect(refusal(moved(taken, 'etat-civil'))).toBeUndefined()
  expect(refusal(take())).toBe('quotaReached')
})

test('who would lose a right today has a ticket all the same', () => {
  limit(1)
  take()
  const deadline = { serviceId: 'titres', priority: { groundId: 'deadlineToday', proof: 'deadline' } }
  expect(refusal(office.act('reception.take', deadline, 'agent1'))).toBeUndefined()
})

test('what is left is counted for all to see, then the service is closed at the kiosk and a certificate is due', () => {
  const motive = () =>
    office.view('kiosk.view', 'kiosk').motives.find(({ serviceId }) => serviceId === 'titres')!
  expect(motive().ticketsLeft).toBeNull()
  limit(2)
  take()
  expect([motive().ticketsLeft, motive().closed]).toEqual([1, null])
  take()
  expect(motive().closed).not.toBeNull()
  const why = { serviceId: 'titres', why: 'serviceClosed' }
  expect(refusal(office.act('ticket.certify', why, 'kiosk'))).toBeUndefined()
})

test('the rule that is published says the limit with its text, or that it is the office’s own', () => {
  const said = () => ruleParagraph(office.view('rules.view', 'supervisor').rule!).replaceAll('\u00a0', ' ')
  expect(said()).not.toContain('par jour au plus')
  limit(40)
  expect(said()).toContain('40 tickets par jour au plus (règle locale).')
  limit(40, 'CGCT, art. L2122-18')
  expect(said()).toContain('(CGCT, art. L2122-18)')
})

test('what is left is said in plain words at the kiosk and on the display, which close the service together', () => {
  limit(2)
  const lines = () => [
    office.view('kiosk.view', 'kiosk').motives.find(({ serviceId }) => serviceId === 'titres')!,
    office.view('display.view', 'display').services.find(({ serviceId }) => serviceId === 'titres')!,
  ]
  const left = () => {
    const [atKiosk, onDisplay] = lines()
    return [saidLeft(kiosk.fr, atKiosk!), saidLeft(display.wait, onDisplay!)].map((text) =>
      text?.replaceAll('\u00a0', ' '),
    )
  }
  expect(left()).toEqual(['Encore 2 passages aujourd’hui', 'encore 2 passages'])
  take()
  expect(left()).toEqual(['Encore 1 passage aujourd’hui', 'encore 1 passage'])
  take()
  expect(left()).toEqual([undefined, undefined])
  const [atKiosk, onDisplay] = lines()
  expect(onDisplay!.closed).not.toBeNull()
  expect(saidWait(kiosk.fr, atKiosk!, String)).toEqual({
    doubt: 'closed',
    text: 'Plus de passage aujourd’hui',
  })
  expect(saidWait(display.wait, onDisplay!, String)).toEqual({ doubt: 'closed', text: 'complet' })
})

test('the rule says the limit in every language of the kiosk', () => {
  limit(37)
  const { rule } = office.view('kiosk.view', 'kiosk')
  for (const language of kioskLanguages) expect(kiosk[language].rule(rule!), language).toContain('37')
})
