import type { Service } from '../../../shared/contract/office/settings.ts'
import type { ServiceId } from '../../../shared/contract/ids.ts'
import type { UnsaidDay } from '../../../shared/contract/history/calls.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { figureWords } from '../../../shared/messages/history/figures.fr.ts'
import { count } from '../../../shared/messages/format/numbers.ts'
import { csv, ods, odsType, type Cell, type Sheet } from './files.ts'

type Days = Output<'history.days'>
type Equality = Output<'history.equality'>

/** Minutes with one decimal, as waits are said; the figures themselves are in seconds. */
export function minutes(seconds: number | null, atLeast: boolean): Cell {
  if (seconds === null) return null
  const said = Math.round(seconds / 6) / 10
  return atLeast ? figureWords.atLeast(count(said)) : said
}
const percent = (share: number | null): Cell => (share === null ? null : Math.round(share * 1000) / 10)

type Line = Days['days'][number] | (UnsaidDay & { readonly serviceId: ServiceId })

/** A line for each day and service that somebody came for, in order, whether it is told or not. */
export const byDay = ({ days, unsaid }: Days): readonly Line[] =>
  [
    ...days,
    ...unsaid.flatMap(({ serviceId, ...day }) => (serviceId === null ? [] : [{ ...day, serviceId }])),
  ].toSorted((one, other) => (`${one.date} ${one.serviceId}` < `${other.date} ${other.serviceId}` ? -1 : 1))

/** Figures by day and service; a line that goes unsaid says so, and nothing else. */
function daysSheet(days: Days, services: readonly Service[]): Sheet {
  const { title, headings } = figureWords.days
  const rows = byDay(days).map((day): readonly Cell[] => {
    const { date, serviceId } = day
    const named: readonly Cell[] = [{ date }, nameOf(services, serviceId)]
    if ('hidden' in day) return [...named, figureWords.small, ...Array<null>(9).fill(null)]
    const { coverage } = day
    return [
      ...named,
      day.tickets,
      day.received,
      day.left,
      day.absent,
      day.unserved,
      minutes(day.medianWait, day.medianAtLeast),
      minutes(day.p90Wait, day.p90AtLeast),
      day.overtakes,
      coverage.announced,
      coverage.within,
    ]
  })
  return { title, headings, rows }
}

/** Equality of treatment over the period; a group too small says so. */
function equalitySheet(equality: Equality, services: readonly Service[]): Sheet {
  const { title, headings, ...words } = figureWords.equality
  const line = (name: string, group: Equality['everyone']): readonly Cell[] =>
    group.people === null
      ? [name, figureWords.small, null, null, null, null]
      : [
          name,
          group.people,
          group.received,
          minutes(group.median, group.medianAtLeast),
          minutes(group.p90, group.p90AtLeast),
          percent(group.refused),
        ]
  const groups = (['everyone', 'morning', 'afternoon', 'priority', 'arrangement'] as const).map((group) =>
    line(words[group], equality[group]),
  )
  const rows = equality.services.map((one) => line(nameOf(services, one.serviceId), one))
  return { title, headings, rows: [...groups, ...rows] }
}

/**
 * The file asked: CSV has one sheet, the days. In a spreadsheet the days lie beside the equality of the period.
 */
export async function exportedFile(
  { from, to, format }: { readonly from: string; readonly to: string; readonly format: 'csv' | 'ods' },
  days: Days,
  equality: Equality,
  services: readonly Service[],
): Promise<Output<'history.export'>> {
  const sheet = daysSheet(days, services)
  const bytes = format === 'csv' ? csv(sheet) : await ods([sheet, equalitySheet(equality, services)])
  return {
    name: `${figureWords.fileName(from, to)}.${format}`,
    type: format === 'csv' ? 'text/csv; charset=utf-8' : odsType,
    base64: Buffer.from(bytes).toString('base64'),
  }
}

/** A service's name in French; its id where the office has it no more. */
export const nameOf = (services: readonly Service[], serviceId: ServiceId): string =>
  services.find((service) => service.serviceId === serviceId)?.name.fr ?? serviceId
