import { contract, type Output } from '../../../shared/contract/index.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import type { PartnerFigures, PartnerOffice } from '../../../shared/contract/partners/day.ts'
import { callOffice } from './call.ts'
import type { Partner } from './partners.ts'

type Day = Output<'history.day'>
type Equality = Output<'history.equality'>

/** Offices asked at once: one that is slow holds up few others. */
const atOnce = 32

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** What partners see of a day, from what the office's own supervision shows of it; null of a day that goes unsaid. */
export function partnerFigures(day: Day, equality: Equality): PartnerFigures | null {
  const { everyone, morning, afternoon, priority, arrangement } = equality
  if (day.unsaid.some(({ serviceId }) => serviceId === null)) return null
  // A host of the version before does not give the whole day.
  const lines = day.whole ? [day.whole] : day.services
  const ofServices = (name: 'tickets' | 'received' | 'left' | 'absent' | 'unserved') =>
    sum(lines.map((line) => line[name]))
  return {
    everyone,
    groups: { morning, afternoon, priority, arrangement },
    ended: {
      tickets: ofServices('tickets'),
      received: ofServices('received'),
      left: ofServices('left'),
      absent: ofServices('absent'),
      unserved: ofServices('unserved'),
    },
    faults: day.faults.map(({ fault, left, absent, unserved }) => ({
      fault,
      people: left + absent + unserved,
    })),
    overtakes: day.overtakes,
    coverage: {
      announced: sum(lines.map(({ coverage }) => coverage.announced)),
      within: sum(lines.map(({ coverage }) => coverage.within)),
    },
  }
}

/** The day of each office that gives its figures, in the order of the file; never rejects. */
export async function askFigures(
  partners: readonly Partner[],
  date: LocalDate,
): Promise<readonly PartnerOffice[]> {
  const sharing = partners.filter(({ figures }) => figures)
  const answers: PartnerOffice[] = []
  let next = 0
  const work = async () => {
    for (let at = next++; at < sharing.length; at = next++) answers[at] = await askOne(sharing[at]!, date)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, sharing.length) }, work))
  return answers
}

async function askOne(partner: Partner, date: LocalDate): Promise<PartnerOffice> {
  const { name } = partner
  const [day, equality] = await Promise.all([
    callOffice(partner, 'history.day', { date }),
    callOffice(partner, 'history.equality', { from: date, to: date }),
  ])
  if ('code' in day || 'code' in equality) return { name, state: 'refused', figures: null }
  if (!('output' in day) || !('output' in equality)) return { name, state: 'unreachable', figures: null }
  const parsedDay = contract['history.day'].output.safeParse(day.output)
  const alike = contract['history.equality'].output.safeParse(equality.output)
  // A partner of another version may answer in another shape: nothing of it is guessed.
  if (!parsedDay.success || !alike.success) return { name, state: 'refused', figures: null }
  return { name, state: 'answered', figures: partnerFigures(parsedDay.data, alike.data) }
}
