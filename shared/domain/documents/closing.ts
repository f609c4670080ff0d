import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Map } from 'immutable'
import type { DocumentsClosing } from '../../contract/documents/closings.ts'
import type { Event } from '../../contract/events.ts'
import type { LocalDate } from '../../contract/ids.ts'
import { toBase64url } from '../../documents/base64url.ts'
import { closedOn, closingHash, nameAfter } from '../../documents/closings.ts'
import { firstPrevious } from '../../documents/seal.ts'
import type { Context } from '../decision.ts'
import type { Office } from '../state.ts'
import type { LastClosing } from './state.ts'

// The journal of documents is closed each day, month and year, with its totals (the spirit of CGI 286 I 3° bis). A day's
// closing covers what was issued since the one before, whenever that was; a month is its days, a year its months. No clock
// is read: a month is over when a day of another is opened or closed.

/** What a closing goes up to: the last document of each series, and how many in all. */
type UpTo = Pick<LastClosing, 'series' | 'count'>
type Signing = Pick<Context, 'sign'>

function closing(
  { documentClosings }: Office,
  { sign }: Signing,
  { period, date, upTo }: { period: DocumentsClosing['period']; date: string; upTo: UpTo },
): DocumentsClosing {
  const before = documentClosings.get(period)
  const series = upTo.series
    .entrySeq()
    .map(([name, { count: last, hash }]) => ({
      name,
      first: (before?.series.get(name)?.count ?? 0) + 1,
      last,
      hash,
    }))
    .filter(({ first, last }) => last >= first)
    .sortBy(({ name }) => name)
    .toArray()
  const facts = {
    period,
    name: nameAfter(before?.name, date),
    series,
    count: upTo.count - (before?.count ?? 0),
    perpetual: upTo.count,
    previous: before?.hash ?? firstPrevious,
  }
  const hash = closingHash(facts)
  return { ...facts, hash, signature: toBase64url(sign(utf8ToBytes(hash))) }
}

/** The office after one more closing of its documents. */
export const withDocumentsClosed = (office: Office, closed: DocumentsClosing): Office => ({
  ...office,
  documentClosings: office.documentClosings.update(closed.period, (before) => ({
    name: closed.name,
    hash: closed.hash,
    count: closed.perpetual,
    series: (before?.series ?? Map()).merge(
      closed.series.map(({ name, last, hash }) => [name, { count: last, hash }] as const),
    ),
  })),
})

/** What adds up to a month, and to a year: none is left behind, none is closed twice. */
const sums = [
  { period: 'month', of: 'day', length: 7 },
  { period: 'year', of: 'month', length: 4 },
] as const

/** The month and the year that were over before this date, where days of theirs were closed. */
function periodsOver(office: Office, signing: Signing, date: LocalDate): readonly DocumentsClosing[] {
  const closings: DocumentsClosing[] = []
  let current = office
  for (const { period, of, length } of sums) {
    const parts = current.documentClosings.get(of)
    const before = current.documentClosings.get(period)
    if (parts === undefined) continue
    const last = closedOn(parts.name).slice(0, length)
    const open = before === undefined || closedOn(before.name) < last || before.count < parts.count
    if (!open || date.slice(0, length) <= last) continue
    const next = closing(current, signing, { period, date: last, upTo: parts })
    closings.push(next)
    current = withDocumentsClosed(current, next)
  }
  return closings
}

/** The day's own, unless that date is closed already and nothing was issued since. */
function dayOver(office: Office, signing: Signing, date: LocalDate): readonly DocumentsClosing[] {
  const before = office.documentClosings.get('day')
  const again = before !== undefined && date <= closedOn(before.name)
  if (again && before.count === office.issuedCount) return []
  const upTo = { series: office.documents, count: office.issuedCount }
  return [closing(office, signing, { period: 'day', date, upTo })]
}

const closedEvents = (closings: readonly DocumentsClosing[]): readonly Event[] =>
  closings.map((data) => ({ type: 'documentsClosed', data }))

/** The closings that go with the end of a day of this date. */
export function closedWithDay(office: Office, signing: Signing, date: LocalDate): readonly Event[] {
  const over = periodsOver(office, signing, date)
  return closedEvents([...over, ...dayOver(over.reduce(withDocumentsClosed, office), signing, date)])
}

/**
 * The closings that go with the opening of a day of this date: the day that was never closed, if there is one (`left`), then
 * the month and the year that are over.
 */
export function closedBeforeDay(
  office: Office,
  signing: Signing,
  { left, date }: { readonly left: LocalDate | null; readonly date: LocalDate },
): { readonly withLeft: readonly Event[]; readonly over: readonly Event[] } {
  const withLeft = left === null ? [] : closedWithDay(office, signing, left)
  const after = withLeft.reduce(
    (current, event) =>
      event.type === 'documentsClosed' ? withDocumentsClosed(current, event.data) : current,
    office,
  )
  return { withLeft, over: closedEvents(periodsOver(after, signing, date)) }
}
