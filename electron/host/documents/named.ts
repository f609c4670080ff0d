import type { Journal } from '../../../db/journal/port.ts'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { DocumentId, DocumentNumber, Instant } from '../../../shared/contract/ids.ts'
import { commandOf, type DomainCommand } from '../../../shared/contract/index.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Till } from '../../../shared/domain/till/state.ts'
import { isAsSealed } from './sealed.ts'

/** The document that a command names, if it is one of those that do. */
export async function namedDocument(
  journal: Journal,
  { till, publicKey }: Pick<Office, 'till' | 'publicKey'>,
  name: DomainCommand,
  input: unknown,
): Promise<Personal['document']> {
  const documentId = documentNamed(till, name, input)
  if (documentId === null) return null
  return loadedDocument(journal, documentId, publicKey, name === 'document.cancel')
}

/** A document as the tables and the personal rows have it; null of one that nothing knows. */
export async function loadedDocument(
  journal: Journal,
  documentId: DocumentId,
  publicKey: string,
  cancels: boolean,
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
  return {
    issued: issued as IssuedDocument,
    copies,
    handedAt,
    cancelledBy: cancelledBy ?? first?.cancelledBy ?? null,
    correctedBy: correctedBy ?? first?.correctedBy ?? null,
    first: first ? { documentId: first.documentId, handedAt: first.handedAt } : null,
    // What cancels a paper names what repeats it.
    duplicates: cancels ? await duplicatesOf(journal, documentId) : [],
    place: { visit, fileId },
  }
}

/** What a duplicate repeats, which is never a duplicate: it holds as long as that does. */
const firstOf = async (journal: Journal, { facts }: IssuedDocument) =>
  facts.relates?.how === 'duplicate'
    ? journal.documents.numbered(facts.relates.number as DocumentNumber)
    : undefined

/** A duplicate may have been made of a duplicate: all of them are the first's. */
async function duplicatesOf(
  journal: Journal,
  documentId: DocumentId,
): Promise<readonly { readonly number: DocumentNumber; readonly issuedAt: Instant }[]> {
  const found = []
  for (const { documentId: id, number, issuedAt } of await journal.documents.duplicates(documentId))
    found.push({ number, issuedAt }, ...(await duplicatesOf(journal, id)))
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
