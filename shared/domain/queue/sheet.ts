import { requestKeyOf, type RequestKey } from '../../contract/onRequest.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import type { Context, Refused } from '../decision.ts'
import { counterOf, ticketAt, type Office } from '../state.ts'
import type { Ticket, Visit } from './state.ts'
import { judgedSheet } from '../law/lacking.ts'
import { rulesNow } from '../law/rulesNow.ts'

/** The working sheet before anything was noted: the procedure that the person chose at the kiosk. */
export const blankSheet = (ticket: Pick<Ticket, 'procedureId' | 'visit'>): Sheet => ({
  procedureId: ticket.visit?.requests[0]?.procedureId ?? ticket.procedureId,
  label: null,
  capacity: null,
  identity: null,
  answers: {},
  pieces: [],
  note: null,
  person: null,
  capacitySeen: null,
  fileId: null,
  ministry: null,
  assisted: null,
  signing: null,
  forms: [],
  originals: [],
})

/** The sheet of a visit under way. One that was saved by an earlier program lacks what came since. */
export const sheetOf = (ticket: Pick<Ticket, 'procedureId' | 'visit'>, kept: Sheet | undefined): Sheet =>
  kept ? { ...blankSheet(ticket), ...kept } : blankSheet(ticket)

type ServedHere = {
  readonly counter: NonNullable<ReturnType<typeof counterOf>>
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly sheet: Sheet
}

/** The person received at this agent's counter, with the sheet of their visit as it was saved. */
export function servedAsKept(
  office: Office,
  { who, personal }: Pick<Context, 'who' | 'personal'>,
): Refused<'counterNotOpen' | 'nobodyServed'> | ServedHere {
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  const ticket = ticketAt(office, counter)
  if (!ticket || ticket.state !== 'serving') return { refusal: 'nobodyServed' }
  const sheet = sheetOf(ticket, personal.sheets.get(ticket.visit.visitId))
  return { counter, ticket, sheet }
}

/** The same, with the sheet as the rules of now let it stand: what every act on it begins with. */
export function servedHere(
  office: Office,
  context: Pick<Context, 'who' | 'personal' | 'now' | 'catalogue'>,
): Refused<'counterNotOpen' | 'nobodyServed'> | ServedHere {
  const here = servedAsKept(office, context)
  if ('refusal' in here) return here
  return { ...here, sheet: judgedSheet(rulesNow(office, context), here.sheet).sheet }
}

/** The same, for an act on the request that its page shows: one that comes once it is over falls on no other. */
export function requestHere(
  office: Office,
  { request }: { readonly request?: RequestKey | undefined },
  context: Parameters<typeof servedHere>[1],
): Refused<'counterNotOpen' | 'nobodyServed' | 'requestOver'> | ServedHere {
  const here = servedHere(office, context)
  if ('refusal' in here || request === undefined || request === requestKeyOf(here.ticket.visit)) return here
  return { refusal: 'requestOver' }
}
