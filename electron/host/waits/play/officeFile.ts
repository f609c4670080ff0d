import { z } from 'zod'
import {
  AgentId,
  CounterId,
  LocalDate,
  ServiceId,
  type ProcedureId,
} from '../../../../shared/contract/ids.ts'
import { contract } from '../../../../shared/contract/index.ts'
import type { OfficeSettings } from '../../../../shared/contract/office/settings.ts'
import { Calendar } from '../../../../shared/contract/office/calendar.ts'
import { isZone } from '../../../../shared/contract/office/zone.ts'
import {
  Access,
  QueueRules,
  ServiceRule,
  usualRules,
  usualServiceRule,
} from '../../../../shared/contract/queue/rules.ts'
import { Text } from '../../../../shared/contract/text.ts'
import { counterPlaces, usualCalendar, usualServices } from '../../../../shared/domain/office/defaults.ts'
import { schoolOffice } from '../../training/school.ts'

// An office in a file: its settings as the journal knows them (a copy of a real office's works), each of which may be
// left out, with who comes (`arrivals`). What is left out is a usual town hall; `{}` is the training office.

const minutes = z.int().min(0).max(1440)
const share = z.number().min(0).max(1)

const FileService = z.strictObject({
  serviceId: ServiceId,
  /** A, B, C… in order when left out. */
  letter: z
    .string()
    .regex(/^[A-Z]$/)
    .optional(),
  name: z.union([z.string().trim().min(1).max(200), Text]).optional(),
  procedures: z.array(z.string()).max(100).optional(),
  rule: ServiceRule.partial().optional(),
  access: z.array(Access).min(1).max(3).optional(),
  slotMinutes: z.int().min(5).max(240).nullable().optional(),
})

const FileCounter = z.strictObject({
  counterId: CounterId.optional(),
  name: z.union([z.string().trim().min(1).max(200), Text]).optional(),
  /** Who holds it; the agent of the same rank when left out, nobody when null. */
  agentId: AgentId.nullable().optional(),
  /** Without agents in the file: what is received here; all services when left out. */
  services: z.array(ServiceId).min(1).max(26).optional(),
  /** Minutes since midnight when it receives; the office's hours when left out. */
  hours: z
    .array(z.tuple([minutes, minutes]))
    .max(12)
    .optional(),
  /** Breaks within them. */
  breaks: z
    .array(z.tuple([minutes, minutes]))
    .max(12)
    .default([]),
  printerId: z.unknown().optional(),
})

/** How people come for one service, and how long they are received. */
const FileFlow = z.strictObject({
  /** People on average in each half-hour since the first opening of the day; the last holds until closing. */
  perHalfHour: z.array(z.number().min(0).max(150)).min(1).max(48).default([2]),
  /** Mean of a request at the counter, in minutes, and its standard deviation as a share of the mean (log-normal). */
  minutes: z.number().min(0.1).max(240).default(10),
  dispersion: z.number().min(0).max(3).default(0.6),
  /** Share of people who come with an appointment. */
  appointments: share.default(0),
})

const FileArrivals = z.strictObject({
  /** The first day played; those that follow are the days when the office is open. */
  from: LocalDate.default('2026-03-02' as LocalDate),
  services: z.record(ServiceId, FileFlow).default({}),
  /** Share of people with a priority of each kind. A local one counts only where the rules publish `visiblePregnancy`. */
  priority: z
    .strictObject({ law: share.default(0.1), deadline: share.default(0), local: share.default(0) })
    .prefault({})
    .refine(({ law, deadline, local }) => law + deadline + local <= 1),
  /** Share of people who are not there when first called; share of those who come back, after some minutes on average. */
  absent: share.default(0.07),
  back: share.default(0),
  backMinutes: z.number().min(0).max(480).default(10),
  /** Mean of what people wait before they leave, in minutes (exponential); null when nobody leaves. */
  patienceMinutes: z.number().min(1).max(1440).nullable().default(75),
  /** Seconds from the call to the counter. */
  walkSeconds: z.number().min(0).max(600).default(20),
  /** Minutes after closing during which those still here are called. */
  afterClosingMinutes: z.number().min(0).max(240).default(0),
})

const OfficeFile = z.strictObject({
  address: z.unknown().optional(),
  calendar: Calendar.partial().optional(),
  services: z.array(FileService).min(1).max(26).optional(),
  counters: z.array(FileCounter).min(1).max(200).optional(),
  agents: z
    .array(z.strictObject({ agentId: AgentId, services: z.array(ServiceId).max(100) }))
    .min(1)
    .max(2000)
    .optional(),
  rules: QueueRules.partial().optional(),
  arrivals: FileArrivals.prefault({}),
  // A real office's settings have these too: nothing of a played day depends on them.
  printers: z.unknown().optional(),
  ticketPrinterId: z.unknown().optional(),
  personWord: z.unknown().optional(),
  law: z.unknown().optional(),
})

export type Flow = z.infer<typeof FileFlow>
export type Arrivals = Omit<z.infer<typeof FileArrivals>, 'services'> & {
  /** Every service of the office. */
  readonly services: ReadonlyMap<ServiceId, Flow>
}

/** When a counter receives and stops for a while, in minutes since midnight; null for the office's hours. */
export type Post = {
  readonly counterId: CounterId
  readonly agentId: AgentId
  readonly hours: readonly (readonly [number, number])[] | null
  readonly breaks: readonly (readonly [number, number])[]
}

export type FiledOffice = {
  readonly settings: OfficeSettings
  readonly arrivals: Arrivals
  readonly posts: readonly Post[]
}

/** What is wrong in a file, and where: `services[0].rule.cap`. */
export type FileProblem = {
  readonly path: string
  readonly what: z.core.$ZodIssue['code']
  readonly input: unknown
}

/** An office as its file says it, or the first thing in it that can't be. */
export function readOffice(value: unknown): FiledOffice | { readonly problem: FileProblem } {
  const read = OfficeFile.safeParse(value, { reportInput: true })
  if (!read.success) return { problem: problemOf(read.error) }
  const file = read.data
  const zone = file.calendar?.zone ?? usualCalendar.zone
  if (!isZone(zone)) return { problem: { path: 'calendar.zone', what: 'invalid_value', input: zone } }
  const services = file.services?.map(serviceFrom) ?? usualServices
  const ids = services.map(({ serviceId }) => serviceId)
  const agents = file.agents ?? agentsFor(file, ids)
  const counters = placesFrom(file)
  const settings: OfficeSettings = {
    ...schoolOffice.settings,
    calendar: { ...usualCalendar, ...defined(file.calendar ?? {}) },
    services,
    counters,
    agents,
    printers: [],
    ticketPrinterId: null,
    rules: { ...usualRules, ...defined(file.rules ?? {}), sheetPrinterId: null },
  }
  const born = contract['office.create'].input.safeParse(
    { settings, agents: [], school: true },
    { reportInput: true },
  )
  if (!born.success) return { problem: problemOf(born.error, 1) }
  const unknown = Object.keys(file.arrivals.services).find((id) => !ids.includes(id as ServiceId))
  if (unknown !== undefined)
    return { problem: { path: `arrivals.services.${unknown}`, what: 'unrecognized_keys', input: unknown } }
  const posts = counters.flatMap(({ counterId }, rank): Post[] => {
    const place = file.counters?.[rank]
    const agentId = place?.agentId === undefined ? agents[rank]?.agentId : place.agentId
    return agentId == null
      ? []
      : [{ counterId, agentId, hours: place?.hours ?? null, breaks: place?.breaks ?? [] }]
  })
  const stranger = posts.findIndex((post) => !agents.some(({ agentId }) => agentId === post.agentId))
  const twice = posts.findIndex((post, rank) =>
    posts.slice(0, rank).some(({ agentId }) => agentId === post.agentId),
  )
  const wrong = stranger >= 0 ? stranger : twice
  if (wrong >= 0)
    return {
      problem: { path: `counters[${wrong}].agentId`, what: 'custom', input: posts[wrong]!.agentId },
    }
  return {
    settings: born.data.settings,
    posts,
    arrivals: {
      ...file.arrivals,
      services: new Map(ids.map((id) => [id, file.arrivals.services[id] ?? FileFlow.parse({})] as const)),
    },
  }
}

type Filed = z.infer<typeof OfficeFile>

const serviceFrom = (
  service: z.infer<typeof FileService>,
  rank: number,
): OfficeSettings['services'][number] => ({
  serviceId: service.serviceId,
  letter: service.letter ?? String.fromCodePoint(65 + rank),
  name: textFrom(service.name ?? service.serviceId),
  procedures: (service.procedures ?? []) as ProcedureId[],
  rule: { ...usualServiceRule, ...defined(service.rule ?? {}) },
  access: service.access ?? ['walkIn'],
  slotMinutes: service.slotMinutes ?? null,
})

/** As many agents as counters: the training office's when nothing is said, else those who do what their counter receives. */
function agentsFor(file: Filed, services: readonly ServiceId[]): OfficeSettings['agents'] {
  if (file.counters === undefined && file.services === undefined) return schoolOffice.settings.agents
  const counters = file.counters ?? usualCounters.map(() => ({}) as { services?: ServiceId[] })
  return counters.map((counter, rank) => ({
    agentId: `agent${rank + 1}` as AgentId,
    services: [...(counter.services ?? services)],
  }))
}

const usualCounters = schoolOffice.settings.counters

const placesFrom = ({ counters, agents }: Filed): OfficeSettings['counters'] =>
  counters === undefined
    ? counterPlaces(Math.min(200, agents?.length ?? usualCounters.length), null)
    : counters.map(({ counterId, name }, rank) => ({
        counterId: counterId ?? (String(rank + 1) as CounterId),
        name: textFrom(name ?? `Guichet ${rank + 1}`),
        printerId: null,
      }))

const textFrom = (name: string | Text): Text => (typeof name === 'string' ? { fr: name } : name)

/** Without what is said to be undefined, which would erase a usual value. */
const defined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

/** The first problem, its path without the parts that the file doesn't have. */
function problemOf({ issues: [first] }: z.ZodError, inner = 0): FileProblem {
  if (!first) return { path: '', what: 'custom', input: undefined }
  const steps = [
    ...first.path.slice(inner),
    ...(first.code === 'unrecognized_keys' ? first.keys.slice(0, 1) : []),
  ]
  const path = steps
    .map((step, rank) => (typeof step === 'number' ? `[${step}]` : `${rank > 0 ? '.' : ''}${String(step)}`))
    .join('')
  return { path, what: first.code, input: first.input }
}
