import type { Map } from 'immutable'
import { FileLetter } from '../../contract/files/file.ts'
import type { DueKind } from '../../contract/files/shown.ts'
import type { FileId, LocalDate } from '../../contract/ids.ts'
import type { Question } from '../../contract/law/assessment.ts'
import { groundsShown } from './papers/grounds.ts'
import { refusingOf } from './papers/refusing.ts'
import { signatoryOf } from '../documents/signing.ts'
import { templatesFor } from '../documents/templates.ts'
import { dateIn } from '../core/calendar/index.ts'
import { assessSheet } from '../law/checklist.ts'
import type { Territory } from '../../contract/office/calendar.ts'
import { collectBy, duesOf, type Due } from './clocks.ts'
import { isDecidedElsewhere, isWithAnother } from './whoDecides.ts'
import { forgottenRow, blankRow } from './file.ts'
import { askedIn } from './recorded.ts'
import { rulesOn, fileRequest, type FileRequest } from './regime.ts'
import { dueLine, fileShown, headingOf, showingOf, type Showing } from './shown.ts'
import { zoneOf, type Office } from '../state.ts'
import type { View, ViewContext, Views } from '../view.ts'
import { asItStands, duesStanding, mayBeReasoned, toHearBefore, unheardUntil } from './standing.ts'
import type { FileRow, FileState, FileTitle } from './state.ts'
import { awaitsSignature, workViews } from './workViews.ts'
import type { Input } from '../../contract/index.ts'
import { allProcedures } from '../../procedures/catalogue.ts'

const mostRows = 200
const mostToRecord = 50

/** What the pages show of the files as they are, whatever day it is and whoever looks. */
type Gathered = {
  readonly territory: Territory
  /** The earliest first; of one day, in the order in which the files were opened. */
  readonly dues: readonly Due[]
  /** The refusals that were to reach the person before silence accepts: what was typed of them says which were signed here. */
  readonly toTell: readonly FileState[]
  readonly toRecord: readonly FileState[]
  readonly unknownSilence: readonly FileState[]
  readonly titles: readonly InDrawer[]
}
type InDrawer = { readonly file: FileState; readonly title: FileTitle; readonly last: LocalDate | null }

// Files change far less often than the room: what they ask for is gathered once for the files as they are.
const cache = new WeakMap<Map<FileId, FileState>, Gathered>()

const byOpening = (a: FileState, b: FileState): number => a.openedAt - b.openedAt

const earliest = (a: Due, b: Due): number =>
  a.dueOn === b.dueOn ? byOpening(a.file, b.file) : a.dueOn < b.dueOn ? -1 : 1

function gathered({ files }: Office, territory: Territory): Gathered {
  const before = cache.get(files)
  if (before?.territory === territory) return before
  const all = [...files.values()].filter(({ closed }) => closed === null)
  const found = {
    territory,
    dues: all.flatMap((file) => duesOf(file, territory)).toSorted(earliest),
    toTell: all.filter((file) => toHearBefore(file) !== null),
    toRecord: all.filter(({ named }) => !named).toSorted(byOpening),
    unknownSilence: all.filter(hasUnknownSilence),
    titles: inDrawer(all),
  }
  cache.set(files, found)
  return found
}

/** The same dates, with those of the refusals that nobody was told of. */
function duesToday(
  { dues, toTell }: Gathered,
  rows: ReadonlyMap<FileId, FileRow>,
  showing: Showing,
): readonly Due[] {
  const unheard = toTell.filter((file) => unheardUntil(file, rows.get(file.fileId)) !== null)
  if (unheard.length === 0) return dues
  const apart = new Set(unheard.map(({ fileId }) => fileId))
  const others = dues.filter(({ file }) => !apart.has(file.fileId))
  const theirs = unheard.flatMap((file) => duesStanding(file, rows.get(file.fileId), showing))
  return [...others, ...theirs].toSorted(earliest)
}

/** The titles of the drawer: those soonest destroyed first, then those that no text destroys, by their arrival. */
function inDrawer(files: readonly FileState[]): readonly InDrawer[] {
  const order = ({ last, title }: InDrawer) => `${last ?? '9999-99-99'} ${title.arrivedOn}`
  return files
    .flatMap((file) =>
      file.title?.state === 'here' ? [{ file, title: file.title, last: collectBy(file) }] : [],
    )
    .toSorted((a, b) => {
      const [one, other] = [order(a), order(b)]
      return one === other ? byOpening(a.file, b.file) : one < other ? -1 : 1
    })
}

/** Nothing that we know says what silence is worth, and nothing was decided. */
const hasUnknownSilence = (file: FileState): boolean => {
  const {
    regime: { silence },
    decision,
    named,
  } = file
  return (
    named &&
    !isWithAnother(file) &&
    decision === null &&
    silence.sense !== 'sansObjet' &&
    (silence.sense === 'inconnu' || silence.delay === null)
  )
}

const filesDue: View<'files.due'> = (office, { kinds, serviceId }, context) => {
  const showing = showingOf(office, context)
  const rows = context.model.personal.files
  const ofService = (file: FileState) => serviceId === undefined || file.serviceId === serviceId
  const found = gathered(office, showing.territory)
  const { toRecord, unknownSilence } = found
  const all = duesToday(found, rows, showing).filter(({ file }) => ofService(file))
  const counts: Record<DueKind, number> = {
    silence: 0,
    pieces: 0,
    acknowledgement: 0,
    originals: 0,
    collection: 0,
  }
  for (const { kind } of all) counts[kind]++
  const matching = kinds === undefined ? all : all.filter(({ kind }) => kinds.includes(kind))
  const unnamed = toRecord.filter(ofService)
  return {
    today: showing.today,
    rows: matching.slice(0, mostRows).map((due) => dueLine(due, rows.get(due.file.fileId), showing)),
    total: matching.length,
    counts,
    toRecord: unnamed.slice(0, mostToRecord).map((file) => headingOf(file, rows.get(file.fileId), showing)),
    toRecordTotal: unnamed.length,
    toSign: draftsToSign(office, context, showing, ofService),
    unknownSilence: unknownSilence.filter(ofService).length,
  }
}

const mostToSign = 50

/** The refusals that were drafted, for who signs them: those that who asks may sign first, then by their reception. */
function draftsToSign(
  office: Office,
  context: ViewContext,
  showing: Showing,
  ofService: (file: FileState) => boolean,
) {
  const { now, who, model } = context
  const acting = { now, who, personal: model.personal }
  return [...model.personal.files]
    .flatMap(([fileId, row]) => {
      const noted = row.draft === undefined ? undefined : office.files.get(fileId)
      const file = noted && asItStands(noted, row, showing)
      if (!file || !awaitsSignature(file, row, showing.today) || !ofService(file)) return []
      const signs = !('refusal' in signatoryOf(office, acting, file.procedureId))
      return [{ ...headingOf(file, row, showing), signs }]
    })
    .toSorted((a, b) => Number(b.signs) - Number(a.signs) || (a.receivedOn < b.receivedOn ? -1 : 1))
    .slice(0, mostToSign)
}

const fileView: View<'file.view'> = (office, { fileId }, context) => {
  const showing = showingOf(office, context)
  const noted = office.files.get(fileId)
  const row = context.model.personal.files.get(fileId)
  const file = noted && asItStands(noted, row, showing)
  if (!file)
    return {
      today: showing.today,
      file: null,
      question: null,
      draft: null,
      letters: [],
      refusal: null,
      refusing: null,
    }
  return {
    today: showing.today,
    file: fileShown(noted, row, showing),
    draft: row?.draft ?? null,
    letters: FileLetter.options.flatMap((letter) => {
      const typed = row?.letters?.[letter]
      return typed === undefined ? [] : [{ letter, typed }]
    }),
    refusal: canRefuse(file) ? refusalGrounds(office, file, row, context) : null,
    refusing: canRefuse(file)
      ? refusingOf(office, viewing(context), file, row ?? forgottenRow(file, ''))
      : null,
    question: hasUnknownSilence(file) && file.closed === null ? questionOf(office, file, row, context) : null,
  }
}

/** What a page reads, as what composes a paper reads it. */
const viewing = ({ now, who, catalogue, model }: ViewContext) => ({
  now,
  who,
  catalogue,
  personal: model.personal,
})

/** The office decides on it, and has not granted it. */
const canRefuse = (file: FileState): boolean =>
  file.closed === null && !isDecidedElsewhere(file) && mayBeReasoned(file)

/** On what grounds it can be refused, under the rules of its day. */
function refusalGrounds(office: Office, file: FileState, row: FileRow | undefined, context: ViewContext) {
  const typed = row ?? forgottenRow(file, '')
  const shown = groundsShown(askedIn({ file, row: typed, rules: rulesOn(office, context, file.receivedOn) }))
  return shown && { ...shown, templates: templatesFor(office.paper.reasons ?? [], file.procedureId) }
}

/** What the rules of its day would ask, when what silence is worth hangs on it. */
function questionOf(
  office: Office,
  file: FileState,
  row: FileRow | undefined,
  context: ViewContext,
): Question | null {
  const typed = row ?? forgottenRow(file, '')
  const { rules, sheet } = askedIn({ file, row: typed, rules: rulesOn(office, context, file.receivedOn) })
  return assessSheet(rules, sheet)?.question ?? null
}

const filesToCollect: View<'files.toCollect'> = (office, { from = 0 }, context) => {
  const showing = showingOf(office, context)
  const { titles } = gathered(office, showing.territory)
  return {
    today: showing.today,
    rows: titles.slice(from, from + mostRows).map(({ file, title, last }) => ({
      ...headingOf(file, context.model.personal.files.get(file.fileId), showing),
      slot: title.slot,
      arrivedOn: title.arrivedOn,
      collectBy: last,
      overdue: last !== null && last < showing.today,
      notices: title.notices,
      lastNoticeOn: title.lastNoticeOn,
      sources: file.regime.destruction.sources,
      toConfirm: file.regime.destruction.toConfirm,
    })),
    total: titles.length,
  }
}

/** A file's own request, under the rules of its day. */
function ofFile(
  office: Office,
  fileId: Input<'request.view'>['fileId'],
  context: ViewContext,
): FileRequest | null {
  const file = fileId === undefined ? undefined : office.files.get(fileId)
  if (!file) return null
  const row = context.model.personal.files.get(file.fileId) ?? forgottenRow(file, '')
  return askedIn({ file, row, rules: rulesOn(office, context, file.receivedOn) })
}

/** What was typed of a request that is not recorded yet. */
function ofTyped(
  office: Office,
  input: Input<'request.view'>,
  today: LocalDate,
  context: ViewContext,
): FileRequest {
  const { procedureId = null, answers = {}, pieces = [], receivedOn = today } = input
  return fileRequest(rulesOn(office, context, receivedOn), procedureId, { ...blankRow(''), answers }, pieces)
}

/**
 * What a request needs to be recorded or completed, outside a visit: services, procedures, and what the rules of its day
 * say of it. What was answered on a file is not given back: whose it is, is looked up, and leaves a trace.
 */
const requestView: View<'request.view'> = (office, input, context) => {
  const today = dateIn(zoneOf(office), context.now)
  const file = ofFile(office, input.fileId, context)
  const request = file ?? ofTyped(office, input, today, context)
  const services = office.settings?.services ?? []
  const found = assessSheet(request.rules, request.sheet)
  return {
    today,
    services: services.map(({ serviceId, name }) => ({ serviceId, name })),
    procedures: allProcedures(context.catalogue, request.rules.date).map(({ procedureId, title }) => ({
      procedureId,
      title,
      serviceId:
        services.find(({ procedures }) => procedures.some((one) => one === procedureId))?.serviceId ?? null,
    })),
    assessment: found && (file ? { ...found, answered: [] } : found),
  }
}

/** Each view of files, and what makes it. */
export const filesViews = {
  ...workViews,
  'files.due': filesDue,
  'file.view': fileView,
  'request.view': requestView,
  'files.toCollect': filesToCollect,
} satisfies Views
