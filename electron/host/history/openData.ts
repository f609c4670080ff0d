import { createHash } from 'node:crypto'
import type { Service } from '../../../shared/contract/office/settings.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { csvText } from '../../../shared/messages/format/csv.ts'
import { statisticsWords as words } from '../../../shared/messages/integrations/statistics.fr.ts'
import { byDay, nameOf } from './exported.ts'

type Days = Output<'history.days'>
type Equality = Output<'history.equality'>
type Value = string | number | null
type Row = { readonly [column: string]: Value }
export type OpenFile = Output<'statistics.export'>['files'][number]

/** A table as CSV for programs, as the data package's dialect says. */
export const tableText = (columns: readonly string[], rows: readonly Row[]): string =>
  csvText('open', [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))])

/** A line of what goes unsaid: each column is there, and empty. */
const leftOut: Row = Object.fromEntries(Object.keys(words.days.columns).map((column) => [column, null]))

function dayRows(days: Days, services: readonly Service[]): readonly Row[] {
  return byDay(days).map((day) => {
    const { date, serviceId } = day
    const named = { date, service_id: serviceId, service: nameOf(services, serviceId) }
    if ('hidden' in day) return { ...leftOut, ...named }
    const { tickets, received, left, absent, unserved, overtakes, coverage } = day
    return {
      ...named,
      tickets,
      received,
      left,
      absent,
      unserved,
      ...waitColumns(day),
      overtakes,
      ...coverage,
    }
  })
}

/** Waits in seconds, each with whether it is at least that (1), as nobody who was never called is left out. */
export const waitColumns = (waits: {
  readonly medianWait: number | null
  readonly p90Wait: number | null
  readonly medianAtLeast: boolean
  readonly p90AtLeast: boolean
}): Row => ({
  median_wait: waits.medianWait,
  median_at_least: waits.medianWait === null ? null : Number(waits.medianAtLeast),
  p90_wait: waits.p90Wait,
  p90_at_least: waits.p90Wait === null ? null : Number(waits.p90AtLeast),
})

const groups = ['everyone', 'morning', 'afternoon', 'priority', 'arrangement'] as const

function equalityRows(equality: Equality): readonly Row[] {
  const row = (group: string, figures: Equality['everyone']): Row => ({
    group,
    people: figures.people,
    received: figures.received,
    ...waitColumns({ ...figures, medianWait: figures.median, p90Wait: figures.p90 }),
    refused: figures.refused,
  })
  return [
    ...groups.map((group) => row(group, equality[group])),
    ...equality.services.map((one) => row(`service:${one.serviceId}`, one)),
  ]
}

type Column = readonly [title: string, description: string]
const typeOf: Readonly<Record<string, string>> = {
  date: 'date',
  service_id: 'string',
  service: 'string',
  group: 'string',
  refused: 'number',
  measure: 'string',
  title: 'string',
  value: 'number',
  unit: 'string',
  none: 'string',
  method: 'string',
  source: 'string',
}

/** A file of the package, as its Table Schema describes it (Frictionless, Tabular Data Resource 1). */
export const resource = (
  name: string,
  { title, columns }: { readonly title: string; readonly columns: Readonly<Record<string, Column>> },
  text: string,
  primaryKey: readonly string[],
) => ({
  profile: 'tabular-data-resource',
  name,
  path: `${name}.csv`,
  title,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes: Buffer.byteLength(text),
  hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: {
    fields: Object.entries(columns).map(([column, [columnTitle, description]]) => ({
      name: column,
      title: columnTitle,
      description,
      type: typeOf[column] ?? 'integer',
      ...(primaryKey.includes(column) ? { constraints: { required: true } } : {}),
    })),
    missingValues: [''],
    primaryKey,
  },
})

/**
 * The figures of a period as a Frictionless tabular data package (specs.frictionlessdata.io, version 1), and the same
 * rows as JSON.
 */
export function openFiles(
  { from, to, name }: { readonly from: string; readonly to: string; readonly name: string },
  days: Days,
  equality: Equality,
  services: readonly Service[],
): readonly OpenFile[] {
  const ofDays = dayRows(days, services)
  const ofEquality = equalityRows(equality)
  const daysText = tableText(Object.keys(words.days.columns), ofDays)
  const equalityText = tableText(Object.keys(words.equality.columns), ofEquality)
  const description = {
    profile: 'tabular-data-package',
    name: `guichet-chiffres-${from}-${to}`,
    title: words.title(name),
    description: words.description(from, to),
    resources: [
      resource('jours', words.days, daysText, ['date', 'service_id']),
      resource('egalite', words.equality, equalityText, ['group']),
    ],
  }
  const json = { from, to, days: ofDays, equality: ofEquality }
  return [
    { name: 'datapackage.json', type: 'application/json', text: `${JSON.stringify(description, null, 2)}\n` },
    { name: 'jours.csv', type: 'text/csv; charset=utf-8', text: daysText },
    { name: 'egalite.csv', type: 'text/csv; charset=utf-8', text: equalityText },
    { name: 'chiffres.json', type: 'application/json', text: `${JSON.stringify(json, null, 2)}\n` },
  ]
}
