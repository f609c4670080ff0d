import { z } from 'zod'
import { command, view } from '../define.ts'
import {
  AgentId,
  CounterId,
  Instant,
  LocalDate,
  OfficeId,
  PrinterId,
  ProcedureId,
  ServiceId,
} from '../ids.ts'
import { Pictogram } from '../media/pictograms.ts'
import { Access, QueueRules, ServiceRule, usualRules, usualServiceRule } from '../queue/rules.ts'
import { Text } from '../text.ts'
import { DayState } from '../queue/waiting.ts'
import { line, TypedText, written } from '../typed.ts'
import { Printer, printersOfHost } from '../printing/printers.ts'
import { Calendar } from './calendar.ts'

/** A queue with its series' letter; the procedures that bring people to it are data. */
export const Service = z.strictObject({
  serviceId: ServiceId,
  letter: z.string().regex(/^[A-Z]$/),
  name: TypedText,
  procedures: z.array(ProcedureId).max(100),
  rule: ServiceRule.default(usualServiceRule),
  access: z.array(Access).min(1).max(3).default(['walkIn']),
  /** Appointments begin every so many minutes; null when the service gives none here. */
  slotMinutes: z.int().min(5).max(240).nullable().default(null),
  /** Its picture at the kiosk; null is that of what people come to it for. What says nothing of it changes nothing. */
  pictogram: Pictogram.nullable().optional(),
  /** The pictures of the procedures that the office made for itself, all those that it chose. */
  procedurePictograms: z
    .array(z.strictObject({ procedureId: ProcedureId, pictogram: Pictogram }))
    .max(100)
    .optional(),
})
export type Service = z.infer<typeof Service>

export const CounterPlace = z.strictObject({
  counterId: CounterId,
  name: TypedText,
  printerId: PrinterId.nullable(),
})
export type CounterPlace = z.infer<typeof CounterPlace>

/** What the journal knows of an agent: what they can do. Their name is a personal row. */
export const AgentSkills = z.strictObject({ agentId: AgentId, services: z.array(ServiceId).max(100) })
export type AgentSkills = z.infer<typeof AgentSkills>

/** First name, family name and capacity, as CRPA L111-2 wants them on what is handed over. */
export const AgentName = z.strictObject({ firstName: line, familyName: line, capacity: line })
export type AgentName = z.infer<typeof AgentName>

/** Where the public finds the office, as the documents' mandatory mentions want it (CRPA R112-5 1° 2°). */
export const OfficeAddress = z.strictObject({
  name: line,
  street: line,
  postalCode: z.string().regex(/^[0-9]{5}$/),
  city: line,
  phone: z.string().regex(/^[0-9+][0-9 .]{3,24}$/),
  email: z.email().nullable(),
})
export type OfficeAddress = z.infer<typeof OfficeAddress>

/**
 * A regulation of the office, which is a text too: the délibération that requires one piece of one procedure. It is cited as
 * « règlement local » with its number and its date.
 */
export const LocalRegulation = z.strictObject({
  /** What it is about: « Règlement du cimetière ». */
  title: line,
  number: written.min(1).max(40),
  /** The day on which it was adopted. */
  date: LocalDate,
  procedureId: ProcedureId,
  /** The piece that it requires. */
  piece: line,
})
export type LocalRegulation = z.infer<typeof LocalRegulation>

/** What the law leaves to the office itself: the exchanges to which it is connected, the ballots ahead, where to contest. */
export const LawSettings = z.strictObject({
  /** Exchanges between administrations (CRPA D114-9-1) that really work here; a piece they give is not asked. */
  exchanges: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/))
    .max(30)
    .default([]),
  /** Days of the ballots ahead, first rounds: the lists close before them (C. élect. L17, L30). */
  ballots: z.array(LocalDate).max(20).default([]),
  /** The addresses that a procedure's remedy names here: the authority of the recourse, the court. */
  remedies: z
    .array(
      z.strictObject({
        procedureId: ProcedureId,
        authority: line.nullable().default(null),
        court: line.nullable().default(null),
      }),
    )
    .max(100)
    .default([]),
  regulations: z.array(LocalRegulation).max(100).default([]),
})
export type LawSettings = z.infer<typeof LawSettings>
export const noLawSettings: LawSettings = { exchanges: [], ballots: [], remedies: [], regulations: [] }

export const OfficeSettings = z.strictObject({
  address: OfficeAddress,
  calendar: Calendar,
  services: z.array(Service).min(1).max(26),
  counters: z.array(CounterPlace).min(1).max(200),
  agents: z.array(AgentSkills).max(2000),
  printers: z.array(Printer).max(100),
  /** Where the kiosk's tickets go; null shows them on the screen only. */
  ticketPrinterId: PrinterId.nullable(),
  /** How the agents call the person received: usager, administré, allocataire… */
  personWord: line,
  rules: QueueRules.default(usualRules),
  law: LawSettings.default(noLawSettings),
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

const named = <T>(of: readonly T[], name: (one: T) => string) => new Set(of.map(name)).size === of.length

/** Settings that hold together, as an office is born with them. */
const SoundSettings = OfficeSettings
  // Two things of one name could not be told apart, and a printer that isn't there prints nothing.
  .refine(({ services }) => named(services, ({ serviceId }) => serviceId), { path: ['services'] })
  .refine(({ services }) => named(services, ({ letter }) => letter), { path: ['services'] })
  .refine(({ counters }) => named(counters, ({ counterId }) => counterId), { path: ['counters'] })
  .refine(({ agents }) => named(agents, ({ agentId }) => agentId), { path: ['agents'] })
  .refine(({ printers }) => named(printers, ({ printerId }) => printerId), { path: ['printers'] })
  .refine(
    ({ printers, counters, ticketPrinterId }) =>
      [ticketPrinterId, ...counters.map(({ printerId }) => printerId)].every(
        (id) => id === null || printers.some(({ printerId }) => printerId === id),
      ),
    { path: ['printers'] },
  )
  .refine(
    ({ services, agents }) =>
      agents.every((agent) =>
        agent.services.every((id) => services.some(({ serviceId }) => serviceId === id)),
      ),
    { path: ['agents'] },
  )

export const office = {
  /** The office's birth, once: by the welcome, or by the training office. */
  'office.create': command({
    only: 'ownSeat',
    roles: ['admin'],
    input: z.strictObject({
      settings: SoundSettings,
      agents: z.array(z.strictObject({ agentId: AgentId, name: AgentName })).max(2000),
      school: z.boolean(),
    }),
    output: z.strictObject({ officeId: OfficeId }),
    refusals: [
      'officeAlreadyCreated',
      'unknownProcedure',
      'dateInFuture',
      'regulationAgainstLaw',
      'nameMalformed',
      'pieceWithoutText',
    ],
  }),
  'office.setAddress': command({
    roles: ['admin'],
    input: OfficeAddress,
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'nameMalformed'],
  }),
  'office.setPrinters': command({
    ofHost: printersOfHost,
    roles: ['admin'],
    input: z.strictObject({
      printers: z.array(Printer).max(100),
      ticketPrinterId: PrinterId.nullable(),
      counters: z.array(z.strictObject({ counterId: CounterId, printerId: PrinterId.nullable() })).max(200),
    }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownCounter', 'unknownPrinter', 'nameTaken'],
  }),
  /** Exchanges, ballots, addresses of the remedies, local regulations: what the law leaves to the office itself. */
  'office.setLaw': command({
    roles: ['admin'],
    input: LawSettings,
    output: z.strictObject({}),
    refusals: [
      'officeNotCreated',
      'unknownProcedure',
      'unknownExchange',
      'regulationAgainstLaw',
      'dateInFuture',
      'nameMalformed',
      'pieceWithoutText',
    ],
  }),
  /** Adds an agent or changes their name and skills. */
  'agent.set': command({
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId, name: AgentName, services: z.array(ServiceId).max(100) }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownService', 'nameMalformed', 'pieceWithoutText'],
  }),
  /** What every page needs to draw itself; `settings` only for who may change them. */
  'office.view': view({
    anyone: true,
    roles: ['kiosk', 'agent', 'supervisor', 'admin', 'integration'],
    input: z.strictObject({}),
    output: z.strictObject({
      created: z.boolean(),
      school: z.boolean(),
      /** Which office it is: a training site given back as new is another. */
      officeId: z.uuid().nullable().default(null),
      name: z.string(),
      zone: z.string(),
      personWord: z.string(),
      day: DayState.nullable(),
      /**
       * By its hours the office opens no more today; when it does next, null where that is in no 400 days. Null while it is
       * open or is to open today, and where it has no hours.
       */
      closed: z.strictObject({ reopensAt: Instant.nullable() }).nullable().default(null),
      services: z.array(
        z.strictObject({
          serviceId: ServiceId,
          letter: z.string(),
          name: Text,
          /** The picture that the office chose for it; null where it has those of what people come to it for. */
          pictogram: Pictogram.nullable().default(null),
        }),
      ),
      counters: z.array(z.strictObject({ counterId: CounterId, name: Text, agentId: AgentId.nullable() })),
      me: z.strictObject({ agentId: AgentId, name: AgentName, services: z.array(ServiceId) }).nullable(),
    }),
  }),
  /** Who can hold a counter: the page asks « Qui êtes-vous ? », and the supervision for whom one is opened. */
  'agents.view': view({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      agents: z.array(
        z.strictObject({
          agentId: AgentId,
          /** Null where it was never given, is erased, or is told by a pseudonym to whoever asks. */
          name: AgentName.nullable(),
          /** The name under which an agent signs where their safety asks for it (CRPA L111-2); their own is for them and the administration. */
          pseudonym: z.string().optional(),
          services: z.array(ServiceId),
        }),
      ),
    }),
  }),
  /** All settings and people, for administration. */
  'settings.view': view({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      settings: OfficeSettings.nullable(),
      agents: z.array(
        z.strictObject({ agentId: AgentId, name: AgentName.nullable(), services: z.array(ServiceId) }),
      ),
      publicKey: z.string(),
    }),
  }),
} as const
