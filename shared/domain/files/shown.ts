import type { PieceKey, PieceName } from '../../contract/files/file.ts'
import type { DueLine, FileShown } from '../../contract/files/shown.ts'
import type { DocumentNumber, LocalDate } from '../../contract/ids.ts'
import type { Catalogue } from '../../procedures/catalogue.ts'
import { procedureOn } from '../../procedures/catalogue.ts'
import type { Territory } from '../../contract/office/calendar.ts'
import { dateIn } from '../core/calendar/index.ts'
import { territoryOf } from '../law/time/workingDays.ts'
import { zoneOf, type Office } from '../state.ts'
import type { ViewContext } from '../view.ts'
import { effectiveDate } from '../law/time/effectiveDate.ts'
import { clockOf, collectBy, notOpposable, type Due } from './clocks.ts'
import type { FileRow, FileState, Told } from './state.ts'
import { asItStands, duesStanding, unheardUntil } from './standing.ts'
import { inPersonBy } from './taking.ts'
import { unmovedBy } from './unmoved.ts'

/** What a page needs to say of a file: the rules for its words, the day, and where the office stands. */
export type Showing = {
  readonly catalogue: Catalogue
  readonly today: LocalDate
  readonly zone: string
  readonly territory: Territory
}

/** The day and the rules by which whoever looks is told of files. */
export const showingOf = (
  office: Office,
  { now, catalogue }: Pick<ViewContext, 'now' | 'catalogue'>,
): Showing => ({
  catalogue,
  today: dateIn(zoneOf(office), now),
  zone: zoneOf(office),
  territory: office.settings ? territoryOf(office.settings.calendar) : 'metropole',
})

/** What names a file, in the words of its rules and those that were typed. */
type FileIdentity = Pick<
  FileState,
  'fileId' | 'reference' | 'serviceId' | 'procedureId' | 'channel' | 'sentOn' | 'receivedOn'
>

/** What names a file in a list: no person. The title is the one of the day on which it was received. */
export const headingOf = (
  file: FileIdentity,
  row: FileRow | undefined,
  { catalogue }: Pick<Showing, 'catalogue'>,
) => ({
  fileId: file.fileId,
  reference: file.reference,
  serviceId: file.serviceId,
  procedureId: file.procedureId,
  procedureTitle:
    file.procedureId === null
      ? null
      : (procedureOn(catalogue, file.procedureId, file.receivedOn)?.title ?? null),
  label: row?.label ?? null,
  channel: file.channel,
  sentOn: file.sentOn,
  receivedOn: file.receivedOn,
})

/** One date of a file, as it is seen today. */
export function dueLine(due: Due, row: FileRow | undefined, showing: Showing): DueLine {
  const { file, kind, effect, dueOn, waitsFor, form, sources, toConfirm } = due
  const clock = kind === 'silence' ? clockOf(file, showing.today) : null
  const since =
    clock?.state === 'suspended'
      ? clock.suspensions.find(
          ({ from, until }) => from <= showing.today && (until === null || showing.today < until),
        )?.from
      : undefined
  return {
    ...headingOf(file, row, showing),
    kind,
    effect,
    dueOn,
    waitsFor,
    form,
    toConfirm,
    overdue: dueOn < showing.today,
    suspendedSince: since ?? null,
    notOpposable: notOpposable(file),
    sources: [...sources],
  }
}

/** A file whole, except whose it is, as it stands today. */
export function fileShown(noted: FileState, row: FileRow | undefined, showing: Showing): FileShown {
  const file = asItStands(noted, row, showing)
  // Once the file ended, only silence that had answered is told of.
  const unheard = noted.closed === null || file !== noted ? unheardUntil(noted, row) : null
  const { title, closed } = file
  const pieces = piecesIn(file, row, showing)
  const here = (piece: PieceKey) => pieces(piece, stateIn(file, piece))
  const clock = clockOf(file, showing.today)
  return {
    ...headingOf(file, row, showing),
    openedAt: file.openedAt,
    rule: file.rule,
    regime: file.regime,
    decision: file.decision && { ...file.decision, ...(row?.elsewhere && { elsewhere: row.elsewhere }) },
    ...(noted.decision !== null &&
      unheard !== null && { unheard: { ...noted.decision, until: unheard, overtaken: file !== noted } }),
    closed,
    state: closed === null ? 'open' : 'closed',
    firstReceivedOn: file.firstReceivedOn,
    effective: effectiveOf(file),
    pieces: file.pieces.map((piece) => pieces(piece, piece.state)),
    requests: file.requests.map((request) => {
      const { kind, on, dueOn, moves, receivedOn, effective, pieces: asked } = request
      const unmoved = unmovedBy(file, request, showing)
      return {
        kind,
        on,
        dueOn,
        moves,
        ...(unmoved === undefined ? {} : { unmoved }),
        receivedOn,
        inTime: receivedOn === null ? null : dueOn === null || (effective ?? receivedOn) <= dueOn,
        pieces: asked.map(here),
        ...papersOf(request),
      }
    }),
    ...withdrawnShown(file, clock, here),
    clock,
    dues: duesStanding(noted, row, showing).map((due) => dueLine(due, row, showing)),
    acknowledged: file.acknowledged.map(({ told, ...given }) => ({ ...given, ...papersOf({ told }) })),
    notOpposable: notOpposable(file),
    forwarded: file.forwarded.map(({ mistaken, ...sent }, at) => {
      const { to, mistaken: reason = null } = row?.forwarded[at] ?? {}
      return {
        ...sent,
        to: to || null,
        ...(mistaken === undefined ? {} : { mistaken: { ...mistaken, reason } }),
      }
    }),
    title: title && {
      arrivedOn: title.arrivedOn,
      slot: title.slot,
      notices: title.notices,
      state: title.state,
      collectBy: collectBy(file),
      ...inPersonShown(file, showing),
    },
    originals: file.originals.map(({ piece, heldOn, returnedOn }) => ({
      heldOn,
      returnedOn,
      title: pieces(piece, 'presented').title,
    })),
    handedOver: file.handedOver.map(({ proof = null, ...handed }) => ({ ...handed, proof })),
  }
}

function inPersonShown(
  { procedureId, receivedOn }: FileState,
  { catalogue }: Showing,
): Pick<NonNullable<FileShown['title']>, 'inPerson'> {
  const texts = procedureId === null ? null : inPersonBy(procedureOn(catalogue, procedureId, receivedOn))
  return texts === null ? {} : { inPerson: [...texts] }
}

const papersOf = ({ told }: { readonly told?: Told | undefined }): { papers?: DocumentNumber[] } =>
  told === undefined ? {} : { papers: [...told.standing] }

/**
 * The requests that no paper tells any more; the delay runs again where it stopped until that day, and nothing else stops it.
 * One whose pieces nothing requires any more ended as if they had come: nothing is to be said of it.
 */
function withdrawnShown(
  { withdrawn = [] }: FileState,
  clock: FileShown['clock'],
  shown: (piece: PieceKey) => FileShown['pieces'][number],
): Pick<FileShown, 'withdrawn'> {
  const found = withdrawn.flatMap(({ kind, on, withdrawnOn, pieces, told }) => {
    if (told?.standing.length !== 0) return []
    const stopped =
      clock?.suspensions.some(({ until }) => until === withdrawnOn) || clock?.from === withdrawnOn
    const runsAgain = clock?.state === 'running' && stopped === true
    return [{ kind, on, withdrawnOn, pieces: pieces.map(shown), runsAgain, paper: told.by }]
  })
  return found.length === 0 ? {} : { withdrawn: found }
}

/** The day that counts for who filed: by post, the postmark's; a title that arrives and help online are of their day. */
function effectiveOf({ channel, sentOn, receivedOn }: FileState): FileShown['effective'] {
  const by = channel === 'title' || channel === 'assisted' ? 'counter' : channel
  const { date, ...found } = effectiveDate(
    { channel: by, sent: sentOn, received: receivedOn },
    { inPerson: false },
  )
  return { on: date, ...found }
}

const stateIn = ({ pieces }: FileState, asked: PieceKey): FileState['pieces'][number]['state'] =>
  pieces.find((piece) =>
    'pieceId' in piece
      ? 'pieceId' in asked && piece.pieceId === asked.pieceId
      : 'labelled' in asked && piece.labelled === asked.labelled,
  )?.state ?? 'missing'

/** What names each piece of a file; null for a typed name that was erased. */
export const pieceTitles = (file: FileState, row: FileRow | undefined, showing: Showing) => {
  const shown = piecesIn(file, row, showing)
  return (piece: PieceKey): string | null => shown(piece, 'missing').title
}

/** Pieces by the names that pages show; a typed name that was erased has none. */
function piecesIn(file: FileState, row: FileRow | undefined, { catalogue }: Showing) {
  const procedure =
    file.procedureId === null ? undefined : procedureOn(catalogue, file.procedureId, file.receivedOn)
  const rules = Object.values(procedure?.rules ?? {})
  const titleOf = (pieceId: string) =>
    rules.find(({ _g }) => _g.genre === 'pièce' && _g.id === pieceId)?.titre ?? pieceId
  return (piece: PieceKey, state: FileShown['pieces'][number]['state']): FileShown['pieces'][number] => {
    if ('pieceId' in piece) return { name: { pieceId: piece.pieceId }, title: titleOf(piece.pieceId), state }
    const label = row?.labels[piece.labelled]
    const name: PieceName | null = label ? { label } : null
    return { name, title: label || null, state }
  }
}
