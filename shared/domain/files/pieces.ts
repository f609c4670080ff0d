import type { Assessment } from '../../contract/law/assessment.ts'
import { assessSheet } from '../visit/checklist.ts'
import { assessedPiece, unlawfulAmong } from './lawful.ts'
import type { Event } from '../../contract/events.ts'
import type { Input } from '../../contract/index.ts'
import type { Context, Decide } from '../decision.ts'
import { originalFacts, originauxFacts, piecesFacts } from '../documents/requests.ts'
import { paperOfAct } from '../documents/withAct.ts'
import type { Office } from '../state.ts'
import { awaitedPieces, distinct, keyOf } from './file.ts'
import { fileAfter } from './evolve.ts'
import { askedIn, keptRow, keyed, openedFile, strangeDate } from './recorded.ts'
import type { FileRow, FileState } from './state.ts'
import { cutShort } from './term.ts'

/** Pieces that came, whether they were asked or not. By post the postmark is noted: it says whether they came in time (CRPA L112-1). */
export const addPiece: Decide<'file.addPiece'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const { file, row, today, rules } = found
  const { receivedOn, sentOn } = input
  const strange = strangeDate(receivedOn, { after: file.receivedOn, today })
  if (strange) return strange
  if (sentOn !== undefined && sentOn > receivedOn) return { refusal: 'datesMixedUp' }
  const named = keyed(rules, file.procedureId, row, input.pieces)
  if ('refusal' in named) return named
  const event: Event = {
    type: 'filePieceAdded',
    data: {
      fileId: file.fileId,
      pieces: distinct(named.keys),
      sentOn: sentOn ?? null,
      receivedOn,
      visit: null,
    },
  }
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
const someIndispensable = (found: Assessment | null, pieces: readonly AskedPiece[]): boolean =>
  pieces.some((piece) =>
    'pieceId' in piece ? assessedPiece(found, piece)?.indispensable === true : piece.indispensable,
  )

export const requestPieces: Decide<'file.requestPieces'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const { file, row, today, rules } = found
  const { kind, on, dueOn, pieces } = input
  const strange = strangeDate(on, { after: file.receivedOn, today })
  if (strange) return strange
  if (dueOn !== null && dueOn < on) return { refusal: 'datesMixedUp' }
  const request = askedIn(found)
  // The original of a copy that was received is not a piece more: what may be asked was settled with the copy.
  const refused = kind === 'missing' ? unlawfulAmong(request, pieces) : undefined
  if (refused) return refused
  const assessment = assessSheet(request.rules, request.sheet)
  const short = dueOn === null ? undefined : cutShort(assessment, { asked: on, dueOn })
  if (short) return short
  const named = keyed(rules, file.procedureId, row, pieces)
  if ('refusal' in named) return named
  const here = new Set(file.pieces.filter(({ state }) => state === 'presented').map(keyOf))
  const again = named.keys.findIndex((key) => kind === 'missing' && here.has(keyOf(key)))
  if (again >= 0) {
    const piece = pieces[again]!
    return { refusal: 'pieceAlreadyReceived', details: ['pieceId' in piece ? piece.pieceId : piece.label] }
  }
  const keys = distinct(named.keys)
  const sources = pieces.map(
    (piece, at) => ['source' in piece ? piece.source : null, named.keys[at]!] as const,
  )
  const typed = sources.flatMap(([source, key]) =>
    source !== null && 'labelled' in key ? [[String(key.labelled), source] as const] : [],
  )
  const moves = kind === 'original' || !file.regime.right || someIndispensable(assessment, pieces)
  const { fileId } = file
  const event: Event = { type: 'filePiecesRequested', data: { fileId, kind, pieces: keys, on, dueOn, moves } }
  const next = { ...named.row, sources: { ...named.row.sources, ...Object.fromEntries(typed) } }
  const after = fileAfter(file, { at: context.now, event }) ?? file
  // A clock does not stop by a paper that comes later: what was asked on a past day was asked by the paper of that day.
  const facts = input.issue && on === today ? askingFacts(office, context, after, next, input) : null
  const paper = paperOfAct(office, context, fileId, facts)
  if ('refusal' in paper) return paper
  return {
    events: [event, ...paper.events],
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

export const holdOriginals: Decide<'file.holdOriginals'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const { file, row, today, rules } = found
  const strange = strangeDate(input.on, { after: file.receivedOn, today })
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
