import { StorageError } from '../../../db/errors.ts'
import { anchorIn } from '../../../db/journal/anchor.ts'
import { compareSigned, type Compared } from '../../../db/journal/anchored.ts'
import type { Verification } from '../../../db/journal/verification.ts'
import { addressOf } from '../../../db/postgres/address.ts'
import { copyToFolder, copyToPostgres, type Copied } from '../../../db/postgres/copy.ts'
import { reopenOffice } from '../../../db/postgres/moved.ts'
import { officesOf } from '../../../db/postgres/offices.ts'
import { rolesSql } from '../../../db/postgres/roles.ts'
import { bringUp } from '../../../db/postgres/schema.ts'
import { openServer, type Send, type Server, type ServerOptions } from '../../../db/postgres/server.ts'
import { atOneMoment, storedEvents, verifyStored, type StoredEvent } from '../../../db/postgres/stored.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'
import { metropolitanZone } from '../../../shared/contract/office/zone.ts'

/** What `work` does with the database of that URL. */
async function within<T>(
  url: string,
  options: ServerOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  const server = await openServer(addressOf(url), { patience: 0, ...options })
  try {
    return await work(server)
  } finally {
    await server.close()
  }
}

/**
 * The office named, else the only one there.
 * @throws StorageError that lists them when one has to be chosen
 */
async function chosen(server: Server, named: string | undefined): Promise<OfficeId> {
  const offices = await officesOf(server)
  const found = named === undefined ? offices : offices.filter(({ officeId }) => officeId === named)
  if (found.length === 1) return found[0]!.officeId
  const list = offices.map(({ officeId, seq }) => `  ${officeId}  ${seq} événements`).join('\n')
  throw new StorageError(
    'missing',
    offices.length === 0
      ? `La base « ${server.name} » n’a aucun office que ce compte puisse voir.`
      : `${named === undefined ? 'Cette base a plusieurs offices' : `Cette base n’a pas l’office « ${named} »`} : nommez-en un par --office ID.\n${list}`,
  )
}

/** Reads one office, of a standby too. */
const reading = <T>(
  url: string,
  named: string | undefined,
  work: (server: Server, office: OfficeId) => Promise<T>,
) =>
  within(url, { reading: true }, async (server) => {
    await bringUp(server, false)
    return work(server, await chosen(server, named))
  })

/**
 * The office's whole chain, what the last anchor of its row says of it (null where the row has none, `forged` where the office's
 * key did not sign it), and the zone in which the office's hours are said.
 */
export const verify = (
  url: string,
  named: string | undefined,
): Promise<{ readonly chain: Verification; readonly compared: RowSays; readonly zone: string }> =>
  reading(url, named, (server, office) =>
    atOneMoment(server, async (send) => {
      const chain = await verifyStored(send, office)
      // What a journal that doesn't hold says of its office is not read: its text may be none.
      if (!chain.ok) return { chain, compared: null, zone: metropolitanZone }
      const { publicKey, zone } = await factsOf(send, office)
      return { chain, compared: await comparedWithRow(send, office, publicKey, chain.head.seq), zone }
    }),
  )

export type RowSays = Compared | { readonly is: 'forged' } | null

type Body = {
  readonly data?: {
    readonly publicKey?: string
    readonly calendar?: { readonly zone: string }
    readonly settings?: { readonly calendar?: { readonly zone: string } }
  }
}

/** What the journal says of its office: the key of its birth, and the zone of its last calendar. */
async function factsOf(send: Send, office: OfficeId): Promise<{ publicKey: string; zone: string }> {
  const [[birth] = [], [calendar] = []] = await send([
    { text: 'select body from events where office_id = $1 and seq = 1', values: [office] },
    {
      text: 'select body from events where office_id = $1 and type = $2 order by seq desc limit 1',
      values: [office, 'calendarSet'],
    },
  ])
  const dataOf = (row: typeof birth) =>
    (JSON.parse((row?.['body'] as string | undefined) ?? '{}') as Body).data
  const born = dataOf(birth)
  return {
    publicKey: born?.publicKey ?? '',
    zone: dataOf(calendar)?.calendar?.zone ?? born?.settings?.calendar?.zone ?? metropolitanZone,
  }
}

async function comparedWithRow(
  send: Send,
  office: OfficeId,
  publicKey: string,
  seq: number,
): Promise<RowSays> {
  const [[row] = []] = await send([
    { text: 'select anchor from head where office_id = $1', values: [office] },
  ])
  const line = row?.['anchor']
  if (typeof line !== 'string') return null
  const anchor = anchorIn(line, publicKey)
  if (anchor === undefined) return { is: 'forged' }
  const [[event] = []] = await send([
    { text: 'select hash from events where office_id = $1 and seq = $2', values: [office, anchor.seq] },
  ])
  const hashAt = (at: number) => (at === anchor.seq ? (event?.['hash'] as string | undefined) : undefined)
  return compareSigned([anchor], { seq, hashAt, resumptions: [] })
}

/** The office's events, one after another. */
export const show = (
  url: string,
  named: string | undefined,
  each: (event: StoredEvent) => Promise<void>,
): Promise<void> =>
  reading(url, named, (server, office) =>
    atOneMoment(server, async (send) => {
      for await (const event of storedEvents(send, office)) await each(event)
    }),
  )

/** The office of a folder, into the database. */
export const toDatabase = (folder: string, url: string, again: boolean): Promise<Copied> =>
  within(url, {}, async (server) => {
    await bringUp(server)
    return copyToPostgres(folder, server, { again })
  })

/** One office of the database, into a folder. */
export const toFolder = (
  url: string,
  named: string | undefined,
  folder: string,
  again: boolean,
): Promise<Copied> =>
  within(url, {}, async (server) => {
    await bringUp(server, false)
    return copyToFolder(server, await chosen(server, named), folder, { again })
  })

/** The SQL that makes a host's account, for one office there, or for one to be born. */
export const roles = (url: string, role: string | undefined, named: string | undefined): Promise<string> =>
  within(url, {}, async (server) => {
    await bringUp(server)
    const office = named === undefined ? undefined : await chosen(server, named)
    return rolesSql(server, role ?? (office ? `guichet_${office.slice(-12)}` : 'guichet_office'), office)
  })

/** An office that was copied elsewhere is worked on here again. @returns false when it was not */
export const reopen = (url: string, named: string | undefined): Promise<boolean> =>
  within(url, {}, async (server) => {
    await bringUp(server, false)
    return reopenOffice(server, await chosen(server, named))
  })

/** Brings the tables up to this version. */
export const migrate = (url: string): Promise<void> => within(url, {}, (server) => bringUp(server))
