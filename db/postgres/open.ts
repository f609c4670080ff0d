import { randomUUID } from 'node:crypto'
import type { OfficeId } from '../../shared/contract/ids.ts'
import { StorageError } from '../errors.ts'
import type { Journal } from '../journal/port.ts'
import { addressOf } from './address.ts'
import { claiming } from './append.ts'
import { postgresJournal } from './journal.ts'
import { refuseMoved } from './moved.ts'
import { officesOf, type StoredOffice } from './offices.ts'
import { rebuildOlder } from './rebuild.ts'
import { bringUp } from './schema.ts'
import { openServer, type Server, type ServerOptions } from './server.ts'

/** Which office of the database a host serves, as its folder knows it. */
export type Place = {
  /** What the folder kept, or what was asked for; undefined the first time. */
  readonly office: OfficeId | undefined
  /** Whether that office was born already: it must be there. */
  readonly born: boolean
  /** The key of the folder: the office that was created with it is the folder's. */
  readonly publicKey: string
  /** This host's own id, which it keeps. */
  readonly holder: string
  /** What the folder is to keep. */
  readonly keep: (office: OfficeId, born: boolean) => void
}

/**
 * The office's journal in a PostgreSQL database, whose tables are made when there are none. Of several offices, the one
 * that the folder kept, else the one that its key created; else one to be born.
 * @throws StorageError with the sentence to show
 */
export async function openPostgresJournal(
  url: string,
  place: Place,
  options: ServerOptions = {},
): Promise<Journal> {
  const server = await openServer(addressOf(url), options)
  try {
    await bringUp(server)
    const { office, born } = await placed(server, place)
    if (born) {
      await refuseMoved(server, office)
      await rebuildOlder(server, office)
    } else await server.whole((send) => send([claiming(office)]))
    place.keep(office, born)
    const onBorn = (newborn: OfficeId) => place.keep(newborn, true)
    return postgresJournal(server, { office, born, holder: place.holder, onBorn })
  } catch (cause) {
    await server.close()
    throw cause
  }
}

/** Which of the database's offices is the folder's, or under which id its own is to be born. */
export async function placed(server: Server, { office, born, publicKey }: Place) {
  const offices = await officesOf(server)
  if (office !== undefined && offices.some(({ officeId }) => officeId === office))
    return { office, born: true }
  if (office !== undefined && born) throw absent(server, office, offices)
  const ours = offices.filter((one) => one.publicKey === publicKey)
  if (ours.length > 1) throw several(server, ours)
  const [found] = ours
  if (found) return { office: found.officeId, born: true }
  return { office: office ?? (randomUUID() as string as OfficeId), born: false }
}

const listed = (offices: readonly StoredOffice[]) =>
  offices.map(({ officeId, seq }) => `${officeId} (${seq} événements)`).join(', ')

const absent = (server: Server, office: OfficeId, offices: readonly StoredOffice[]) =>
  new StorageError(
    'missing',
    `La base « ${server.name} » n’a pas l’office ${office}${offices.length > 0 ? ` ; elle a ${listed(offices)}` : ', ni aucun autre que ce compte puisse voir'}. Vérifiez l’adresse de la base, ou restaurez une sauvegarde.`,
  )

const several = (server: Server, offices: readonly StoredOffice[]) =>
  new StorageError(
    'missing',
    `La base « ${server.name} » a plusieurs offices de cette clé : ${listed(offices)}. Dites lequel par --office.`,
  )
