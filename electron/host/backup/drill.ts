import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backupSettingsFile } from '../../../db/backup/settings.ts'
import type { Journal } from '../../../db/journal/port.ts'
import type { Event } from '../../../shared/contract/events.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { keepingCli } from '../../../shared/messages/backup/backup.fr.ts'
import { restored } from '../core/fromJournal.ts'
import { store } from './replay.ts'

/** What speaks in the office's name from its folder: its door's keys, its stations' tokens, its gateways, its copies outside. */
const speaking = ['reseau', 'tokens.json', 'avis.json'] as const

/**
 * Makes a restored copy an exercise: it is a training office from then on, whose papers have no value, and it reaches nobody
 * in the real one's name: no station, no other software, no notice, no printer, no copy outside.
 * @param folder the copy's own, that no host serves
 */
export async function makeDrill(folder: string, journal: Journal, now: () => Instant): Promise<void> {
  const { office, at } = await restored(journal)
  const { settings, officeId, stations, software } = office
  const events: Event[] = [{ type: 'drillBegun', data: {} }]
  if (settings !== null) {
    const name = `${keepingCli.drillMark} ${settings.address.name}`.slice(0, 200)
    events.push({ type: 'addressSet', data: { address: { ...settings.address, name } } })
    events.push({
      type: 'printersSet',
      data: { printers: [], ticketPrinterId: null, counters: [] },
    })
  }
  for (const { stationId, revokedAt } of stations.values())
    if (revokedAt === null) events.push({ type: 'stationRevoked', data: { stationId } })
  for (const tokenId of software.tokens.keys()) events.push({ type: 'apiTokenRevoked', data: { tokenId } })
  for (const webhookId of software.webhooks.keys())
    events.push({ type: 'webhookRemoved', data: { webhookId } })
  await store(journal, officeId, { events, personal: [] }, Math.max(now(), at) as Instant)
  // A paper that waited for a printer of the real office does not come out of it.
  for (const { jobId } of await journal.jobs.open()) await journal.jobs.update(jobId, { state: 'cancelled' })
  for (const name of speaking) await rm(join(folder, name), { recursive: true, force: true })
  await rm(backupSettingsFile(folder), { force: true })
}
