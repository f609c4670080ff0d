import type { DocumentFacts, IssuedDocument } from '../../contract/documents/issued.ts'
import type { FileId } from '../../contract/ids.ts'
import type { Issued } from '../../contract/documents/issuing.ts'
import type { Context, Refused } from '../decision.ts'
import type { Office } from '../state.ts'
import { chosenPrinter } from './composing.ts'
import { answered, issue, type IssuedPapers } from './issue.ts'

/** What the papers of an act add to it. */
export type ActPapers = Pick<IssuedPapers, 'events' | 'personal' | 'jobs'> & {
  readonly issued: readonly IssuedDocument[]
  readonly documents: readonly Issued[]
}

/** What the paper of an act adds to it: nothing where the act is only noted. */
export type ActPaper = Pick<IssuedPapers, 'events' | 'personal' | 'jobs'> & {
  readonly document: Issued | null
}

/** The papers that an act on a file issues in the same decision, at the printer of who acts; refused with what lacks. */
export function papersOfAct(
  office: Office,
  context: Context,
  fileId: FileId,
  facts: readonly DocumentFacts[],
): Refused<'officeNotCreated' | 'mentionMissing'> | ActPapers {
  const printerId = chosenPrinter(office, context, undefined)
  const issued = issue(office, context, facts, {
    fileId,
    printerId: typeof printerId === 'object' ? null : printerId,
  })
  if ('refusal' in issued) return issued
  const { documents } = issued
  return {
    ...issued,
    issued: documents,
    documents: documents.map((document) => answered(document, issued.jobs)),
  }
}

/** The one paper of an act, where it has one. */
export function paperOfAct(
  office: Office,
  context: Context,
  fileId: FileId,
  facts: DocumentFacts | null,
): Refused<'officeNotCreated' | 'mentionMissing'> | ActPaper {
  const papers = papersOfAct(office, context, fileId, facts === null ? [] : [facts])
  if ('refusal' in papers) return papers
  const { events, personal, jobs, documents } = papers
  return { events, personal, jobs, document: documents[0] ?? null }
}
