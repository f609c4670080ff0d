import type { VisitEnd } from '../../../contract/queue/outcomes.ts'
import type { FileReference, TicketId } from '../../../contract/ids.ts'
import type { Sheet } from '../../../contract/visit/sheet.ts'
import { dateIn } from '../../core/calendar/index.ts'
import type { Refused } from '../../decision.ts'
import { fileLeft, openedFileEvents } from '../../files/visit.ts'
import { goneOnWith, withoutAwaited } from '../../files/goingOn.ts'
import { closingKey, forgottenRow } from '../../files/file.ts'
import { repeating } from '../../files/letters.ts'
import type { FileRow, FileState } from '../../files/state.ts'
import { seenFile } from '../../files/papers/fileFacts.ts'
import { zoneOf, type Office } from '../../state.ts'
import type { Ticket, Visit } from '../../queue/state.ts'
import { servedHere, sheetOf } from '../../queue/sheet.ts'
import type { AskOf, AskRefusal, Composed, Composers, Composing } from '../../documents/composing.ts'
import { saidOfFile } from './visit.ts'
import { factsOf } from './visitFacts.ts'

// The receipt of filing, for whoever asks for it: while the pieces are being shown, or later the same day.

type Shown = {
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly sheet: Sheet
  readonly outcome: VisitEnd
  readonly left: { readonly file: FileState; readonly row: FileRow } | null
}

const suggested = ({ pieces }: Sheet): VisitEnd =>
  pieces.some(({ state }) => state === 'missing') ? 'incomplete' : 'filed'

/** The request under way here: its file is the one that filing it would open, which has no reference yet. */
function underWay(office: Office, context: Composing): Refused<'counterNotOpen' | 'nobodyServed'> | Shown {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { ticket } = here
  const today = dateIn(zoneOf(office), context.now)
  const sheet = withoutAwaited(office, { sheet: here.sheet, outcome: 'filed' }, today)
  const outcome = suggested(sheet)
  const drafting = { ...context, newId: () => '', newSalt: () => '' }
  const onFiles = openedFileEvents(office, drafting, { ticket, sheet, outcome })
  return { ticket, sheet, outcome, left: fileLeft(office, drafting, { sheet }, onFiles) }
}

/** A request of today, whose sheet is still there: without it nobody knows any more what was shown. */
function ofToday(
  office: Office,
  ticketId: TicketId,
  { personal }: Composing,
): Refused<'unknownTicket' | 'nothingToIssue'> | Shown {
  const ticket = office.tickets.get(ticketId)
  if (!ticket) return { refusal: 'unknownTicket' }
  const { visit } = ticket
  const noted = visit && personal.sheets.get(visit.visitId)
  const kept = noted ?? (visit && personal.closedSheets.get(visit.visitId))
  if (!visit || !kept) return { refusal: 'nothingToIssue' }
  const sheet = sheetOf(ticket, kept)
  // The request that the sheet is of: the one under way, else the last that ended.
  const request = noted ? visit.done : visit.done - 1
  const fileId = office.filesOfVisits.get(closingKey({ visitId: visit.visitId, request }))?.last()
  // A visit that an older version ended as refused: a receipt of today says what was filed, and no decision.
  const outcome = visit.outcome === null || visit.outcome === 'refused' ? suggested(sheet) : visit.outcome
  // A closing that changed nothing of its file went on with it all the same.
  const file = fileId === undefined ? goneOnWith(office, { sheet, outcome }) : office.files.get(fileId)
  const left = file ? { file, row: personal.files.get(file.fileId) ?? forgottenRow(file, '') } : null
  return { ticket: { ...ticket, visit }, sheet, outcome, left }
}

function recepisse(
  office: Office,
  { ticketId }: AskOf<'recepisse'>,
  context: Composing,
): Composed | Refused<AskRefusal> {
  const shown = ticketId === null ? underWay(office, context) : ofToday(office, ticketId, context)
  if ('refusal' in shown) return shown
  const { ticket, sheet, outcome, left } = shown
  // « Autre démarche » names what is asked: a receipt for nothing in particular would prove nothing.
  if (sheet.procedureId === 'autre' && sheet.label === null) return { refusal: 'labelMissing' }
  const isStored = left !== null && office.files.has(left.file.fileId)
  const reference: FileReference | null = isStored ? left.file.reference : null
  const ofFile =
    left === null
      ? {}
      : saidOfFile({ seen: seenFile(office, context, left.file, left.row), after: left.file })
  const facts = factsOf(
    office,
    context,
    { ticket, sheet, outcome, file: reference, ...(left === null ? {} : { left }) },
    'recepisse',
    ofFile,
  )
  const { visitId, counterId } = ticket.visit
  const of = { facts, visit: { ticketId: ticket.ticketId, visitId, counterId } }
  // It asks again what its file awaits: it is one of its letters.
  return left !== null && isStored && ofFile.incomplete
    ? { ...of, fileId: left.file.fileId, told: repeating(left.file) }
    : of
}

export const receiptComposers: Composers<'recepisse'> = { recepisse }
