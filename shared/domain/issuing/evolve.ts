import { List } from 'immutable'
import type { DocumentId } from '../../contract/ids.ts'
import type { Evolve } from '../decision.ts'
import { keptLines, type IssuedLine, type Office } from '../office.ts'
import { withDocumentsClosed } from './closing.ts'
import { afterSeal, seriesOf } from './issue.ts'

export const evolveDocuments: Evolve = (office, { at, event }) => {
  switch (event.type) {
    case 'documentIssued': {
      const { documentId, kind, year, number, hash, issuedAt, counterId, ticketId } = event.data
      const ticket = ticketId === null ? undefined : office.tickets.get(ticketId)?.number
      const line = {
        documentId,
        kind,
        number,
        issuedAt,
        erased: false,
        handedAt: null,
        cancelledBy: null,
        correctedBy: null,
        ticket: ticket ?? null,
      }
      return {
        ...office,
        documents: office.documents.set(seriesOf(kind, year), afterSeal({ number, hash })),
        traces: office.traces.update(kind, 0, (count) => count + 1),
        issuedCount: office.issuedCount + 1,
        issued:
          counterId === null
            ? office.issued
            : office.issued.update(counterId, List(), (lines) => lines.unshift(line).take(keptLines)),
      }
    }
    case 'documentPrinted':
      return { ...office, copies: office.copies.set(event.data.documentId, event.data.copy) }
    case 'documentHandedOver':
      return onLine(office, event.data.documentId, (line) => ({ ...line, handedAt: at }))
    case 'documentRelated': {
      const { documentId, number, how } = event.data
      if (how === 'duplicate') return office
      return onLine(office, documentId, (line) =>
        how === 'cancellation' ? { ...line, cancelledBy: number } : { ...line, correctedBy: number },
      )
    }
    case 'documentsClosed':
      return withDocumentsClosed(office, event.data)
    case 'paperSet':
      return { ...office, paper: event.data.paper }
    case 'agentShielded': {
      const { agentId, pseudonym, reasonId } = event.data
      return {
        ...office,
        shields:
          pseudonym === null
            ? office.shields.delete(agentId)
            : office.shields.set(agentId, { pseudonym, reasonId }),
      }
    }
    default:
      return undefined
  }
}

/** The day's line of that document, wherever it was issued. */
const onLine = (
  office: Office,
  documentId: DocumentId,
  change: (line: IssuedLine) => IssuedLine,
): Office => ({
  ...office,
  issued: office.issued.map((lines) =>
    lines.map((line) => (line.documentId === documentId ? change(line) : line)),
  ),
})
