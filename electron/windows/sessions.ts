import { session, type Session, type WebContents } from 'electron'
import { isPublic, type Stations } from './stations.ts'
import { type Page, pages } from '../../shared/contract/stations.ts'
import { shell } from '../../shared/messages/shell.fr.ts'
import { barFailurePage, failurePage, failurePaths, unavailablePage, type Problem } from './failure.ts'
import { guardSession } from './guards.ts'
import { keypadPage } from './kioskKeypad.ts'
import { servePages } from './scheme.ts'
import { choosePort } from './dialogs.ts'

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

/** Nothing leaves the machine by this session, and its windows get our pages, or why there are none. */
export function prepareSession(
  one: Session,
  {
    origin,
    builtPages,
    stations,
    problem,
  }: {
    readonly origin: string
    readonly builtPages: string
    readonly stations: () => Pick<Stations, 'pageOf'>
    readonly problem: () => Problem | null
  },
): void {
  const mayRead = (contents: WebContents) => {
    const page = stations().pageOf(contents)
    return page !== null && pages[page].camera === true
  }
  guardSession(one, origin, mayRead, choosePort)
  servePages(one, builtPages, (path) => {
    if (path === failurePaths.public) return unavailablePage(builtPages)
    const why = problem() ?? { code: 'unknown', message: shell.problems.hostGone }
    if (path === failurePaths.bar) return barFailurePage(why, builtPages)
    return path === failurePaths.staff ? failurePage(why, builtPages) : keypadPage(path, builtPages)
  })
}
