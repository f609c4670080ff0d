import type { KeptPiece, PieceKey } from '../../contract/files/file.ts'
import type { Event, EventData } from '../../contract/events.ts'
import type { FileId, FileReference, LocalDate, PieceId, ProcedureId, ServiceId } from '../../contract/ids.ts'
import type { Ministry, SheetPiece } from '../../contract/visit/sheet.ts'
import { commitmentOf } from '../../documents/seal.ts'
import { modelOf } from '../../procedures/model.ts'
import { dateIn } from '../core/calendar/index.ts'
import { strangeAnswers } from '../law/checklist.ts'
import type { Context, PersonalChange, Refused } from '../decision.ts'
import { serviceOf, zoneOf, type Office } from '../state.ts'
import { mayLack, type Demand } from '../law/lacking.ts'
import type { RulesNow } from '../law/rulesNow.ts'
import { fileAfter } from './evolve.ts'
import { distinct, forgottenRow, keyOf, pieceKey } from './file.ts'
import { searchable } from '../../contract/letters.ts'
import { asItStands } from './standing.ts'
import { fileRequest, procedureFiled, rulesOn, type FileRequest } from './regime.ts'
import type { FileRow, FileState } from './state.ts'
import { strangeReceipt } from '../law/names.ts'

// What every act on a file begins with: the file, its row, the day, the names that were typed.

/** What was typed about a file, where it is still there. */
export const rowOf = (
  file: FileState,
  { personal, newSalt }: Pick<Context, 'personal' | 'newSalt'>,
): FileRow => personal.files.get(file.fileId) ?? forgottenRow(file, newSalt())

/** A file that can still change, as it stands today, with what was typed about it. */
export type Opened = {
  readonly file: FileState
  readonly row: FileRow
  readonly today: LocalDate
  /** The rules of the day on which it was received. */
  readonly rules: RulesNow
}

/** The file of that id, when it is open; what was typed may have been erased. */
export function openedFile(
  office: Office,
  fileId: FileId,
  context: Context,
): Refused<'officeNotCreated' | 'fileNotOpen'> | Opened {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const file = office.files.get(fileId)
  if (!file || file.closed !== null) return { refusal: 'fileNotOpen' }
  const zone = zoneOf(office)
  const today = dateIn(zone, context.now)
  return {
    file: asItStands(file, context.personal.files.get(fileId), { today, zone }),
    row: rowOf(file, context),
    today,
    rules: rulesOn(office, context, file.receivedOn),
  }
}

/** Something done is done by today, and not before what it follows, whose day is told. */
export const strangeDate = (
  on: LocalDate,
  { after, today }: { readonly after: LocalDate; readonly today: LocalDate },
): Refused<'dateInFuture' | 'datesMixedUp'> | undefined => {
  if (on > today) return { refusal: 'dateInFuture' }
  return on < after ? { refusal: 'datesMixedUp', details: [after] } : undefined
}

/** The row of what was typed about a file, as it is from now on. */
export const keptRow = (fileId: FileId, value: FileRow, at: Context['now']): PersonalChange => ({
  op: 'put',
  kind: 'file',
  id: fileId,
  value,
  at,
})

/** A file's pieces as a sheet has them; a typed name that was erased says nothing any more. */
export const sheetPieces = (
  { pieces }: Pick<FileState, 'pieces'>,
  { labels, sources }: Pick<FileRow, 'labels' | 'sources'>,
): SheetPiece[] =>
  pieces.flatMap((piece): SheetPiece[] => {
    if ('pieceId' in piece) return [{ pieceId: piece.pieceId, state: piece.state }]
    const label = labels[piece.labelled]
    const source = sources[String(piece.labelled)]
    return label ? [{ label, state: piece.state, ...(source === undefined ? {} : { source }) }] : []
  })

/** What a piece of a file asks: by its id, or by the words and the text that were kept; null once they are erased. */
export const demandIn = (
  { labels, sources }: Pick<FileRow, 'labels' | 'sources'>,
  piece: PieceKey,
): Demand | null => {
  if ('pieceId' in piece) return { pieceId: piece.pieceId }
  const label = labels[piece.labelled]
  return label ? { label, source: sources[String(piece.labelled)] } : null
}

/** Pieces that lack or are awaited on a file, and that the request as it is now described does not require. */
export function noLongerRequired(
  { pieces, requests }: Pick<FileState, 'pieces' | 'requests'>,
  row: FileRow,
  request: FileRequest,
): PieceKey[] {
  const asked = requests.filter(({ kind }) => kind === 'missing').flatMap((one) => one.pieces)
  const here = new Set(pieces.filter(({ state }) => state === 'presented').map(keyOf))
  const lacking = distinct([...pieces.filter(({ state }) => state === 'missing').map(pieceKey), ...asked])
  return lacking.filter((piece) => {
    const demand = demandIn(row, piece)
    return !here.has(keyOf(piece)) && (demand === null || 'refusal' in mayLack(request, demand))
  })
}

/** The request as the rules see it. */
export const askedIn = ({ file, row, rules }: Pick<Opened, 'file' | 'row' | 'rules'>): FileRequest =>
  fileRequest(rules, file.procedureId, row, sheetPieces(file, row))

/** Pieces that came, with what they dispense from: the other of two alternatives asked is awaited no more. */
export function pieceAdded(
  { file, rules }: Pick<Opened, 'file' | 'rules'>,
  row: FileRow,
  data: EventData<'filePieceAdded'>,
  at: Context['now'],
): Extract<Event, { type: 'filePieceAdded' }> {
  const event = { type: 'filePieceAdded', data } as const
  const after = fileAfter(file, { at, event }) ?? file
  const setBack = noLongerRequired(after, row, askedIn({ file: after, row, rules }))
  return setBack.length === 0 ? event : { ...event, data: { ...data, setBack } }
}

/** A file of more typed pieces than this would be read by nobody. */
const mostLabels = 200

/** Typed twice, the same words: case, accents and punctuation apart. */
const sameWords = (one: string, other: string): boolean =>
  one === other || (searchable(one) !== '' && searchable(one) === searchable(other))

/**
 * Pieces as the journal names them, and the row with the names that were typed and the texts that require them: what was asked as « Bail » came as
 * « bail ». Refused when no rule knows an id.
 */
export function keyed(
  rules: RulesNow,
  procedureId: ProcedureId | null,
  row: FileRow,
  pieces: readonly Demand[],
): Refused<'unknownPiece' | 'tooManyPieces'> | { readonly row: FileRow; readonly keys: PieceKey[] } {
  const labels = [...row.labels]
  const sources = { ...row.sources }
  const keys: PieceKey[] = []
  for (const piece of pieces) {
    if ('pieceId' in piece) {
      if (!isKnown(rules, procedureId, piece.pieceId))
        return { refusal: 'unknownPiece', details: [piece.pieceId] }
      keys.push({ pieceId: piece.pieceId })
      continue
    }
    const index = labels.findIndex((label) => sameWords(label, piece.label))
    const labelled = index < 0 ? labels.push(piece.label) - 1 : index
    keys.push({ labelled })
    if (piece.source !== undefined) sources[String(labelled)] = piece.source
  }
  return labels.length > mostLabels
    ? { refusal: 'tooManyPieces' }
    : { row: { ...row, labels, sources }, keys }
}

/** Each piece once: whoever lists it twice, missing then presented, has brought it. */
export const onceEach = (pieces: readonly KeptPiece[]): KeptPiece[] => {
  const byKey = new Map<string, KeptPiece>()
  for (const piece of pieces) {
    const key = keyOf(piece)
    if (byKey.get(key)?.state !== 'presented') byKey.set(key, piece)
  }
  return [...byKey.values()]
}

/** Whether the rules name this piece for the procedure of the file. */
export function isKnown(rules: RulesNow, procedureId: ProcedureId | null, pieceId: PieceId): boolean {
  const procedure = procedureFiled(rules, procedureId)
  return procedure !== undefined && modelOf(procedure).pieces.some(({ data }) => data.id === pieceId)
}

/** What names a request must exist: its service, its procedure, the answers given. */
export function strangeRequest(
  office: Office,
  serviceId: ServiceId,
  { rules, sheet }: FileRequest,
): Refused<'unknownService' | 'unknownProcedure' | 'unknownAnswer'> | undefined {
  if (!serviceOf(office, serviceId)) return { refusal: 'unknownService' }
  if (sheet.procedureId !== null && !procedureFiled(rules, sheet.procedureId))
    return { refusal: 'unknownProcedure' }
  const strange = strangeAnswers(rules, sheet)
  return strange.length > 0 ? { refusal: 'unknownAnswer', details: strange } : undefined
}

/** Nobody is born after today. */
export const bornTomorrow = (
  person: FileRow['person'] | undefined,
  today: LocalDate,
): Refused<'dateInFuture'> | undefined =>
  person?.birthDate && person.birthDate > today
    ? { refusal: 'dateInFuture', details: [person.birthDate] }
    : undefined

/** A receipt of a ministry that is none, or that an open file already has: a number is recorded once. */
export function receiptRefused(
  office: Office,
  { personal }: Pick<Context, 'personal'>,
  ministry: Ministry | null | undefined,
  but?: FileId,
): Refused<'receiptAlreadyRecorded' | 'nameMalformed'> | undefined {
  if (!ministry) return undefined
  const strange = strangeReceipt(ministry)
  if (strange) return strange
  const same = ({ issuer, number }: Ministry) =>
    sameWords(issuer, ministry.issuer) && sameWords(number, ministry.number)
  for (const [fileId, row] of personal.files) {
    const file = office.files.get(fileId)
    if (file && file.closed === null && fileId !== but && row.ministry && same(row.ministry))
      return { refusal: 'receiptAlreadyRecorded', details: [file.reference] }
  }
  return undefined
}

/** The salted commitment to what was typed: erasing the row and its salt erases the person, the chain stays. */
export const committed = ({ salt, label, person, ministry, assistance }: FileRow): string =>
  commitmentOf(salt, { label, person, ministry, assistance })

/** The next reference of a year: no gap, no repeat. */
export const nextReference = ({ references }: Office, today: LocalDate): FileReference => {
  const year = today.slice(0, 4)
  return `DO-${year}-${(references.get(year) ?? 0) + 1}` as FileReference
}
