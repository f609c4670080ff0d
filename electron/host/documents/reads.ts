import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import { instantOf } from '../../../shared/domain/core/calendar/index.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import type { Reading } from '../reading.ts'
import { noteConsultation } from '../privacy/accessLog/note.ts'
import { isKeptFrom } from '../privacy/limited.ts'
import { isAsSealed } from './sealed.ts'

/** Documents on a page of the list. */
const documentsPage = 50

/** A document as it was issued, verified against its seal; reading it is noted. */
export const getDocument: Reading<'document.get'> = async ({ documentId }, tables) => {
  const { journal, office } = tables
  const seal = await journal.documents.seal(documentId)
  if (seal === undefined) return { refusal: 'unknownDocument' }
  if (await isKeptFrom(journal, office, tables.who, 'document', documentId))
    return { refusal: 'personLimited' }
  const kept = (await journal.personalRow('document', documentId)) as IssuedDocument | undefined
  if (kept === undefined) return { refusal: 'documentErased' }
  if (!isAsSealed(kept, seal, office.publicKey)) return { refusal: 'documentAltered' }
  await noteConsultation(tables, 'document', [documentId])
  return kept
}

/** A page of the documents issued, the latest first, by day of the office's zone, kind, number, file or ticket. */
export const listDocuments: Reading<'document.list'> = async (
  { date, until, before, after, kind, number, fileId, ticket },
  { journal, office },
) => {
  const zone = zoneOf(office)
  const { documents, more } = await journal.documents.list({
    ...(date === undefined
      ? {}
      : { from: instantOf(zone, date, 0), to: instantOf(zone, until ?? date, 1440) }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(kind === undefined ? {} : { kind }),
    ...(number === undefined ? {} : { number: number.toUpperCase() }),
    ...(fileId === undefined ? {} : { fileId }),
    ...(ticket === undefined ? {} : { ticket }),
    limit: documentsPage,
  })
  const lines = documents.map((row) => ({
    documentId: row.documentId,
    kind: row.kind,
    number: row.number,
    issuedAt: row.issuedAt,
    erased: row.erased,
    handedAt: row.handedAt,
    cancelledBy: row.cancelledBy,
    correctedBy: row.correctedBy,
    ticket: row.ticket,
    file: row.file,
    copies: row.copies,
  }))
  return { documents: lines.slice(0, documentsPage), more: more || lines.length > documentsPage }
}
