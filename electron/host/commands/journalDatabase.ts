import { StorageError } from '../../../db/errors.ts'
import type { Verification } from '../../../db/journal/verification.ts'
import { addressOf } from '../../../db/postgres/address.ts'
import { copyToFolder, copyToPostgres, type Copied } from '../../../db/postgres/copy.ts'
import { reopenOffice } from '../../../db/postgres/moved.ts'
import { officesOf } from '../../../db/postgres/offices.ts'
import { rolesSql } from '../../../db/postgres/roles.ts'
import { bringUp } from '../../../db/postgres/schema.ts'
import { openServer, type Server, type ServerOptions } from '../../../db/postgres/server.ts'
import { atOneMoment, storedEvents, verifyStored, type StoredEvent } from '../../../db/postgres/stored.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'

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

/** The office's whole chain. */
export const verify = (url: string, named: string | undefined): Promise<Verification> =>
  reading(url, named, (server, office) => atOneMoment(server, (send) => verifyStored(send, office)))

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
