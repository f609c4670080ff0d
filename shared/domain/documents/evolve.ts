import { List } from 'immutable'
import type { CommandId, DocumentId } from '../../contract/ids.ts'
import type { Evolve, Evolutions } from '../decision.ts'
import { keptLines, type Office } from '../state.ts'
import type { LastAct, ActPaper } from '../queue/state.ts'
import { withDocumentsClosed } from './closing.ts'
import { afterSeal, seriesOf } from './issue.ts'
import type { IssuedLine } from './state.ts'

const evolveDocuments: Evolve = (office, { at, event, commandId }) => {
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
        justIssued: {
          commandId,
          papers: [
            ...papersOfCommand(office, commandId),
            { documentId, kind, number, issuedAt, since: 'nothing' },
          ],
        },
        issued:
          counterId === null
            ? office.issued
            : office.issued.update(counterId, List(), (lines) => lines.unshift(line).take(keptLines)),
      }
    }
    case 'documentPrinted':
      return { ...office, copies: office.copies.set(event.data.documentId, event.data.copy) }
    case 'documentHandedOver': {
      const { documentId, refused } = event.data
      // Whoever would not take it has nothing in hand.
      const handed = refused ? office.handed : office.handed + 1
      return onLine({ ...office, handed }, documentId, (line) => ({ ...line, handedAt: at }))
    }
    case 'documentRelated': {
      const { documentId, number, how } = event.data
      const next = onPaper(office, documentId, how === 'cancellation' ? 'cancelled' : 'repeated')
      if (how === 'duplicate') return next
      return onLine(next, documentId, (line) =>
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

/** The papers that a command has given so far. */
export const papersOfCommand = (
  { justIssued }: Pick<Office, 'justIssued'>,
  commandId: CommandId,
): readonly ActPaper[] => (justIssued?.commandId === commandId ? justIssued.papers : [])

/** What became of a paper that an act gave, while that act can still be taken back. */
function onPaper(office: Office, documentId: DocumentId, since: ActPaper['since']): Office {
  const marked = (act: LastAct | null): LastAct | null =>
    act && {
      ...act,
      papers: act.papers.map((paper) => (paper.documentId === documentId ? { ...paper, since } : paper)),
      earlier: marked(act.earlier),
    }
  return {
    ...office,
    counters: office.counters.map((counter) => ({ ...counter, last: marked(counter.last) })),
  }
}

/** Each event of documents, and what it changes in the office. */
export const documentsEvolutions = {
  documentIssued: evolveDocuments,
  documentPrinted: evolveDocuments,
  documentHandedOver: evolveDocuments,
  documentRelated: evolveDocuments,
  documentsClosed: evolveDocuments,
  paperSet: evolveDocuments,
  agentShielded: evolveDocuments,
} satisfies Evolutions
