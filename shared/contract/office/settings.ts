import { z } from 'zod'
import { command, view, type IsOwnAddress } from '../define.ts'
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
import { isNetworkPrinter } from '../network/hostAddresses.ts'
import { Access, QueueRules, ServiceRule, usualRules, usualServiceRule } from '../queue/rules.ts'
import { Text } from '../text.ts'
import { DayState } from '../queue/waiting.ts'

const line = z.string().trim().min(1).max(200)

/** A queue with its series' letter; the procedures that bring people to it are data. */
export const Service = z.strictObject({
  serviceId: ServiceId,
  letter: z.string().regex(/^[A-Z]$/),
  name: Text,
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
  name: Text,
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

/** Minutes since midnight, office's zone: `[510, 1020]` is 8 h 30 to 17 h 00. */
const Minutes = z.int().min(0).max(1440)
/** Opening spans of a day, one after another, none inside another. */
const Spans = z
  .array(z.tuple([Minutes, Minutes]))
  .max(6)
  .refine((spans) => spans.every(([from, to], at) => from < to && (at === 0 || from >= spans[at - 1]![1])))

/** A zone of the IANA's base, which dates and hours can be said in. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Where public holidays are the same, besides those of metropolitan France (`metropole`). */
export const territories = [
  'metropole',
  'alsaceMoselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saintBarthelemy',
  'saintMartin',
] as const
export type Territory = (typeof territories)[number]

/** Where the law's days are counted; `none` keeps no holiday at all. */
export const holidayPlaces = [...territories, 'none'] as const

export const Calendar = z.strictObject({
  zone: z.string().min(1).max(60).refine(isZone),
  /** Seven days from Monday; each a list of opening spans, empty when closed. */
  week: z.array(Spans).length(7),
  holidays: z.enum(holidayPlaces),
  closed: z.array(LocalDate).max(400),
  /** Days that win over the week and the holidays: a ballot Sunday for elections alone, a closing (no span). */
  exceptional: z
    .array(
      z.strictObject({
        date: LocalDate,
        spans: Spans,
        /** Services open that day; null for all. */
        services: z.array(ServiceId).max(26).nullable(),
        label: z.string().trim().max(200),
      }),
    )
    .max(400)
    .default([]),
  /** « Derniers tickets » is announced so many minutes before closing. */
  lastTickets: z.int().min(0).max(240).default(30),
})
export type Calendar = z.infer<typeof Calendar>

/** Character tables that receipt printers have; which ones a printer has is in its manual, and its test page shows it. */
export const codepages = [
  'windows1252',
  'cp437',
  'cp850',
  'cp852',
  'cp858',
  'cp866',
  'cp1125',
  'windows1250',
  'windows1251',
] as const
export const Codepage = z.enum(codepages)
export type Codepage = z.infer<typeof Codepage>
/** Those that every printer of Epson's family has. Windows-1252 first, because French then needs no switch at all. */
export const usualCodepages: readonly Codepage[] = ['windows1252', 'cp437', 'cp852', 'cp866']

/**
 * `preview` prints nothing: the page shows the paper. Addresses: `host:port` (tcp), a queue's name (cups), a
 * device's name (chromium, windowsRaw), a folder of the host's machine (file). The options came later than the
 * first journals: each one absent is what every printer did before.
 */
export const Printer = z.strictObject({
  printerId: PrinterId,
  name: line,
  transport: z.enum(['tcp', 'cupsRaw', 'cupsPdf', 'windowsRaw', 'chromium', 'filePdf', 'fileRaw', 'preview']),
  address: z.string().max(200),
  paper: z.enum(['thermal80', 'thermal58', 'label58', 'a4']),
  /** A cash drawer on this pin of the printer's own plug; absent: none. */
  drawer: z.enum(['pin2', 'pin5']).optional(),
  /** Absent: `partial`. */
  cutter: z.enum(['none', 'partial', 'full']).optional(),
  /** Absent: those that every printer of Epson's family has. */
  codepages: z.array(Codepage).min(1).max(codepages.length).optional(),
  /** The height of each label of a `label58` roll, in millimetres; absent: the roll is continuous. */
  label: z.strictObject({ heightMm: z.int().min(20).max(200) }).optional(),
})
export type Printer = z.infer<typeof Printer>

/**
 * What printers name of the host's machine: a folder, a queue or a device of its own, an address that is none of the local
 * network's printers. A paper that stays on the screen names nothing.
 */
const ofHost = ({ printers }: { readonly printers: readonly Printer[] }, isOwn: IsOwnAddress) =>
  printers
    .filter(
      ({ transport, address }) =>
        transport !== 'preview' && !(transport === 'tcp' && isNetworkPrinter(address, isOwn)),
    )
    .map(({ transport, address }) => `${transport} ${address}`)

/**
 * A regulation of the office, which is a text too: the délibération that requires one piece of one procedure. It is cited as
 * « règlement local » with its number and its date.
 */
export const LocalRegulation = z.strictObject({
  /** What it is about: « Règlement du cimetière ». */
  title: line,
  number: z.string().trim().min(1).max(40),
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
    ofHost,
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
          /** Their safety asks for it: their name is for them and for the administration (CRPA L111-2). */
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
