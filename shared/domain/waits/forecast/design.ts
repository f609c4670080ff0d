import type { DayFeatures } from './days.ts'
import type { Block, Row } from './regression.ts'

/** Harmonics of the year, and how many years must be known before they are asked. */
const harmonics = 3
const seasonFrom = 0.75
/** What is expected of single effects, as standard deviations of a logarithm. */
const spreads = { trend: 0.2, single: 0.25, season: 0.25 }
/**
 * The same in the first weeks: of a trend, a year, the slope of the season, which they can't tell from the office's own; and of
 * a month, little beside it. From the fourth month on the season bends, and a slope that goes so far would err more.
 */
const first = { months: 3, trend: 0.8, month: 0.04 }
/**
 * The same until so many months are known: a few weeks have one or two beginnings of a month, perhaps one day after a closed one,
 * and don't say how far such days differ.
 */
const few = { months: 6, month: 0.08, single: 0.1, ownSingle: 0.05, dayOfMonth: 0.03 }
/** More come on the first days of a month (two effects share it), and the day after a closed one, wherever it was counted. */
const usually = { firstDays: 0.1, afterClosed: 0.2 }

export type Design = {
  readonly blocks: readonly Block[]
  readonly size: number
  /** The columns and weights of one half-hour of one service on such a day. */
  readonly row: (service: number, slot: number, day: DayFeatures) => Pick<Row, 'columns' | 'weights'>
}

/**
 * Which effects make a rate: the service's own level and hours, the weekday and its hours, the season and a slow trend, the
 * beginning of the month, the day after a closed one; those of the whole office first, then each service's departure from them.
 */
export function designOf({
  services,
  slots,
  weekdays,
  years,
  months,
}: {
  readonly services: number
  readonly slots: number
  readonly weekdays: readonly number[]
  readonly years: number
  readonly months: number
}): Design {
  const blocks: Block[] = []
  let size = 0
  const block = (
    many: number,
    kind: Block['kind'],
    expected: Pick<Block, 'spread' | 'mean'> = {},
  ): number => {
    const from = size
    size += many
    if (many > 0) blocks.push({ from, size: many, kind, ...expected })
    return from
  }
  const days = weekdays.length
  const isFew = months <= few.months
  const isFirst = months <= first.months
  const until = (spread: number) => (isFew ? { spread } : {})
  const season = years >= seasonFrom ? 2 * harmonics : 0
  const level = block(services, 'wide')
  const hours = block(slots, 'curved')
  const ownHours = Array.from({ length: services }, () => block(services > 1 ? slots : 0, 'curved'))
  const weekday = block(days, 'alike')
  const ownWeekday = block(services > 1 ? services * days : 0, 'alike')
  // A few weeks don't say which hours a weekday has of its own.
  const weekdayHours = block(isFew ? 0 : days * slots, 'alike')
  const month = block(months, 'smooth', until(isFirst ? first.month : few.month))
  const yearly = block(season, 'alike', { spread: spreads.season })
  const trend = block(1, 'alike', { spread: isFirst ? first.trend : spreads.trend })
  const ownTrend = block(services > 1 ? services : 0, 'alike', { spread: spreads.trend / 2 })
  const ownSeason = block(services > 1 ? services * season : 0, 'alike')
  const spread = isFew ? few.single : spreads.single
  const firstDays = block(2, 'alike', { spread, mean: usually.firstDays })
  const afterClosed = block(1, 'alike', { spread, mean: usually.afterClosed })
  const beforeHoliday = block(1, 'alike', { spread })
  const ownSingle = block(services > 1 ? services * 2 : 0, 'alike', until(few.ownSingle))
  const ofMonth = block(31, 'alike', until(few.dayOfMonth))
  return {
    blocks,
    size,
    row: (service, slot, day) => {
      const columns: number[] = []
      const weights: number[] = []
      const add = (column: number, weight = 1) => {
        if (weight === 0) return
        columns.push(column)
        weights.push(weight)
      }
      const at = weekdays.indexOf(day.weekday)
      const early = day.dayOfMonth <= 5
      add(level + service)
      add(hours + slot)
      if (services > 1) add(ownHours[service]! + slot)
      if (at >= 0) {
        add(weekday + at)
        if (services > 1) add(ownWeekday + service * days + at)
        if (!isFew) add(weekdayHours + at * slots + slot)
      }
      add(month + Math.min(months - 1, Math.max(0, day.months)))
      for (let k = 0; k < season; k++) {
        const angle = 2 * Math.PI * (Math.floor(k / 2) + 1) * day.yearShare
        const wave = k % 2 === 0 ? Math.cos(angle) : Math.sin(angle)
        add(yearly + k, wave / (Math.floor(k / 2) + 1))
        if (services > 1) add(ownSeason + service * season + k, wave / (Math.floor(k / 2) + 1))
      }
      add(trend, day.years - years)
      if (services > 1) add(ownTrend + service, day.years - years)
      add(firstDays, Number(early))
      add(firstDays + 1, Number(day.openOfMonth <= 3))
      add(afterClosed, Number(day.afterClosed))
      add(beforeHoliday, Number(day.beforeHoliday))
      if (services > 1) {
        add(ownSingle + service * 2, Number(early))
        add(ownSingle + service * 2 + 1, Number(day.afterClosed))
      }
      add(ofMonth + day.dayOfMonth - 1)
      return { columns, weights }
    },
  }
}
