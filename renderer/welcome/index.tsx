import { useEffect, useState } from 'react'
import { settings } from '../../shared/messages/office/settings.fr.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { homeWords } from '../../shared/messages/office/home.fr.ts'
import { useCommand, useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useFirstRun, useMaking } from '../people/firstRun.ts'
import { JoinPage } from './JoinPage.tsx'
import { Message } from '../ui/Message.tsx'
import { joining, openSchool, openStation } from '../link/shell.ts'
import { WelcomePage } from './WelcomePage.tsx'

/** The first run, over the page's link: one act creates the office, then the administration says what comes next. */
export default function Welcome({ onMade = toAdministration }: { readonly onMade?: () => void }) {
  const office = useView('office.view', {})
  const createOffice = useCommand('office.create')
  const first = useCommand('secret.first')
  const making = useFirstRun()
  const [joins, setJoins] = useState(false)
  const parted = useParted()
  if (joins && joining) return <JoinPage joining={joining} onBack={() => setJoins(false)} />
  if (!office) return <Message title={appWords.connecting} />
  if (office.created && !making) return <Created name={office.name} />
  return (
    <WelcomePage
      parted={parted}
      onSchool={openSchool}
      onJoin={joining && (() => setJoins(true))}
      onCreate={async (input, secret) => {
        useMaking.setState({ making: true })
        const result = await createOffice(input)
        const [you] = input.agents
        // When the secret is refused or the host does not answer, the administration asks for it: it says that nobody has one.
        if ('output' in result && you) await first({ agentId: you.agentId, secret })
        useMaking.setState({ making: false })
        // Its first page is the next steps.
        if ('output' in result) onMade()
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
        {homeWords.day.browser.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <Button kind="primary" onPress={toAdministration}>
        {words.administration}
      </Button>
    </Message>
  )
}

/** The same token opens both pages: the tab becomes the other one. In the application, main opens the window. */
function toAdministration(): void {
  if (openStation) return openStation('administration')
  location.hash = 'station=administration'
  location.reload()
}
