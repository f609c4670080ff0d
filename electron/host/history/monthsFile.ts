import type { Output } from '../../../shared/contract/index.ts'
import type { MonthFigures, ToldCount } from '../../../shared/contract/history/months.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { monthWords as words } from '../../../shared/messages/history/months.fr.ts'
import { minutes, nameOf } from './exported.ts'
import { csv, ods, odsType, type Cell, type Sheet } from './files.ts'

type Months = Output<'history.months'>

/** A count, or the words of why it is not said: the same as on the page. */
const cell = ({ people, hidden }: ToldCount, fewerThan: number): Cell =>
  hidden === null ? people : words.hidden(hidden, fewerThan)

function monthsSheet(of: Months, services: readonly Service[]): Sheet {
  const line = (year: number, row: MonthFigures): readonly Cell[] => [
    year,
    row.month === null ? words.wholeYear : words.monthNames[row.month - 1]!,
    row.serviceId === null ? words.allServices : nameOf(services, row.serviceId),
    cell(row.tickets, of.fewerThan),
    row.received,
    row.left,
    row.absent,
    row.unserved,
    minutes(row.medianWait, row.medianAtLeast),
    minutes(row.p90Wait, row.p90AtLeast),
  ]
  return {
    ...words.monthsSheet,
    rows: [
      ...of.months.map((row) => line(of.year, row)),
      ...of.yearBefore.map((row) => line(of.year - 1, row)),
    ],
  }
}

const hoursSheet = ({ hours, weekdays, fewerThan }: Months): Sheet => ({
  title: words.hoursTitle,
  headings: [words.weekday, ...hours.map(words.hour), words.allHours],
  rows: weekdays.map((line, at) => [
    words.weekdays[at] ?? words.allDays,
    ...line.map((count) => cell(count, fewerThan)),
  ]),
})

/** A year as a file: CSV has the months of both years; a spreadsheet has the hours beside them. */
export async function monthsFile(
  of: Months,
  services: readonly Service[],
  format: 'csv' | 'ods',
): Promise<Output<'history.exportMonths'>> {
  const sheet = monthsSheet(of, services)
  const bytes = format === 'csv' ? csv(sheet) : await ods([sheet, hoursSheet(of)])
  return {
    name: `${words.fileName(of.year)}.${format}`,
    type: format === 'csv' ? 'text/csv; charset=utf-8' : odsType,
    base64: Buffer.from(bytes).toString('base64'),
  }
}
