import type { FactsOf } from '../../../contract/documents/issued.ts'
import type { Event } from '../../../contract/events.ts'
import type { FileId, LocalDate } from '../../../contract/ids.ts'
import type { Refused } from '../../decision.ts'
import { acknowledgementBarred } from '../acknowledgement.ts'
import { implicitOn } from '../clocks.ts'
import { isWithAnother } from '../whoDecides.ts'
import { forgottenRow } from '../file.ts'
import { strangeLastDay } from '../term.ts'
import { keepsSecret, unnamedDoubt, unnamedSent } from '../../law/secrecy.ts'
import type { Office } from '../../state.ts'
import { settled } from '../standing.ts'
import { acknowledgementOf } from './acknowledging.ts'
import type { AskRefusal, Composed, Composers, Composing } from '../../documents/composing.ts'
import {
  askedPieceSaid,
  effectOf,
  runsElsewhere,
  groundOf,
  headOfSeen,
  hoursOf,
  originalSaid,
  seenFile,
  silenceSaid,
  titleOfPiece,
} from './fileFacts.ts'
import { retelling } from '../letters.ts'
import { holds } from '../sent.ts'
import type { FileRow, FileState, PieceRequest } from '../state.ts'

// The papers that go with a request while it is examined, composed from the file as it stands.

/** An open file with what was typed about it; a salt commits nothing here, since a paper only reads. */
export function fileAsked(
  office: Office,
  fileId: FileId,
  { personal }: Pick<Composing, 'personal'>,
): Refused<'fileNotOpen'> | { readonly file: FileState; readonly row: FileRow } {
  const file = office.files.get(fileId)
  return !file || file.closed !== null
    ? { refusal: 'fileNotOpen' }
    : { file, row: personal.files.get(fileId) ?? forgottenRow(file, '') }
}

/** What is asked by one request for pieces, what it does to the clock, and what happens without them (CRPA L114-5). */
export function piecesFacts(
  office: Office,
  context: Composing,
  file: FileState,
  row: FileRow,
  request: PieceRequest & { readonly dueOn: LocalDate },
): FactsOf<'pieces'> {
  const seen = seenFile(office, context, file, row)
  return {
    ...headOfSeen(office, context, seen),
    kind: 'pieces',
    receivedOn: file.receivedOn,
    askedOn: request.on,
    pieces: request.pieces.map((piece) => askedPieceSaid(seen, piece)),
    dueOn: request.dueOn,
    hours: hoursOf(office),
    effect: effectOf(file, request.moves),
    ...runsElsewhere(file, effectOf(file, request.moves)),
    silence: silenceSaid(file, implicitOn(file)),
    // What an incomplete request becomes at another authority is not this office's to say.
    consequence: isWithAnother(file) ? null : (seen.assessment?.ifIncomplete.detail ?? null),
  }
}

/** The original of a copy that is doubted, and why (CRPA R113-6). */
export function originalFacts(
  office: Office,
  context: Composing,
  file: FileState,
  row: FileRow,
  { request, doubt }: { readonly request: PieceRequest; readonly doubt: string },
): FactsOf<'original'> {
  const seen = seenFile(office, context, file, row)
  return {
    ...headOfSeen(office, context, seen),
    kind: 'original',
    receivedOn: file.receivedOn,
    askedOn: request.on,
    pieces: request.pieces.map((piece) => originalSaid(seen, piece)),
    doubt: keepsSecret(seen.asked.sheet) ? unnamedDoubt : doubt,
    ...(request.moves ? {} : { moves: false as const }),
  }
}

/** The forwarding that the person is told of: the last one to who decides, else the last one; none was noted by mistake. */
function toldForwarding({ forwarded }: FileState): number {
  const competent = forwarded.findLastIndex((sent) => sent.competent && holds(sent))
  return competent < 0 ? forwarded.findLastIndex(holds) : competent
}

/** A forwarding of a file: to whom, what, and what becomes of its clocks (CRPA L114-2, L114-3). */
export function transmissionFacts(
  office: Office,
  context: Composing,
  file: FileState,
  row: FileRow,
  { rank, address }: { readonly rank: number; readonly address: string | null },
): FactsOf<'transmission'> | null {
  const sent = file.forwarded[rank]
  if (sent === undefined) return null
  const typed = row.forwarded[rank]
  const seen = seenFile(office, context, file, row)
  return {
    ...headOfSeen(office, context, seen),
    kind: 'transmission',
    receivedOn: file.firstReceivedOn,
    on: sent.on,
    to: {
      name: typed?.to ?? '',
      address: address ?? typed?.address ?? null,
      ...(typed?.contact === undefined ? {} : { contact: typed.contact }),
    },
    sent: keepsSecret(seen.asked.sheet) ? unnamedSent : (typed?.sent ?? ''),
    competent: sent.competent,
    arrivedOn: sent.receivedOn,
    silence: silenceSaid(file, implicitOn(file)),
    ...(file.channel === 'email' ? { electronic: true } : {}),
  }
}

/** The originals that are held, given back on a day (CRPA R113-5). */
export function originauxFacts(
  office: Office,
  context: Composing,
  file: FileState,
  row: FileRow,
  back: { readonly on: LocalDate; readonly means: FactsOf<'originaux'>['means'] },
): FactsOf<'originaux'> | null {
  const seen = seenFile(office, context, file, row)
  const held = file.originals.filter(({ returnedOn }) => returnedOn === null)
  if (held.length === 0) return null
  return {
    ...headOfSeen(office, context, seen),
    kind: 'originaux',
    pieces: held.map(({ piece, heldOn }) => ({ title: titleOfPiece(seen, piece), heldOn })),
    returnedOn: back.on,
    means: back.means,
  }
}

/** The last request of that kind: while something of it is awaited, else the last one at all. */
const lastRequest = ({ requests }: FileState, kind: PieceRequest['kind']): PieceRequest | undefined =>
  requests.findLast((one) => one.kind === kind && one.receivedOn === null) ??
  requests.findLast((one) => one.kind === kind)

type Kind = 'accuse' | 'pieces' | 'original' | 'transmission' | 'originaux'

/** Of an open file; what is refused is said before anything is composed. */
const ofFile =
  <A extends { readonly fileId: FileId }>(
    compose: (
      office: Office,
      what: A,
      context: Composing,
      file: FileState,
      row: FileRow,
    ) => Composed | Refused<AskRefusal>,
  ) =>
  (office: Office, what: A, context: Composing): Composed | Refused<AskRefusal> => {
    const found = fileAsked(office, what.fileId, context)
    return 'refusal' in found ? found : compose(office, what, context, found.file, found.row)
  }

export const requestComposers: Composers<Kind> = {
  accuse: ofFile((office, { form, dueOn, fileId }, context, file, row) => {
    const barred = acknowledgementBarred(file)
    if (barred) return barred
    // Not due, it is not given (CRPA R112-4): the receipt of filing says so.
    if (form === 'ar' && !file.regime.acknowledgement.due)
      return {
        refusal: 'nothingToIssue',
        details: file.regime.acknowledgement.sources.map(({ title }) => title),
      }
    const { today: on, assessment } = seenFile(office, context, file, row)
    const { asks, facts, events } = acknowledgementOf(office, context, file, row, { form, on, dueOn })
    const short = strangeLastDay(assessment, { asks, asked: on, dueOn })
    if (short) return short
    return { facts, told: events, fileId }
  }),
  pieces: ofFile((office, { fileId }, context, file, row) => {
    const seen = seenFile(office, context, file, row)
    const over = settled(file, seen.today)
    if (over) return over
    const request = lastRequest(file, 'missing')
    if (!request || request.dueOn === null) return { refusal: 'nothingToIssue' }
    // What the rules of its day no longer require is not asked by a new paper.
    const barred = request.pieces.map((piece) => groundOf(seen, piece)).find((ground) => 'refusal' in ground)
    if (barred && 'refusal' in barred) return barred
    const dated = { ...request, dueOn: request.dueOn }
    return { facts: piecesFacts(office, context, file, row, dated), told: retelling(file, request), fileId }
  }),
  original: ofFile((office, { fileId, doubt }, context, file, row) => {
    const over = settled(file, seenFile(office, context, file, row).today)
    if (over) return over
    const request = lastRequest(file, 'original')
    return request
      ? {
          facts: originalFacts(office, context, file, row, { request, doubt }),
          told: retelling(file, request),
          fileId,
        }
      : { refusal: 'nothingToIssue' }
  }),
  transmission: ofFile((office, { fileId, address }, context, file, row) => {
    // It says which clocks run: none does any more.
    if (file.decision !== null) return { refusal: 'fileAlreadyDecided' }
    const facts = transmissionFacts(office, context, file, row, { rank: toldForwarding(file), address })
    return facts ? { facts, fileId } : { refusal: 'notForwarded' }
  }),
  originaux: ofFile((office, { fileId, means = 'counter', to = 'self' }, context, file, row) => {
    const on = seenFile(office, context, file, row).today
    const facts = originauxFacts(office, context, file, row, { on, means })
    if (!facts) return { refusal: 'noOriginalsHeld' }
    const events: Event[] = [{ type: 'originalsReturned', data: { fileId, means, on, to } }]
    return { facts, fileId, events }
  }),
}
