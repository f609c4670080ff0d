import { setImmediate } from 'node:timers/promises'
import type { Journal } from '../../../db/journal/port.ts'
import type { FileRecord, VisitRow } from '../../../db/journal/readTables.ts'
import {
  commitmentNames,
  type CommitmentMeasure,
  type YearOfCommitments,
} from '../../../shared/contract/history/commitments.ts'
import type { Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { acknowledgementBarredBy } from '../../../shared/domain/files/acknowledgement.ts'
import { isUntold } from '../../../shared/domain/files/letters.ts'
import { implicitOn } from '../../../shared/domain/files/clocks.ts'
import { isDecidedElsewhere } from '../../../shared/domain/files/whoDecides.ts'
import { fileAfter } from '../../../shared/domain/files/evolve.ts'
import { judgedOn } from '../../../shared/domain/files/standing.ts'
import type { FileState } from '../../../shared/domain/files/state.ts'
import { addCalendarDays, firstOfMonth, lastOfMonth } from '../../../shared/domain/law/time/days.ts'
import { isGrowthTold, untoldSoFar } from '../../../shared/domain/privacy/grownTotals.ts'
import { smallest } from '../../../shared/domain/privacy/smallGroups.ts'
import { leastForShare, waitQuantile, type Waited } from '../../../shared/domain/history/waited.ts'
import { localDay } from './days.ts'
import { add, both, noTally, tallies, waitedOf, waitQuantiles, type Tally } from './figures.ts'
import { unheardOf } from './unheard.ts'
import { visitsBetween } from './visits.ts'

/** Files are read so many at once. */
const page = 200

type Figure = YearOfCommitments['figures'][number]
type FigureValue = Pick<Figure, 'value' | 'of' | 'none'> & Partial<Pick<Figure, 'atLeast'>>

const notHeld: FigureValue = { value: null, of: null, none: 'notHeld' }
const small: FigureValue = { value: null, of: null, none: 'small' }
const nothing = (of: number): FigureValue | undefined => {
  if (of === 0) return { value: null, of: 0, none: 'nobody' }
  return of < smallest ? small : undefined
}
const number = (of: number): FigureValue =>
  of > 0 && of < smallest ? small : { value: of, of: null, none: null }
const share = (kept: number, of: number): FigureValue => nothing(of) ?? { value: kept / of, of, none: null }
/** What few were called after would tell how long one of them waited. */
const tooFewCalled = (waits: readonly Waited[]): boolean =>
  waits.filter(({ called }) => called).length < smallest

function wait(waits: readonly Waited[], part: number): FigureValue {
  const found = waitQuantile(waits, part)
  return (
    nothing(waits.length) ??
    (tooFewCalled(waits) ? small : undefined) ?? {
      value: found?.seconds ?? null,
      atLeast: found?.atLeast ?? false,
      of: waits.length,
      none: null,
    }
  )
}

/** Of fewer than thirty people to whom a wait was announced, how many were called in time is no share. */
const coverage = (within: number, announced: number): FigureValue =>
  announced > 0 && announced < leastForShare
    ? { value: null, of: announced < smallest ? null : announced, none: 'small' }
    : share(within, announced)

/** A promise, and on how many it could be judged. */
type Promised = { kept: number; of: number }
type Files = Readonly<Record<'electronic' | 'paper' | 'decided', Promised>>

/**
 * Services Publics+, engagement 4: a written request is acknowledged within a week when it came by electronic means,
 * within two on paper. Where no acknowledgement is due (CRPA R112-4), nothing was promised.
 */
const promiseDays: Readonly<
  Partial<Record<FileState['channel'], readonly ['electronic' | 'paper', number]>>
> = {
  email: ['electronic', 7],
  post: ['paper', 14],
  depositBox: ['paper', 14],
}

/**
 * What this file says of the promises, as far as they can be judged on that day.
 * @param unheard the day before which its refusal was to reach the person, and did not; unknown, nothing is counted of it
 */
function judge(
  file: FileState,
  unheard: LocalDate | 'unknown' | null,
  { zone, today }: { readonly zone: string; readonly today: LocalDate },
  files: Files,
): void {
  const promise = promiseDays[file.channel]
  if (promise && file.regime.acknowledgement.due) {
    const [means, days] = promise
    const by = addCalendarDays(file.receivedOn, days)
    const kept = file.acknowledged.some((given) => given.on <= by && !isUntold(given))
    // Answered by then, or sent to who decides, it awaits no acknowledgement of this office any more (CRPA L114-4).
    const awaited = acknowledgementBarredBy(file, by) === undefined
    if (kept || (awaited && by < today)) count(files[means], kept)
  }
  // What another decides is not this office's to decide in time; a file that ended otherwise had no decision to await.
  const term = isDecidedElsewhere(file) ? null : implicitOn(file)
  if (term === null || unheard === 'unknown') return
  const { decision, closed } = file
  // A refusal that nobody was told of answers nothing: silence does, on its day, if the request is still one (CRPA L231-1).
  if (unheard !== null) {
    if (unheard <= judgedOn(file, zone, today)) count(files.decided, false)
  } else if (decision !== null)
    count(files.decided, !decision.decision.startsWith('implicit') && decision.on <= term)
  else if (closed === null && term < today) count(files.decided, false)
}

function count(promised: Promised, kept: boolean): void {
  promised.of++
  if (kept) promised.kept++
}

async function filesOf(
  journal: Journal,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  seen: { readonly zone: string; readonly today: LocalDate },
): Promise<Files> {
  const files: Files = {
    electronic: { kept: 0, of: 0 },
    paper: { kept: 0, of: 0 },
    decided: { kept: 0, of: 0 },
  }
  let after: FileRecord | undefined
  for (;;) {
    const rows = await journal.files.received({ from, to, limit: page, ...(after && { after }) })
    for (const { acts } of rows) {
      const file = acts.reduce<FileState | null>((before, act) => fileAfter(before, act) ?? before, null)
      if (file === null) continue
      judge(file, await unheardOf(journal, file, { acts, zone: seen.zone }), seen, files)
    }
    after = rows.at(-1)
    if (rows.length < page) return files
    // Other work passes between two pages, as it does between those of visits.
    await setImmediate()
  }
}

/** Whether this visit is over for good: who still waits or comes back is judged when it is. */
const isOver = ({ state }: VisitRow): boolean =>
  state === 'closed' || state === 'left' || state === 'unserved' || state === 'absent'

/**
 * The last day that is over for good: who is absent today may come back, and who waits in a day left open last night is not
 * received yet. @param day the one under way, if any
 */
export function lastDayOver(zone: string, now: Instant, day: Office['day']): LocalDate {
  const today = dateIn(zone, now)
  return addCalendarDays(day !== null && day.date < today ? day.date : today, -1)
}

/** The last day of the last month that is over for good. @param over the last day that is */
export const lastMonthOver = (over: LocalDate): LocalDate =>
  over === lastOfMonth(over) ? over : addCalendarDays(firstOfMonth(over), -1)

/** The months of a year up to this date, by their number. */
const monthsUntil = (until: LocalDate): readonly number[] =>
  Array.from({ length: Number(until.slice(5, 7)) }, (_, at) => at + 1)

/**
 * The commitments of a year of the calendar; undefined for a year to come. Papers are counted on the requests that ended in
 * the year, promises about files on those received in it. The year under way goes up to the last month that is over: what one
 * person brought can't be told from the day before; nor from the month before, where few came to a service in between. The office's papers, of all its services together, are
 * counted each month.
 */
export async function yearOfCommitments(
  journal: Journal,
  { calendar, address, services }: OfficeSettings,
  { year, now, day }: { readonly year: number; readonly now: Instant; readonly day: Office['day'] },
): Promise<YearOfCommitments | undefined> {
  const today = dateIn(calendar.zone, now)
  const from = `${year}-01-01` as LocalDate
  if (from > today) return undefined
  const last = `${year}-12-31` as LocalDate
  const over = lastMonthOver(lastDayOver(calendar.zone, now, day))
  const eve = addCalendarDays(from, -1)
  const until = last < over ? last : over < eve ? eve : over
  const span = { from: localDay(calendar.zone, from).from, to: localDay(calendar.zone, until).to }

  const months = monthsUntil(until).map(() => ({ of: tallies<ServiceId>(), priorities: [] as Waited[] }))
  for await (const visit of visitsBetween(journal, span)) {
    if (!isOver(visit)) continue
    const date = dateIn(calendar.zone, visit.takenAt)
    const month = months[Number(date.slice(5, 7)) - 1]!
    const dayEnds = localDay(calendar.zone, date).to
    add(month.of.of(visit.serviceId), visit, { dayEnds, now })
    const waited = waitedOf(visit, dayEnds, now)
    if (visit.priority !== null && waited !== null) month.priorities.push(waited)
  }
  const byService = new Map<ServiceId, Tally>()
  for (const { of } of months)
    for (const [serviceId, tally] of of.all)
      byService.set(serviceId, both(byService.get(serviceId) ?? noTally(), tally))
  const everyone = [...byService.values()].reduce(both, noTally())
  const priorities = months.flatMap((month) => month.priorities)
  const each = (count: (tally: Tally) => number) =>
    months.map(({ of }) => [...of.all.values()].reduce((sum, tally) => sum + count(tally), 0))
  const { unsaid: hidden, total } = untoldSoFar(
    months.map(({ of }) => new Map([...of.all].map(([serviceId, { people }]) => [serviceId, people]))),
  )
  const told = (growth: readonly number[], figure: FigureValue): FigureValue =>
    isGrowthTold(growth) ? figure : small
  const growth = each(({ waits }) => waits.length)
  const filings = await journal.visits.documented({
    ...span,
    outcomes: ['filed', 'incomplete'],
    kinds: ['recepisse', 'accuse', 'urbanisme', 'sejour'],
  })
  const sent = await journal.visits.documented({ ...span, outcomes: ['forwarded'], kinds: ['transmission'] })
  const invitations = await journal.documents.count({ ...span, kind: 'regularisation' })
  const files = await filesOf(journal, { from, to: until }, { zone: calendar.zone, today })

  const found: Readonly<Record<CommitmentMeasure, FigureValue>> = {
    received: total ? share(everyone.received, everyone.people) : small,
    unserved: total ? share(everyone.unserved, everyone.people) : small,
    announcedHeld: told(
      each(({ announced }) => announced),
      coverage(everyone.within, everyone.announced),
    ),
    medianWait: told(growth, wait(everyone.waits, 0.5)),
    p90Wait: told(growth, wait(everyone.waits, 0.9)),
    priorityWait: told(
      months.map((month) => month.priorities.length),
      wait(priorities, 0.5),
    ),
    receiptGiven: share(filings.documented, filings.people),
    forwardedProved: share(sent.documented, sent.people),
    electronicAcknowledged: share(files.electronic.kept, files.electronic.of),
    paperAcknowledged: share(files.paper.kept, files.paper.of),
    decidedInDelay: share(files.decided.kept, files.decided.of),
    invitations: number(invitations),
    telephone: notHeld,
    onlineQuality: notHeld,
    marks: notHeld,
  }
  return {
    year,
    office: address.name,
    from,
    until,
    over: until === last,
    figures: commitmentNames.map((measure) => ({ measure, atLeast: false, ...found[measure] })),
    services: [...byService]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([serviceId, { people, received, waits }]) => {
        const said = hidden.has(serviceId) || tooFewCalled(waits) ? [] : waits
        const { median: medianWait, p90: p90Wait, ...atLeasts } = waitQuantiles(said)
        return { serviceId, people, received, medianWait, p90Wait, ...atLeasts }
      })
      .map(({ serviceId, people, received, ...waits }) => ({
        serviceId,
        name: services.find((one) => one.serviceId === serviceId)?.name.fr ?? serviceId,
        people: hidden.has(serviceId) ? null : people,
        received: hidden.has(serviceId) ? null : received,
        ...waits,
      })),
  }
}
