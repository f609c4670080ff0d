import { beforeEach, expect, test } from 'vitest'
import type { Input } from '../../../shared/contract/index.ts'
import type { FactsOf } from '../../../shared/contract/documents/issued.ts'
import type { OnRequest } from '../../../shared/contract/onRequest.ts'
import { tillActsOver, type TillView } from '../../../renderer/till/acts.ts'
import type { Link } from '../../../renderer/link/link.ts'
import { accepted } from '../../property/officeSteps.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import { coinsOf, deed, paying, tillOffice } from '../../fixtures/till.ts'

// What was pressed at the till before a cut, and is heard once another person is received there: the money was taken, so it
// is written; its papers are of the visit that the page showed, and name nobody else.

/** 3 March 2026, 9 h in Paris. */
const nine = Date.UTC(2026, 2, 3, 8)
let office: PureOffice

const done = (name: string, input: unknown = {}, actor = 'agent1') =>
  accepted(office.act(name as never, input as never, actor))

/** The next person, whose sheet names them. */
function receive(familyName: string): void {
  done('ticket.take', { serviceId: 'titres' }, 'kiosk')
  done('ticket.callNext')
  done('ticket.start')
  done('sheet.update', { person: { familyName, firstName: 'Awa' } })
}

/** Whom the till's page shows, as it says it at the key. */
const shown = (): Required<OnRequest> => {
  const { received } = office.view('till.view', 'agent1')
  if (received === undefined) throw new Error('the view says whom it shows')
  return { request: received }
}

type Collected = FactsOf<'quittance'> | FactsOf<'recu'>
/** Each paper of the till: its kind, the number of the ticket that it says and whom it names. */
const papers = () =>
  [...office.documents.values()].flatMap((one) => {
    if (one === 'erased') return []
    const { facts } = one
    const payer = facts.kind === 'quittance' || facts.kind === 'recu' ? (facts as Collected).payer : null
    return [{ kind: facts.kind, ticket: facts.ticket, payer }]
  })
/** The ticket and the visit to which the journal links each of them. */
const links = () =>
  office.recorded.flatMap(({ event }) =>
    event.type === 'documentIssued' && event.data.kind !== 'attestation'
      ? [{ ticketId: event.data.ticketId, visitId: event.data.visitId }]
      : [],
  )
const visitNow = () => {
  const ticketId = office.office.counters.get('1' as never)?.ticketId ?? null
  const visitId = ticketId === null ? null : (office.office.tickets.get(ticketId)?.visit?.visitId ?? null)
  return { ticketId, visitId }
}
const nobody = { ticketId: null, visitId: null }
const collected = (input: unknown): number =>
  (done('till.collect', input) as { readonly output: { readonly number: number } }).output.number
/** The number of the entry that says what was right. */
const corrected = (input: unknown): number =>
  (done('till.correct', input) as { readonly output: { readonly instead: { readonly number: number } } })
    .output.instead.number
const cash = paying('copie', 18, { given: 50 })

beforeEach(() => {
  const made = deed()
  office = tillOffice(nine, made)
  done('till.open', { coins: coinsOf(made.float) })
  done('day.open', {}, 'supervisor')
  done('counter.open', { counterId: '1' })
})

test('a payment heard once the next person is received is kept, of its own visit, and names nobody', () => {
  receive('Diallo')
  const request = shown()
  const paid = visitNow()
  done('visit.close', { outcome: 'information', last: true })
  receive('Roux')
  const { output } = done('till.collect', { ...cash, ...request })
  expect(output).toMatchObject({ due: 18, change: 32 })
  expect(office.view('till.view', 'agent1').held.cash).toBe(5018)
  expect(papers()).toEqual([{ kind: 'quittance', ticket: 'A1', payer: null }])
  expect(links()).toEqual([paid])
})

test('who was typed as the payer is named, however late', () => {
  receive('Diallo')
  const request = shown()
  done('visit.close', { outcome: 'information', last: true })
  receive('Roux')
  done('till.collect', { ...cash, ...request, payer: 'Martin' })
  expect(papers()).toEqual([{ kind: 'quittance', ticket: 'A1', payer: 'Martin' }])
})

test('a payment of the request under way names its person, and so does one that says no request', () => {
  receive('Diallo')
  done('till.collect', { ...cash, ...shown() })
  done('till.collect', cash)
  const named = { kind: 'quittance', ticket: 'A1', payer: 'DIALLO Awa' }
  expect(papers()).toEqual([named, named])
  expect(links()).toEqual([visitNow(), visitNow()])
})

test('the page says whom the paper names where nobody is typed, and the paper names them', () => {
  const said = () => office.view('till.view', 'agent1').payer
  expect(said()).toBeNull()
  receive('Diallo')
  expect(said()).toBe('DIALLO Awa')
  expect(office.view('till.view', 'supervisor').payer).toBeNull()
  done('till.collect', { ...cash, ...shown() })
  expect(papers()).toEqual([{ kind: 'quittance', ticket: 'A1', payer: said() }])
  done('sheet.update', { person: null })
  expect(said()).toBeNull()
  done('visit.close', { outcome: 'information', last: true })
  expect(said()).toBeNull()
})

test('a payment of a person who waits aside is theirs', () => {
  receive('Diallo')
  const request = shown()
  const paid = visitNow()
  done('ticket.park', { reason: 'Une photographie' })
  receive('Roux')
  done('till.collect', { ...cash, ...request })
  expect(papers()).toEqual([{ kind: 'quittance', ticket: 'A1', payer: 'DIALLO Awa' }])
  expect(links()).toEqual([paid])
})

test('the next request of a visit may be another person’s: a payment of the one before names nobody', () => {
  receive('Diallo')
  const request = shown()
  done('visit.addService', { serviceId: 'titres', procedureId: 'passeport' })
  done('visit.close', { outcome: 'information' })
  done('sheet.update', { person: { familyName: 'Roux', firstName: 'Léa' } })
  done('till.collect', { ...cash, ...request })
  expect(papers()).toEqual([{ kind: 'quittance', ticket: 'A1', payer: null }])
  expect(links()).toEqual([visitNow()])
})

test('a payment taken while nobody is received is nobody’s, whoever came meanwhile', () => {
  const request = shown()
  expect(request).toEqual({ request: null })
  receive('Diallo')
  done('till.collect', { ...cash, ...request })
  expect(papers()).toEqual([{ kind: 'quittance', ticket: null, payer: null }])
  expect(links()).toEqual([nobody])
})

test('who is called is not there yet: a payment taken meanwhile is nobody’s', () => {
  receive('Diallo')
  done('ticket.transfer', { serviceId: 'titres', reason: 'Le lecteur est en panne' })
  done('ticket.callNext')
  expect(shown()).toEqual({ request: null })
  done('till.collect', cash)
  expect(papers()).toEqual([{ kind: 'quittance', ticket: null, payer: null }])
  expect(links()).toEqual([nobody])
})

test('a visit that the day forgot is nobody’s any more: the money is kept all the same', () => {
  receive('Diallo')
  const request = shown()
  done('visit.close', { outcome: 'information', last: true })
  done('counter.close')
  done('day.close', {}, 'supervisor')
  done('day.open', {}, 'supervisor')
  done('till.collect', { ...cash, ...request })
  expect(papers()).toEqual([{ kind: 'quittance', ticket: null, payer: null }])
  expect(links()).toEqual([nobody])
})

test('a stamp, a correction and what replaces it follow the same rule', () => {
  receive('Diallo')
  const request = shown()
  const paid = visitNow()
  const first = collected({ ...cash, ...request })
  done('visit.close', { outcome: 'information', last: true })
  receive('Roux')
  done('till.stamp', { ...request, productId: 'accueil', stamp: '1234567890123456', receipt: true })
  done('till.correct', {
    ...request,
    number: first,
    reason: 'Deux copies',
    instead: paying('copie', 36, { given: 50 }, 2),
  })
  expect(papers()).toEqual([
    { kind: 'quittance', ticket: 'A1', payer: 'DIALLO Awa' },
    { kind: 'recu', ticket: 'A1', payer: null },
    { kind: 'annulation', ticket: 'A1', payer: null },
    { kind: 'quittance', ticket: 'A1', payer: 'DIALLO Awa' },
  ])
  expect(links()).toEqual([paid, paid, paid, paid])
})

test('a correction names who paid first, and is of no visit but theirs', () => {
  receive('Diallo')
  const paid = visitNow()
  const first = collected({ ...cash, ...shown() })
  done('visit.close', { outcome: 'information', last: true })
  receive('Roux')
  // Without a request too: a station of the version before says none.
  const again = { reason: 'Deux copies', instead: paying('copie', 36, { given: 50 }, 2) }
  const second = corrected({ ...shown(), number: first, ...again })
  corrected({ number: second, ...again })
  expect(papers()).toEqual([
    { kind: 'quittance', ticket: 'A1', payer: 'DIALLO Awa' },
    { kind: 'annulation', ticket: null, payer: null },
    { kind: 'quittance', ticket: null, payer: 'DIALLO Awa' },
    { kind: 'annulation', ticket: null, payer: null },
    { kind: 'quittance', ticket: null, payer: 'DIALLO Awa' },
  ])
  expect(links()).toEqual([paid, nobody, nobody, nobody, nobody])
})

test('a correction names who is typed, and nobody where the first paper named nobody', () => {
  const first = collected({ ...cash, request: null })
  receive('Roux')
  const again = { ...shown(), reason: 'Deux copies' }
  const instead = paying('copie', 36, { given: 50 }, 2)
  const second = corrected({ ...again, number: first, instead })
  corrected({ ...again, number: second, instead: { ...instead, payer: 'Martin' } })
  expect(papers().flatMap(({ kind, payer }) => (kind === 'quittance' ? [payer] : []))).toEqual([
    null,
    null,
    'Martin',
  ])
  expect(links()).toEqual([nobody, nobody, nobody, nobody, nobody])
})

test('a payment that had no paper is corrected in nobody’s name: the books do not say whose it was', () => {
  receive('Diallo')
  const first = collected({ ...paying('copie', 18, { means: 'card' }), ...shown() })
  done('visit.close', { outcome: 'information', last: true })
  receive('Roux')
  corrected({ ...shown(), number: first, reason: 'Payé en espèces', instead: cash })
  expect(papers()).toEqual([{ kind: 'quittance', ticket: null, payer: null }])
  expect(links()).toEqual([nobody])
})

test('what goes to the accountant is of nobody’s visit', () => {
  receive('Diallo')
  done('till.collect', { ...cash, request: null })
  done('till.remit', { coins: coinsOf(18) })
  expect(papers().at(-1)).toEqual({ kind: 'bordereau', ticket: null, payer: null })
  expect(links()).toEqual([nobody, nobody])
})

test('the page says at the key whom it shows, and nothing to a host that does not say it', () => {
  const sent: unknown[] = []
  let view: Pick<TillView, 'received'> | undefined
  const acts = tillActsOver({
    latest: () => view,
    act: (_name: string, input: unknown) => {
      sent.push(input)
      return new Promise(() => {})
    },
  } as unknown as Link)
  const payment = cash as Input<'till.collect'>
  const stamp: Input<'till.stamp'> = {
    productId: 'accueil' as never,
    stamp: '1234567890123456',
    receipt: false,
  }
  const correction: Input<'till.correct'> = { number: 1, reason: 'Deux copies' }
  receive('Diallo')
  const { request } = shown()
  const press = () => {
    void acts.collect(payment)
    void acts.stamp(stamp)
    void acts.correct(correction)
  }
  view = { received: request }
  press()
  view = { received: null }
  press()
  view = {}
  press()
  const inputs = [payment, stamp, correction]
  expect(sent).toEqual([
    ...inputs.map((input) => ({ ...input, request })),
    ...inputs.map((input) => ({ ...input, request: null })),
    ...inputs,
  ])
})
