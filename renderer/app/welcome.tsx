import { useEffect, useState } from 'react'
import { settings } from '../../shared/messages/settings.fr.ts'
import { fr } from '../../shared/messages/fr.ts'
import { useCommand, useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { JoinPage } from './JoinPage.tsx'
import { Message } from './Message.tsx'
import { joining, openSchool, openStation } from './shell.ts'
import { WelcomePage } from './WelcomePage.tsx'

/** The first run, over the page's link: one act creates the office, then the application opens the counter. */
export default function Welcome() {
  const office = useView('office.view', {})
  const create = useCommand('office.create')
  const first = useCommand('secret.first')
  const [named, setNamed] = useState<string | null>(null)
  const [joins, setJoins] = useState(false)
  const parted = useParted()
  if (joins && joining) return <JoinPage joining={joining} onBack={() => setJoins(false)} />
  if (!office) return <Message title={fr.app.connecting} />
  if (office.created || named !== null) return <Created name={named ?? office.name} />
  return (
    <WelcomePage
      parted={parted}
      onSchool={openSchool}
      onJoin={joining && (() => setJoins(true))}
      onCreate={async (input, secret) => {
        const result = await create(input)
        if ('error' in result) return
        const { name } = input.settings.address
        const [you] = input.agents
        // Refused or unanswered, it is asked again where it can be seen: the administration says that nobody has one yet.
        const kept = you && (await first({ agentId: you.agentId, secret }))
        setNamed(name)
        openStation?.(kept && 'output' in kept ? 'counter' : 'administration')
      }}
    />
  )
}

/** Why this machine is no longer of the office that it had joined; null: it had none. */
function useParted(): string | null {
  const [why, setWhy] = useState<string | null>(null)
  useEffect(() => {
    void joining?.parted().then(setWhy)
  }, [])
  return why
}

/** What to open next, where no application opens it. */
function Created({ name }: { readonly name: string }) {
  const words = settings.welcome
  return (
    <Message title={words.doneTitle(name)} text={words.doneHelp}>
      <section>
        <h2>
          <strong>{words.doneNext}</strong>
        </h2>
        <p>{words.doneHow}</p>
        <p>{words.doneFile}</p>
      </section>
      <Button kind="primary" onPress={() => goTo('administration')}>
        {words.administration}
      </Button>
    </Message>
  )
}

/** The same token opens both pages: the tab becomes the other one. In the application, main opens the window. */
function goTo(station: 'administration'): void {
  if (openStation) return openStation(station)
  location.hash = `station=${station}`
  location.reload()
}
