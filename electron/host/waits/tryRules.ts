import { setImmediate } from 'node:timers/promises'
import type { Journal } from '../../../db/journal/port.ts'
import type { ServiceId } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { RefusalCode } from '../../../shared/contract/refusals.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { smallest } from '../../../shared/domain/privacy/smallGroups.ts'
import { isPartTold } from '../../../shared/domain/privacy/untoldDays.ts'
import type { Reading } from '../reading.ts'
import { localDay } from '../history/days.ts'
import { eventsBetween, pastDay, type PastDay } from '../history/pastDay.ts'
import { tellHere } from '../history/untold.ts'
import { quantile, waitOf } from './play/measured.ts'
import { playDay, type DayPlayed, type Visited } from './play/playDay.ts'
import { playedOffice } from './play/playedOffice.ts'

type Tried = Output<'rules.try'>
type TrialInput = Pick<Input<'rules.try'>, 'rules' | 'services'>

/** Acts played at once: about two milliseconds, after which other work is served. */
const together = 20

/**
 * « Essayer un réglage »: a past day played twice through the real rule, with the settings of now and with those asked.
 * The people, the time they take and the counters are those of that day (see {@link pastDay} for what is supposed),
 * so what differs between the two is the rule's doing alone. Nothing is stored.
 */
export async function tryRules(
  { journal, office }: { readonly journal: Pick<Journal, 'head' | 'read'>; readonly office: Office },
  { date, ...asked }: Input<'rules.try'>,
): Promise<
  Tried | { readonly refusal: Extract<RefusalCode, 'officeNotCreated' | 'unknownService' | 'nothingThatDay'> }
> {
  const { settings } = office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const serviceIds = new Set(settings.services.map(({ serviceId }) => serviceId))
  if (asked.services?.some(({ serviceId }) => !serviceIds.has(serviceId)))
    return { refusal: 'unknownService' }
  const day = await pastDay(eventsBetween(journal, localDay(settings.calendar.zone, date)), office)
  if (day === null) return { refusal: 'nothingThatDay' }
  const before = await played(settings, day, {})
  const after = await played(settings, day, asked)
  const groups = [
    ...settings.services.map(({ serviceId }) => groupOf(serviceId, before, after)),
    // Which services they came for would say too much of so few.
    ...[groupOf(null, before, after)].filter(({ people }) => people >= smallest),
  ].filter(({ people }) => people > 0)
  return {
    date,
    people: day.people.length,
    groups,
    overtakes: { before: overtaking(before), after: overtaking(after) },
  }
}

/**
 * The same through the door: nothing of a day that goes unsaid, nor of a service that does. Priority is told where neither those
 * who had it nor the others are few.
 */
export const tryDay: Reading<'rules.try'> = async (input, tables) => {
  const tried = await tryRules(tables, input)
  const { settings } = tables.office
  if ('refusal' in tried || settings === null) return tried
  const { untold, underWay } = await tellHere(tables, [localDay(settings.calendar.zone, input.date)])
  const unsaid = untold(input.date)
  if (unsaid.has(null)) return { refusal: 'fewThatDay' }
  const isTold = ({ serviceId, people }: Tried['groups'][number]) =>
    serviceId === null ? underWay.has(input.date) || isPartTold(people, tried.people) : !unsaid.has(serviceId)
  return { ...tried, groups: tried.groups.filter(isTold) }
}

async function played(
  settings: NonNullable<Office['settings']>,
  day: PastDay,
  { rules, services }: TrialInput,
): Promise<DayPlayed> {
  const office = playedOffice({ ...settings, agents: day.agents })
  office.moveTo(day.opensAt)
  const set = office.act(
    'rules.set',
    // No paper comes out of a played day.
    { ...(rules ? { rules: { ...rules, sheetPrinterId: null } } : {}), ...(services ? { services } : {}) },
    'supervisor',
  )
  if ('refusal' in set) throw new Error(`rules refused in a played day: ${set.refusal}`)
  const acts = playDay(office, day)
  let act = acts.next()
  for (let count = 1; !act.done; count++) {
    if (count % together === 0) await setImmediate()
    act = acts.next()
  }
  return act.value
}

/** A service's people, or everyone who came with a priority (null). */
function groupOf(serviceId: ServiceId | null, before: DayPlayed, after: DayPlayed): Tried['groups'][number] {
  const inGroup = ({ person }: Visited) =>
    serviceId === null ? person.priority !== null : person.serviceId === serviceId
  const those = before.visited.filter(inGroup)
  return {
    serviceId,
    people: those.length,
    before: figures(those),
    after: figures(after.visited.filter(inGroup)),
  }
}

function figures(visited: readonly Visited[]): Tried['groups'][number]['before'] {
  const waits = visited.flatMap((one) => waitOf(one) ?? [])
  return {
    median: quantile(waits, 0.5),
    p90: quantile(waits, 0.9),
    unserved: visited.filter(({ end }) => end === 'unserved').length,
  }
}

/** Calls before someone who came earlier. */
const overtaking = ({ overtakes }: DayPlayed): number =>
  [...overtakes.values()].reduce((sum, { calls }) => sum + calls, 0)
