import type { FactsOf } from '../../../contract/documents/issued.ts'
import type { Event } from '../../../contract/events.ts'
import type { Sheet } from '../../../contract/visit/sheet.ts'
import { assessSheet } from '../../law/checklist.ts'
import type { Context, NewJob, PersonalChange, Refused } from '../../decision.ts'
import type { Office } from '../../state.ts'
import type { LastAct } from '../../queue/state.ts'
import { rulesNow } from '../../law/rulesNow.ts'
import { headOf, namedRequest } from '../../documents/head.ts'
import { issue } from '../../documents/issue.ts'
import { printerAt } from './visit.ts'

const whyUndone = 'Fin de passage annulée'

type OnPapers = {
  readonly events: readonly Event[]
  readonly personal: readonly PersonalChange[]
  readonly jobs: readonly NewJob[]
}

/**
 * The papers of a closing that is taken back: each that still holds is cancelled by one of its own, printed where it was.
 * Nobody keeps a receipt of what did not happen.
 */
export function cancelledPapers(
  office: Office,
  context: Context,
  { papers, before }: Pick<LastAct, 'papers' | 'before'>,
  sheet: Sheet | undefined,
): Refused<'mentionMissing'> | OnPapers {
  const standing = papers.filter(({ since }) => since === 'nothing')
  const nothing: OnPapers = { events: [], personal: [], jobs: [] }
  if (standing.length === 0 || before === null || before.visit === null) return nothing
  const { ticketId, serviceId, number: ticket, visit } = before
  const { visitId, counterId } = visit
  const assessment = sheet ? assessSheet(rulesNow(office, context), sheet) : null
  const named = namedRequest(office, serviceId, sheet, assessment)
  const head = headOf(office, context, { serviceId, ...named, person: null, ticket })
  const facts = standing.map(({ kind, number, issuedAt }): FactsOf<'annulation'> => ({
    ...head,
    kind: 'annulation',
    relates: { how: 'cancellation', number, issuedAt },
    cancels: { kind, number, issuedAt },
    reason: whyUndone,
  }))
  const issued = issue(office, context, facts, {
    visit: { ticketId, visitId, counterId },
    printerId: printerAt(office, counterId),
  })
  if ('refusal' in issued)
    return { refusal: 'mentionMissing', ...(issued.details ? { details: issued.details } : {}) }
  const related = issued.documents.map(({ seal }, at): Event => ({
    type: 'documentRelated',
    data: {
      documentId: standing[at]!.documentId,
      by: seal.documentId,
      number: seal.number,
      how: 'cancellation',
      reasonId: null,
    },
  }))
  return { events: [...issued.events, ...related], personal: issued.personal, jobs: issued.jobs }
}
