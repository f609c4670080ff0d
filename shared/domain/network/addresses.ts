import type { Office } from '../state.ts'

/** Where the office answers the public on its network; null while no host does: it does for its paired stations. */
export function publicOrigin({ hosts, stations }: Pick<Office, 'hosts' | 'stations'>): string | null {
  if (!stations.some(({ revokedAt }) => revokedAt === null)) return null
  return hosts.at(-1)?.addresses[0] ?? null
}

/** Where a ticket is followed on the office's network. */
export function followAddress(office: Pick<Office, 'hosts' | 'stations'>): string | null {
  const origin = publicOrigin(office)
  return origin === null ? null : `${origin}/suivi`
}
