import type { DocumentFacts } from '../../contract/documents/issued.ts'
import type { FileId } from '../../contract/ids.ts'
import type { Issued } from '../../contract/documents/issuing.ts'
import type { Event } from '../../contract/events.ts'
import type { Context, NewJob, PersonalChange, Refused } from '../decision.ts'
import type { Office } from '../state.ts'
import { chosenPrinter } from './composing.ts'
import { answered, issue } from './issue.ts'

/** What the paper of an act adds to it: nothing where the act is only noted. */
export type ActPaper = {
  readonly events: readonly Event[]
  readonly personal: readonly PersonalChange[]
  readonly jobs: readonly NewJob[]
  readonly document: Issued | null
}

const noPaper: ActPaper = { events: [], personal: [], jobs: [], document: null }

/** The paper that an act on a file issues in the same decision, at the printer of who acts; refused with what lacks. */
export function paperOfAct(
  office: Office,
  context: Context,
  fileId: FileId,
  facts: DocumentFacts | null,
): Refused<'officeNotCreated' | 'mentionMissing'> | ActPaper {
  if (facts === null) return noPaper
  const printerId = chosenPrinter(office, context, undefined)
  const issued = issue(office, context, [facts], {
    fileId,
    printerId: typeof printerId === 'object' ? null : printerId,
  })
  if ('refusal' in issued) return issued
  const { events, personal, jobs, documents } = issued
  const [document] = documents
  return { events, personal, jobs, document: document ? answered(document, jobs) : null }
}
