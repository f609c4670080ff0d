import { StorageError } from '../../db/errors.ts'
import type { StationId } from '../../shared/contract/ids.ts'
import { headlessChromium } from '../printing/headless.ts'
import { serveConnection } from './core/connection.ts'
import { giveBackAfterStart } from './core/givingBack.ts'
import { prepareUpdate } from './updates/prepare.ts'
import { openDoor } from './http/server.ts'
import { mainProcess } from './core/mainProcess.ts'
import { noUpdater, updatesOver } from './updates/machine.ts'
import { portOver } from './core/messagePort.ts'
import { ownSeat, type Holder } from './core/tokens.ts'
import { pages, type Station } from '../../shared/contract/stations.ts'
import { startOffice, type Started } from './startOffice.ts'
import { StartError } from './core/startError.ts'

// The host inside the desktop application: the same office as under Node, started by Electron's main process,
// which gives it windows, printing and its end.

/**
 * Who a window of this machine is: all of them are one seat, where a person says who they are. In an office without any
 * secret, the page says which agent holds it.
 */
function localHolder(started: Started, station: Station, agentId: Holder['agentId']): Holder | undefined {
  const role = pages[station].role
  if (role !== 'agent')
    return { role, stationId: station as string as StationId, agentId: null, seat: ownSeat }
  if (agentId !== null && !started.host.office().skills.has(agentId)) return undefined
  return { role, stationId: (agentId ?? station) as string as StationId, agentId, seat: ownSeat }
}

/** The database that keeps the journal, where the configuration names one. */
function journalFrom(env: NodeJS.ProcessEnv): { readonly url: string; readonly office?: string } | undefined {
  const { GUICHET_JOURNAL: url, GUICHET_OFFICE: office } = env
  if (!url) return undefined
  return office ? { url, office } : { url }
}

async function main(): Promise<void> {
  const { env } = process
  const electron = mainProcess()
  let close = () => Promise.resolve()
  const leave = () => void close().finally(() => process.exit(0))
  process.on('SIGTERM', leave)

  try {
    const started = await startOffice({
      dir: env['GUICHET_DATA'] ?? '',
      school: env['GUICHET_SCHOOL'] === '1',
      at: env['GUICHET_AT'] || undefined,
      // A service has no window in which Electron could draw: the system's browser does, as under Node.
      chromium: env['GUICHET_SERVICE'] === '1' ? headlessChromium() : electron.chromium,
      protection: electron.protection,
      updates: env['GUICHET_SERVICE'] === '1' ? noUpdater : updatesOver(electron.updates),
      journal: journalFrom(env),
      syslog: env['GUICHET_SYSLOG'] || undefined,
    })
    const { host, log, holderOf } = started
    process.on('uncaughtException', (error) => log.fault('uncaught', error))
    process.on('unhandledRejection', (error) => log.fault('unhandled', error))
    const pages = { folder: env['GUICHET_PAGES'] ?? '', sources: null }
    const door = await openDoor({
      host,
      holderOf,
      log,
      pages,
      port: Number(env['GUICHET_PORT'] ?? 0),
      say: (text) => log.info('say', { text }),
    })
    started.announce(door.url)
    close = async () => {
      await door.close()
      await started.stop()
    }
    // Another machine took the relay: Electron's main process starts this one again, and it follows.
    void started.again.then(leave)
    electron.listen({
      onPort: (station, messagePort) =>
        serveConnection(host, portOver(messagePort), ({ agentId }) =>
          localHolder(started, station, agentId ?? null),
        ),
      onPrepareUpdate: () =>
        void prepareUpdate(host).then((problem) => electron.tell({ t: 'updatePrepared', problem })),
      onClose: leave,
    })
    const { officeId, school } = host.office()
    giveBackAfterStart()
    electron.tell({ t: 'ready', created: officeId !== null, school, url: door.url })
    host.opened()
  } catch (error) {
    const code = error instanceof StorageError ? error.code : 'start'
    const isExpected = error instanceof StorageError || error instanceof StartError
    const message = isExpected
      ? error.message
      : 'Guichet n’a pas pu ouvrir l’office. Relancez-le ; si cela continue, prévenez la personne qui l’a installé.'
    if (!isExpected) process.stderr.write(`${String(error)}\n`)
    electron.tell({ t: 'failed', code, message })
    // The message leaves before the process does.
    setTimeout(() => process.exit(1), 200)
  }
}

void main()
