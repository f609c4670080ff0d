import { z } from 'zod'
import { settingTypes } from './changes.ts'
import { command, roles, view } from '../define.ts'
import { AgentId, CounterId, Instant, Seq, ServiceId } from '../ids.ts'
import { CounterPlace, Service } from './settings.ts'

/** What an administration gives a service: its queue's rule and its hours are set apart. */
export const ServiceIdentity = Service.pick({
  serviceId: true,
  letter: true,
  name: true,
  procedures: true,
  pictogram: true,
  procedurePictograms: true,
})
export type ServiceIdentity = z.infer<typeof ServiceIdentity>

export const CounterIdentity = CounterPlace.pick({ counterId: true, name: true })

/** A setting that was changed: which, on what where it says so, by whom. */
export const SettingsChange = z.strictObject({
  seq: Seq,
  at: Instant,
  role: z.enum([...roles, 'host']),
  agentId: AgentId.nullable(),
  type: z.enum(settingTypes),
  /** A service, a counter, an agent, by its id. */
  about: z.string().nullable(),
})
export type SettingsChange = z.infer<typeof SettingsChange>

export const servicesCalls = {
  /** Adds a service, or changes its name, its letter, its procedures and its pictures; one that was withdrawn receives again. */
  'service.set': command({
    roles: ['admin'],
    input: ServiceIdentity,
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'letterTaken', 'nameTaken', 'unknownProcedure', 'nameMalformed'],
  }),
  /** A service that receives nobody any more: between two days, once nobody has an appointment there. */
  'service.withdraw': command({
    roles: ['admin'],
    input: z.strictObject({ serviceId: ServiceId }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownService', 'dayNotClosed', 'lastService', 'serviceAwaited'],
  }),
  /** Adds a counter, or gives it another name; one that was withdrawn is there again. */
  'counter.set': command({
    kept: true,
    roles: ['admin'],
    input: CounterIdentity,
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'nameTaken', 'countersFull', 'nameMalformed'],
  }),
  /** A counter that is no more: between two days, and no station stands there. */
  'counter.withdraw': command({
    kept: true,
    roles: ['admin'],
    input: z.strictObject({ counterId: CounterId }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownCounter', 'dayNotClosed', 'lastCounter', 'counterHasStation'],
  }),
  /** What is no more but may come back, and who changed which setting, the last first. */
  'premises.view': view({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      formerServices: z.array(ServiceIdentity).max(100),
      formerCounters: z.array(CounterIdentity).max(200),
      changes: z.array(SettingsChange).max(200),
    }),
  }),
} as const
