import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { AgentId } from '../../shared/contract/ids.ts'
import { fr } from '../../shared/messages/fr.ts'
import { LinkContext } from '../link/hooks.ts'
import { createLink, type Link } from '../link/link.ts'
import { agentKept, readPlace, type Place } from '../link/place.ts'
import { openElectronPort } from '../link/port.electron.ts'
import { openSocketPort } from '../link/port.socket.ts'
import { Boundary } from './Boundary.tsx'
import { Message } from './Message.tsx'
import { Station } from './Station.tsx'

/** The agent remembered for this tab, if it is still an id. */
const remembered = (): AgentId | null => {
  const kept = AgentId.safeParse(agentKept.read())
  return kept.success ? kept.data : null
}

const linkFor = ({ shell, token }: Place): Link =>
  createLink({
    open: shell === 'electron' ? openElectronPort : openSocketPort,
    token,
    agentId: remembered(),
  })

/** One page: its place, its link to the host, then its station. */
export function App() {
  const [place] = useState(readPlace)
  const [link, setLink] = useState<Link | null>(null)

  useEffect(() => {
    if (place.station === null) return
    const made = linkFor(place)
    setLink(made)
    return () => made.close()
  }, [place])

  return (
    <I18nProvider locale="fr-FR">
      <Boundary name={fr.app.name}>
        {place.station === null ? (
          <Message title={fr.app.noStation} text={fr.app.noStationHelp} />
        ) : (
          link && (
            <LinkContext value={link}>
              <Station station={place.station} />
            </LinkContext>
          )
        )}
      </Boundary>
    </I18nProvider>
  )
}
