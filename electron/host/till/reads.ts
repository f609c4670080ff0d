import type { TillEntry } from '../../../shared/contract/till/books.ts'
import type { TillNote } from '../../../shared/domain/till/state.ts'
import { tillWords } from '../../../shared/messages/till/till.fr.ts'
import { noteConsultation } from '../privacy/accessLog/note.ts'
import { csv } from '../history/files.ts'
import { isKeptFrom } from '../privacy/limited.ts'
import type { Reading, Tables } from '../reading.ts'
import { booksSheet, type Noted } from './sheet.ts'

const page = 50
/** A year of a busy till has fewer; more is asked by parts. */
const mostExported = 200_000

/** Who paid and why; as if it were not there where its person's file is limited: the books themselves stay whole. */
const noteOf = async (
  { journal, office, who }: Pick<Tables, 'journal' | 'office' | 'who'>,
  { noteId }: TillEntry,
): Promise<TillNote | undefined> =>
  noteId === null || (await isKeptFrom(journal, office, who, 'tillNote', noteId))
    ? undefined
    : ((await journal.personalRow('tillNote', noteId)) as TillNote | undefined)

/** A page of the till's entries, the latest first. */
export const listEntries: Reading<'till.entries'> = async ({ date, before }, { journal, office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const found = await journal.till.entries({
    ...(date === undefined ? {} : { date }),
    ...(before === undefined ? {} : { before }),
    limit: page + 1,
  })
  return { entries: found.slice(0, page), more: found.length > page }
}

/** One entry of the till with what was noted of who paid; reading that note is noted. */
export const getEntry: Reading<'till.entry'> = async ({ number }, tables) => {
  if (tables.office.settings === null) return { refusal: 'officeNotCreated' }
  const found = await tables.journal.till.entry(number)
  if (found === undefined) return { refusal: 'unknownEntry' }
  const { entry, document } = found
  const note = await noteOf(tables, entry)
  if (note !== undefined) await noteConsultation(tables, 'tillEntry', [String(number)])
  return {
    entry,
    payer: note?.payer ?? null,
    reference: note?.reference ?? null,
    reason: note?.reason ?? null,
    stamp: note?.stamp ?? null,
    document,
  }
}

/** A page of the till's closings, the latest first. */
export const listClosings: Reading<'till.closings'> = async ({ before }, { journal, office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const found = await journal.till.closings({
    ...(before === undefined ? {} : { before }),
    limit: page + 1,
  })
  return { closings: found.slice(0, page), more: found.length > page }
}

/** The books of a period as CSV, 200,000 entries at most; the export is noted. */
export const exportBooks: Reading<'till.export'> = async ({ from, to }, tables) => {
  const { office, journal } = tables
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (from > to) return { refusal: 'badPeriod' }
  const entries = await journal.till.period({ from, to, after: 0, limit: mostExported + 1 })
  if (entries.length > mostExported) return { refusal: 'badPeriod' }
  await noteConsultation(tables, 'tillBooks', [`${from}/${to}`])
  const noted: Noted[] = []
  for (const entry of entries) noted.push({ entry, note: await noteOf(tables, entry) })
  return {
    name: tillWords.export.fileName(from, to),
    type: 'text/csv; charset=utf-8',
    base64: Buffer.from(csv(booksSheet(noted, office.school))).toString('base64'),
  }
}
