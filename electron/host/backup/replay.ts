import { uuidv7 } from 'uuidv7'
import type { LedgerLine } from '../../../db/backup/ledger.ts'
import type { Journal, RowChange } from '../../../db/journal/port.ts'
import type { Event } from '../../../shared/contract/events.ts'
import type { AgentId, CommandId, Instant, OfficeId, StationId } from '../../../shared/contract/ids.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { erased } from '../../../shared/domain/media/recordings.ts'
import { nameUntil } from '../../../shared/domain/people/people.ts'
import { restored } from '../core/fromJournal.ts'
import { countedByKind, forgetting } from '../core/forgetting.ts'
import type { PersonalKey, PersonalKind } from '../../../shared/domain/decision.ts'

/** What was done again in a restored office: by the ledger, and by the terms that passed since. */
export type Replayed = {
  readonly erasures: number
  readonly limits: number
  /** Stations, tokens, addresses, rights, badges and provider's accounts that were withdrawn since. */
  readonly revocations: number
  /** Personal rows whose term passed since. */
  readonly expired: number
}

type Again = { readonly events: readonly Event[]; readonly personal: readonly RowChange[] }
const nothing: Again = { events: [], personal: [] }

/** A row has another kind once what it tells of is over: the backup may be of before. */
const otherKind: Partial<Record<PersonalKind, PersonalKind>> = {
  closedFile: 'file',
  file: 'closedFile',
  closedSheet: 'sheet',
  sheet: 'closedSheet',
}

/** The rows of an erasure that are there again. */
async function rowsAgain(journal: Journal, rows: readonly PersonalKey[]): Promise<readonly PersonalKey[]> {
  const found: PersonalKey[] = []
  for (const { kind, id } of rows)
    for (const one of [kind, otherKind[kind]])
      if (one !== undefined && (await journal.personalRow(one, id)) !== undefined)
        found.push({ kind: one, id })
  return found
}

const dropped = (rows: readonly PersonalKey[]): readonly RowChange[] =>
  rows.map(({ kind, id }) => ({ op: 'drop', kind, id }))

/** Who left leaves nothing that opens a session, and a name that goes at its term. */
async function leaving(journal: Journal, agentId: AgentId, at: Instant): Promise<readonly RowChange[]> {
  const kinds = ['secret', 'badge', 'login', 'invitation', 'preferences'] as const
  const name = await journal.personalRow('agent', agentId)
  return [
    ...dropped(kinds.map((kind) => ({ kind, id: agentId }))),
    ...(name === undefined
      ? []
      : [{ op: 'put', kind: 'agent', id: agentId, value: name, at, until: nameUntil(at) } as const]),
  ]
}

/** What one line asks of an office where it isn't so; nothing where it is. */
async function again(
  journal: Journal,
  office: Office,
  { fact: event, at }: Pick<LedgerLine, 'fact' | 'at'>,
): Promise<Again> {
  switch (event.type) {
    case 'personalErased': {
      const rows = await rowsAgain(journal, (event.data.rows ?? []) as readonly PersonalKey[])
      if (rows.length === 0) return nothing
      const data = { ...event.data, erased: countedByKind(rows), rows: [...rows] }
      return { events: [{ ...event, data }], personal: dropped(rows) }
    }
    case 'archivesEliminated': {
      const rows = await rowsAgain(journal, event.data.rows as readonly PersonalKey[])
      if (rows.length === 0) return nothing
      return { events: [{ ...event, data: { ...event.data, rows: [...rows] } }], personal: dropped(rows) }
    }
    case 'fileLimited': {
      const { fileId, limited } = event.data
      const exists = (await journal.files.one(fileId)) !== undefined
      return exists && office.limited.has(fileId) !== limited ? { events: [event], personal: [] } : nothing
    }
    case 'stationRevoked':
      return office.stations.get(event.data.stationId)?.revokedAt === null
        ? { events: [event], personal: [] }
        : nothing
    case 'apiTokenRevoked':
      return office.software.tokens.has(event.data.tokenId) ? { events: [event], personal: [] } : nothing
    case 'webhookRemoved':
      return office.software.webhooks.has(event.data.webhookId) ? { events: [event], personal: [] } : nothing
    case 'agentBadgeRemoved': {
      const { agentId } = event.data
      if (!office.people.badges.has(agentId)) return nothing
      return { events: [event], personal: dropped([{ kind: 'badge', id: agentId }]) }
    }
    case 'agentLoginRemoved': {
      const { agentId } = event.data
      if (!office.people.logins.has(agentId)) return nothing
      return { events: [event], personal: dropped([{ kind: 'login', id: agentId }]) }
    }
    case 'agentRightsSet': {
      // What was given since is not given again: the office of then did not have it, and whoever restores sees that.
      const { agentId } = event.data
      const had = office.people.rights.get(agentId) ?? (office.skills.has(agentId) ? ['agent' as const] : [])
      const rights = had.filter((right) => event.data.rights.includes(right))
      if (rights.length === had.length) return nothing
      const personal = rights.length > 0 ? [] : await leaving(journal, agentId, at)
      return { events: [{ type: 'agentRightsSet', data: { agentId, rights } }], personal }
    }
    case 'ledgerBegun':
      return nothing
    case 'recordingRemoved':
      return office.recordings.has(event.data.recordingId) ? erased(event.data) : nothing
    default:
      return event satisfies never
  }
}

/** Of facts that undo one another, the last is the one that holds. */
const subject = ({ fact }: LedgerLine): string => {
  if (fact.type === 'personalErased') return `${fact.type} ${fact.data.requestId}`
  if (fact.type === 'archivesEliminated') return `${fact.type} ${fact.data.slipId}`
  if (fact.type === 'fileLimited') return `${fact.type} ${fact.data.fileId}`
  if (fact.type === 'agentRightsSet') return `${fact.type} ${fact.data.agentId}`
  return `${fact.type} ${JSON.stringify(fact.data)}`
}

/**
 * Does again in a restored office what was done after its backup, so that nobody whom it forgot comes back and nobody whom it
 * sent away comes in; then erases what has had its time. Each is a fact of the journal again, done by the host.
 * @param journal of a folder that no host serves
 */
export async function replay(
  journal: Journal,
  lines: readonly LedgerLine[],
  now: () => Instant,
): Promise<Replayed> {
  let { office, at } = await restored(journal)
  const backedUpAt = at
  const done = { erasures: 0, limits: 0, revocations: 0 }
  const last = new Map(
    lines
      .toSorted((one, other) => one.at - other.at || one.seq - other.seq)
      .map((line) => [subject(line), line] as const),
  )
  for (const line of last.values()) {
    // What is still to come was done by nobody.
    if (line.office !== office.officeId || line.at > now()) continue
    // An erasure names rows that no other act writes again: it holds whatever the clocks said.
    const { type } = line.fact
    const erases = type === 'personalErased' || type === 'archivesEliminated' || type === 'recordingRemoved'
    if (!erases && line.at <= backedUpAt) continue
    const { events, personal } = await again(journal, office, line)
    if (events.length === 0) continue
    await store(journal, office.officeId, { events, personal }, Math.max(now(), at) as Instant)
    ;({ office, at } = await restored(journal))
    if (erases) done.erasures += 1
    else if (type === 'fileLimited') done.limits += 1
    else done.revocations += 1
  }
  const instant = Math.max(now(), at) as Instant
  const gone = await journal.expired(instant)
  if (gone.length > 0) {
    const { seq } = await journal.head()
    await journal.append(seq, { ...forgetting(gone, instant, office.officeId), answers: [], jobs: [] })
  }
  await journal.purge(instant)
  return { ...done, expired: gone.length }
}

/** Facts that the host itself stores, in a folder that it holds alone. */
export async function store(
  journal: Journal,
  officeId: OfficeId | null,
  { events, personal }: Again,
  at: Instant,
): Promise<void> {
  const { seq } = await journal.head()
  const who = { officeId, role: 'host', stationId: 'hote' as StationId, agentId: null } as const
  const commandId = uuidv7() as CommandId
  await journal.append(seq, {
    events: events.map((event) => ({ at, who, commandId, event })),
    personal,
    answers: [],
    jobs: [],
  })
}
