import { createElement } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { AgentId } from '../../shared/contract/ids.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { LinkContext } from '../link/hooks.ts'
import { withKeptActs } from '../link/keptActs.ts'
import { createLink, type Link } from '../link/link.ts'
import { agentKept, type Place } from '../link/place.ts'
import { openElectronPort } from '../link/port.electron.ts'
import { openSocketPort } from '../link/port.socket.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Message } from '../ui/Message.tsx'
import { say } from '../link/notices.ts'
import { usePage } from './pages.ts'
import { pages, type Page as PageName } from '../../shared/contract/stations.ts'
import { Station } from './Station.tsx'

/** The agent remembered for this tab, if it is still an id. */
const remembered = (): AgentId | null => {
  const kept = AgentId.safeParse(agentKept.read())
  return kept.success ? kept.data : null
}

/**
 * Milliseconds before the page is loaded again: a browser's comes from its host; the application's is as it was, until one of
 * the two is brought up to date or goes back. The sentence that says why is read meanwhile.
 */
const reloads = { browser: 3_000, electron: 60_000 }

/**
 * The link of a page, over what its place has: preload's port, or a socket. What an agent did is done though the page is
 * loaded again before the host answers; of the public, nobody may still be there.
 */
export const linkFor = ({ shell, station, token }: Place): Link => {
  const link = createLink({
    open: shell === 'electron' ? openElectronPort : openSocketPort,
    token,
    agentId: remembered(),
    // A screen on a wall has nobody to load it again.
    onOutdated: () => setTimeout(() => location.reload(), reloads[shell]),
  })
  return station !== null && pages[station].public ? link : withKeptActs(link, sessionStorage, say)
}

/** One page: its place, its link to the host (none when the address says no station), then its station. */
export const App = ({ place, link }: { readonly place: Place; readonly link: Link | null }) => (
  <I18nProvider locale="fr-FR">
    <Boundary name={appWords.name}>
      {place.station !== null && pages[place.station].withoutHost ? (
        <Alone station={place.station} />
      ) : place.station === null || link === null ? (
        <Message title={appWords.noStation} text={appWords.noStationHelp} />
      ) : (
        <LinkContext value={link}>
          <Station station={place.station} />
        </LinkContext>
      )}
    </Boundary>
  </I18nProvider>
)

/** A page that no host answers. */
function Alone({ station }: { readonly station: PageName }) {
  const page = usePage(station)
  return page && createElement(page)
}
