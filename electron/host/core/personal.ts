import type { Journal } from '../../../db/journal/port.ts'
import type { PersonalChanged } from '../../../db/journal/changed.ts'
import type { Instant, TicketId } from '../../../shared/contract/ids.ts'
import { commandOf, type DomainCommand } from '../../../shared/contract/index.ts'
import type {
  Accepted,
  Personal,
  PersonalChange,
  PersonalKey,
  PersonalRows,
} from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { CalledTicket } from '../../../shared/contract/queue/rows.ts'
import { rowsAfter } from './rows.ts'

/** The personal rows that decisions read, kept in memory. Documents are read when a command names one, ended files when they are looked up. */
export type PersonalState = Omit<Personal, 'document'>

/** Kinds that stay in the tables. */
type Elsewhere =
  | 'document'
  | 'closedFile'
  | 'tillNote'
  | 'rightsRequest'
  | 'visa'
  | 'incident'
  | 'secret'
  | 'invitation'
  | 'badge'
  | 'login'
  | 'attempts'
  | 'recording'

/** Which collection holds each kind. */
const collections = {
  agent: 'agents',
  sheet: 'sheets',
  closedSheet: 'closedSheets',
  ground: 'grounds',
  reason: 'reasons',
  appointment: 'appointments',
  preApplication: 'preApplications',
  file: 'files',
  notice: 'notices',
  preferences: 'preferences',
} as const satisfies { readonly [K in Exclude<keyof PersonalRows, Elsewhere>]: keyof PersonalState }

const isElsewhere = (kind: keyof PersonalRows): kind is Elsewhere => !(kind in collections)

/** All the rows that decisions read, from the tables. */
export async function readPersonal(journal: Pick<Journal, 'personal'>): Promise<PersonalState> {
  const kinds = Object.keys(collections) as (keyof typeof collections)[]
  const read = await Promise.all(
    kinds.map(async (kind) => [collections[kind], await journal.personal(kind)] as const),
  )
  return Object.fromEntries(read) as unknown as PersonalState
}

/** The rows after these changes. Only the collections that change are made anew. */
export function withPersonal(before: PersonalState, changes: readonly PersonalChange[]): PersonalState {
  const changed = new Map<keyof PersonalState, Parameters<typeof rowsAfter>[1][number][]>()
  for (const change of changes) {
    const { kind, id } = change
    if (isElsewhere(kind)) continue
    const collection = collections[kind]
    const put = change.op === 'put' ? { value: change.value } : null
    const those = changed.get(collection) ?? []
    those.push([id, put])
    changed.set(collection, those)
  }
  const rows = [...changed].map(([collection, those]) => [collection, rowsAfter(before[collection], those)])
  return { ...before, ...(Object.fromEntries(rows) as Partial<PersonalState>) }
}

/** The rows after what other hosts changed of them: each as it is now. */
export const withChanged = (before: PersonalState, changed: readonly PersonalChanged[]): PersonalState =>
  changed.length === 0
    ? before
    : withPersonal(
        before,
        changed.map(({ kind, id, value }) =>
          value === undefined
            ? { op: 'drop', kind, id }
            : ({ op: 'put', kind, id, value, at: 0 as Instant } as PersonalChange),
        ),
      )

/**
 * The row that a command's answer repeats: the answer is erased with it. Answers that repeat nothing stay for their
 * seven days, even when their act wrote a row: a ticket taken with a priority is not taken twice.
 */
export function repeatedRow(
  name: DomainCommand,
  { output, personal = [] }: Accepted<unknown>,
  office: Office,
): PersonalKey | undefined {
  const { repeats } = commandOf(name)
  switch (repeats) {
    case 'sheet':
    case 'appointment':
      return firstPut(personal, repeats)
    case 'called': {
      const { ticket } = output as { readonly ticket: CalledTicket | null }
      if (ticket === null) return undefined
      if (ticket.ground !== null) return { kind: 'ground', id: ticket.ticketId }
      if (ticket.preApplications.length === 0) return undefined
      return ofAppointment(office, ticket.ticketId)
    }
    case undefined:
      return undefined
    default:
      return repeats satisfies never
  }
}

const firstPut = (
  changes: readonly PersonalChange[],
  kind: PersonalChange['kind'],
): PersonalKey | undefined => {
  const put = changes.find((change) => change.op === 'put' && change.kind === kind)
  return put && { kind: put.kind, id: put.id }
}

const ofAppointment = (office: Office, ticketId: TicketId): PersonalKey | undefined => {
  const id = office.tickets.get(ticketId)?.appointmentId
  return id ? { kind: 'appointment', id } : undefined
}
