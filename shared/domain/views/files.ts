import type { Map } from 'immutable'
import type { DueKind } from '../../contract/files.ts'
import type { FileId } from '../../contract/ids.ts'
import { dateIn } from '../calendar.ts'
import type { Territory } from '../calendar/holidays.ts'
import { collectBy, duesOf, type Due } from '../files/clocks.ts'
import type { FileState } from '../files/file.ts'
import { dueLine, fileShown, headingOf, type Showing } from '../files/shown.ts'
import { territoryOf } from '../legal/workingDays.ts'
import { zoneOf, type Office } from '../office.ts'
import type { View, ViewContext } from './view.ts'

const mostRows = 200
const mostToRecord = 50

const showingOf = (office: Office, { now, catalogue }: Pick<ViewContext, 'now' | 'catalogue'>): Showing => ({
  catalogue,
  today: dateIn(zoneOf(office), now),
  territory: office.settings ? territoryOf(office.settings.calendar) : 'metropole',
})

// Files change far less often than the room: what falls when is sorted once for the files as they are.
const sorted = new WeakMap<
  Map<FileId, FileState>,
  { readonly territory: Territory; readonly dues: readonly Due[] }
>()

/** All that falls on some date, the earliest first; of one day, in the order in which the files were opened. */
function duesByDate({ files }: Office, territory: Territory): readonly Due[] {
  const before = sorted.get(files)
  if (before?.territory === territory) return before.dues
  const dues = files
    .valueSeq()
    .flatMap((file) => duesOf(file, territory))
    .toArray()
    .toSorted((a, b) =>
      a.dueOn === b.dueOn ? a.file.openedAt - b.file.openedAt : a.dueOn < b.dueOn ? -1 : 1,
    )
  sorted.set(files, { territory, dues })
  return dues
}

const awaitsName = ({ named, closed }: FileState): boolean => !named && closed === null

/** Nothing that we know says what silence is worth, and nothing was decided. */
const hasUnknownSilence = ({ regime: { silence }, decision, closed, named }: FileState): boolean =>
  named &&
  closed === null &&
  decision === null &&
  silence.sense !== 'sansObjet' &&
  (silence.sense === 'inconnu' || silence.delay === null)

export const filesDue: View<'files.due'> = (office, { kinds, serviceId }, context) => {
  const showing = showingOf(office, context)
  const rows = context.model.personal.files
  const ofService = (file: FileState) => serviceId === undefined || file.serviceId === serviceId
  const all = duesByDate(office, showing.territory).filter(({ file }) => ofService(file))
  const counts: Record<DueKind, number> = {
    silence: 0,
    pieces: 0,
    acknowledgement: 0,
    originals: 0,
    collection: 0,
  }
  for (const { kind } of all) counts[kind]++
  const asked = kinds === undefined ? all : all.filter(({ kind }) => kinds.includes(kind))
  const files = office.files.valueSeq().filter(ofService)
  const toRecord = files.filter(awaitsName).toArray()
  return {
    today: showing.today,
    rows: asked.slice(0, mostRows).map((due) => dueLine(due, rows.get(due.file.fileId), showing)),
    total: asked.length,
    counts,
    toRecord: toRecord
      .toSorted((a, b) => a.openedAt - b.openedAt)
      .slice(0, mostToRecord)
      .map((file) => headingOf(file, rows.get(file.fileId), showing)),
    toRecordTotal: toRecord.length,
    unknownSilence: files.count(hasUnknownSilence),
  }
}

export const fileView: View<'file.view'> = (office, { fileId }, context) => {
  const showing = showingOf(office, context)
  const file = office.files.get(fileId)
  const row = context.model.personal.files.get(fileId)
  return { today: showing.today, file: file ? fileShown(file, row, showing) : null }
}

/** Those soonest destroyed first; then those that no text destroys, by their arrival. */
export const filesToCollect: View<'files.toCollect'> = (office, _input, context) => {
  const showing = showingOf(office, context)
  const titles = office.files
    .valueSeq()
    .flatMap((file) =>
      file.title?.state === 'here' && file.closed === null
        ? [{ file, title: file.title, last: collectBy(file) }]
        : [],
    )
    .toArray()
    .toSorted((a, b) => {
      const [one, other] = [a, b].map(({ last, title }) => `${last ?? '9999-99-99'} ${title.arrivedOn}`)
      return one! < other! ? -1 : one === other ? a.file.openedAt - b.file.openedAt : 1
    })
  return {
    today: showing.today,
    rows: titles.slice(0, mostRows).map(({ file, title, last }) => ({
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
