import type { Batch, Journal } from '../../../db/journal/port.ts'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { DocumentDuplicate } from '../../../db/journal/readTables.ts'
import type { DocumentId, DocumentNumber } from '../../../shared/contract/ids.ts'
import { commandOf, type DomainCommand } from '../../../shared/contract/index.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Till } from '../../../shared/domain/till/state.ts'
import { endedFile } from './endedFile.ts'
import { isAsSealed } from './sealed.ts'

/**
 * The document that a command names, if it is one of those that do; of a refusal, its file if it ended.
 * @param pending what acts decided just before change, not stored yet
 */
export async function namedDocument(
  journal: Journal,
  { till, publicKey, files }: Pick<Office, 'till' | 'publicKey' | 'files'>,
  { name, input }: { readonly name: DomainCommand; readonly input: unknown },
  pending: Pick<Batch, 'events' | 'personal'>,
): Promise<Personal['document']> {
  const documentId = documentNamed(till, name, input)
  if (documentId === null) return null
  const withDuplicates = name === 'document.cancel' || name === 'document.correct'
  const found = await loadedDocument(journal, documentId, publicKey, withDuplicates)
  if (found === null || found === 'erased' || found === 'altered') return found
  const { issued, place } = found
  // No act on another paper asks what its file stood for.
  if (issued.facts.kind !== 'refus' || place.fileId === null) return found
  const ended = await endedFile(journal, files, place.fileId, pending)
  return ended ? { ...found, ended } : found
}

/**
 * A document as the tables and the personal rows have it; null of one that nothing knows.
 * @param withDuplicates reads what repeats it too: for what cancels it, or puts it right
 */
export async function loadedDocument(
  journal: Journal,
  documentId: DocumentId,
  publicKey: string,
  withDuplicates: boolean,
): Promise<Personal['document']> {
  const row = await journal.documents.row(documentId)
  if (row === undefined) return null
  const issued = await journal.personalRow('document', documentId)
  if (issued === undefined) return 'erased'
  if (!isAsSealed(issued as IssuedDocument, await journal.documents.seal(documentId), publicKey))
    return 'altered'
  const { copies, handedAt, cancelledBy, correctedBy, ticketId, visitId, counterId, fileId } = row
  const visit =
    ticketId === null || visitId === null || counterId === null ? null : { ticketId, visitId, counterId }
  const first = await firstOf(journal, issued as IssuedDocument)
  const duplicates = withDuplicates ? await duplicatesOf(journal, documentId) : []
  const alike = withDuplicates && first ? await duplicatesOf(journal, first.documentId) : duplicates
  return {
    issued: issued as IssuedDocument,
    copies,
    handedAt,
    cancelledBy: cancelledBy ?? first?.cancelledBy ?? null,
    correctedBy: correctedBy ?? first?.correctedBy ?? null,
    first: first ? { documentId: first.documentId } : null,
    alikeHanded: [row, ...(first ? [first] : []), ...alike].some((one) => one.handedAt !== null),
    // What cancels a paper names what repeats it.
    duplicates: duplicates.map(({ number, issuedAt: at }) => ({ number, issuedAt: at })),
    place: { visit, fileId },
  }
}

/** What a duplicate repeats, which is never a duplicate: it holds as long as that does. */
const firstOf = async (journal: Journal, { facts }: IssuedDocument) =>
  facts.relates?.how === 'duplicate'
    ? journal.documents.numbered(facts.relates.number as DocumentNumber)
    : undefined

/** A duplicate may have been made of a duplicate: all of them are the first's. */
async function duplicatesOf(journal: Journal, documentId: DocumentId): Promise<readonly DocumentDuplicate[]> {
  const found: DocumentDuplicate[] = []
  for (const one of await journal.documents.duplicates(documentId))
    found.push(one, ...(await duplicatesOf(journal, one.documentId)))
  return found.toSorted((one, other) => one.issuedAt - other.issuedAt)
}

function documentNamed(till: Till, name: DomainCommand, input: unknown): DocumentId | null {
  const { names } = commandOf(name)
  if (names?.includes('tillPaper'))
    return till.papers.get((input as { readonly number: number }).number)?.documentId ?? null
  if (!names?.includes('document')) return null
  const { documentId, what } = input as {
    readonly documentId?: DocumentId
    /** `document.issue` names it in what it asks. */
    readonly what?: { readonly documentId?: DocumentId | null }
  }
  return documentId ?? what?.documentId ?? null
}
