import { existsSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { officeBorn } from '../../../db/backup/check.ts'
import { journalFile, openAsIs } from '../../../db/open.ts'
import type { Who } from '../../../shared/contract/events.ts'
import { AgentId, CommandId, type StationId } from '../../../shared/contract/ids.ts'
import { StationFacts, TokenHash } from '../../../shared/contract/network/calls.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { resetClock } from '../core/clock.ts'
import { readPrivate, writePrivate } from '../core/privateFiles.ts'
import type { Host } from '../host.ts'
import type { Log } from '../core/log.ts'

// A training site given back as new. What was asked is written down first, durably: whatever stops from there, the folder's
// next start gives the new office. Before that line it gives the old one, and in between nobody is served.

/** What was asked, and what outlives the former office: the stations that were paired, by the hash of their token. */
const RenewalRequest = z.strictObject({
  commandId: CommandId,
  agentId: AgentId.nullable(),
  stations: z.array(z.strictObject({ ...StationFacts.shape, tokenHash: TokenHash })),
  /** The journal was read, and is a training one: from there it may be gone. */
  read: z.boolean().default(false),
})
type RenewalRequest = z.infer<typeof RenewalRequest>

const requestFile = (dir: string) => join(dir, 'renewal.json')

/**
 * Notes that the training office of this folder is to be begun again at its next start. Durable when it returns.
 * @throws StorageError with the sentence to show (folder not writable, disk full)
 */
export function askRenewal(dir: string, { stations }: Office, { agentId }: Who, commandId: CommandId): void {
  const kept = stations
    .valueSeq()
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ stationId, role, place, kind, until, tokenHash }) => ({
      stationId,
      role,
      place,
      kind,
      until,
      tokenHash,
    }))
    .toArray()
  writePrivate(
    requestFile(dir),
    `${JSON.stringify({ commandId, agentId, stations: kept } satisfies z.input<typeof RenewalRequest>)}\n`,
  )
}

/** What is left to do once the new office is there. */
export type Renewal = { readonly finish: (host: Host) => Promise<void> }

/**
 * Empties the folder of a training office that was to be begun again; undefined where nothing was asked. The folder is
 * held, its journal closed. A real office is never touched, whatever its folder says.
 * @throws StorageError when the journal can't be read, with the sentence that any start would show
 */
export async function renewAsAsked(dir: string, log: Log): Promise<Renewal | undefined> {
  if (!existsSync(requestFile(dir))) return undefined
  const request = readRequest(dir)
  const found = await officeIn(dir)
  // Once the training journal was read it may be gone, or be the next one's first lines; another office is never emptied.
  if (request === undefined || found === 'real' || (found === 'none' && !request.read)) {
    await rm(requestFile(dir), { force: true })
    log.info('renewalRefused')
    return undefined
  }
  writePrivate(requestFile(dir), `${JSON.stringify({ ...request, read: true } satisfies RenewalRequest)}\n`)
  for (const end of ['', '-wal', '-shm']) await rm(`${journalFile(dir)}${end}`, { force: true })
  resetClock(dir)
  return {
    finish: async (host) => {
      for (const station of request.stations) await pairAgain(host, station)
      await rm(requestFile(dir), { force: true })
      log.info('renewed', { stations: request.stations.length })
      const { agentId, commandId } = request
      if (agentId === null || !host.office().skills.has(agentId)) return
      const trainee = { role: 'agent', stationId: agentId as string as StationId, agentId } as const
      const begun = await host.call(trainee, 'training.begin', {}, commandId)
      if ('code' in begun) log.info('lessonNotBegun', { code: begun.code })
    },
  }
}

/** A station of the former office in the new one; at no counter, where the former's is not there. */
async function pairAgain(host: Host, station: RenewalRequest['stations'][number]): Promise<void> {
  const counters = host.office().settings?.counters ?? []
  const isThere = counters.some(({ counterId }) => counterId === station.place.counterId)
  const place = isThere ? station.place : { ...station.place, counterId: null }
  await host.actAsHost('station.pair', { ...station, place }, uuidv7() as CommandId)
}

/** Which office the folder's journal is of: none where it is not there, or nobody was born in it yet. @throws StorageError */
async function officeIn(dir: string): Promise<'none' | 'school' | 'real'> {
  // A start that was cut leaves an empty file.
  if (!statSync(journalFile(dir), { throwIfNoEntry: false })?.size) return 'none'
  const db = await openAsIs(dir)
  try {
    if (!db.prepare("select 1 from sqlite_master where name = 'events'").get()) return 'none'
    const born = officeBorn(db)
    if (born === undefined) return 'none'
    return born.school ? 'school' : 'real'
  } finally {
    db.close()
  }
}

/** What was asked; undefined where the file does not say it: it is written whole, so nobody asked it in these words. */
function readRequest(dir: string): RenewalRequest | undefined {
  const text = readPrivate(requestFile(dir))
  try {
    return RenewalRequest.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
