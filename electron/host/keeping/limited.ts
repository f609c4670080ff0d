import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { DocumentId, JobId } from '../../../shared/contract/ids.ts'
import type { PersonalRows } from '../../../shared/domain/decision.ts'
import { isHidden, rowKey } from '../../../shared/domain/keeping/limited.ts'
import type { Office } from '../../../shared/domain/office.ts'
import { reach } from './person.ts'

/** What a limited file leads to, as it was when it was last asked. */
type Known = {
  readonly of: Office['limited']
  readonly seq: number
  readonly rows: Promise<ReadonlySet<string>>
}
const known = new WeakMap<Journal, Known>()
const none: ReadonlySet<string> = new Set()

/**
 * The personal rows to which a limited file leads: its papers, its visits' notes, what was typed of its tickets. Few people
 * ask for a limitation; the journal is read again for them once it has moved.
 */
export async function limitedRows(journal: Journal, office: Office): Promise<ReadonlySet<string>> {
  if (office.limited.size === 0) return none
  const { seq } = await journal.head()
  const before = known.get(journal)
  if (before?.of === office.limited && before.seq === seq) return before.rows
  const rows = rowsOf(journal, office)
  known.set(journal, { of: office.limited, seq, rows })
  return rows
}

async function rowsOf(journal: Journal, office: Office): Promise<ReadonlySet<string>> {
  const rows = new Set<string>()
  for (const fileId of office.limited) {
    const file = await journal.files.one(fileId)
    const found = file && (await reach(journal, office, { reference: file.reference }))
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

/** The same of the document that a print job repeats. */
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
