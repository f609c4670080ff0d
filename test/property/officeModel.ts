import { dateIn } from '../../shared/domain/calendar.ts'
import type { Instant, LocalDate } from '../../shared/contract/ids.ts'
import type { Outcome } from '../../shared/contract/documents.ts'

// What an office must do, said a second time in the plainest way: arrays and counts, nothing of the domain's own
// code but the calendar day. The property tests hold the domain to it.

export type ModelTicket = {
  readonly ticketId: string
  readonly number: string
  readonly service: string
  readonly procedure: string | null
  state: 'waiting' | 'called' | 'serving' | 'closed' | 'absent' | 'left'
  calls: number
}

export type ModelSheet = {
  procedureId: string | null
  label: string | null
  capacity: string | null
  identity: unknown
  note: string | null
  /** By « id … » or « label … ». */
  pieces: Map<string, string>
}

export type Model = {
  skills: Map<string, readonly string[]>
  names: Set<string>
  /** Who holds each counter. */
  holders: Map<string, string | null>
  /** Who is called or received at each counter. */
  current: Map<string, ModelTicket | null>
  sheets: Map<string, ModelSheet>
  open: boolean
  date: LocalDate | null
  /** Of the day under way, in order of arrival. */
  tickets: ModelTicket[]
  /** Of the days before. */
  past: ModelTicket[]
  /** Of the last date that was open, before a closing: its figures are still shown. */
  shown: { date: LocalDate | null; tickets: ModelTicket[] }
  /** The last count by date and letter, for ever. */
  counts: Map<string, number>
  /** The last count by kind and year, for ever. */
  documents: Map<string, number>
  /** Ids of the documents issued, and whether their facts are still there. */
  issued: Map<string, { erased: boolean; copies: number }>
}

export const services = {
  titres: { letter: 'A', procedures: ['cni', 'autre'] },
  'etat-civil': { letter: 'B', procedures: [] },
  elections: { letter: 'C', procedures: [] },
  'affaires-generales': { letter: 'D', procedures: [] },
} as const satisfies Record<string, { letter: string; procedures: readonly string[] }>

export const counters = ['1', '2', '3'] as const
export const agents = ['agent1', 'agent2', 'agent3'] as const

/** The training office as it is born. */
export const newModel = (): Model => ({
  skills: new Map([
    ['agent1', ['titres', 'etat-civil']],
    ['agent2', ['titres', 'elections']],
    ['agent3', ['titres', 'etat-civil', 'affaires-generales']],
  ]),
  names: new Set(agents),
  holders: new Map(counters.map((id) => [id, null])),
  current: new Map(counters.map((id) => [id, null])),
  sheets: new Map(),
  open: false,
  date: null,
  tickets: [],
  past: [],
  shown: { date: null, tickets: [] },
  counts: new Map(),
  documents: new Map(),
  issued: new Map(),
})

export const counterHeldBy = (model: Model, agent: string): string | undefined =>
  counters.find((id) => model.holders.get(id) === agent)

/** Who is called or received at the counter of this agent. */
export const currentOf = (model: Model, agent: string): ModelTicket | null => {
  const counter = counterHeldBy(model, agent)
  return counter === undefined ? null : (model.current.get(counter) ?? null)
}

export const waitingFor = (model: Model, wanted: readonly string[]): readonly ModelTicket[] =>
  model.tickets.filter(({ state, service }) => state === 'waiting' && wanted.includes(service))

export const todayIn = (now: number): LocalDate => dateIn('Europe/Paris', now as Instant)

export const blankModelSheet = (ticket: ModelTicket): ModelSheet => ({
  procedureId: ticket.procedure,
  label: null,
  capacity: null,
  identity: null,
  note: null,
  pieces: new Map(),
})

/** What each outcome hands over. */
export function papersOf(outcome: Outcome, sheet: ModelSheet): readonly ('RD' | 'AP')[] {
  if (outcome === 'information' || outcome === 'handedOver') return []
  if (outcome === 'filed' || outcome === 'incomplete') return ['RD']
  return [...sheet.pieces.values()].includes('presented') ? ['RD', 'AP'] : ['AP']
}
