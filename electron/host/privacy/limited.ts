import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type {
  DocumentId,
  FileId,
  FileReference,
  JobId,
  LocalDate,
  TicketId,
  TicketNumber,
} from '../../../shared/contract/ids.ts'
import type { DomainCommand } from '../../../shared/contract/index.ts'
import type { PersonalRows } from '../../../shared/domain/decision.ts'
import { isBarredOnLimited, isHidden, rowKey } from '../../../shared/domain/privacy/limited.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { reachedFrom } from './person.ts'

/** The rows that limited files lead to, cached until the journal or the limits change. */
type CachedRows = {
  readonly of: Office['limited']
  readonly seq: number
  readonly rows: Promise<ReadonlySet<string>>
}
const cache = new WeakMap<Journal, CachedRows>()
const none: ReadonlySet<string> = new Set()

/**
 * The personal rows to which a limited file leads: its papers, its visits' notes, what was typed of its tickets. Few people
 * ask for a limitation; the journal is read again for them once it has moved.
 */
export async function limitedRows(journal: Journal, office: Office): Promise<ReadonlySet<string>> {
  if (office.limited.size === 0) return none
  const { seq } = await journal.head()
  const before = cache.get(journal)
  if (before?.of === office.limited && before.seq === seq) return before.rows
  const rows = rowsOf(journal, office)
  cache.set(journal, { of: office.limited, seq, rows })
  return rows
}

async function rowsOf(journal: Journal, office: Office): Promise<ReadonlySet<string>> {
  const rows = new Set<string>()
  for (const fileId of office.limited) {
    const file = await journal.files.one(fileId)
    const found = file && (await reachedFrom(journal, office, { reference: file.reference }))
    for (const { kind, id } of found?.keys ?? []) rows.add(rowKey(kind, id))
  }
  return rows
}

/** Whether a row is kept from whoever asks because its person asked for that (GDPR 18). */
export async function isKeptFrom(
  journal: Journal,
  office: Office,
  who: Pick<Who, 'role'>,
  kind: keyof PersonalRows,
  id: string,
): Promise<boolean> {
  if (office.limited.size === 0 || who.role === 'admin') return false
  if (kind === 'document') {
    const fileId = (await journal.documents.row(id as DocumentId))?.fileId ?? null
    if (fileId !== null) return isHidden(office, who, fileId)
  }
  return (await limitedRows(journal, office)).has(rowKey(kind, id))
}

/** Whether the document that a print job repeats is kept from this person's eyes. */
export async function isJobKeptFrom(
  journal: Journal,
  office: Office,
  who: Pick<Who, 'role'>,
  jobId: JobId,
): Promise<boolean> {
  if (office.limited.size === 0) return false
  const documentId = (await journal.jobs.get(jobId))?.documentId ?? null
  return documentId !== null && isKeptFrom(journal, office, who, 'document', documentId)
}

/** Whether a ticket's trace is kept from whoever asks: a limited file was opened or dealt with in its visits. */
export const isTicketKeptFrom = (
  journal: Journal,
  office: Office,
  who: Pick<Who, 'role'>,
  ticketId: TicketId,
  // The ground of each ticket to which a file leads is among its rows, whether one is kept or not.
): Promise<boolean> => isKeptFrom(journal, office, who, 'ground', ticketId)

/** By what an act may name a file, a paper or a past ticket. */
type RecordRef = {
  readonly fileId?: FileId | null
  readonly fileIds?: readonly FileId[]
  readonly reference?: FileReference
  readonly documentId?: DocumentId | null
  readonly code?: string
  readonly ofDay?: { readonly number: TicketNumber; readonly date: LocalDate }
  /** `document.issue` names it in what it asks. */
  readonly what?: RecordRef
}

/** Of the several files that an act names, the references of those that are kept from whoever acts: without them, it is done. */
export async function limitedAmong(
  journal: Journal,
  office: Office,
  who: Pick<Who, 'role'>,
  input: unknown,
): Promise<readonly FileReference[]> {
  const { fileIds = [] } = input as RecordRef
  const limited = [...new Set(fileIds)].filter((one) => isHidden(office, who, one))
  const files = await Promise.all(limited.map((one) => journal.files.one(one)))
  return files.flatMap((file) => (file ? [file.reference] : []))
}

/**
 * Whether an act is refused because it would use what a limited file keeps (GDPR 18.2, `OnLimited`): by the file, by one of
 * its papers, or by a past ticket of its person.
 * @param ticketOf the past ticket that an act names, by its code or its number on a date
 */
export async function isBarred(
  journal: Journal,
  office: Office,
  {
    who,
    name,
    input,
  }: { readonly who: Pick<Who, 'role'>; readonly name: DomainCommand; readonly input: unknown },
  ticketOf: (named: RecordRef) => Promise<TicketId | undefined>,
): Promise<boolean> {
  if (office.limited.size === 0 || !isBarredOnLimited(name)) return false
  const ref = input as RecordRef
  const named = ref.what ?? ref
  const { fileId, fileIds, reference, documentId } = named
  const files = [...(fileIds ?? []), ...(fileId ? [fileId] : [])]
  if (files.some((one) => isHidden(office, who, one))) return true
  if (reference !== undefined) {
    const file = await journal.files.byReference(reference)
    if (file && isHidden(office, who, file.fileId)) return true
  }
  if (documentId && (await isKeptFrom(journal, office, who, 'document', documentId))) return true
  const ticketId = await ticketOf(named)
  return ticketId !== undefined && isTicketKeptFrom(journal, office, who, ticketId)
}
