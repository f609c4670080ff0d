import { consultationsKept } from '../../../db/personal/retention.ts'
import { backupsKept, kindsKept } from '../../../db/personal/register.ts'
import { pairedRoles } from '../../../shared/contract/network/calls.ts'
import type { Reading } from '../reading.ts'

const day = 86_400_000

/** What the office's papers about its own tool say, from its settings as they stand: no name, no address of a person. */
export const getDuties: Reading<'duties.get'> = (_asked, { journal, office, partners, login }) => {
  const { archives, settings, software, people, stations, hosts, skills, till, school } = office
  if (settings === null) return Promise.resolve({ refusal: 'officeNotCreated' })
  const { address, services, counters } = settings
  // A file that can't be read is said where offices are asked, not here.
  const all = partners()
  const paired = stations.valueSeq().filter(({ revokedAt }) => revokedAt === null)
  return Promise.resolve({
    office: address.name,
    postal: [address.street, `${address.postalCode} ${address.city}`]
      .filter((line) => line.trim() !== '')
      .join(', '),
    contact: [address.phone, ...(address.email === null ? [] : [address.email])],
    school,
    services: services.map(({ name }) => name.fr),
    counters: counters.length,
    agents: skills.size,
    signIn: people.isProtected,
    login: login.show().settings?.label ?? null,
    stations: pairedRoles.flatMap((role) => {
      const count = paired.count((station) => station.role === role)
      return count === 0 ? [] : [{ role, count }]
    }),
    machines: Math.max(1, hosts.length),
    // Only a database has several hosts.
    keptIn: journal.others === null ? 'file' : 'database',
    tokens: software.tokens
      .valueSeq()
      .sortBy(({ createdAt }) => createdAt)
      .map(({ label, scopes }) => ({ label, scopes: [...scopes] }))
      .toArray(),
    webhooks: software.webhooks
      .valueSeq()
      .sortBy(({ since }) => since)
      .map(({ label, url }) => ({ label, host: URL.parse(url)?.hostname ?? url }))
      .toArray(),
    notices: [...software.settings.notices.means],
    partners: Array.isArray(all) ? all.map(({ name }) => name) : [],
    till: till.deed !== null,
    kinds: kindsKept(archives.terms).map(({ kind, rule, why, toConfirm }) => ({
      kind,
      rule,
      why,
      toConfirm,
    })),
    consultationsKeptDays: Math.round(consultationsKept / day),
    backupsKeptDays: backupsKept,
  })
}
