import type { Map } from 'immutable'
import type { FileWork, WorkPart } from '../../contract/files/lines.ts'
import type { FileId, LocalDate } from '../../contract/ids.ts'
import { procedureOn } from '../../procedures/catalogue.ts'
import { signatoryOf } from '../documents/signing.ts'
import type { Territory } from '../../contract/office/calendar.ts'
import type { Personal } from '../decision.ts'
import type { Office } from '../state.ts'
import type { View, ViewContext, Views } from '../view.ts'
import { headingOf, pieceTitles, showingOf, type Showing } from './shown.ts'
import type { FileRow, FileState } from './state.ts'
import { acceptedBySilence, asItStands, mayBeReasoned, unheardUntil } from './standing.ts'
import { isDecidedElsewhere, isWithAnother } from './whoDecides.ts'
import { bySoonest, isLate, nextOn, signing, type NextWork } from './work.ts'

const pageRows = 50

type Line = { readonly file: FileState; readonly next: NextWork }
type Gathered = { readonly territory: Territory; readonly today: LocalDate; readonly lines: readonly Line[] }

// Files change far less often than the room: what is next on each is gathered once for the files as they are, on a day.
const cache = new WeakMap<Map<FileId, FileState>, Gathered>()

const parts: readonly WorkPart[] = ['office', 'pieces', 'authority', 'collect']
const inOrder = (a: Line, b: Line): number =>
  parts.indexOf(a.next.part) - parts.indexOf(b.next.part) ||
  bySoonest(a.next, b.next) ||
  a.file.openedAt - b.file.openedAt

/** Each open file with what is next on it: the office's work first, the soonest first. */
function gathered({ files }: Office, { territory, today }: Showing): readonly Line[] {
  const before = cache.get(files)
  if (before?.territory === territory && before.today === today) return before.lines
  const lines = [...files.values()]
    .filter(({ closed }) => closed === null)
    .map((file) => ({ file, next: nextOn(file, territory, today) }))
    .toSorted(inOrder)
  cache.set(files, { territory, today, lines })
  return lines
}

/** A refusal was drafted, and the office may still refuse: what silence accepted by that day is refused no more. */
export const awaitsSignature = (file: FileState, row: FileRow | undefined, today: LocalDate): boolean =>
  row?.draft !== undefined &&
  row.reasoned === undefined &&
  file.closed === null &&
  !isDecidedElsewhere(file) &&
  mayBeReasoned(file) &&
  (file.decision !== null || acceptedBySilence(file, today) === undefined)

/** What is next on a file with what was typed of it: a refusal that waits for a signature, or that silence overtook. */
function withRow(line: Line, row: FileRow | undefined, showing: Showing): Line {
  const { territory, today } = showing
  const file = asItStands(line.file, row, showing)
  if (awaitsSignature(file, row, today)) return { file, next: signing(file) }
  if (file !== line.file) return { file, next: nextOn(file, territory, today) }
  // It is given before silence accepts.
  const by = line.next.todo === 'giveDecision' ? unheardUntil(file, row) : null
  return by === null ? line : { file, next: { ...line.next, by } }
}

/** The same, with what was typed: what that changes takes its place in the list. */
function withRows(
  lines: readonly Line[],
  rows: ReadonlyMap<FileId, FileRow>,
  showing: Showing,
): readonly Line[] {
  const seen = lines.map((line) => withRow(line, rows.get(line.file.fileId), showing))
  return seen.some((line, at) => line !== lines[at]) ? seen.toSorted(inOrder) : lines
}

/** Who asks, when, and what they may read. */
type Acting = Pick<ViewContext, 'now' | 'who'> & { readonly personal: Personal }

const decidesOn = ({ procedureId, receivedOn }: FileState, { catalogue }: Showing): FileWork['decides'] =>
  procedureId === null ? null : (procedureOn(catalogue, procedureId, receivedOn)?.header.décide.titre ?? null)

/** What is next on a file, as a page says it. */
function workShown(
  office: Office,
  { file, next }: Line,
  row: FileRow | undefined,
  showing: Showing,
  acting: Acting,
): FileWork {
  const title = pieceTitles(file, row, showing)
  return {
    part: next.part,
    todo: next.todo,
    by: next.by,
    overdue: isLate(next, showing.today),
    form: next.form,
    pieces: next.pieces.slice(0, 20).flatMap((piece) => title(piece) ?? []),
    signs: next.todo === 'sign' && !('refusal' in signatoryOf(office, acting, file.procedureId)),
    slot: file.title?.state === 'here' ? file.title.slot : null,
    notices: file.title?.state === 'here' ? file.title.notices : 0,
    // The rules name who decides here: of a file sent to another, nobody.
    decides: isWithAnother(file) ? null : decidesOn(file, showing),
    officeDecides: !isDecidedElsewhere(file),
  }
}

/** What is next on one open file, for whoever asks. */
export function workOn(
  office: Office,
  file: FileState,
  { catalogue, ...acting }: Acting & Pick<ViewContext, 'catalogue'>,
): FileWork {
  const showing = showingOf(office, { now: acting.now, catalogue })
  const row = acting.personal.files.get(file.fileId)
  const next = nextOn(file, showing.territory, showing.today)
  return workShown(office, withRow({ file, next }, row, showing), row, showing, acting)
}

const filesWork: View<'files.work'> = (office, { part, serviceId, from = 0 }, context) => {
  const showing = showingOf(office, context)
  const { now, who, model } = context
  const acting = { now, who, personal: model.personal }
  const rows = model.personal.files
  const all = withRows(gathered(office, showing), rows, showing).filter(
    ({ file }) => serviceId === undefined || file.serviceId === serviceId,
  )
  const counts: Record<WorkPart, number> = { office: 0, pieces: 0, authority: 0, collect: 0 }
  for (const { next } of all) counts[next.part]++
  const shown = part === undefined ? all : all.filter(({ next }) => next.part === part)
  const lastPage = Math.max(0, Math.floor((shown.length - 1) / pageRows) * pageRows)
  const begins = Math.min(from, lastPage)
  return {
    today: showing.today,
    rows: shown.slice(begins, begins + pageRows).map((line) => {
      const row = rows.get(line.file.fileId)
      return { ...headingOf(line.file, row, showing), ...workShown(office, line, row, showing, acting) }
    }),
    total: shown.length,
    from: begins,
    counts,
  }
}

/** The list of work. */
export const workViews = { 'files.work': filesWork } satisfies Views
