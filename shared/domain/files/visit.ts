import type { Event } from '../../contract/events.ts'
import type { FromVisit, KeptPiece, PieceName } from '../../contract/files/file.ts'
import type { FileReference, PieceId } from '../../contract/ids.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import type { Context, PersonalChange } from '../decision.ts'
import type { Office } from '../state.ts'
import { pieceTitle } from '../law/checklist.ts'
import { judgedSheet, type Demand } from '../law/lacking.ts'
import { rulesNow, type RulesNow } from '../law/rulesNow.ts'
import { blankRow, distinct, endsWithTitle, keyOf, pieceKey } from './file.ts'
import { fileAfter } from './evolve.ts'
import { goesOnWith, handsTitle, opensFile, type EndedRequest } from './goingOn.ts'
import { fileOpened } from './opening.ts'
import { committed, isKnown, keptRow, keyed, onceEach, pieceAdded, rowOf } from './recorded.ts'
import { fileRequest, regimeOf, rulesOn } from './regime.ts'
import type { FileRow, FileState } from './state.ts'

// What a visit leaves on files: the closing of a request opens one, or goes on with the one for which the person came back.

export type OnFiles = {
  readonly events: readonly Event[]
  readonly personal: readonly PersonalChange[]
  /** The file that the request opens, or goes on with; null when there is none. */
  readonly reference: FileReference | null
}
const nothing: OnFiles = { events: [], personal: [], reference: null }

/** The pieces of the sheet under their words: a file decided without a procedure has no rules to name them by. */
function asWords(end: End, { procedureId }: FileState): End {
  const { sheet, rules } = end
  const named = sheet.procedureId
  if (procedureId !== null || named === null) return end
  const said = (id: PieceId): string => pieceTitle(rules, named, id) ?? id
  return {
    ...end,
    sheet: {
      ...sheet,
      procedureId: null,
      label: null,
      pieces: sheet.pieces.map((piece) =>
        'pieceId' in piece ? { label: said(piece.pieceId), state: piece.state } : piece,
      ),
      originals: sheet.originals.map((name) => said(name as PieceId)),
    },
  }
}

/** The end of one request, under the rules of today. */
type End = {
  readonly sheet: Sheet
  readonly rules: RulesNow
  readonly visit: FromVisit
  readonly context: Ending
}

/** What a closing reads: a page that says before what it would do knows no more. */
export type Ending = Pick<Context, 'now' | 'who' | 'personal' | 'catalogue' | 'newId' | 'newSalt'>

/**
 * The events and rows that `visit.close` adds before its own. Undoing the closing takes them back (`undoneFiles`).
 * « Accompagnement en ligne » is a file that ends at once: found by its number, counted in the yearly export.
 */
export function openedFileEvents(office: Office, context: Ending, ended: EndedRequest): OnFiles {
  const { ticket, outcome } = ended
  if (office.settings === null || outcome === 'notServed') return nothing
  const { sheet } = judgedSheet(rulesNow(office, context), ended.sheet)
  const visit = { visitId: ticket.visit.visitId, request: ticket.visit.done }
  const end = { sheet, rules: rulesNow(office, context), visit, context }
  const file = goesOnWith(office, { sheet, outcome })
  if (file !== null) {
    const row = rowOf(file, context)
    return handsTitle(file, outcome)
      ? titleHanded(office, file, row, end, ended)
      : piecesBrought(office, file, row, file.decision === null ? end : asWords(end, file))
  }
  return opensFile(ended) ? opened(office, ended, end) : nothing
}

/** The file that a request opens or goes on with, as its closing leaves it: what its acknowledgement says. */
export function fileLeft(
  office: Office,
  context: Ending,
  { sheet }: Pick<EndedRequest, 'sheet'>,
  { events, personal, reference }: OnFiles,
): { readonly file: FileState; readonly row: FileRow } | null {
  if (reference === null) return null
  const before = sheet.fileId === null ? undefined : office.files.get(sheet.fileId)
  let file = before?.reference === reference ? before : null
  for (const event of events) file = fileAfter(file, { at: context.now, event })
  if (file === null) return null
  const kept = personal.findLast((change) => change.kind === 'file' && change.op === 'put')
  const row = kept?.kind === 'file' && kept.op === 'put' ? kept.value : rowOf(file, context)
  return { file, row }
}

/** The sheet's pieces as the file has them; an id that no rule of the day knows is left aside. */
function namedPieces(
  { rules, sheet }: End,
  row: FileRow,
): { readonly row: FileRow; readonly pieces: readonly KeptPiece[] } {
  const kept = sheet.pieces.filter(
    (piece) => !('pieceId' in piece) || isKnown(rules, sheet.procedureId, piece.pieceId),
  )
  const names = kept.map((piece): Demand =>
    'pieceId' in piece ? { pieceId: piece.pieceId } : { label: piece.label, source: piece.source },
  )
  const found = keyed(rules, sheet.procedureId, row, names)
  return 'refusal' in found
    ? { row, pieces: [] }
    : { row: found.row, pieces: onceEach(found.keys.map((key, at) => ({ ...key, state: kept[at]!.state }))) }
}

/** Pieces kept in original: by the id that the sheet gives them, else by the name that was typed. */
function originalsOf({ rules, sheet }: End, row: FileRow) {
  const found = keyed(
    rules,
    sheet.procedureId,
    row,
    sheet.originals.map((name): PieceName =>
      isKnown(rules, sheet.procedureId, name as PieceId) ? { pieceId: name as PieceId } : { label: name },
    ),
  )
  return 'refusal' in found ? { row, keys: [] } : { row: found.row, keys: distinct(found.keys) }
}

function opened(office: Office, { ticket, outcome }: EndedRequest, end: End): OnFiles {
  const { sheet, rules, visit, context } = end
  const { procedureId, answers, person, ministry, assisted, label } = sheet
  const assisting = outcome === 'assisted'
  const channel = assisting ? 'assisted' : 'counter'
  const blank = { ...blankRow(context.newSalt()), answers, label, person, ministry }
  const named = namedPieces(end, { ...blank, assistance: assisting ? assisted : null })
  const held = originalsOf(end, named.row)
  const { fileId, reference, event, personal } = fileOpened(
    office,
    context,
    {
      ...regimeOf(channel, end),
      procedureId,
      serviceId: ticket.visit.requests[0]?.serviceId ?? ticket.serviceId,
      channel,
      sentOn: null,
      receivedOn: rules.date,
      firstReceivedOn: rules.date,
      pieces: [...named.pieces],
      assistance: assisting ? (assisted?.nature ?? null) : null,
      visit,
    },
    held.row,
  )
  const originals: Event[] =
    held.keys.length === 0
      ? []
      : [{ type: 'originalsHeld', data: { fileId, pieces: held.keys, on: rules.date, visit } }]
  const ends: Event[] =
    assisting && originals.length === 0
      ? [{ type: 'fileClosed', data: { fileId, reason: 'assisted', visit } }]
      : []
  return { events: [event, ...originals, ...ends], personal: [personal], reference }
}

/** A request that had arrived without a name is named by the visit that goes on with it, under the rules of its own day. */
function namedAtLast(
  office: Office,
  file: FileState,
  row: FileRow,
  { sheet, visit, context }: End,
): { readonly row: FileRow; readonly events: Event[] } {
  const { procedureId, label, answers, person } = sheet
  const { fileId, serviceId } = file
  const tells = file.procedureId === null && procedureId !== null
  if (!tells && (file.named || label === null)) return { row, events: [] }
  const named = { ...row, label: label ?? row.label, answers, person: row.person ?? person }
  const request = fileRequest(rulesOn(office, context, file.receivedOn), procedureId, named, sheet.pieces)
  const data = {
    fileId,
    serviceId,
    procedureId,
    ...regimeOf(file.channel, request),
    named: true,
    commitment: committed(named),
    visit,
  }
  return { row: named, events: [{ type: 'fileDescribed', data }] }
}

/** What the person who came back brought that was not there, and the originals kept. */
function piecesBrought(office: Office, file: FileState, before: FileRow, end: End): OnFiles {
  const { fileId } = file
  const { rules, visit, context } = end
  const { row, events } = namedAtLast(office, file, before, end)
  const named = namedPieces(end, row)
  const held = originalsOf(end, named.row)
  const here = new Set(file.pieces.filter(({ state }) => state === 'presented').map(keyOf))
  const brought = named.pieces.filter((piece) => piece.state === 'presented' && !here.has(keyOf(piece)))
  const kept = new Set(
    file.originals.filter(({ returnedOn }) => returnedOn === null).map(({ piece }) => keyOf(piece)),
  )
  const originals = held.keys.filter((key) => !kept.has(keyOf(key)))
  if (brought.length > 0)
    events.push(
      pieceAdded(
        { file, rules: rulesOn(office, context, file.receivedOn) },
        named.row,
        { fileId, pieces: brought.map(pieceKey), sentOn: null, receivedOn: rules.date, visit },
        context.now,
      ),
    )
  if (originals.length > 0)
    events.push({ type: 'originalsHeld', data: { fileId, pieces: originals, on: rules.date, visit } })
  const { reference } = file
  return events.length === 0
    ? { ...nothing, reference }
    : { events, personal: [keptRow(fileId, held.row, context.now)], reference }
}

/** The person's title is given to them in a visit, and their file ends as by `file.handOver`. */
function titleHanded(
  office: Office,
  file: FileState,
  row: FileRow,
  { sheet, rules, visit, context }: End,
  { proof, taker = null }: Pick<EndedRequest, 'proof' | 'taker'>,
): OnFiles {
  const { fileId } = file
  const to = sheet.capacity ?? 'self'
  const handed: Event = {
    type: 'fileHandedOver',
    data: {
      fileId,
      what: 'title',
      means: 'counter',
      on: rules.date,
      to,
      refused: false,
      ...(proof && { proof }),
      visit,
    },
  }
  const ends: Event[] = endsWithTitle(office, file)
    ? [{ type: 'fileClosed', data: { fileId, reason: 'done', visit } }]
    : []
  return {
    events: [handed, ...ends],
    personal: [keptRow(fileId, { ...row, handedOver: [...row.handedOver, taker] }, context.now)],
    reference: file.reference,
  }
}
