import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { Input } from '../../shared/contract/index.ts'
import { settings } from '../../shared/messages/office/settings.fr.ts'
import { fr } from '../../shared/messages/fr.ts'
import { readyWords } from '../../shared/messages/office/ready.fr.ts'
import { useCommand, useLink, useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { say } from '../ui/notices.ts'
import { JoinPage } from './JoinPage.tsx'
import { Message } from './Message.tsx'
import { ReadyPage } from './ReadyPage.tsx'
import { joining, openSchool, openStation } from './shell.ts'
import { WelcomePage } from './WelcomePage.tsx'

/** The office that the first run has just created, and whether its first manager is signed in. */
type NewOffice = { readonly name: string; readonly input: Input<'office.create'>; readonly signedIn: boolean }

/** A store outside the component, which is drawn anew once the first manager signs in. */
const useMade = create<{ readonly making: boolean; readonly made: NewOffice | null }>(() => ({
  making: false,
  made: null,
}))

/** Whether this page is making the office, or has just made it: what it needs is tried before it is opened. */
export const useFirstRun = (): boolean => useMade(({ making, made }) => making || made !== null)

/** The first run, over the page's link: one act creates the office, then what it needs is tried, and the counter opens. */
export default function Welcome() {
  const office = useView('office.view', {})
  const createOffice = useCommand('office.create')
  const first = useCommand('secret.first')
  const { making, made } = useMade()
  const [joins, setJoins] = useState(false)
  const parted = useParted()
  if (joins && joining) return <JoinPage joining={joining} onBack={() => setJoins(false)} />
  if (!office) return <Message title={fr.app.connecting} />
  if (made !== null) return <Ready made={made} />
  if (office.created && !making) return <Created name={office.name} />
  return (
    <WelcomePage
      parted={parted}
      onSchool={openSchool}
      onJoin={joining && (() => setJoins(true))}
      onCreate={async (input, secret) => {
        useMade.setState({ making: true })
        const result = await createOffice(input)
        if ('error' in result) return useMade.setState({ making: false })
        const { name } = input.settings.address
        const [you] = input.agents
        // When the secret is refused or the host does not answer, the administration asks for it: it says that nobody has one.
        const kept = you && (await first({ agentId: you.agentId, secret }))
        useMade.setState({
          making: false,
          made: { name, input, signedIn: kept !== undefined && 'output' in kept },
        })
      }}
    />
  )
}

/** The printer and the display, before the first person; then the counter, where the application opens it. */
function Ready({ made: { name, input, signedIn } }: { readonly made: NewOffice }) {
  const link = useLink()
  const test = useCommand('print.test')
  const words = settings.welcome
  const printer = input.settings.printers.find(({ transport }) => transport !== 'preview') ?? null
  // Only Chromium tells whether there is a second screen; a page in a browser can't open a window of the office on it.
  const second = 'isExtended' in screen && screen.isExtended === true
  return (
    <ReadyPage
      title={words.doneTitle(name)}
      printer={printer}
      onTest={async ({ printerId }) => 'output' in (await test({ printerId }))}
      onDisplay={openStation && second ? () => openStation?.('display') : undefined}
      onCode={async () => {
        const place = { name: readyWords.place, counterId: null }
        const given = await link.act('pairing.open', { role: 'display', place })
        if ('output' in given) return given.output.code === null ? null : { code: given.output.code }
        if (given.error.code === 'networkNotChosen') return { noNetwork: true }
        say(given.error.message)
        return null
      }}
    >
      {openStation && signedIn && (
        <Button autoFocus kind="primary" size="large" onPress={() => openStation?.('counter')}>
          {readyWords.counter}
        </Button>
      )}
      <Button
        autoFocus={!openStation || !signedIn}
        kind={openStation && signedIn ? 'plain' : 'primary'}
        size="large"
        onPress={() => goTo('administration')}
      >
        {words.administration}
      </Button>
      {!openStation && <p>{words.doneHow}</p>}
    </ReadyPage>
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
