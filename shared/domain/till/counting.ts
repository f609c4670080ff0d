import type { Event } from '../../contract/events.ts'
import type { Coins, TillCount } from '../../contract/till/books.ts'
import type { Context, Decide, PersonalChange } from '../decision.ts'
import { moving, nextClosing, nextEntry, sumMeans, takenBack, withEntry, worth } from './books.ts'
import { entryBy } from './collecting.ts'
import { actingAt, actingToday, tillDate, type Acting } from './deed.ts'
import { keepNote } from './notes.ts'
import { issueSlip } from './papers.ts'
import { nothingHeld, type Till } from './state.ts'

type Counting = {
  readonly coins: Coins
  readonly cheques?: number | undefined
  readonly reason?: string | undefined
}
type Counted = {
  readonly till: Till
  readonly events: readonly Event[]
  readonly personal: readonly PersonalChange[]
  readonly count: TillCount
  readonly gap: number
}

/** Cash against the books. A gap is written with its reason, so that the books say afterwards what is there. */
function countedNow(
  acting: Acting,
  { coins, cheques, reason }: Counting,
  context: Context,
): Counted | { readonly refusal: 'reasonMissing' } {
  const { till } = acting
  const counted = worth(coins)
  const expected = till.held.cash
  const gap = counted - expected
  const chequesDiffer = cheques !== undefined && cheques !== till.cheques
  if ((gap !== 0 || chequesDiffer) && reason === undefined) return { refusal: 'reasonMissing' }
  const { kept, personal } = keepNote({ reason }, context)
  const entry =
    gap === 0
      ? null
      : nextEntry(till, { ...entryBy(acting), kind: 'gap', moves: moving('cash', gap), ...kept })
  return {
    till: entry ? withEntry(till, entry) : till,
    events: entry ? [{ type: 'tillEntered', data: entry }] : [],
    personal,
    count: {
      coins,
      counted,
      expected,
      cheques: cheques === undefined ? null : { counted: cheques, expected: till.cheques },
      gap: entry?.number ?? null,
      noteId: kept.noteId,
    },
    gap,
  }
}

/** The float is brought to what the deed says, as far as the cash goes, then all is counted. */
export const openTill: Decide<'till.open'> = (office, counting, context) => {
  const acting = actingAt(office, context)
  if ('refusal' in acting) return acting
  const { till, deed, date } = acting
  if (till.session !== null) return { refusal: 'tillAlreadyOpen' }
  const more = Math.max(deed.float - till.float, -till.held.cash)
  const float =
    more === 0 ? null : nextEntry(till, { ...entryBy(acting), kind: 'float', moves: moving('cash', more) })
  const before = { ...acting, till: float ? withEntry(till, float) : till }
  const counted = countedNow(before, counting, context)
  if ('refusal' in counted) return counted
  return {
    events: [
      { type: 'tillOpened', data: { date } },
      ...(float ? [{ type: 'tillEntered', data: float } as const] : []),
      ...counted.events,
      { type: 'tillCounted', data: counted.count },
    ],
    personal: counted.personal,
    output: { date, counted: counted.count.counted, expected: counted.count.expected, gap: counted.gap },
  }
}

/** What is in the drawer beside what the books expect, in cents. A difference asks its reason, and is an entry of the books. */
export const countTill: Decide<'till.count'> = (office, counting, context) => {
  const acting = actingToday(office, context)
  if ('refusal' in acting) return acting
  const counted = countedNow(acting, counting, context)
  if ('refusal' in counted) return counted
  return {
    events: [...counted.events, { type: 'tillCounted', data: counted.count }],
    personal: counted.personal,
    output: {
      date: acting.date,
      counted: counted.count.counted,
      expected: counted.count.expected,
      gap: counted.gap,
    },
  }
}

/** The day's end, also of a day that was left open: it stays the day that it was. */
export const closeTill: Decide<'till.close'> = (office, counting, context) => {
  const acting = actingAt(office, context)
  if ('refusal' in acting) return acting
  const { session } = acting.till
  if (session === null) return { refusal: 'tillClosed' }
  const { date } = session
  const counted = countedNow({ ...acting, date }, counting, context)
  if ('refusal' in counted) return counted
  const { till, count } = counted
  const closing = nextClosing(
    till,
    { kind: 'day', period: date, at: context.now, school: office.school },
    till.today,
  )
  return {
    events: [
      ...counted.events,
      { type: 'tillCounted', data: count },
      { type: 'tillPeriodClosed', data: closing },
    ],
    personal: counted.personal,
    output: {
      date,
      counted: count.counted,
      expected: count.expected,
      gap: counted.gap,
      closing: closing.number,
      perpetual: closing.perpetual,
    },
  }
}

/** Everything that is held but the float: cash that was counted, cheques, and what is already on the accountant's account. */
export const remit: Decide<'till.remit'> = (office, { coins }, context) => {
  const acting = actingToday(office, context)
  if ('refusal' in acting) return acting
  const { till } = acting
  const { held } = till
  const cash = Math.max(0, held.cash - till.float)
  const remitted = { ...held, cash }
  if (sumMeans(remitted) === 0) return { refusal: 'nothingToRemit' }
  if (worth(coins) !== cash) return { refusal: 'countDiffers' }
  const entry = nextEntry(till, {
    ...entryBy(acting),
    kind: 'remittance',
    moves: { ...nothingHeld, ...takenBack(remitted) },
    cheques: till.cheques === 0 ? 0 : -till.cheques,
  })
  const issued = issueSlip(office, context, acting, entry, coins)
  if ('refusal' in issued) return issued
  return {
    events: [{ type: 'tillEntered', data: entry }, ...issued.events],
    personal: issued.personal,
    jobs: issued.jobs,
    output: { number: entry.number, remitted, document: issued.document },
  }
}

/** A month that is over, once its days are closed; a year, once its months are. One after another, none left behind. */
export const closePeriod: Decide<'till.closePeriod'> = (office, { period }, { now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { till } = office
  if (till.deed === null) return { refusal: 'tillNotMade' }
  if (period >= tillDate(office, now).slice(0, period.length)) return { refusal: 'periodNotOver' }
  if (till.session !== null && till.session.date.slice(0, period.length) <= period)
    return { refusal: 'tillStillOpen' }
  const kind = period.length === 4 ? 'year' : 'month'
  const before =
    kind === 'month'
      ? till.months.keySeq().filter((month) => month < period)
      : till.months
          .keySeq()
          .filter((month) => month.slice(0, 4) <= period)
          .concat(till.years.keySeq().filter((year) => year < period))
  if (!before.isEmpty()) return { refusal: 'earlierPeriodFirst', details: before.toArray().toSorted() }
  const open = (kind === 'month' ? till.months : till.years).get(period)
  if (!open) return { refusal: 'nothingToClose' }
  const closing = nextClosing(till, { kind, period, at: now, school: office.school }, open)
  return {
    events: [{ type: 'tillPeriodClosed', data: closing }],
    output: { closing: closing.number, collected: open.totals.collected, perpetual: closing.perpetual },
  }
}
