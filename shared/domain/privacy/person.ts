import type { KindCounts } from '../../contract/privacy/kindCounts.ts'
import type { FileId, ReasonId } from '../../contract/ids.ts'
import type {
  Context,
  Decide,
  PersonalChange,
  PersonFound,
  Evolve,
  Decisions,
  Evolutions,
} from '../decision.ts'
import type { Office } from '../state.ts'
import { isArchive } from './archiveTerms.ts'
import type { RightsRequest } from './state.ts'

const counted = (rows: readonly { readonly kind: string }[]): KindCounts => {
  const counts = new Map<string, number>()
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

const rowsOf = (rows: PersonFound['rows']) => rows.map(({ kind, id }) => ({ kind, id }))

const requested = (
  asked: Omit<RightsRequest, 'at' | 'fileId' | 'ticketId'>,
  { fileId, ticketId }: PersonFound,
  { now, newId }: Context,
): { readonly requestId: ReasonId; readonly put: PersonalChange } => {
  const requestId = newId() as ReasonId
  const value: RightsRequest = { at: now, fileId, ticketId, ...asked }
  return { requestId, put: { op: 'put', kind: 'rightsRequest', id: requestId, value, at: now } }
}

/** A limited file is kept as it is, whichever way leads to it: its person asked for that (GDPR 18.1). */
export const reachesLimited = (
  { limited }: Pick<Office, 'limited'>,
  { fileId, rows }: Pick<PersonFound, 'fileId' | 'rows'>,
): boolean =>
  (fileId !== null && limited.has(fileId)) ||
  rows.some(({ kind, id }) => (kind === 'file' || kind === 'closedFile') && limited.has(id as FileId))

/**
 * Erases what no text keeps. Public archives stay: a request under way is a task of the office, the till's books are kept
 * (GDPR 17.3.b), and the rest is for the archives to judge (GDPR 17.3.d). What stays is counted, and said to who asked.
 */
const erasePerson: Decide<'person.erase'> = (office, { visa, note }, context) => {
  const found = context.subject
  if (!found) return { refusal: 'unknownPerson' }
  if (reachesLimited(office, found)) return { refusal: 'personLimited' }
  const gone = found.rows.filter(({ kind }) => !isArchive[kind])
  const stays = found.rows.filter(({ kind }) => isArchive[kind])
  const { requestId, put } = requested({ right: 'erasure', visa, note }, found, context)
  const [erased, kept] = [counted(gone), counted(stays)]
  const { fileId, ticketId } = found
  return {
    events: [
      {
        type: 'personalErased',
        data: { fileId, ticketId, erased, kept, visa: false, requestId, rows: rowsOf(gone) },
      },
    ],
    personal: [...gone.map(({ kind, id }) => ({ op: 'drop', kind, id }) as const), put],
    output: { erased, kept },
  }
}

/** Keeps a file's personal data and no longer uses them, or uses them again (GDPR 18). */
const limitPerson: Decide<'person.limit'> = (_office, { limited, note }, context) => {
  const found = context.subject
  const fileId = found?.fileId ?? null
  if (!found || fileId === null) return { refusal: 'unknownPerson' }
  const right = limited ? 'limitation' : 'lifting'
  const { requestId, put } = requested({ right, visa: null, note }, found, context)
  return {
    events: [{ type: 'fileLimited', data: { fileId, limited, requestId } }],
    personal: [put],
    output: {},
  }
}

/** What is kept of people, and what is no longer: the journal counts it, and the office only knows whose file is limited. */
const evolveKeeping: Evolve = (office, { event }) => {
  if (event.type !== 'fileLimited') return undefined
  const { fileId, limited } = event.data
  return { ...office, limited: limited ? office.limited.add(fileId) : office.limited.remove(fileId) }
}

/** Each command of a person's rights, and what decides it. */
export const personDecisions = {
  'person.erase': erasePerson,
  'person.limit': limitPerson,
} satisfies Decisions

/** Each event of what is kept of people, and what it changes in the office. */
export const personEvolutions = {
  personalPurged: evolveKeeping,
  personalErased: evolveKeeping,
  fileLimited: evolveKeeping,
} satisfies Evolutions
