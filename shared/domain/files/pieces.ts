import type { Event } from '../../contract/events.ts'
import type { PieceKey, PieceName } from '../../contract/files/file.ts'
import type { Input } from '../../contract/index.ts'
import { isPartOf } from '../../procedures/requirable.ts'
import { demandOf, grounds, type Ground } from '../law/lacking.ts'
import { strangePieceName, strangeProse } from '../law/names.ts'
import { assessSheet, pieceTitle } from '../law/checklist.ts'
import type { Context, Decide, Refused } from '../decision.ts'
import { settled } from './standing.ts'
import { originalFacts, originauxFacts, piecesFacts } from './papers/requests.ts'
import { paperOfAct } from '../documents/withAct.ts'
import type { Office } from '../state.ts'
import { isWithAnother } from './whoDecides.ts'
import { awaitedPieces, distinct, keyOf } from './file.ts'
import { fileAfter } from './evolve.ts'
import { askedIn, keptRow, keyed, openedFile, pieceAdded, strangeDate, type Opened } from './recorded.ts'
import type { FileRow, FileState } from './state.ts'
import { strangeTerm } from './term.ts'

/** What came under the words by which it was asked is the piece of the rules that is awaited. */
function asAwaited({ file, rules }: Opened, pieces: readonly PieceName[]): readonly PieceName[] {
  const { procedureId } = file
  const awaited = awaitedPieces(file).flatMap((piece) =>
    'pieceId' in piece && procedureId !== null
      ? [{ pieceId: piece.pieceId, title: pieceTitle(rules, procedureId, piece.pieceId) ?? '' }]
      : [],
  )
  return pieces.map((piece) => {
    if ('pieceId' in piece) return piece
    const its = awaited.filter(({ title }) => isPartOf(piece.label, title))
    return its.length === 1 ? { pieceId: its[0]!.pieceId } : piece
  })
}

/** Pieces that came, whether they were asked or not. By post the postmark is noted: it says whether they came in time (CRPA L112-1). */
export const addPiece: Decide<'file.addPiece'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const { file, row, today, rules } = found
  const { receivedOn, sentOn } = input
  const strange = strangeDate(receivedOn, { after: file.receivedOn, today })
  if (strange) return strange
  if (sentOn !== undefined && sentOn > receivedOn) return { refusal: 'datesMixedUp' }
  const unnamed = strangePieceName(input.pieces)
  if (unnamed) return unnamed
  const named = keyed(rules, file.procedureId, row, asAwaited(found, input.pieces))
  if ('refusal' in named) return named
  const event = pieceAdded(
    found,
    named.row,
    { fileId: file.fileId, pieces: distinct(named.keys), sentOn: sentOn ?? null, receivedOn, visit: null },
    context.now,
  )
  const after = fileAfter(file, { at: context.now, event })
  return {
    events: [event],
    personal:
      named.row.labels.length > row.labels.length ? [keptRow(file.fileId, named.row, context.now)] : [],
    output: { reference: file.reference, awaited: after === null ? 0 : awaitedPieces(after).length },
  }
}

type AskedPiece = Input<'file.requestPieces'>['pieces'][number]

/** Whether the instruction can't go on without one of them: where a right is at stake, nothing else stops the clock (CRPA L114-5-1). */
const someIndispensable = (asked: readonly Ground[], pieces: readonly AskedPiece[]): boolean =>
  asked.some(({ indispensable }, at) => {
    const piece = pieces[at]
    return indispensable ?? (piece !== undefined && 'label' in piece && piece.indispensable)
  })

/** A doubtful copy lets its original be asked (CRPA R113-6): what no copy was given of is a piece more, which its own text requires. */
const doubtfulCopy = 'CRPA, art. R113-6'

/** The original of pieces that came: what was never received has no copy to doubt. */
function originalsAsked(
  here: ReadonlySet<string>,
  keys: readonly PieceKey[],
  pieces: readonly AskedPiece[],
): Refused<'originalWithoutCopy'> | undefined {
  const at = keys.findIndex((key) => !here.has(keyOf(key)))
  const piece = pieces[at]
  return piece === undefined
    ? undefined
    : { refusal: 'originalWithoutCopy', details: ['pieceId' in piece ? piece.pieceId : piece.label] }
}

/** Pieces that came already are not asked again, whatever the words. */
function alreadyHere(
  { rules, file, row }: Pick<Opened, 'rules' | 'file' | 'row'>,
  here: ReadonlySet<string>,
  pieces: readonly AskedPiece[],
): Refused<'pieceAlreadyReceived' | 'unknownPiece' | 'tooManyPieces'> | undefined {
  const named = keyed(rules, file.procedureId, row, pieces)
  if ('refusal' in named) return named
  const piece = pieces[named.keys.findIndex((key) => here.has(keyOf(key)))]
  return piece === undefined
    ? undefined
    : { refusal: 'pieceAlreadyReceived', details: ['pieceId' in piece ? piece.pieceId : piece.label] }
}

/**
 * A request for what lacks, which may hold a time limit. Each piece is one that the rules ask in this case, or an
 * article is named.
 */
export const requestPieces: Decide<'file.requestPieces'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const { file, row, today, rules } = found
  const { kind, on, dueOn, pieces } = input
  // A letter that asked one would be read as a decision still to come; noted of a past day, it would move one that was given.
  const over = settled(file, today)
  if (over) return over
  const strange = strangeDate(on, { after: file.receivedOn, today })
  if (strange) return strange
  const said = strangeProse([input.doubt])
  if (said) return said
  const request = askedIn(found)
  const short =
    dueOn === null ? undefined : strangeTerm(assessSheet(request.rules, request.sheet), { asked: on, dueOn })
  if (short) return short
  const here = new Set(file.pieces.filter(({ state }) => state === 'presented').map(keyOf))
  const already = kind === 'missing' ? alreadyHere(found, here, pieces) : undefined
  if (already) return already
  const asked = kind === 'missing' ? grounds(request, pieces) : { grounds: [] }
  if ('refusal' in asked) return asked
  const demands =
    kind === 'missing'
      ? asked.grounds.map(demandOf)
      : pieces.map((piece) => ('label' in piece ? { ...piece, source: doubtfulCopy } : piece))
  const named = keyed(rules, file.procedureId, row, demands)
  if ('refusal' in named) return named
  const strangeOriginal = kind === 'original' ? originalsAsked(here, named.keys, pieces) : undefined
  if (strangeOriginal) return strangeOriginal
  const keys = distinct(named.keys)
  // A clock that runs at who decides is not stopped by another's letter (CRPA L114-3).
  const moves =
    !isWithAnother(file) &&
    (kind === 'original' || !file.regime.right || someIndispensable(asked.grounds, pieces))
  const { fileId } = file
  const data = { fileId, kind, pieces: keys, on, dueOn, moves }
  const event: Event = { type: 'filePiecesRequested', data }
  const next = named.row
  const after = fileAfter(file, { at: context.now, event }) ?? file
  // A clock does not stop by a paper that comes later: what was asked on a past day was asked by the paper of that day.
  const facts = input.issue && on === today ? askingFacts(office, context, after, next, input) : null
  const paper = paperOfAct(office, context, fileId, facts)
  if ('refusal' in paper) return paper
  return {
    events: [
      paper.document === null ? event : { ...event, data: { ...data, paper: paper.document.number } },
      ...paper.events,
    ],
    personal: [keptRow(fileId, next, context.now), ...paper.personal],
    jobs: paper.jobs,
    output: { reference: file.reference, document: paper.document },
  }
}

/** The paper of the request just made. */
function askingFacts(
  office: Office,
  context: Context,
  after: FileState,
  row: FileRow,
  { dueOn, doubt = '' }: Pick<Input<'file.requestPieces'>, 'dueOn' | 'doubt'>,
) {
  const request = after.requests.at(-1)
  if (!request) return null
  return dueOn === null
    ? originalFacts(office, context, after, row, { request, doubt })
    : piecesFacts(office, context, after, row, { ...request, dueOn })
}

/** Papers of the person's own that the office keeps a while. */
export const holdOriginals: Decide<'file.holdOriginals'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const { file, row, today, rules } = found
  const strange = strangeDate(input.on, { after: file.receivedOn, today }) ?? strangePieceName(input.pieces)
  if (strange) return strange
  const named = keyed(rules, file.procedureId, row, input.pieces)
  if ('refusal' in named) return named
  return {
    events: [
      {
        type: 'originalsHeld',
        data: { fileId: file.fileId, pieces: distinct(named.keys), on: input.on, visit: null },
      },
    ],
    personal:
      named.row.labels.length > row.labels.length ? [keptRow(file.fileId, named.row, context.now)] : [],
    output: { reference: file.reference },
  }
}

/** All that is held goes back, on a day not before the last was taken; with a paper when it is asked. */
export const returnOriginals: Decide<'file.returnOriginals'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const { file, row, today } = found
  const held = file.originals.filter(({ returnedOn }) => returnedOn === null)
  const last = held
    .map(({ heldOn }) => heldOn)
    .toSorted()
    .at(-1)
  if (last === undefined) return { refusal: 'noOriginalsHeld' }
  const { on, means, to, issue } = input
  const strange = strangeDate(on, { after: last, today })
  if (strange) return strange
  const { fileId } = file
  const facts = issue ? originauxFacts(office, context, file, row, { on, means }) : null
  const paper = paperOfAct(office, context, fileId, facts)
  if ('refusal' in paper) return paper
  return {
    events: [{ type: 'originalsReturned', data: { fileId, means, on, to } }, ...paper.events],
    personal: paper.personal,
    jobs: paper.jobs,
    output: { reference: file.reference, returned: held.length, document: paper.document },
  }
}
