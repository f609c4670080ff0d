import type { FileRecord } from '../../../db/journal/readTables.ts'
import { DocumentNumber, type FileId } from '../../../shared/contract/ids.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { dateIn, instantOf } from '../../../shared/domain/core/calendar/index.ts'
import { isHidden } from '../../../shared/domain/privacy/limited.ts'
import { collectBy } from '../../../shared/domain/files/clocks.ts'
import { bears, nameKey, namesTitle, receiptKey, soughtBy } from '../../../shared/domain/files/names.ts'
import { searchKey } from '../../../shared/contract/letters.ts'
import { headingOf } from '../../../shared/domain/files/shown.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import { noteConsultation } from '../privacy/accessLog/note.ts'
import type { Reading, Tables } from '../reading.ts'
import { lineOf, rowOf } from './reads.ts'

const mostFound = 50

/** The files that a number, a name or a reference finds, fifty at most; what is shown of them is noted. */
export const findFiles: Reading<'files.find'> = async (asked, tables) => {
  if (tables.office.settings === null) return { refusal: 'officeNotCreated' }
  const { found, byName } = await foundBy(asked, tables)
  const shown = found.slice(0, mostFound)
  await noteConsultation(
    tables,
    byName ? 'fileName' : 'fileReference',
    shown.map(({ fileId }) => fileId),
  )
  return {
    files: await Promise.all(shown.map((record) => lineOf(tables, record))),
    more: found.length > mostFound,
  }
}

type Found = { readonly found: readonly FileRecord[]; readonly byName: boolean }

/** What one search finds, and whether it was for a person's name. */
async function foundBy(
  { reference, receipt, familyName, birthDate, words }: Input<'files.find'>,
  tables: Tables,
): Promise<Found> {
  const { files } = tables.journal
  if (words !== undefined) return foundByWords(words, tables)
  if (reference !== undefined) return { found: one(await files.byReference(reference)), byName: false }
  if (receipt !== undefined)
    return { found: await files.byKey(receiptKey(receipt), mostFound + 1), byName: false }
  if (familyName === undefined || birthDate === undefined) return { found: [], byName: false }
  return { found: await files.byKey(nameKey(familyName, birthDate), mostFound + 1), byName: true }
}

const one = (record: FileRecord | undefined): readonly FileRecord[] => (record ? [record] : [])

/** A number of any paper finds its file, a ticket of the day those of its visit, a name whoever bears it. */
async function foundByWords(words: string, tables: Tables): Promise<Found> {
  const { journal, office, now } = tables
  const { files, documents, visits } = journal
  const today = dateIn(zoneOf(office), now)
  const sought = soughtBy(words, today.slice(0, 4))
  const numbered = async (found: readonly FileRecord[]): Promise<Found> => ({
    // A ministry's number may look like one of ours.
    found: found.length > 0 ? found : await files.byKey(receiptKey(words), mostFound + 1),
    byName: false,
  })
  switch (sought.is) {
    case 'file':
      return numbered(one(await files.byReference(sought.reference)))
    case 'document': {
      const { documents: issued } = await documents.list({ number: sought.number, limit: 20 })
      const paper = issued.find(({ number }) => number === sought.number)
      if (!paper) return numbered([])
      if (paper.fileId !== null) return numbered(one(await files.one(paper.fileId)))
      return numbered(paper.ticketId === null ? [] : await files.byTicket(paper.ticketId))
    }
    case 'ticket': {
      const zone = zoneOf(office)
      const period = { from: instantOf(zone, today, 0), to: instantOf(zone, today, 1440) }
      const ticket = await visits.byNumber(sought.number, period)
      return numbered(ticket ? await files.byTicket(ticket.ticketId) : [])
    }
    case 'number':
      return numbered([])
    case 'person':
      return { found: await files.byKey(nameKey(sought.name, sought.birthDate), mostFound + 1), byName: true }
    case 'name':
      return { found: await foundByName(sought.name, tables), byName: true }
  }
}

/** How many files bear the first word before the others are compared. */
const mostCompared = 1000

/** Whoever bears these words: by the name as it is typed, else by one word of it with the others among the first names. */
async function foundByName(name: string, tables: Tables): Promise<readonly FileRecord[]> {
  const { files } = tables.journal
  const start = searchKey(name)
  if (start === '') return []
  const whole = await files.byKeyStart(start, mostFound + 1)
  if (whole.length > 0) return whole
  const found: FileRecord[] = []
  for (const word of start.split(' '))
    for (const record of await files.byKeyStart(word, mostCompared)) {
      if (found.length > mostFound) return found
      const row = await rowOf(tables, record.fileId)
      const known = found.some(({ fileId }) => fileId === record.fileId)
      if (row?.person && !known && bears(row.person, name)) found.push(record)
    }
  return found
}

/** As many titles as an agent reads: more would be no answer. */
const mostTitles = 20

/** The files of a paper by its number: the one that it is of, or the one that its visit opened. */
async function filesOfPaper({ journal, office }: Tables, text: string): Promise<ReadonlySet<FileId>> {
  const number = DocumentNumber.safeParse(text.trim().toUpperCase().replaceAll(/\s+/g, '-')).data
  if (number === undefined) return new Set()
  const { documents } = await journal.documents.list({ number, limit: 2 })
  const named = documents.filter((one) => one.number === number)
  const visits = new Set(named.flatMap(({ visitId }) => visitId ?? []))
  return new Set([
    ...named.flatMap(({ fileId }) => fileId ?? []),
    ...[...office.files.values()].flatMap(({ fileId, openedBy }) =>
      openedBy !== null && visits.has(openedBy.visitId) ? [fileId] : [],
    ),
  ])
}

/** The titles in the drawer that a name, a reference or a paper's number finds; what is shown of them is noted. */
export const findTitles: Reading<'files.findTitles'> = async ({ text }, tables) => {
  const { office, personal, who } = tables
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const printed = await filesOfPaper(tables, text)
  const found = [...office.files.values()].flatMap((file) => {
    const { title, closed, fileId, reference } = file
    if (closed !== null || title?.state !== 'here' || isHidden(office, who, fileId)) return []
    const row = personal.files.get(fileId)
    return printed.has(fileId) || namesTitle({ reference, row }, text) ? [{ file, title, row }] : []
  })
  const shown = found.slice(0, mostTitles)
  await noteConsultation(
    tables,
    'fileName',
    shown.map(({ file }) => file.fileId),
  )
  return {
    titles: shown.map(({ file, title, row }) => ({
      ...headingOf(file, row, tables),
      person: row?.person ?? null,
      number: row?.ministry?.number ?? null,
      slot: title.slot,
      arrivedOn: title.arrivedOn,
      collectBy: collectBy(file),
    })),
    more: found.length > mostTitles,
  }
}
