import { useState } from 'react'
import type { AgentId, CounterId, ServiceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useEscape } from '../ui/escape.ts'
import { Select } from '../ui/Select.tsx'
import type { Present } from './names.ts'
import style from './Supervision.module.css'

const words = supervision.decide

type Agent = Output<'agents.view'>['agents'][number]
const nameOf = ({ agentId, name, pseudonym }: Agent): string =>
  name ? `${name.firstName} ${name.familyName}` : (pseudonym ?? agentId)

/** Which closed counter opens for this service, and by which agent: one who has the skill, and holds no counter. */
export function OpenCounter({
  serviceId,
  view,
  onOpen,
  onCancel,
}: {
  readonly serviceId: ServiceId
  readonly view: Present
  readonly onOpen: (counterId: CounterId, agentId: AgentId) => void
  readonly onCancel: () => void
}) {
  const form = useEscape<HTMLFormElement>(onCancel)
  const held = useView('office.view', {})?.counters.map(({ agentId }) => agentId)
  const agents = useView('agents.view', {})?.agents
  const [chosen, setChosen] = useState<{ readonly counter?: CounterId; readonly agent?: AgentId }>({})
  const closed = view.counters.filter(({ open }) => !open)
  const able = (agents ?? []).filter(
    ({ agentId, services }) => services.includes(serviceId) && held?.includes(agentId) === false,
  )
  const counterId = chosen.counter ?? closed[0]?.counterId
  const agentId = chosen.agent ?? able[0]?.agentId
  const ready = counterId !== undefined && agentId !== undefined
  return (
    <form
      ref={form}
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onOpen(counterId, agentId)
      }}
    >
      {ready ? (
        <>
          <Select
            label={words.openWhich}
            value={counterId}
            onChange={(counter) => setChosen({ ...chosen, counter })}
            options={closed.map((one) => ({ value: one.counterId, title: one.name.fr }))}
          />
          <Select
            label={words.openWho}
            value={agentId}
            onChange={(agent) => setChosen({ ...chosen, agent })}
            options={able.map((one) => ({ value: one.agentId, title: nameOf(one) }))}
          />
        </>
      ) : (
        agents !== undefined && <p role="status">{words.openNobody}</p>
      )}
      <div className={style.row}>
        <Button type="submit" kind="primary" isDisabled={!ready}>
          {words.openAct}
        </Button>
        <Button kind="quiet" autoFocus onPress={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
