import { z } from 'zod'
import { events, type Recorded } from '../../shared/contract/events.ts'
import { Instant, OfficeId, Seq } from '../../shared/contract/ids.ts'
import type { Sqlite } from '../connect.ts'
import { isSigned, type Signer } from '../journal/signature.ts'
import { LineMark, markOf, partsOf, signedLine } from '../journal/signedLine.ts'

/** Facts that an older backup must not undo: whose data are erased or limited, who no longer reaches the office. */
const types = [
  'personalErased',
  'archivesEliminated',
  'fileLimited',
  'stationRevoked',
  'apiTokenRevoked',
  'webhookRemoved',
  'agentRightsSet',
  'agentBadgeRemoved',
  'agentLoginRemoved',
  'recordingRemoved',
] as const
const kept: ReadonlySet<string> = new Set(types)

/** One fact of the journal, as it is there: ids and dates, and nothing that a person typed. */
const Line = z.strictObject({
  office: OfficeId,
  seq: Seq,
  at: Instant,
  fact: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('personalErased'), data: events.personalErased.data }),
    z.strictObject({ type: z.literal('archivesEliminated'), data: events.archivesEliminated.data }),
    z.strictObject({ type: z.literal('fileLimited'), data: events.fileLimited.data }),
    z.strictObject({ type: z.literal('stationRevoked'), data: events.stationRevoked.data }),
    z.strictObject({ type: z.literal('apiTokenRevoked'), data: events.apiTokenRevoked.data }),
    z.strictObject({ type: z.literal('webhookRemoved'), data: events.webhookRemoved.data }),
    z.strictObject({ type: z.literal('agentRightsSet'), data: events.agentRightsSet.data }),
    z.strictObject({ type: z.literal('agentBadgeRemoved'), data: events.agentBadgeRemoved.data }),
    z.strictObject({ type: z.literal('agentLoginRemoved'), data: events.agentLoginRemoved.data }),
    z.strictObject({ type: z.literal('recordingRemoved'), data: events.recordingRemoved.data }),
    // No fact of the journal: the ledger is the office's from here on.
    z.strictObject({ type: z.literal('ledgerBegun'), data: z.strictObject({}) }),
  ]),
})
export type LedgerLine = z.infer<typeof Line>

/** What of these events a ledger keeps. */
export const ledgerLines = (office: OfficeId, stored: readonly Recorded[]): readonly LedgerLine[] =>
  stored.flatMap(({ seq, at, event }) =>
    kept.has(event.type) ? [{ office, seq, at, fact: event as LedgerLine['fact'] }] : [],
  )

/** The line that begins a ledger of which no fact is to be said yet: without it, an office that forgot nobody would have none. */
export const ledgerBegun = ({ office, seq, at }: Omit<LedgerLine, 'fact'>): LedgerLine => ({
  office,
  seq,
  at,
  fact: { type: 'ledgerBegun', data: {} },
})

/** A line as it is signed: it says which one it follows, so that one taken away is missed. */
const Following = Line.extend({ before: LineMark.nullable() })

/** What tells a line from the others, wherever it is kept. */
export const ledgerMark = ({ office, seq, at, fact }: LedgerLine): string =>
  markOf(JSON.stringify(Line.parse({ office, seq, at, fact })))

/** @param before the line that it follows in its file; null for the first */
export const signedLedgerLine = (line: LedgerLine, before: string | null, signer: Signer): Promise<string> =>
  signedLine('ledger', JSON.stringify(Following.parse({ ...line, before })), signer)

/**
 * What one line of a file says: a fact that this key signed, one of before signatures, or one that says it is signed and is
 * not, by this key. Undefined where it is no line, as a power cut leaves one.
 */
export type LedgerSaid =
  | { readonly is: 'signed'; readonly line: LedgerLine; readonly before: string | null }
  | { readonly is: 'unsigned' | 'forged'; readonly line: LedgerLine }

/** Reads one line of a ledger. @param publicKey the office's, base64url */
export function ledgerSaid(text: string, publicKey: string): LedgerSaid | undefined {
  const parts = partsOf(text)
  if (parts === undefined) {
    const line = Line.safeParse(parsed(text)).data
    return line && { is: 'unsigned', line }
  }
  const read = Following.safeParse(parsed(parts.text)).data
  if (read === undefined) return undefined
  const { before, ...line } = read
  const isOurs = isSigned('ledger', Buffer.from(parts.text), { publicKey, signature: parts.signature })
  return isOurs ? { is: 'signed', line, before } : { is: 'forged', line }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The ledger's facts as a database has them: what a cut kept from being added is found there again. */
export function ledgerOf(db: Sqlite): readonly LedgerLine[] {
  const marks = types.map(() => '?').join(', ')
  const rows = db
    .prepare(`select office_id as office, seq, body from events where type in (${marks}) order by seq`)
    .all(...types) as { office: string; seq: number; body: string }[]
  return rows.flatMap(({ office, seq, body }) => {
    const { at, type, data } = parsed(body) as { at: number; type: string; data: unknown }
    const read = Line.safeParse({ office, seq, at, fact: { type, data } })
    return read.success ? [read.data] : []
  })
}
