import type { Batch, Journal } from '../../../db/journal/port.ts'
import type { DocumentRow } from '../../../db/journal/readTables.ts'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { FileId } from '../../../shared/contract/ids.ts'
import { commandOf, type DomainCommand } from '../../../shared/contract/index.ts'
import type { Context } from '../../../shared/domain/decision.ts'
import type { LoadedDocument } from '../../../shared/domain/documents/subjects.ts'
import { loadedDocument } from './named.ts'

/** Lines of the table that one question reads. */
const page = 200

/**
 * The papers that told the person of a forwarding of the file that a command names, the oldest first, with those of acts
 * decided just before and not stored yet; undefined of a command that reads none.
 */
export async function namedTransmissions(
  journal: Journal,
  {
    name,
    input,
    publicKey,
  }: { readonly name: DomainCommand; readonly input: unknown; readonly publicKey: string },
  pending: Pick<Batch, 'events' | 'personal'>,
): Promise<Context['transmissions']> {
  if (!commandOf(name).names?.includes('transmissions')) return undefined
  const { fileId } = input as { readonly fileId: FileId }
  const found: LoadedDocument[] = []
  for (const { documentId, cancelledBy, correctedBy } of await stored(journal, fileId)) {
    const document = await loadedDocument(journal, documentId, publicKey, true)
    if (document === 'altered' && cancelledBy === null && correctedBy === null) return 'altered'
    if (document !== null && document !== 'erased' && document !== 'altered') found.push(document)
  }
  return withPending(found, fileId, pending)
}

/** What the table has, the oldest first. */
async function stored(journal: Journal, fileId: FileId): Promise<readonly DocumentRow[]> {
  const rows: DocumentRow[] = []
  for (;;) {
    const last = rows.at(-1)
    const { documents, more } = await journal.documents.list({
      fileId,
      kind: 'transmission',
      limit: page,
      ...(last && { before: last.issuedAt, after: last.documentId }),
    })
    rows.push(...documents)
    if (!more || documents.length === 0) return rows.toReversed()
  }
}

/** The same after acts of the same group: what they issued, corrected or cancelled. */
function withPending(
  found: readonly LoadedDocument[],
  ofFile: FileId,
  { events, personal }: Pick<Batch, 'events' | 'personal'>,
): readonly LoadedDocument[] {
  const papers = [...found]
  for (const { at, event } of events) {
    if (
      event.type === 'documentIssued' &&
      event.data.kind === 'transmission' &&
      event.data.fileId === ofFile
    ) {
      const { documentId, fileId } = event.data
      const row = personal.find(
        ({ op, kind, id }) => op === 'put' && kind === 'document' && id === documentId,
      )
      if (row?.op !== 'put') continue
      const issued = row.value as IssuedDocument
      const fresh = {
        copies: 1,
        handedAt: null,
        cancelledBy: null,
        correctedBy: null,
        first: null,
        alikeHanded: false,
        duplicates: [],
      }
      papers.push({ issued, ...fresh, place: { visit: null, fileId } })
    }
    if (event.type !== 'documentRelated') continue
    const { documentId, how, number } = event.data
    const rank = papers.findIndex(({ issued }) => issued.seal.documentId === documentId)
    const paper = papers[rank]
    if (paper === undefined) continue
    papers[rank] = {
      ...paper,
      ...(how === 'cancellation' ? { cancelledBy: number } : {}),
      ...(how === 'correction' ? { correctedBy: number } : {}),
      ...(how === 'duplicate' ? { duplicates: [...paper.duplicates, { number, issuedAt: at }] } : {}),
    }
  }
  return papers
}
