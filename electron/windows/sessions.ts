import { session, type Session } from 'electron'
import { isPublic } from './stations.ts'
import type { Page } from '../../shared/contract/stations.ts'

/**
 * The sessions of the pages. Those before the public have each their own: a zoom is a session's, and an agent who
 * enlarges the counter must not enlarge the kiosk.
 * @param prepare guards a session and serves it its pages, once, before any window uses it
 */
export function pageSessions(prepare: (session: Session) => void): (page: Page) => Session {
  const prepared = new Set<Session>()
  const ready = (one: Session): Session => {
    if (!prepared.has(one)) {
      prepared.add(one)
      prepare(one)
    }
    return one
  }
  ready(session.defaultSession)
  return (page) => ready(isPublic(page) ? session.fromPartition(`persist:${page}`) : session.defaultSession)
}
