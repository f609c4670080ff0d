import { StorageError } from '../errors.ts'

/** Where a journal is kept by PostgreSQL. */
export type Address = {
  /** One URL for each server that the given one names, in the order in which they are tried. */
  readonly servers: readonly string[]
  /** What a person reads: servers and database, never a password. */
  readonly name: string
}

/** Whether a text says a PostgreSQL database, rather than a folder. */
export const isPostgres = (text: string): boolean => /^postgres(ql)?:\/\//i.test(text)

const parts = /^postgres(?:ql)?:\/\/(?:([^@/?]*)@)?([^/?]*)\/?([^?]*)(?:\?(.*))?$/i

/** No address is longer, in characters. */
const longest = 4000

const malformed = () =>
  new StorageError(
    'missing',
    'L’adresse de la base n’est pas de la forme postgres://compte@serveur:5432/base. Corrigez-la, puis recommencez.',
  )

/**
 * The servers of a PostgreSQL URL. As for libpq, several hosts may be given (`postgres://u@one,other:5433/base`): the one
 * that takes writes is used, so that a standby that was promoted is found. A password is better in `~/.pgpass` or
 * PGPASSWORD, where other accounts of the machine can't see it.
 * @throws StorageError when it isn't such a URL, or when what is sent to another machine could be read on the way
 */
export function addressOf(url: string): Address {
  const found = url.length > longest ? null : parts.exec(url)
  if (!found) throw malformed()
  const [, account, hosts = '', base = '', query = ''] = found
  const settings = new URLSearchParams(query)
  // An option of libpq, ignored: this program always looks for the server that takes writes.
  settings.delete('target_session_attrs')
  // libpq's name for the system's certificates, which Node trusts already.
  if (settings.get('sslrootcert') === 'system') settings.delete('sslrootcert')
  const listed = hosts.split(',')
  const mode = settings.get('sslmode')
  const far = listed.filter((host) => !isNear(host, settings.get('host')))
  if (mode !== null && mode !== 'verify-full' && mode !== 'disable') throw unverified(mode)
  if (mode === null && far.length > 0) throw unencrypted(far.join(', '))
  const parameters = settings.toString()
  const servers = listed.map(
    (host) =>
      `postgres://${account === undefined ? '' : `${account}@`}${host}/${base}${parameters === '' ? '' : `?${parameters}`}`,
  )
  return {
    servers,
    name: `${listed.filter(Boolean).join(',') || settings.get('host') || 'localhost'}/${base}`,
  }
}

/** On this machine: no other machine can read the traffic. */
function isNear(host: string, socket: string | null): boolean {
  if (host === '') return socket === null || socket.startsWith('/')
  return /^(localhost|127\.[0-9.]+|\[::1\]|%2f.*)(:[0-9]+)?$/i.test(host)
}

const unencrypted = (hosts: string) =>
  new StorageError(
    'untrusted',
    `Ce qui serait dit à « ${hosts} » passerait en clair sur le réseau. Ajoutez ?sslmode=verify-full à l’adresse de la base (et &sslrootcert=FICHIER si son autorité n’est pas connue de cette machine).`,
  )

const unverified = (mode: string) =>
  new StorageError(
    'untrusted',
    `« sslmode=${mode} » chiffre sans vérifier à qui l’on parle. Mettez sslmode=verify-full (et sslrootcert=FICHIER si l’autorité du serveur n’est pas connue de cette machine).`,
  )
