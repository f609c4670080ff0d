import type { Model } from '../../shared/domain/view.ts'
import type { Appointments } from './appointments/start.ts'
import type { Backup } from './backup/start.ts'
import type { Pacing } from './core/pacing.ts'
import type { Network } from './network/part.ts'
import type { Login } from './people/login/start.ts'
import type { People } from './people/people.ts'
import type { Printing } from './printing/printing.ts'
import type { Standby } from './standby/part.ts'
import type { ViewingOptions } from './viewing.ts'
import type { Waits } from './waits/start.ts'

/** What the views take from the parts of the host. */
export type PartsShown = {
  readonly printing: Pick<Printing, 'jobs' | 'printers' | 'printed'>
  readonly waits: Pick<Waits, 'current'>
  readonly people: Pick<People, 'seat'>
  readonly network: Pick<Network, 'now'>
  readonly backup: Pick<Backup, 'now'>
  readonly standby: Pick<Standby, 'now'>
  readonly login: Pick<Login, 'origin'>
  readonly pacing: Pick<Pacing, 'now'>
  readonly appointments: Pick<Appointments, 'standing' | 'coordination'>
  readonly hallCodeAt: () => string
  readonly renewable: () => boolean
}

/**
 * What a view may know of the host besides its office. A getter is computed only for a view that reads it: the views of the
 * counters, computed again after each act, read few of them.
 * @param parts gives the host's parts; asked once all have started
 */
export const shownBy =
  (parts: () => PartsShown): ViewingOptions['model'] =>
  (personal, seat): Model => {
    const { printing, waits, people, network, backup, standby, login, pacing, appointments, ...more } =
      parts()
    return {
      personal,
      jobs: printing.jobs(),
      printers: printing.printers(),
      printed: printing.printed(),
      seat: people.seat(seat),
      get waits() {
        return waits.current()
      },
      get network() {
        return network.now()
      },
      get backups() {
        return backup.now()
      },
      get following() {
        return standby.now()
      },
      get signIn() {
        return login.origin()
      },
      get asking() {
        return pacing.now()
      },
      get hallCode() {
        return more.hallCodeAt()
      },
      get renewable() {
        return more.renewable()
      },
      get sources() {
        return appointments.standing()
      },
      get coordination() {
        return appointments.coordination.services()
      },
    }
  }
