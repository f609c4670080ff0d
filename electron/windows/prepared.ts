import type { Session, WebContents } from 'electron'
import { pages } from '../../shared/contract/stations.ts'
import { shell } from '../../shared/messages/shell.fr.ts'
import { barFailurePage, failurePage, failurePaths, unavailablePage, type Problem } from './failure.ts'
import { guardSession } from './guards.ts'
import { keypadPage } from './kioskKeypad.ts'
import { servePages } from './scheme.ts'
import { choosePort } from './serialPorts.ts'
import type { Stations } from './stations.ts'

/** Nothing leaves the machine by this session, and its windows get our pages, or why there are none. */
export function prepareSession(
  session: Session,
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
  guardSession(session, origin, mayRead, choosePort)
  servePages(session, builtPages, (path) => {
    if (path === failurePaths.public) return unavailablePage(builtPages)
    const why = problem() ?? { code: 'unknown', message: shell.problems.hostGone }
    if (path === failurePaths.bar) return barFailurePage(why, builtPages)
    return path === failurePaths.staff ? failurePage(why, builtPages) : keypadPage(path, builtPages)
  })
}
