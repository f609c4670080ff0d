import type { Event } from '../../../contract/events.ts'
import type { LocalDate } from '../../../contract/ids.ts'
import { dateIn } from '../../core/calendar/index.ts'
import type { Context } from '../../decision.ts'
import type { LoadedDocument } from '../../documents/subjects.ts'
import { zoneOf, type Office } from '../../state.ts'
import type { FileState, PieceRequest } from '../state.ts'

// What a letter that is cancelled had done to its file: it asks, and acknowledges, nothing any more.

/** Whether a letter tells of a request: by its kind, its day and the last day that it gives. */
function tellsRequest(
  { issued: { facts } }: LoadedDocument,
  { kind, on, dueOn }: PieceRequest,
  day: LocalDate,
) {
  switch (facts.kind) {
    case 'pieces':
      return kind === 'missing' && facts.askedOn === on && facts.dueOn === dueOn
    case 'original':
      return kind === 'original' && facts.askedOn === on
    case 'accuse':
    case 'recepisse':
      return kind === 'missing' && day === on && facts.incomplete?.dueOn === dueOn
    default:
      return false
  }
}

const tellsAcknowledgement = (
  { issued: { facts } }: LoadedDocument,
  { form, on }: FileState['acknowledged'][number],
  day: LocalDate,
): boolean => facts.kind === 'accuse' && facts.form === form && day === on

/**
 * What is withdrawn from an open file with the letter that told it (CRPA L112-6, L114-5): a delay is not stopped by what was
 * cancelled, and what was not acknowledged is not. What another letter in force tells stays, and so does what came whole.
 */
export function withdrawnWith(office: Office, context: Context, named: LoadedDocument): readonly Event[] {
  const { fileId } = named.place
  const file = fileId === null ? undefined : office.files.get(fileId)
  const isCopy = named.issued.facts.relates?.how === 'duplicate'
  if (!file || isCopy || file.closed !== null || file.decision !== null) return []
  const zone = zoneOf(office)
  // What puts a letter right says what was done on that letter’s day.
  const dayOf = ({ issued: { seal, facts } }: LoadedDocument) =>
    dateIn(zone, facts.relates?.how === 'correction' ? facts.relates.issuedAt : seal.issuedAt)
  const others = (context.letters ?? []).filter(
    ({ issued, cancelledBy, correctedBy }) =>
      cancelledBy === null &&
      correctedBy === null &&
      issued.facts.relates?.how !== 'duplicate' &&
      issued.seal.documentId !== named.issued.seal.documentId,
  )
  const alone = (tells: (letter: LoadedDocument) => boolean) => tells(named) && !others.some(tells)
  const requests = file.requests.flatMap((request, rank) =>
    request.receivedOn === null && alone((letter) => tellsRequest(letter, request, dayOf(letter)))
      ? [{ letter: 'request' as const, rank }]
      : [],
  )
  const acknowledged = file.acknowledged.flatMap((given, rank) =>
    alone((letter) => tellsAcknowledgement(letter, given, dayOf(letter)))
      ? [{ letter: 'acknowledgement' as const, rank }]
      : [],
  )
  const on = dateIn(zone, context.now)
  // The last first: a rank counts those that still hold.
  return [...requests, ...acknowledged]
    .toReversed()
    .map((data) => ({ type: 'fileLetterCancelled', data: { fileId: file.fileId, ...data, on } }))
}
