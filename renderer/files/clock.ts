import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { dayShort } from '../../shared/messages/files/page.fr.ts'

const words = fileActs.clock

type Clocked = Pick<FileShown, 'clock' | 'regime' | 'decision' | 'state' | 'unheard'>

/**
 * What silence is worth and when, in plain words: « Rejet implicite le 24 avril au plus tard ; suspendu depuis le 3 mars,
 * jusqu’au 24 mars ». Where no text that we know gives it, it is said to be unknown.
 */
export function clockSaid({ clock, regime, decision, state, unheard }: Clocked, today: LocalDate): string {
  if (decision !== null) return unheard ? words.decidedUnheard : words.decided
  if (state !== 'open') return words.ended
  if (clock === null) return regime.silence.title
  const sense = words.implicit[clock.sense]
  const day = (on: LocalDate) => dayShort(on, today)
  if (clock.state === 'waiting') return clock.waitsFor === null ? sense : words.waiting[clock.waitsFor](sense)
  if (clock.state === 'decided' && clock.on !== null) return words.was(sense, day(clock.on))
  const now = clock.suspensions.find(({ from, until }) => from <= today && (until === null || today < until))
  const end = clock.on === null ? sense : (now ? words.latest : words.runs)(sense, day(clock.on))
  if (!now) return end
  const stands =
    now.until === null ? words.suspended(day(now.from)) : words.suspendedUntil(day(now.from), day(now.until))
  return `${end} ; ${stands}`
}

/** From when the clock runs, and the days that do not count. */
export function clockDetail({ clock, decision, state }: Clocked, today: LocalDate): readonly string[] {
  if (clock === null || decision !== null || state !== 'open') return []
  const { from, since, suspendedDays } = clock
  return [
    ...(from === null || since === null ? [] : [words.from(since, dayShort(from, today))]),
    ...(suspendedDays === null || suspendedDays === 0 ? [] : [words.days(suspendedDays)]),
  ]
}

/** Sent, received elsewhere, received here: dates that are never one (CRPA L112-1, L114-3). */
export function datesSaid(
  {
    sentOn,
    receivedOn,
    firstReceivedOn,
    effective,
  }: Pick<FileShown, 'sentOn' | 'receivedOn' | 'firstReceivedOn' | 'effective'>,
  today: LocalDate,
): readonly string[] {
  const day = (on: LocalDate) => dayShort(on, today)
  const arrived = [
    words.received(day(receivedOn)),
    ...(sentOn === null ? [] : [words.sent(day(sentOn))]),
    ...(firstReceivedOn === receivedOn ? [] : [words.first(day(firstReceivedOn))]),
  ].join(', ')
  return effective.on === receivedOn
    ? [arrived]
    : [arrived, words.counts(day(effective.on), effective.by, effective.source)]
}
