import type { Event } from '../../contract/events.ts'
import type { LocalDate, TicketId } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import type { PlaceRequestId } from '../../contract/partners/calls.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Evolve } from '../decision.ts'
import type { PlaceRequest, Partners } from './state.ts'
import { zoneOf, type Office } from '../state.ts'
import type { Ticket, Visit } from '../queue/state.ts'

// What was asked of other offices for the people received here, until each is on somebody's paper, refused or given back.

const isWanted = ({ state }: PlaceRequest): boolean => state === 'asked' || state === 'kept'

/** What was asked for the request under way of this visit, and is still wanted. */
export const wanted = (
  office: Office,
  { visitId, done }: Pick<Visit, 'visitId' | 'done'>,
): readonly PlaceRequest[] =>
  office.partners.asked
    .valueSeq()
    .filter((one) => one.visitId === visitId && one.done === done && isWanted(one))
    .toArray()

/** The question is no longer wanted: its place goes back to the other office. */
export const givenUp = ({ requestId }: PlaceRequest): Event => ({ type: 'placeGivenUp', data: { requestId } })

/** The sheet without the place found at another office. */
export const withoutPlace = ({ elsewhere: _place, ...sheet }: Sheet): Sheet => sheet

/** Where the person is sent with the place on their paper: the code is nowhere else. */
export const isOnPaper = (
  sheet: Sheet,
  { outcome, to }: Pick<Input<'visit.close'>, 'outcome' | 'to'>,
): boolean => outcome === 'forwarded' && to !== undefined && sheet.elsewhere?.office.name === to.name

/** What a request that ends gives up: the questions without an answer, and a place that its paper does not say. */
export const givenUpByClosing = (
  office: Office,
  { visit, sheet }: { readonly visit: Visit; readonly sheet: Sheet },
  closing: Pick<Input<'visit.close'>, 'outcome' | 'to'>,
): readonly Event[] => {
  const onPaper = isOnPaper(sheet, closing)
  return wanted(office, visit)
    .filter(({ state }) => !(onPaper && state === 'kept'))
    .map(givenUp)
}

/** The sheet taken up again after its closing is undone: a place that the closing gave back is on it no more. */
export const withPlaceStillKept = (office: Office, { visit }: Pick<Ticket, 'visit'>, sheet: Sheet): Sheet => {
  const ofVisit = office.partners.asked.filter(
    (one) => one.visitId === visit?.visitId && one.done === visit.done,
  )
  return ofVisit.isEmpty() || ofVisit.some(({ state }) => state === 'kept') ? sheet : withoutPlace(sheet)
}

/** What is to be given back to other offices on this date: of a day that is over, nothing is kept any more. */
export const toGiveBack = (
  { partners }: Pick<Office, 'partners'>,
  date: LocalDate,
): readonly PlaceRequest[] =>
  partners.asked
    .valueSeq()
    .filter(({ state, on }) => state === 'givenUp' && on === date)
    .toArray()

/** How many requests of this ticket's visit have ended. */
const doneBy = (office: Office, ticketId: TicketId): number => office.tickets.get(ticketId)?.visit?.done ?? 0

const ofDay = (asked: Partners['asked'], date: LocalDate) => asked.filter(({ on }) => on === date)

/** The questions of the day to other offices, and where each stands. */
export const evolveAsked: Evolve = (office, { event, at }) => {
  const { partners } = office
  const next = (asked: Partners['asked']): Office => ({ ...office, partners: { ...partners, asked } })
  const become = (requestId: PlaceRequestId, state: PlaceRequest['state']): Office => {
    const before = partners.asked.get(requestId)
    return before ? next(partners.asked.set(requestId, { ...before, state })) : office
  }
  switch (event.type) {
    case 'placeAsking': {
      const { requestId, partnerId, ticketId, visitId, procedureId, arrivedAt } = event.data
      const on = dateIn(zoneOf(office), at)
      const done = doneBy(office, ticketId)
      const state = 'asked'
      const request: PlaceRequest = { requestId, partnerId, visitId, done, procedureId, arrivedAt, on, state }
      return next(ofDay(partners.asked, on).set(requestId, request))
    }
    case 'placeAsked': {
      const { ticketId, visitId, partnerId, answer } = event.data
      // The visit may have one on a paper already, of a request that has ended.
      const found = wanted(office, { visitId, done: doneBy(office, ticketId) }).find(
        (one) => one.partnerId === partnerId,
      )
      // Without an answer there may be a place all the same.
      if (!found || answer === 'unreachable') return office
      return answer === 'kept'
        ? become(found.requestId, 'kept')
        : next(partners.asked.delete(found.requestId))
    }
    case 'placeGivenUp':
      return become(event.data.requestId, 'givenUp')
    case 'placeReturned':
      return become(event.data.requestId, 'returned')
    default:
      return undefined
  }
}
