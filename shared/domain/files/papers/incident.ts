import { headOf } from '../../documents/head.ts'
import type { AskOf, AskRefusal, Composed, Composing } from '../../documents/composing.ts'
import type { Refused } from '../../decision.ts'
import { secretKept } from '../../law/secrecy.ts'
import type { Office } from '../../state.ts'
import { underWay } from './filed.ts'

/**
 * Of the visit that it hindered, of the person received here, or of nobody: where nobody is received, or where its page showed
 * nobody, whoever came meanwhile.
 */
export function incident(
  office: Office,
  { ticketId, what, from, until, effect }: AskOf<'incident'>,
  context: Composing,
): Composed | Refused<AskRefusal> {
  if (from > context.now || (until ?? from) > context.now) return { refusal: 'dateInFuture' }
  if (until !== null && until < from) return { refusal: 'datesMixedUp' }
  const incidentFacts = { kind: 'incident', what, from, until, effect } as const
  if (ticketId === null) {
    const here = context.request === null ? null : underWay(office, context)
    const isNobody = here === null || 'refusal' in here
    const secret = isNobody ? undefined : secretKept(here.sheet)
    if (secret) return secret
    // The facts of the incident name the office alone.
    return isNobody
      ? {
          facts: {
            ...headOf(office, context, { serviceId: null, label: '', person: null }),
            ...incidentFacts,
          },
        }
      : { facts: { ...here.head, ...incidentFacts }, visit: here.visit }
  }
  const ticket = office.tickets.get(ticketId)
  if (!ticket) return { refusal: 'unknownTicket' }
  const { serviceId, number, visit } = ticket
  const { sheets, closedSheets } = context.personal
  const secret = secretKept(
    visit ? (sheets.get(visit.visitId) ?? closedSheets.get(visit.visitId)) : undefined,
  )
  if (secret) return secret
  const head = headOf(office, context, { serviceId, label: '', person: null, ticket: number })
  return {
    facts: { ...head, label: head.service, ...incidentFacts },
    ...(visit && { visit: { ticketId, visitId: visit.visitId, counterId: visit.counterId } }),
  }
}
