import type { FileRecord } from '../../../db/journal/readTables.ts'
import type { FileLine } from '../../../shared/contract/files/lines.ts'
import type { FileId, FileReference, LocalDate } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { instantOf } from '../../../shared/domain/core/calendar/index.ts'
import { fileAfter } from '../../../shared/domain/files/evolve.ts'
import type { FileRow, FileState } from '../../../shared/domain/files/state.ts'
import { isHidden } from '../../../shared/domain/privacy/limited.ts'
import { fileShown, headingOf, showingOf } from '../../../shared/domain/files/shown.ts'
import { workOn } from '../../../shared/domain/files/workViews.ts'
import { namesOf } from '../privacy/accessLog/names.ts'
import { noteConsultation } from '../privacy/accessLog/note.ts'
import { assistedFile } from '../history/assisted.ts'
import type { Reading, Tables } from '../reading.ts'

const looksPage = 50

/** What was typed about a file, before or after its end; undefined once it is erased. */
export async function rowOf({ journal, office, who }: Tables, fileId: FileId): Promise<FileRow | undefined> {
  if (isHidden(office, who, fileId)) return undefined
  const open = await journal.personalRow('file', fileId)
  return (open ?? (await journal.personalRow('closedFile', fileId))) as FileRow | undefined
}

/** A file as a list shows it: its person where the row is still kept, and what is next on it. */
export async function lineOf(tables: Tables, record: FileRecord): Promise<FileLine> {
  const row = await rowOf(tables, record.fileId)
  const { state, openedAt, closedAt } = record
  return {
    ...headingOf(record, row, tables),
    state,
    openedAt,
    closedAt,
    person: row?.person ?? null,
    erased: row === undefined,
    work: workOf(tables, record.fileId),
  }
}

/** What is next on a file that is open. */
function workOf({ office, who, now, catalogue, personal }: Tables, fileId: FileId): FileLine['work'] {
  const file = office.files.get(fileId)
  return file === undefined || file.closed !== null
    ? null
    : workOn(office, file, { who, now, catalogue, personal })
}

/** Who the files of a page are; a file whose person limited it, or had its time, names nobody. */
export const nameFiles: Reading<'files.names'> = async ({ fileIds }, tables) => {
  if (tables.office.settings === null) return { refusal: 'officeNotCreated' }
  const asked = [...new Set(fileIds)]
  await noteConsultation(tables, 'file', asked)
  return {
    people: await Promise.all(
      asked.map(async (fileId) => {
        const row = await rowOf(tables, fileId)
        return { fileId, person: row?.person ?? null, erased: row === undefined }
      }),
    ),
  }
}

type Act = Output<'file.get'>['acts'][number]['act']

/** What each fact of a file is in its history. */
const acts: Readonly<Record<string, Act>> = {
  fileOpened: 'opened',
  fileDescribed: 'described',
  filePieceAdded: 'pieceAdded',
  filePiecesRequested: 'piecesRequested',
  fileAcknowledged: 'acknowledged',
  fileForwarded: 'forwarded',
  fileDecided: 'decided',
  fileTitleArrived: 'titleArrived',
  fileNoticeSent: 'noticeSent',
  fileTitleDestroyed: 'titleDestroyed',
  fileHandedOver: 'handedOver',
  originalsHeld: 'originalsHeld',
  originalsReturned: 'originalsReturned',
  fileClosed: 'closed',
  fileActUndone: 'visitUndone',
}
const mostActs = 500

type FileActs = Output<'file.get'>['acts']

/**
 * What an act is in the history of a file: what a cancelled paper alone told is named, with that. A mistaken forwarding that is
 * taken back takes off too what was told by papers cancelled since it was sent.
 */
function actsOf(
  { event, at, agentId }: Awaited<ReturnType<Tables['journal']['files']['acts']>>[number],
  before: FileState | null,
  after: FileState | null,
): FileActs {
  if (event.type === 'fileLetterCancelled' || event.type === 'fileForwardingCancelled') {
    const cancelled = (act: Act) => ({ act, cancelled: true as const, at, agentId })
    const withdrawn = (after?.withdrawn?.length ?? 0) > (before?.withdrawn?.length ?? 0)
    const given = (after?.acknowledged.length ?? 0) < (before?.acknowledged.length ?? 0)
    return [
      ...(event.type === 'fileForwardingCancelled'
        ? [{ act: 'forwarded' as const, mistaken: true as const, at, agentId }]
        : []),
      ...(withdrawn ? [cancelled('piecesRequested')] : []),
      ...(given ? [cancelled('acknowledged')] : []),
    ]
  }
  const act = acts[event.type]
  return act === undefined ? [] : [{ act, at, agentId }]
}

/** One file and its acts, the latest five hundred; looking at it is noted. */
export const getFile: Reading<'file.get'> = async ({ fileId }, tables) => {
  const { office, journal, catalogue, now } = tables
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const record = await journal.files.one(fileId)
  if (!record) return { refusal: 'unknownFile' }
  await noteConsultation(tables, 'file', [fileId])
  const past = await journal.files.acts(fileId)
  // An annulled file is shown as it was before it was.
  let file: FileState | null = null
  const told: FileActs = []
  for (const act of past) {
    const after: FileState | null = fileAfter(file, act) ?? file
    told.push(...actsOf(act, file, after))
    file = after
  }
  if (file === null) return { refusal: 'unknownFile' }
  const row = await rowOf(tables, fileId)
  return {
    file: { ...fileShown(file, row, showingOf(office, { now, catalogue })), state: record.state },
    person: row?.person ?? null,
    ministry: row?.ministry ?? null,
    assistance: row?.assistance ?? null,
    erased: row === undefined,
    receivers: [...(row?.handedOver ?? [])],
    acts: told.slice(-mostActs),
  }
}

/** How a file was come by, in the journal of consultations. */
const ways = { fileReference: 'reference', fileName: 'name', file: 'file' } as const

/** Who looked at files, and by what way, the latest first. */
export const listLooks: Reading<'files.looks'> = async ({ before }, { journal, office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const whats = Object.keys(ways) as (keyof typeof ways)[]
  const filter = before === undefined ? { whats } : { whats, before }
  const found = await journal.consultations.list(filter, looksPage + 1)
  const page = found.slice(0, looksPage)
  const name = namesOf(journal)
  return {
    looks: await Promise.all(
      page.map(async ({ consultationId, at, agentId, stationId, what, about }) => ({
        lookId: consultationId,
        at,
        agentId,
        stationId,
        by: ways[what as keyof typeof ways],
        files: await Promise.all(
          about.map(async (id) => ({
            fileId: id as FileId,
            reference: (await name('file', id)) as FileReference | null,
          })),
        ),
      })),
    ),
    more: found.length > looksPage,
  }
}

/** « Accompagnement en ligne » of a year as a file: how many, by month, procedure and nature, without a name. */
export const exportAssisted: Reading<'assisted.export'> = async (
  { year, format },
  { journal, office, catalogue },
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { zone } = office.settings.calendar
  const [from, to] = [`${year}-01-01`, `${year}-12-31`] as [LocalDate, LocalDate]
  const helped = await journal.files.assisted({
    from: instantOf(zone, from, 0),
    to: instantOf(zone, to, 1440),
  })
  return assistedFile({ year, format, zone, catalogue, helped })
}
