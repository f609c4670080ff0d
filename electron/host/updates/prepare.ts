import { uuidv7 } from 'uuidv7'
import type { CommandId, StationId } from '../../../shared/contract/ids.ts'
import type { Host } from '../host.ts'

/**
 * Before another version takes this one's place: no day is open, and a backup has just been made.
 * @returns null, or why not, as a code
 */
export async function prepareUpdate(host: Pick<Host, 'office' | 'call'>): Promise<string | null> {
  const { officeId, day, school } = host.office()
  // Nothing is kept here that could be lost.
  if (officeId === null || school) return null
  if (day !== null) return 'dayOpen'
  const holder = { role: 'admin', stationId: 'hote' as StationId, agentId: null } as const
  const backup = await host.call(holder, 'backup.make', {}, uuidv7() as CommandId)
  return 'code' in backup ? backup.code : null
}
