import type { Delay } from '../../../contract/law/assessment.ts'
import type { LocalDate } from '../../../contract/ids.ts'
import { addCalendarDays, addDelay, daysBetween } from './days.ts'

/** What silence is worth at the end of its delay. */
export type Regime = 'acceptation' | 'rejet'

/**
 * Something that the office waits for. `missing`: pieces that the texts require (CRPA L114-5), with the delay given to
 * produce them. `original`: the original of a doubtful copy (CRPA R113-6), which no delay ends.
 */
export interface AwaitedRequest {
  readonly kind: 'missing' | 'original'
  readonly asked: LocalDate
  /** Last day given to the person; null for an original. */
  readonly due: LocalDate | null
  readonly received: LocalDate | null
}

export interface SilenceFacts {
  readonly regime: Regime
  readonly delay: Delay
  /** By the office first seised. */
  readonly received: LocalDate
  /** By the competent office; the same date when it is the first, null while it is on its way. */
  readonly competentReceived: LocalDate | null
  readonly requests: readonly AwaitedRequest[]
}

/** A time that does not count: from a day to another, the second not in it; without end while nothing came. */
export interface Suspension {
  readonly kind: AwaitedRequest['kind']
  readonly from: LocalDate
  readonly until: LocalDate | null
  readonly endedBy: 'production' | 'due' | null
}

/** Where a silence stands, and why, as data: pages and documents put it in words. */
export interface SilenceClock {
  readonly regime: Regime
  readonly delay: Delay
  /** The day on which silence is a decision; null while nothing can tell it. */
  readonly decision: LocalDate | null
  /** `waiting`: not begun, something must come first. `decided`: the day of the decision has come. */
  readonly state: 'running' | 'suspended' | 'waiting' | 'decided'
  /** What the delay runs from, and which event that was (`receipt`: by the one office there is); null while waiting. */
  readonly runsFrom: LocalDate | null
  readonly runsSince: 'receipt' | 'firstReceipt' | 'competentReceipt' | 'pieces' | null
  /** What it waits for: the competent office, pieces, an original; null when it runs or has run. */
  readonly waitsFor: 'competentOffice' | AwaitedRequest['kind'] | null
  readonly suspensions: readonly Suspension[]
  /** Days that do not count, whatever overlaps; null while a suspension has no end. */
  readonly suspendedDays: number | null
  /** Requests that came when silence was already a decision: they move nothing. */
  readonly tooLate: readonly LocalDate[]
  readonly source: string
}

/** What the texts say of a silence, whatever day it is. */
type Course = Omit<SilenceClock, 'state' | 'waitsFor'> & { readonly awaits: SilenceClock['waitsFor'] }

/**
 * The clock of an implicit decision, seen on a day. Rejection runs from the first office's receipt and stops while pieces
 * are awaited, at most until the day given for them; acceptance runs from the competent office's receipt, and afresh
 * from the receipt of the pieces (CRPA L114-3, L114-5). Where a right is attributed, only what is indispensable may be
 * counted among the requests (L114-5-1). The texts do not say how suspended days are given back: here the end moves by
 * as many calendar days (to confirm).
 */
export function silenceClock(facts: SilenceFacts, today: LocalDate): SilenceClock {
  const { awaits, ...course } = courseOf(facts)
  if (awaits !== null) return { ...course, state: 'waiting', waitsFor: awaits }
  const { decision, suspensions } = course
  if (decision !== null && decision <= today) return { ...course, state: 'decided', waitsFor: null }
  const now = suspensions.find(({ from, until }) => from <= today && (until === null || today < until))
  return { ...course, state: now ? 'suspended' : 'running', waitsFor: now?.kind ?? null }
}

/** The day on which silence is a decision, by the same rules; null while nothing can tell it. */
export const implicitDecision = (facts: SilenceFacts): LocalDate | null => courseOf(facts).decision

function courseOf(facts: SilenceFacts): Course {
  const requests = facts.requests.toSorted((a, b) => daysBetween(b.asked, a.asked))
  return facts.regime === 'rejet' ? rejection(facts, requests) : acceptance(facts, requests)
}

function rejection(
  { delay, received, competentReceived }: SilenceFacts,
  requests: readonly AwaitedRequest[],
): Course {
  const suspensions: Suspension[] = []
  const tooLate: LocalDate[] = []
  for (const request of requests) {
    const end = endOf(received, delay, suspensions)
    if (end !== null && end <= request.asked) tooLate.push(request.asked)
    else suspensions.push(suspensionOf(request))
  }
  return {
    regime: 'rejet',
    delay,
    suspensions,
    tooLate,
    source: rejectionSource,
    awaits: null,
    runsFrom: received,
    runsSince: competentReceived === received ? 'receipt' : 'firstReceipt',
    suspendedDays: suspendedDays(suspensions),
    decision: endOf(received, delay, suspensions),
  }
}

function acceptance(
  { delay, received, competentReceived }: SilenceFacts,
  requests: readonly AwaitedRequest[],
): Course {
  const tooLate: LocalDate[] = []
  let suspensions: Suspension[] = []
  let runsFrom = competentReceived
  let runsSince: Course['runsSince'] = competentReceived === received ? 'receipt' : 'competentReceipt'
  let awaits: Course['awaits'] = competentReceived === null ? 'competentOffice' : null
  for (const request of requests) {
    const end = awaits !== null || runsFrom === null ? null : endOf(runsFrom, delay, suspensions)
    if (end !== null && end <= request.asked) tooLate.push(request.asked)
    else if (request.kind === 'original') suspensions.push(suspensionOf(request))
    else if (request.received === null) awaits ??= 'missing'
    else if (runsFrom !== null && runsFrom < request.received) {
      runsFrom = request.received
      runsSince = 'pieces'
    }
  }
  const shared = { regime: 'acceptation', delay, tooLate, source: acceptanceSource, awaits } as const
  if (awaits !== null || runsFrom === null)
    return { ...shared, suspensions, runsFrom: null, runsSince: null, suspendedDays: 0, decision: null }
  // What stopped before the delay began again has already been given back.
  const begun = runsFrom
  suspensions = suspensions.flatMap((one) => {
    if (one.until !== null && one.until <= begun) return []
    return [one.from < begun ? { ...one, from: begun } : one]
  })
  const decision = endOf(begun, delay, suspensions)
  return { ...shared, suspensions, runsFrom, runsSince, suspendedDays: suspendedDays(suspensions), decision }
}

const rejectionSource = 'CRPA L114-3 al. 1, L114-5 al. 3, R113-6'
const acceptanceSource = 'CRPA L114-3 al. 2, L114-5 al. 2, R113-6'

/** Production ends a suspension; for missing pieces the day given ends it too, whatever came. */
function suspensionOf({ kind, asked, due, received }: AwaitedRequest): Suspension {
  if (received !== null && (due === null || received <= due))
    return { kind, from: asked, until: received, endedBy: 'production' }
  return { kind, from: asked, until: due, endedBy: due === null ? null : 'due' }
}

/** Days that did not count, those of two suspensions at once being counted once; null while one has no end. */
function suspendedDays(suspensions: readonly Suspension[]): number | null {
  let days = 0
  let counted: LocalDate | null = null
  for (const { from, until } of suspensions.toSorted((a, b) => daysBetween(b.from, a.from))) {
    if (until === null) return null
    const begin = counted !== null && from < counted ? counted : from
    if (begin < until) days += daysBetween(begin, until)
    if (counted === null || counted < until) counted = until
  }
  return days
}

function endOf(runsFrom: LocalDate, delay: Delay, suspensions: readonly Suspension[]): LocalDate | null {
  const days = suspendedDays(suspensions)
  return days === null ? null : addCalendarDays(addDelay(runsFrom, delay), days)
}
