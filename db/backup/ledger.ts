import { existsSync } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { events, type Recorded } from '../../shared/contract/events.ts'
import { Instant, OfficeId, Seq } from '../../shared/contract/ids.ts'
import type { Sqlite } from '../connect.ts'

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
  ]),
})
export type LedgerLine = z.infer<typeof Line>

/** The ledger of a folder of backups: one JSON line a fact. */
export const ledgerFile = (folder: string): string => join(folder, 'effacements.jsonl')

/** What of these events a ledger keeps. */
export const ledgerLines = (office: OfficeId, stored: readonly Recorded[]): readonly LedgerLine[] =>
  stored.flatMap(({ seq, at, event }) =>
    kept.has(event.type) ? [{ office, seq, at, fact: event as LedgerLine['fact'] }] : [],
  )

/** What a folder's ledger says; nothing where there is none. A line that can't be read (cut by a power cut) is left out. */
export async function readLedger(folder: string): Promise<readonly LedgerLine[]> {
  const file = ledgerFile(folder)
  if (!existsSync(file)) return []
  return (await readFile(file, 'utf8')).split('\n').flatMap((text) => {
    const read = Line.safeParse(parsed(text))
    return read.success ? [read.data] : []
  })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Adds facts to a folder's ledger, durable when it resolves; what is there already is not said twice. A host and the thread
 * that backs it up both add: each only ever writes after the end.
 */
export async function addToLedger(folder: string, lines: readonly LedgerLine[]): Promise<void> {
  const existing = new Set((await readLedger(folder)).map((one) => JSON.stringify(one)))
  const fresh = lines.map((one) => JSON.stringify(Line.parse(one))).filter((text) => !existing.has(text))
  if (fresh.length === 0) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const handle = await open(ledgerFile(folder), 'a', 0o600)
  try {
    // A line that a power cut left unfinished ends here: what comes after it is read.
    await handle.writeFile(`\n${fresh.join('\n')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The same facts, as a database has them: what a cut kept from being added is found there again. */
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
