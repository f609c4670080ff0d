import { fc } from '@fast-check/vitest'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { usualRules, usualServiceRule } from '../../../shared/contract/queue/rules.ts'
import { uuidOf, id, counterId, serviceId, agentId, instant } from '../fewIds.ts'

// A day, the rule of its queue, its services and its counters, opened and closed in any order.

export const dayEvents = {
  dayOpened: fc.record({
    dayId: id,
    date: fc.constantFrom('2026-03-03', '2026-03-04'),
    closesAt: fc.constantFrom(null, 1_772_550_000_000),
    closedServices: fc.array(serviceId, { maxLength: 2 }),
  }),
  dayClosed: fc.record({ dayId: id }),
  rulesSet: fc.record({
    rules: fc.record({
      ...Object.fromEntries(Object.entries(usualRules).map(([name, value]) => [name, fc.constant(value)])),
      overtakesPerPerson: fc.constantFrom(null, 1),
    }),
    services: fc.array(
      fc.record({
        serviceId,
        rule: fc.constantFrom(usualServiceRule, { ...usualServiceRule, cap: 1, targetMinutes: 1 }),
        access: fc.constant(['walkIn']),
        slotMinutes: fc.constantFrom(null, 20),
      }),
      { maxLength: 2 },
    ),
  }),
  calendarSet: fc.record({
    calendar: fc.constant(schoolOffice.settings.calendar),
    closesAt: fc.constantFrom(null, 1_772_550_000_000),
  }),
  serviceClosed: fc.record({ serviceId, reasonId: fc.constantFrom(null, uuidOf(9)) }),
  serviceOpened: fc.record({ serviceId }),
  counterPaused: fc.record({
    counterId,
    kind: fc.constantFrom('break', 'post'),
    until: fc.option(instant),
    reasonId: id,
  }),
  counterResumed: fc.record({ counterId }),
  counterSkillsSet: fc.record({ counterId, services: fc.option(fc.array(serviceId, { maxLength: 2 })) }),
  interrupted: fc.record({ counterId, kind: fc.constantFrom('telephone', 'colleague') }),
  interruptionEnded: fc.record({ counterId }),
  informed: fc.record({ kind: fc.constantFrom('information', 'telephone') }),
  counterOpened: fc.record({ counterId, agentId }),
  counterClosed: fc.record({ counterId, reasonId: fc.constantFrom(null, uuidOf(9)) }),
}
