import { z } from 'zod'
import { read } from '../define.ts'
import { LocalDate } from '../ids.ts'
import { Coverage, DayFigures, WaitFigures } from '../history/calls.ts'
import { CallCode, Fault } from '../queue/reasons.ts'

/** One office's day as its partners see it: the figures that its own supervision shows, never an agent, never a person. */
export const PartnerFigures = z.strictObject({
  everyone: WaitFigures,
  /** By part of the day, priority and help asked. */
  groups: z.strictObject({
    morning: WaitFigures,
    afternoon: WaitFigures,
    priority: WaitFigures,
    arrangement: WaitFigures,
  }),
  /** What became of everyone, all services together. */
  ended: DayFigures.pick({ tickets: true, received: true, left: true, absent: true, unserved: true }),
  /** Not received, left or called in vain, by whose doing. */
  faults: z.array(z.strictObject({ fault: Fault, people: z.int() })).max(3),
  overtakes: z.array(z.strictObject({ code: CallCode, calls: z.int(), people: z.int() })),
  /** The waits that were announced, and those kept. */
  coverage: Coverage,
})
export type PartnerFigures = z.infer<typeof PartnerFigures>

/** An office of the partners' view: one that gives no figures is named all the same, with why. */
export const PartnerOffice = z.strictObject({
  name: z.string().max(200),
  state: z.enum(['answered', 'refused', 'unreachable']),
  figures: PartnerFigures.nullable(),
})
export type PartnerOffice = z.infer<typeof PartnerOffice>

export const partnersDay = {
  /** One day of this office and of those that give it their figures, this one first. */
  'partners.day': read({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ date: LocalDate }),
    output: z.strictObject({ offices: z.array(PartnerOffice).max(1001) }),
    refusals: ['officeNotCreated', 'partnersUnreadable', 'partnersExposed'],
  }),
} as const
