import { useState } from 'react'
import type { AgentId, ProcedureId } from '../../../shared/contract/ids.ts'
import type { Delegation } from '../../../shared/contract/documents/paperSettings.ts'
import { signingCapacities, type SigningCapacity } from '../../../shared/contract/documents/signing.ts'
import { isArguable } from '../../../shared/domain/documents/capacities.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { papersSettings } from '../../../shared/messages/documents/settings.fr.ts'
import { Choice, Choices } from '../../ui/Choice.tsx'
import { Acts } from '../../ui/Acts.tsx'
import { Fields } from '../../ui/Fields.tsx'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Select } from '../../ui/Select.tsx'
import { nameOf } from '../../people/agentName.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { dayOrNone } from '../../ui/dates.ts'
import { Field } from '../../ui/Field.tsx'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { delegationBlank, delegationFrom, type DelegationDraft } from './paperDraft.ts'
import { Prose } from '../../ui/Prose.tsx'
import style from './Papers.module.css'

const words = papersSettings.delegations

type Agents = Output<'settings.view'>['agents']
type Procedures = readonly { readonly value: ProcedureId; readonly title: string }[]

/** Who signs which decisions, from when to when, by which act. */
export function Delegations({
  delegations,
  agents,
  procedures,
  onChange,
}: {
  readonly delegations: readonly Delegation[]
  readonly agents: Agents
  readonly procedures: Procedures
  readonly onChange: (delegations: readonly Delegation[]) => void
}) {
  const [adding, setAdding] = useState(false)
  const titled = new Map(procedures.map(({ value, title }) => [value, title]))
  return (
    <Group title={words.title} className={style.section}>
      <p className={style.help}>
        <Prose>{words.help}</Prose>
      </p>
      {delegations.length === 0 && <p className={style.help}>{words.none}</p>}
      <Rows label={words.title}>
        {delegations.map((each) => (
          <Row key={JSON.stringify(each)} wraps>
            <About least={160}>
              <span className={lettering.strong}>{nameOf(agents, each.agentId)}</span>,{' '}
              {each.until === null ? words.since(each.from) : words.during(each.from, each.until)}
              <br />
              <span className={style.help}>
                {[
                  each.procedures?.map((id) => titled.get(id) ?? id).join(', ') ?? words.all,
                  each.act ?? words.ownPower,
                  each.capacity === undefined ? words.capacityUnsaid : words.capacities[each.capacity],
                  ...(isArguable(each) ? [words.arguableShort] : []),
                ].join(' · ')}
              </span>
            </About>
            <Button
              kind="quiet"
              size="dense"
              aria-label={words.removeFor(nameOf(agents, each.agentId))}
              onPress={() => onChange(delegations.filter((other) => other !== each))}
            >
              {words.remove}
            </Button>
          </Row>
        ))}
      </Rows>
      {adding ? (
        <AddDelegation
          agents={agents}
          procedures={procedures}
          onCancel={() => setAdding(false)}
          onAdd={(delegation) => {
            setAdding(false)
            onChange([...delegations, delegation])
          }}
        />
      ) : (
        <Acts room="around">
          <Button onPress={() => setAdding(true)}>{words.add}</Button>
        </Acts>
      )}
    </Group>
  )
}

function AddDelegation({
  agents,
  procedures,
  onAdd,
  onCancel,
}: {
  readonly agents: Agents
  readonly procedures: Procedures
  readonly onAdd: (delegation: Delegation) => void
  readonly onCancel: () => void
}) {
  const [draft, setDraft] = useState<DelegationDraft>(delegationBlank)
  const [wrong, setWrong] = useState<Readonly<Partial<Record<keyof DelegationDraft, string>>>>({})
  const set = (part: Partial<DelegationDraft>) => setDraft({ ...draft, ...part })
  return (
    <OpenedForm
      act={words.keep}
      cancel={papersSettings.cancel}
      onCancel={onCancel}
      aria-label={words.add}
      onSend={() => {
        const made = delegationFrom(draft)
        setWrong('wrong' in made ? made.wrong : {})
        if ('delegation' in made) onAdd(made.delegation)
      }}
    >
      <AgentSelect
        label={words.agent}
        agents={agents}
        value={draft.agentId}
        wrong={wrong.agentId}
        onChange={(agentId) => set({ agentId })}
      />
      <div>
        <Select<SigningCapacity | ''>
          label={words.capacity}
          value={draft.capacity ?? ''}
          options={[
            { value: '', title: words.chooseCapacity },
            ...signingCapacities.map((value) => ({ value, title: words.capacities[value] })),
          ]}
          onChange={(capacity) => set({ capacity: capacity === '' ? null : capacity })}
        />
        {wrong.capacity !== undefined && <p className={lettering.wrong}>{wrong.capacity}</p>}
        {draft.capacity !== null &&
          isArguable({
            ...draft,
            capacity: draft.capacity,
            procedures: draft.procedures && [...draft.procedures],
          }) && <p className={style.help}>{words.arguable}</p>}
      </div>
      <Fields>
        <DateField
          label={words.from}
          value={dayOrNone(draft.from)}
          error={wrong.from}
          onChange={(from) => set({ from: from ?? '' })}
        />
        <DateField
          label={words.until}
          detail={words.untilHelp}
          value={dayOrNone(draft.until)}
          error={wrong.until}
          onChange={(until) => set({ until: until ?? '' })}
        />
      </Fields>
      <Field
        label={words.act}
        detail={words.actHelp}
        maxLength={200}
        error={wrong.act}
        value={draft.act}
        onChange={(act) => set({ act })}
      />
      <Choice
        label={words.which}
        value={draft.procedures === null ? 'all' : 'some'}
        onChange={(which) => set({ procedures: which === 'all' ? null : [] })}
        options={[
          { value: 'all', title: words.all },
          { value: 'some', title: words.some },
        ]}
      />
      {draft.procedures !== null && (
        <Choices<ProcedureId>
          label={words.which}
          values={draft.procedures}
          onChange={(chosen) => set({ procedures: chosen })}
          options={procedures}
        />
      )}
      {wrong.procedures !== undefined && <p className={lettering.wrong}>{wrong.procedures}</p>}
    </OpenedForm>
  )
}

/** One of the office's agents. */
export const AgentSelect = ({
  label,
  agents,
  value,
  wrong,
  onChange,
}: {
  readonly label: string
  readonly agents: Agents
  readonly value: AgentId | null
  readonly wrong: string | undefined
  readonly onChange: (agentId: AgentId | null) => void
}) => (
  <div>
    <Select<string>
      label={label}
      value={value ?? ''}
      options={[
        { value: '', title: words.chooseAgent },
        ...agents.map(({ agentId }) => ({ value: agentId as string, title: nameOf(agents, agentId) })),
      ]}
      onChange={(chosen) => onChange(agents.find(({ agentId }) => agentId === chosen)?.agentId ?? null)}
    />
    {wrong !== undefined && <p className={lettering.wrong}>{wrong}</p>}
  </div>
)
