import { useState } from 'react'
import type { AgentId, CounterId, ServiceId } from '../../shared/contract/ids.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useEscape } from '../ui/escape.ts'
import { Select } from '../ui/Select.tsx'
import { agentsFor, placesIn, type Agent } from './holders.ts'
import type { Present } from './names.ts'
import style from './Supervision.module.css'

const words = supervision.decide

const nameOf = ({ agentId, name, pseudonym }: Agent): string =>
  name ? `${name.firstName} ${name.familyName}` : (pseudonym ?? agentId)

/**
 * Which counter opens, closed or paused, and by which agent: one who holds no counter, or whose pause ends; for a service, one
 * who has its skill.
 */
export function OpenCounter({
  serviceId,
  only,
  view,
  onOpen,
  onCancel,
}: {
  readonly serviceId?: ServiceId
  /** The counter to open, where it is known. */
  readonly only?: CounterId
  readonly view: Present
  readonly onOpen: (counterId: CounterId, agentId: AgentId) => void
  readonly onCancel: () => void
}) {
  const form = useEscape<HTMLFormElement>(onCancel)
  const held = useView('office.view', {})?.counters
  const agents = useView('agents.view', {})?.agents
  const [chosen, setChosen] = useState<{ readonly counter?: CounterId; readonly agent?: AgentId }>({})
  const places = placesIn(view).filter((one) => only === undefined || one.counterId === only)
  const agentsOf = (one: CounterId): readonly Agent[] =>
    held && agents ? agentsFor({ agents, held }, one, serviceId) : []
  const counterId = chosen.counter ?? places.find((one) => agentsOf(one.counterId).length > 0)?.counterId
  const able = counterId === undefined ? [] : agentsOf(counterId)
  const agentId = able.find((one) => one.agentId === chosen.agent)?.agentId ?? able[0]?.agentId
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
          {only === undefined && (
            <Select
              label={words.openWhich}
              value={counterId}
              onChange={(counter) => setChosen({ ...chosen, counter })}
              options={places.map(({ counterId: value, name, pause }) => ({
                value,
                title: pause
                  ? words.openPaused(name.fr, pause.until === null ? null : hour(pause.until, view.zone))
                  : name.fr,
              }))}
            />
          )}
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
