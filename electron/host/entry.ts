import { StorageError } from '../../db/errors.ts'
import type { StationId } from '../../shared/contract/ids.ts'
import { attend } from './desk.ts'
import { openDoor } from './http/server.ts'
import { mainProcess } from './mainProcess.ts'
import { portOver } from './messagePort.ts'
import { ownSeat } from './people/people.ts'
import { roleOfStation, type Station } from './messages.ts'
import { startOffice, type Started } from './start.ts'
import { StartError } from './startError.ts'
import type { Holder } from './tokens.ts'

// The host inside the desktop application: the same office as under Node, started by Electron's main process,
// which gives it windows, printing and its end.

/**
 * Who a window of this machine is: all of them are one seat, where a person says who they are. In an office without any
 * secret, the page says which agent holds it.
 */
function localHolder(started: Started, station: Station, agentId: Holder['agentId']): Holder | undefined {
  const role = roleOfStation[station]
  if (role !== 'agent')
    return { role, stationId: station as string as StationId, agentId: null, seat: ownSeat }
  if (agentId !== null && !started.host.office().skills.has(agentId)) return undefined
  return { role, stationId: (agentId ?? station) as string as StationId, agentId, seat: ownSeat }
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
      chromium: electron.chromium,
      protection: electron.protection,
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
      port: 0,
      say: (text) => log.info('say', { text }),
    })
    await started.announce(door.url)
    close = async () => {
      await door.close()
      await started.stop()
    }
    electron.listen({
      onPort: (station, messagePort) =>
        attend(host, portOver(messagePort), ({ agentId }) => localHolder(started, station, agentId ?? null)),
      onClose: leave,
    })
    const { officeId, school } = host.office()
    electron.tell({ t: 'ready', created: officeId !== null, school, url: door.url })
  } catch (error) {
    const code = error instanceof StorageError ? error.code : 'start'
    const known = error instanceof StorageError || error instanceof StartError
    const message = known
      ? error.message
      : 'Guichet n’a pas pu ouvrir l’office. Relancez-le ; si cela continue, prévenez la personne qui l’a installé.'
    if (!known) process.stderr.write(`${String(error)}\n`)
    electron.tell({ t: 'failed', code, message })
    // The message leaves before the process does.
    setTimeout(() => process.exit(1), 200)
  }
}

void main()
