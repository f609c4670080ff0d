import { resolve } from 'node:path'
import type { CompiledQuery } from 'kysely'
import type { Sqlite } from '../../../db/connect.ts'
import { statements } from '../../../db/journal/statements.ts'
import { journals } from '../../../db/personal/retention.ts'
import { sqliteCompiler } from '../../../db/projections/compile.ts'
import { consultationStore } from '../../../db/projections/privacy/accessLog.ts'
import { documentTable } from '../../../db/projections/documents/table.ts'
import { fileTable } from '../../../db/projections/files/table.ts'
import { visitTable } from '../../../db/projections/history/visits.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'
import { instantOf } from '../../../shared/domain/core/calendar/index.ts'
import { consultationWords } from '../../../shared/messages/privacy/accessLog.fr.ts'
import { noteFromOutside } from '../privacy/accessLog/noteFromOutside.ts'
import { consultationsSheet, periodOf } from '../privacy/accessLog/sheet.ts'
import { withFolder } from '../documents/folder.ts'
import { describedFiles, isTaken, outputOf, storedDescribed } from '../documents/outFile.ts'
import { csv } from '../history/files.ts'
import { isBackwards, periodAsked } from './periodAsked.ts'

/** `consultations export DIR --out FILE`: who consulted what, as CSV with its description, for the data protection officer. */
export async function exportConsultations(args: readonly string[]): Promise<number> {
  const options = periodAsked(args)
  if (options === undefined || isBackwards(options)) {
    process.stderr.write(consultationWords.cli.usage)
    return 2
  }
  const { folder, out, from, to, replace } = options
  if (isTaken(describedFiles(out), replace)) return 1
  return withFolder(folder, async ({ db, office, path }) => {
    noteFromOutside(path, 'consultations', [`${from ?? ''}/${to ?? ''}`])
    const zone = latest(db, 'calendarSet', '$.data.calendar.zone', '$.data.settings.calendar.zone')
    const tables = tablesOf(db, office.officeId as OfficeId)
    const rows = await periodOf(tables.consultations, {
      ...(from === null ? {} : { from: instantOf(zone, from, 0) }),
      ...(to === null ? {} : { to: instantOf(zone, to, 1440) }),
    })
    const described = consultationWords.export.describe({
      office: latest(db, 'addressSet', '$.data.address.name', '$.data.settings.address.name'),
      from,
      to,
      count: rows.length,
      journals,
    })
    if (!(await storedDescribed(out, csv(await consultationsSheet(rows, tables, zone)), described, replace)))
      return 1
    // The output asked for has the content alone.
    if (outputOf(out) !== process.stdout)
      process.stdout.write(`${JSON.stringify({ consultations: rows.length, file: resolve(out) })}\n`)
    return 0
  })
}

/** The tables that tell consultations and what they are about, on a database that is only read. */
function tablesOf(db: Sqlite, officeId: OfficeId) {
  const prepared = statements(db)
  const ask = <Row>(query: CompiledQuery<Row>) => Promise.resolve(prepared.all(query))
  const run = () => Promise.reject(new Error('the folder is only read'))
  return {
    consultations: consultationStore(sqliteCompiler, () => officeId, ask, run),
    files: fileTable(sqliteCompiler, () => officeId, ask),
    documents: documentTable(sqliteCompiler, () => officeId, ask),
    visits: visitTable(sqliteCompiler, () => officeId, ask),
  }
}

/** A setting as it was last set, or as the office was born with it. */
const latest = (db: Sqlite, type: string, path: string, born: string): string =>
  db
    .prepare(
      `select iif(type = :type, json_extract(body, :path), json_extract(body, :born)) from events
       where type in (:type, 'officeCreated') order by seq desc limit 1`,
    )
    .pluck()
    .get({ type, path, born }) as string
