import { useState } from 'react'
import type { AgentId, ServiceId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { wordFor } from '../../../shared/domain/office/defaults.ts'
import { settings as texts } from '../../../shared/messages/office/settings.fr.ts'
import { Button } from '../../ui/Button.tsx'
import { Ticks } from '../../ui/Check.tsx'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { EditedRows } from '../../ui/EditedRows.tsx'
import { About, Row } from '../../ui/Rows.tsx'
import { AgentFields } from '../office/AddressFields.tsx'
import { useView } from '../../link/hooks.ts'
import { isUninvited } from './invited.ts'
import { agentFrom, type AgentDraft, type Wrong } from '../office/addressForm.ts'
import style from '../Settings.module.css'
import type { AdministrationActs } from '../acts.ts'

type Agent = Output<'settings.view'>['agents'][number]
const words = texts.administration

const nameOf = ({ agentId, name }: Agent): string =>
  name ? `${name.firstName} ${name.familyName}` : words.agentUnnamed(agentId)

/** Who receives, and what for. */
export function Agents({
  agents,
  services,
  onSet,
  onInvite,
}: {
  readonly agents: readonly Agent[]
  readonly services: readonly Service[]
  readonly onSet: AdministrationActs['setAgent']
  /** Goes where an agent is invited to choose a code. */
  readonly onInvite: () => void
}) {
  const uninvited = useUninvited()
  const named = new Map(services.map(({ serviceId, name }) => [serviceId, name.fr]))
  return (
    <section aria-label={words.agents}>
      {agents.length === 0 && <p className={style.small}>{words.agentNone}</p>}
      <EditedRows
        label={words.agents}
        things={agents}
        idOf={({ agentId }) => agentId}
        add={words.agentAdd}
        form={(agent, done) => (
          <EditAgent
            agent={agent}
            services={services}
            onCancel={done}
            onSet={async (name, skills) => {
              const taken = new Set<string>(agents.map(({ agentId }) => agentId))
              const agentId =
                agent?.agentId ?? (wordFor(`${name.firstName} ${name.familyName}`, taken, 'agent') as AgentId)
              if (await onSet(agentId, name, skills)) done()
            }}
          />
        )}
        line={(agent, edit) => (
          <Row wraps>
            <About least={160}>
              <span className={lettering.strong}>{nameOf(agent)}</span>
              {agent.name && <span className={style.small}>, {agent.name.capacity}</span>}
              <br />
              <span className={style.small}>
                {agent.services.map((serviceId) => named.get(serviceId) ?? serviceId).join(', ') ||
                  words.noService}
              </span>
            </About>
            {uninvited.has(agent.agentId) && (
              <Button size="dense" aria-label={words.agentInviteFor(nameOf(agent))} onPress={onInvite}>
                {words.agentInvite}
              </Button>
            )}
            <Button size="dense" aria-label={words.agentEditFor(nameOf(agent))} onPress={edit}>
              {words.agentEdit}
            </Button>
          </Row>
        )}
      />
    </section>
  )
}

/** Who has a right and nothing to enter by, where stations ask who is there: an agent just added cannot come in yet. */
function useUninvited(): ReadonlySet<AgentId> {
  const people = useView('people.view', {})
  const without = people?.protected === true ? people.people.filter(isUninvited) : []
  return new Set(without.map(({ agentId }) => agentId))
}

function EditAgent({
  agent,
  services,
  onSet,
  onCancel,
}: {
  readonly agent: Agent | null
  readonly services: readonly Service[]
  readonly onSet: (name: AgentDraft, services: readonly ServiceId[]) => Promise<void>
  readonly onCancel: () => void
}) {
  const [draft, setDraft] = useState<AgentDraft>(
    agent?.name ?? { firstName: '', familyName: '', capacity: texts.welcome.capacity },
  )
  const [skills, setSkills] = useState<readonly ServiceId[]>(
    agent?.services ?? services.map(({ serviceId }) => serviceId),
  )
  const [wrong, setWrong] = useState<Wrong<AgentDraft>>({})
  return (
    <OpenedForm
      act={words.save}
      cancel={words.cancel}
      narrow
      onCancel={onCancel}
      onSend={() => {
        const made = agentFrom(draft)
        setWrong('wrong' in made ? made.wrong : {})
        if ('name' in made) void onSet(made.name, skills)
      }}
    >
      <AgentFields startsFocused draft={draft} wrong={wrong} onChange={setDraft} />
      <div role="group" aria-label={words.agentServices}>
        <p className={lettering.label}>{words.agentServices}</p>
        <Ticks
          values={skills}
          options={services.map(({ serviceId, name }) => ({ value: serviceId, title: name.fr }))}
          onChange={setSkills}
        />
      </div>
    </OpenedForm>
  )
}
