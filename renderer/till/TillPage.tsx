import { useState } from 'react'
import { Circle, CircleAlert, CircleCheck } from 'lucide-react'
import type { AgentId } from '../../shared/contract/ids.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { help } from '../../shared/messages/help/help.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { tillPage as words } from '../../shared/messages/till/page.fr.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Header } from '../people/Header.tsx'
import { Message } from '../ui/Message.tsx'
import { useOffice } from '../link/office.ts'
import { useOtherAgent } from '../people/presence.ts'
import { Button } from '../ui/Button.tsx'
import { Column } from '../ui/Column.tsx'
import { Notices } from '../ui/Notices.tsx'
import { useStartingFocus } from '../ui/startingFocus.ts'
import { Status } from '../ui/Status.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { Agents, TillActs, TillView } from './acts.ts'
import { nameOf } from '../people/agentName.ts'
import { CloseTill, OpenTill } from './Counts.tsx'
import { Side } from './Side.tsx'
import { TillOpen } from './TillOpen.tsx'
import page from '../ui/Page.module.css'
import style from './Till.module.css'

const looks = {
  none: ['quiet', Circle],
  closed: ['quiet', Circle],
  open: ['done', CircleCheck],
  leftOpen: ['attention', CircleAlert],
} as const

/** The till's whole page: nobody's, closed, left open, or open with its keys. */
export function TillPage({
  view,
  agents,
  me,
  acts,
}: {
  readonly view: TillView
  readonly agents: Agents
  readonly me: AgentId | null
  readonly acts: TillActs
}) {
  if (view.deed === null || view.me === null)
    return (
      <div className={page.page}>
        <TillHeader view={view} agents={agents} me={me} />
        {view.deed === null ? (
          <NoDeed school={view.school} acts={acts} />
        ) : (
          <NotMine deed={view.deed} agents={agents} />
        )}
      </div>
    )
  return (
    <div className={page.page}>
      <TillHeader view={view} agents={agents} me={me} />
      {view.state === 'open' ? (
        <TillOpen view={view} agents={agents} acts={acts} />
      ) : (
        <>
          <main className={style.two}>
            <Column label={words.title}>
              <h2>
                <VisuallyHidden>{words.states.closed}</VisuallyHidden>
              </h2>
              <Boundary name={words.title}>
                {view.state === 'leftOpen' ? (
                  <CloseTill key="close" view={view} acts={acts} onDone={() => {}} />
                ) : (
                  <OpenTill key="open" view={view} acts={acts} />
                )}
              </Boundary>
            </Column>
            <Column label={words.side.title} raised>
              <Boundary name={words.side.title}>
                <Side view={view} agents={agents} onEntry={null} />
              </Boundary>
            </Column>
          </main>
          <Notices dismiss={appWords.dismiss} inPlace />
        </>
      )}
    </div>
  )
}

/** Nothing can be collected; in a training office one act gives a deed to learn with. */
function NoDeed({ school, acts }: { readonly school: boolean; readonly acts: TillActs }) {
  const [wrong, setWrong] = useState<string | null>(null)
  const act = useStartingFocus()
  if (!school) return <Message under title={words.noDeed} text={words.noDeedHelp} />
  const take = async () => {
    const result = await acts.takeTrainingDeed({})
    if ('error' in result) setWrong(result.error.message)
  }
  return (
    <Message under title={words.noDeed} text={wrong ?? words.learn}>
      <Button ref={act} kind="primary" keyCap={words.enter} onPress={() => void take()}>
        {words.learnAct}
      </Button>
    </Message>
  )
}

function TillHeader({
  view,
  agents,
  me,
}: {
  readonly view: TillView
  readonly agents: Agents
  readonly me: AgentId | null
}) {
  const { zone } = useOffice()
  const stateText =
    view.state === 'leftOpen' ? words.states.leftOpen(view.date ?? '') : words.states[view.state]
  const [tone, Icon] = looks[view.state]
  const who = me === null ? '' : `${nameOf(agents, me)}, `
  return (
    <Header
      title={words.title}
      help={help.till}
      state={
        <Status tone={tone} icon={<Icon aria-hidden size={20} />}>
          {stateText}
          {view.state === 'open' && view.openedAt !== null && ` ${words.since(hour(view.openedAt, zone))}`}
        </Status>
      }
      detail={view.me === null ? undefined : who + words.seats[view.me]}
      aside={view.deed?.name}
    />
  )
}

/** Neither régisseur nor mandataire: who is, and how to let them. */
function NotMine({
  deed,
  agents,
}: {
  readonly deed: NonNullable<TillView['deed']>
  readonly agents: Agents
}) {
  const otherAgent = useOtherAgent()
  const known = [...new Set([deed.regisseur, ...deed.mandataires])]
  return (
    <Message
      under
      title={words.notMine}
      text={words.notMineHelp(known.map((agentId) => nameOf(agents, agentId)).join(', '))}
    >
      <Button kind="primary" onPress={() => otherAgent(null)}>
        {words.otherAgent}
      </Button>
    </Message>
  )
}
