import type { CallName, Input } from '../../../shared/contract/index.ts'
import type { NetworkNow } from '../../../shared/domain/network/now.ts'
import type { Holder } from '../core/tokens.ts'

/** Whether this is the host's own machine: not a paired station, nor other software. */
const isHere = ({ from, scopes }: Holder): boolean => from === undefined && scopes === undefined

/**
 * Whether an act names files of the host's machine, shows what opens its key, or replaces its program, and is asked from elsewhere: whoever holds a
 * station of the administration does not reach that machine's disks for it.
 * @param door what is set of the door: read from the system, hence for the act that needs it alone
 */
export function isElsewhere(
  holder: Holder,
  name: CallName,
  input: unknown,
  door: () => Pick<NetworkNow['door'], 'settings'>,
): boolean {
  if (isHere(holder)) return false
  switch (name) {
    case 'backup.setOutside':
    case 'key.protect':
    case 'follower.renew':
    case 'updates.state':
    case 'updates.set':
    case 'updates.look':
    case 'updates.plan':
    case 'updates.takeLeft':
      return true
    case 'network.set': {
      // The other settings of the door are no file: they stay possible from a station.
      const { certificate } = input as Input<'network.set'>
      return JSON.stringify(certificate) !== JSON.stringify(door().settings.certificate)
    }
    default:
      return false
  }
}
