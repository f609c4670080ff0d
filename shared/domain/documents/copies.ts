import type { Decide } from '../decision.ts'
import { counterOf, placeOf } from '../state.ts'
import { copyJob } from './issue.ts'

/** One more copy, counted: the host has found the document and put it in the context. */
export const printDocument: Decide<'document.print'> = (
  office,
  { documentId, printerId, variant, lang },
  context,
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const named = context.personal.document
  if (named === 'erased') return { refusal: 'documentErased' }
  if (named === 'altered') return { refusal: 'documentAltered' }
  if (named?.issued.seal.documentId !== documentId) return { refusal: 'unknownDocument' }
  const place = counterOf(office, context.who.agentId)
  const chosen =
    printerId ??
    (place && placeOf(office, place.counterId)?.printerId) ??
    office.settings.printers[0]?.printerId ??
    null
  // The day's state knows the copies of this moment, the tables those of the days before.
  const copy = Math.max(office.copies.get(documentId) ?? 1, named.copies) + 1
  const job = copyJob(office, context, named.issued, copy, chosen, { variant, lang })[0]
  if (!job) return { refusal: 'unknownPrinter' }
  return {
    events: [{ type: 'documentPrinted', data: { documentId, copy } }],
    jobs: [job],
    output: { jobId: job.jobId, copy },
  }
}
