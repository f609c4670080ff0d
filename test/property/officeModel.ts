import { dateIn } from '../../shared/domain/core/calendar/index.ts'
import type { Instant, LocalDate } from '../../shared/contract/ids.ts'
import type { Outcome } from '../../shared/contract/queue/outcomes.ts'
import type { UndoableAct } from '../../shared/contract/queue/counters.ts'
import type { CallCode } from '../../shared/contract/queue/reasons.ts'

// What an office must do, said a second time in the plainest way: arrays and counts, nothing of the domain's own
// code but the calendar day. The property tests hold the domain to it.

export type ModelTicket = {
  readonly ticketId: string
  readonly number: string
  service: string
  procedure: string | null
  readonly takenAt: number
  /** Order of arrival; taken again by who comes back too late. */
  rank: number
  /** Since when it counts. */
  rankedAt: number
  /** When they were called, and since when they are out: called and not there, on hold, gone; how long in all, rank kept. */
  calledAt: number
  outSince: number | null
  out: number
  code: string
  state: 'waiting' | 'called' | 'serving' | 'parked' | 'closed' | 'absent' | 'left' | 'unserved'
  priority: 'law' | 'local' | null
  /** The kiosk was told a ground whose proof nobody has seen yet. */
  unseen: boolean
  calls: number
  lastCallAt: number
  absentAt: number
  promisedAt: number | null
  /** Requests still to do, by procedure; null until a first call made the visit. */
  requests: (string | null)[] | null
  readonly wanted: number
  done: number
  /** A number that names the visit: the sheet is the visit's. */
  visit: number | null
  /** By whose doing they were not received. */
  fault: 'person' | 'service' | null
  /** Who received them last. */
  startedBy: string | null
  /** Who was overtaken how often, since they wait without having been away. */
  overtaken: number
  wasAway: boolean
}

export type ModelSheet = {
  procedureId: string | null
  label: string | null
  capacity: string | null
  identity: unknown
  note: string | null
  /** By « id … » or « label … ». */
  pieces: Map<string, string>
  /** The file for which the person came back. */
  file: ModelFile | null
}

/** A request after the visit. */
export type ModelFile = {
  readonly fileId: string
  readonly reference: string
  state: 'open' | 'closed' | 'annulled'
  procedureId: string | null
  label: string | null
  readonly receivedOn: string
  /** Pieces by « id … » or « label … », with their state. */
  pieces: Map<string, string>
  /** Pieces asked that have not come. */
  awaited: Set<string>
  decided: boolean
  /** When it was sent to who decides, or null where that was noted by mistake. */
  sent?: (string | null)[]
  handedOver: boolean
  title: { readonly arrivedOn: string; state: 'here' | 'handedOver' | 'destroyed' } | null
  originals: number
  /** The visit whose closing opened it, or touched it last and alone since; null once anything else did. */
  readonly openedBy: ModelClosing | null
  undo: { readonly closing: ModelClosing; readonly before: ModelFileLife | null } | null
  /** The closings of this day that touched it, by `closingName`. */
  touchedBy?: Set<string>
  /** Nothing is decided there and no clock runs. */
  readonly resting: boolean
}
/** What a visit's closing may change of a file. */
export type ModelFileLife = Pick<
  ModelFile,
  'state' | 'procedureId' | 'label' | 'pieces' | 'awaited' | 'handedOver' | 'title'
>
export type ModelClosing = { readonly visit: number; readonly request: number }

/** What one key would take back: the ticket as it was, and whom the call had left behind. */
export type ModelAct = {
  readonly act: UndoableAct
  readonly ticket: ModelTicket | null
  readonly before: Partial<ModelTicket>
  readonly behind: readonly ModelTicket[]
  readonly sheet: ModelSheet | undefined
  readonly code: CallCode | null
  /** The numbers of the papers that it gave: taken back, each is cancelled by another. */
  readonly papers: readonly string[]
  readonly earlier: ModelAct | null
}

export type ModelCounter = {
  holder: string | null
  current: ModelTicket | null
  paused: boolean
  services: readonly string[] | null
  interrupted: boolean
  last: ModelAct | null
}

export type Model = {
  skills: Map<string, readonly string[]>
  names: Set<string>
  counters: Map<string, ModelCounter>
  /** By the number of the visit. */
  sheets: Map<number, ModelSheet>
  visits: number
  ranks: number
  open: boolean
  openedAt: number
  date: LocalDate | null
  /** Of the day under way, in the order in which they were taken. */
  tickets: ModelTicket[]
  /** Of the days before. */
  past: ModelTicket[]
  /** Of the last date that was open, before a closing: its figures are still shown. */
  shown: { date: LocalDate | null; tickets: ModelTicket[] }
  closed: Set<string>
  streaks: Map<string, number>
  overtakes: { calls: number; people: number }
  rules: ModelRules
  informed: number
  /** The last count by date and letter, for ever. */
  counts: Map<string, number>
  /** The last count by kind and year, for ever. */
  documents: Map<string, number>
  /** Ids of the documents issued, and whether their facts are still there. */
  issued: Map<string, { erased: boolean; copies: number }>
  files: ModelFile[]
  /** The last reference of each year. */
  references: Map<string, number>
}

export type ModelRules = {
  cap: number | null
  k: number | null
  maximum: number | null
  /** Targets in minutes by service; the others have 15. */
  targets: Readonly<Record<string, number>>
  absentCalls: number
  absentDelay: number
  tolerance: number
  local: readonly string[]
  checkCode: boolean
}

export const usual: ModelRules = {
  cap: null,
  k: null,
  maximum: 60,
  targets: {},
  absentCalls: 2,
  absentDelay: 30,
  tolerance: 30,
  local: [],
  checkCode: false,
}

export const services = {
  titres: { letter: 'A', procedures: ['cni', 'passeport'] },
  'etat-civil': { letter: 'B', procedures: ['naissance', 'deces', 'copie-acte', 'pacs'] },
  elections: { letter: 'C', procedures: ['elections', 'recensement'] },
  'affaires-generales': {
    letter: 'D',
    procedures: [
      'attestation-accueil',
      'inscription-scolaire',
      'legalisation',
      'urbanisme',
      'carte-grise',
      'autre',
    ],
  },
} as const satisfies Record<string, { letter: string; procedures: readonly string[] }>

export const counters = ['1', '2', '3'] as const
export const agents = ['agent1', 'agent2', 'agent3'] as const

export const freshCounter = (holder: string | null = null): ModelCounter => ({
  holder,
  current: null,
  paused: false,
  services: null,
  interrupted: false,
  last: null,
})

/** The training office as it is born. */
export const newModel = (): Model => ({
  skills: new Map([
    ['agent1', ['titres', 'etat-civil']],
    ['agent2', ['titres', 'elections']],
    ['agent3', ['titres', 'etat-civil', 'affaires-generales']],
  ]),
  names: new Set(agents),
  counters: new Map(counters.map((id) => [id, freshCounter()])),
  sheets: new Map(),
  visits: 0,
  ranks: 0,
  open: false,
  openedAt: 0,
  date: null,
  tickets: [],
  past: [],
  shown: { date: null, tickets: [] },
  closed: new Set(),
  streaks: new Map(),
  overtakes: { calls: 0, people: 0 },
  rules: usual,
  informed: 0,
  counts: new Map(),
  documents: new Map(),
  issued: new Map(),
  files: [],
  references: new Map(),
})

/** The counter that this agent holds. */
export const heldBy = (model: Model, agent: string): ModelCounter | undefined =>
  [...model.counters.values()].find(({ holder }) => holder === agent)

export const idOf = (model: Model, counter: ModelCounter): string =>
  [...model.counters].find(([, known]) => known === counter)![0]

/** What a counter receives now, in the order of its agent's skills. */
export const receivesAt = (model: Model, counter: ModelCounter): readonly string[] => {
  const able = (counter.holder === null ? undefined : model.skills.get(counter.holder)) ?? []
  return able.filter((service) => counter.services === null || counter.services.includes(service))
}

/** Who waits for these services, in order of arrival. */
export const waitingFor = (model: Model, wanted: readonly string[]): readonly ModelTicket[] =>
  model.tickets
    .filter(({ state, service }) => state === 'waiting' && wanted.includes(service))
    .toSorted((a, b) => a.rank - b.rank)

export const todayIn = (now: number): LocalDate => dateIn('Europe/Paris', now as Instant)

/** Who is called next, by reading everyone who waits: the order of the design, and nothing clever. */
export function nextFor(
  model: Model,
  wanted: readonly string[],
  now: number,
): { readonly ticket: ModelTicket; readonly code: CallCode } | undefined {
  const line = waitingFor(model, wanted)
  const { cap, k, maximum, targets } = model.rules
  const isCapped = (service: string) =>
    cap !== null &&
    (model.streaks.get(service) ?? 0) >= cap &&
    line.some((one) => one.service === service && one.priority === null)
  const prior = line.find(({ priority, service }) => priority !== null && !isCapped(service))
  const heads = wanted
    .flatMap((service) => line.find((one) => one.service === service && one.priority === null) ?? [])
    .toSorted((a, b) => a.rank - b.rank)
  const enough = line.find(({ overtaken, priority }) => priority === null && k !== null && overtaken >= k)
  if (prior && (prior.priority !== 'local' || !enough || prior.rank < enough.rank))
    return { ticket: prior, code: prior.priority === 'local' ? 'localPriority' : 'legalPriority' }
  if (prior) {
    const law = line.find(
      ({ priority, service }) => priority !== null && priority !== 'local' && !isCapped(service),
    )
    if (law) return { ticket: law, code: 'legalPriority' }
  }
  const [first] = heads
  if (!first) return undefined
  if (enough) return { ticket: enough, code: 'overtakenEnough' }
  const plain = line[0] === first ? 'arrivalOrder' : 'cap'
  // Being out is no wait; a rank lost begins another one.
  const late = heads.find(({ rankedAt, out }) => maximum !== null && now - rankedAt - out > maximum * 60_000)
  if (late) return { ticket: late, code: late === first && plain === 'cap' ? 'cap' : 'maximumWait' }
  const target = (service: string) => targets[service] ?? 15
  if (heads.every(({ service }) => target(service) === target(first.service)))
    return { ticket: first, code: plain }
  const value = ({ takenAt, service }: ModelTicket) => Math.max(0, now - takenAt) / target(service) ** 2
  const best = heads.reduce((most, one) => (value(one) > value(most) ? one : most))
  return { ticket: best, code: best === first ? plain : 'weightedWait' }
}

export const blankModelSheet = (ticket: ModelTicket): ModelSheet => ({
  procedureId: ticket.requests?.[0] ?? ticket.procedure,
  label: null,
  capacity: null,
  identity: null,
  note: null,
  pieces: new Map(),
  file: null,
})

/** What each outcome hands over. */
export function papersOf(outcome: Outcome, sheet: ModelSheet): readonly ('RD' | 'AP')[] {
  if (outcome === 'information' || outcome === 'handedOver' || outcome === 'assisted') return []
  if (outcome === 'filed' || outcome === 'incomplete') return ['RD']
  return [...sheet.pieces.values()].includes('presented') ? ['RD', 'AP'] : ['AP']
}
