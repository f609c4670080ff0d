import type { AgentId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { useLink, useView } from '../link/hooks.ts'
import { agentKept } from '../link/place.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import { Message } from '../ui/Message.tsx'
import style from './WhoAreYou.module.css'

/** « Qui êtes-vous ? »: a station without its own token is held by whoever says their name. */
export function WhoAreYou() {
  const link = useLink()
  const view = useView('agents.view', {})
  if (!view) return <Message title={appWords.connecting} />
  return (
    <ChooseAgent
      agents={view.agents}
      onChoose={(agentId) => {
        agentKept.write(agentId)
        link.become(agentId)
      }}
    />
  )
}

/** The list alone: one key for each of the first nine. */
export function ChooseAgent({
  agents,
  onChoose,
}: {
  readonly agents: Output<'agents.view'>['agents']
  readonly onChoose: (agentId: AgentId) => void
}) {
  useKeys(
    Object.fromEntries(
      agents.slice(0, 9).map(({ agentId }, at) => [`Digit${at + 1}`, () => onChoose(agentId)]),
    ),
  )
  if (agents.length === 0) return <Message title={appWords.whoAreYou} text={appWords.noAgents} />
  return (
    <main className={style.page}>
      <h1 className={lettering.title}>{appWords.whoAreYou}</h1>
      <p className={style.help}>{appWords.whoAreYouHelp}</p>
      <ul className={stack.near} role="list">
        {agents.map(({ agentId, name, pseudonym }, at) => (
          <li key={agentId}>
            <Button wide keyCap={at < 9 ? String(at + 1) : undefined} onPress={() => onChoose(agentId)}>
              <span className={style.agent}>
                {name
                  ? `${name.firstName} ${name.familyName}`
                  : (pseudonym ?? appWords.agentUnnamed(agentId))}{' '}
                {name && <span className={lettering.small}>{name.capacity}</span>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </main>
  )
}
