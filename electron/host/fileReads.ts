import { uuidv7 } from 'uuidv7'
import type { FileRecord, LookRow } from '../../db/journal/port.ts'
import type { FileLine } from '../../shared/contract/file.ts'
import type { FileId, LookId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { dateIn, instantOf } from '../../shared/domain/calendar.ts'
import { fileAfter } from '../../shared/domain/files/evolve.ts'
import type { FileRow, FileState } from '../../shared/domain/files/file.ts'
import { nameKey, receiptKey } from '../../shared/domain/files/names.ts'
import { fileShown, headingOf } from '../../shared/domain/files/shown.ts'
import { territoryOf } from '../../shared/domain/legal/workingDays.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { assistedFile } from './history/assisted.ts'
import type { Reading, Tables } from './reads.ts'

const mostFound = 50
const looksPage = 50

/** What was typed about a file, before or after its end; undefined once it is erased. */
async function rowOf({ journal }: Tables, fileId: FileId): Promise<FileRow | undefined> {
  const open = await journal.personalRow('file', fileId)
  return (open ?? (await journal.personalRow('closedFile', fileId))) as FileRow | undefined
}

/** The look is in its log before anybody sees what it found. */
const looked = ({ journal, now, who }: Tables, by: LookRow['by'], files: readonly FileId[]): Promise<void> =>
  journal.looks.add({
    lookId: uuidv7() as LookId,
    at: now,
    agentId: who.agentId,
    stationId: who.stationId,
    by,
    files,
  })

async function lineOf(tables: Tables, record: FileRecord): Promise<FileLine> {
  const row = await rowOf(tables, record.fileId)
  const { state, openedAt, closedAt } = record
  return {
    ...headingOf(record, row, tables),
    state,
    openedAt,
    closedAt,
    person: row?.person ?? null,
    erased: row === undefined,
  }
}

export const findFiles: Reading<'files.find'> = async (asked, tables) => {
  if (tables.office.settings === null) return { refusal: 'officeNotCreated' }
  const { reference, receipt, familyName, birthDate } = asked
  const { files } = tables.journal
  const key =
    receipt !== undefined
      ? receiptKey(receipt)
      : familyName !== undefined && birthDate !== undefined
        ? nameKey(familyName, birthDate)
        : undefined
  const byReference = reference === undefined ? undefined : await files.byReference(reference)
  const found = key === undefined ? (byReference ? [byReference] : []) : await files.byKey(key, mostFound + 1)
  const shown = found.slice(0, mostFound)
  await looked(
    tables,
    familyName === undefined ? 'reference' : 'name',
    shown.map(({ fileId }) => fileId),
  )
  return {
    files: await Promise.all(shown.map((record) => lineOf(tables, record))),
    more: found.length > mostFound,
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

export const getFile: Reading<'file.get'> = async ({ fileId }, tables) => {
  const { office, journal, catalogue, now } = tables
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const record = await journal.files.one(fileId)
  if (!record) return { refusal: 'unknownFile' }
  await looked(tables, 'file', [fileId])
  const past = await journal.files.acts(fileId)
  // An annulled file is shown as it was before it was.
  let file: FileState | null = null
  for (const act of past) file = fileAfter(file, act) ?? file
  if (file === null) return { refusal: 'unknownFile' }
  const row = await rowOf(tables, fileId)
  const { calendar } = office.settings
  const showing = { catalogue, today: dateIn(calendar.zone, now), territory: territoryOf(calendar) }
  return {
    file: { ...fileShown(file, row, showing), state: record.state },
    person: row?.person ?? null,
    ministry: row?.ministry ?? null,
    assistance: row?.assistance ?? null,
    erased: row === undefined,
    acts: past.slice(-mostActs).flatMap(({ event, at, agentId }) => {
      const act = acts[event.type]
      return act === undefined ? [] : [{ act, at, agentId }]
    }),
  }
}

export const listLooks: Reading<'files.looks'> = async ({ before }, { journal, office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const looks = await journal.looks.list(before, looksPage + 1)
  const page = looks.slice(0, looksPage)
  const shown = await Promise.all(
    [...new Set(page.flatMap(({ files }) => files))].map((fileId) => journal.files.one(fileId)),
  )
  const references = new Map(shown.flatMap((file) => (file ? [[file.fileId, file.reference]] : [])))
  return {
    looks: page.map(({ files, ...look }) => ({
      ...look,
      files: files.map((fileId) => ({ fileId, reference: references.get(fileId) ?? null })),
    })),
    more: looks.length > looksPage,
  }
}

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
