import { journals } from '../../../../db/personal/retention.ts'
import { instantOf } from '../../../../shared/domain/core/calendar/index.ts'
import { consultationWords } from '../../../../shared/messages/privacy/accessLog.fr.ts'
import { csv, zipped } from '../../history/files.ts'
import type { Reading } from '../../reading.ts'
import { namesOf } from './names.ts'
import { noteConsultation } from './note.ts'
import { consultationsSheet, periodOf } from './sheet.ts'

const listed = 50

/** Who looked at which personal data, the latest first, and how long each journal is kept. */
export const listConsultations: Reading<'consultations.list'> = async ({ before }, { journal, office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const found = await journal.consultations.list(before === undefined ? {} : { before }, listed + 1)
  const name = namesOf(journal)
  return {
    consultations: await Promise.all(
      found.slice(0, listed).map(async ({ about, ...row }) => ({
        ...row,
        about: await Promise.all(about.map(async (id) => ({ id, name: await name(row.what, id) }))),
      })),
    ),
    more: found.length > listed,
    journals: (['acts', 'consultations', 'exchanges'] as const).map((journal) => ({
      journal,
      ...journals[journal],
    })),
  }
}

/** Who looked at which personal data in a period, as an archive; the export is itself noted. */
export const exportConsultations: Reading<'consultations.export'> = async ({ from, to }, tables) => {
  const { office, journal } = tables
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (to < from) return { refusal: 'badPeriod' }
  const { calendar, address } = office.settings
  const { zone } = calendar
  await noteConsultation(tables, 'consultations', [`${from}/${to}`])
  const period = { from: instantOf(zone, from, 0), to: instantOf(zone, to, 1440) }
  const rows = await periodOf(journal.consultations, period)
  const sheet = csv(await consultationsSheet(rows, journal, zone))
  const { fileName, describe } = consultationWords.export
  const name = fileName(from, to)
  const described = describe({ office: address.name, from, to, count: rows.length, journals })
  const bytes = await zipped({ [`${name}.csv`]: sheet, [`${name}.txt`]: described })
  return { name: `${name}.zip`, type: 'application/zip', base64: Buffer.from(bytes).toString('base64') }
}
