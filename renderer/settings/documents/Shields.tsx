import { useState } from 'react'
import type { AgentId } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { papersSettings } from '../../../shared/messages/documents/settings.fr.ts'
import { nameOf } from '../../people/agentName.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { AgentSelect } from './Delegations.tsx'
import { Prose } from '../../ui/Prose.tsx'
import style from './Papers.module.css'

const words = papersSettings.shields

type Agents = Output<'settings.view'>['agents']
type Shield = Output<'paper.view'>['shields'][number]
type OnShield = (input: Input<'agent.shield'>) => Promise<boolean>

/** Agents who speak under a pseudonym, and why; giving the name back has its reason too. */
export function Shields({
  shields,
  agents,
  onShield,
}: {
  readonly shields: readonly Shield[]
  readonly agents: Agents
  readonly onShield: OnShield
}) {
  const [asked, setAsked] = useState<AgentId | 'new' | null>(null)
  const [message, setMessage] = useState('')
  const done = (sentence: string) => {
    setAsked(null)
    setMessage(sentence)
  }
  return (
    <Group title={words.title} className={style.section}>
      <p className={style.help}>
        <Prose>{words.help}</Prose>
      </p>
      {shields.length === 0 && <p className={style.help}>{words.none}</p>}
      <Rows label={words.title}>
        {shields.map(({ agentId, pseudonym, reason }) => {
          const name = nameOf(agents, agentId)
          return asked === agentId ? (
            <li key={agentId}>
              <ShieldForm
                title={words.giveBackFor(name)}
                agents={null}
                act={words.giveBack}
                onCancel={() => setAsked(null)}
                onSend={async ({ reason: why }) => {
                  if (await onShield({ agentId, pseudonym: null, reason: why })) done(words.back(name))
                }}
              />
            </li>
          ) : (
            <Row key={agentId} wraps>
              <About least={160}>
                <span className={lettering.strong}>{pseudonym}</span>, {name}
                <br />
                <span className={style.help}>{reason ?? words.reasonErased}</span>
              </About>
              <Button
                kind="quiet"
                size="dense"
                aria-label={words.giveBackFor(name)}
                onPress={() => setAsked(agentId)}
              >
                {words.giveBack}
              </Button>
            </Row>
          )
        })}
      </Rows>
      {asked === 'new' ? (
        <ShieldForm
          title={words.add}
          agents={agents}
          act={words.give}
          onCancel={() => setAsked(null)}
          onSend={async ({ agentId, pseudonym, reason }) => {
            if (agentId !== null && (await onShield({ agentId, pseudonym, reason })))
              done(words.done(nameOf(agents, agentId)))
          }}
        />
      ) : (
        <Acts room="around">
          <Button onPress={() => setAsked('new')}>{words.add}</Button>
          <span role="status" className={style.help}>
            {message}
          </span>
        </Acts>
      )}
    </Group>
  )
}

type Typed = { readonly agentId: AgentId | null; readonly pseudonym: string; readonly reason: string }

function ShieldForm({
  title,
  agents,
  act,
  onSend,
  onCancel,
}: {
  readonly title: string
  /** Null: the agent is known, and only the reason is asked. */
  readonly agents: Agents | null
  readonly act: string
  readonly onSend: (typed: Typed) => Promise<void>
  readonly onCancel: () => void
}) {
  const [typed, setTyped] = useState<Typed>({ agentId: null, pseudonym: '', reason: '' })
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const wrong = papersSettings.wrong
  const noAgent = agents !== null && typed.agentId === null
  const noPseudonym = agents !== null && wordsIn(typed.pseudonym) === ''
  const noReason = wordsIn(typed.reason) === ''
  return (
    <OpenedForm
      act={act}
      cancel={papersSettings.cancel}
      onCancel={onCancel}
      aria-label={title}
      onSend={() => {
        setTried(true)
        if (noAgent || noPseudonym || noReason) return
        void onSend({ ...typed, pseudonym: wordsIn(typed.pseudonym), reason: wordsIn(typed.reason) })
      }}
    >
      {agents !== null && (
        <>
          <AgentSelect
            label={words.agent}
            agents={agents}
            value={typed.agentId}
            wrong={tried && noAgent ? wrong.agent : undefined}
            onChange={(agentId) => set({ agentId })}
          />
          <Field
            label={words.pseudonym}
            detail={words.pseudonymHelp}
            maxLength={200}
            value={typed.pseudonym}
            error={tried && noPseudonym ? wrong.pseudonym : undefined}
            onChange={(pseudonym) => set({ pseudonym })}
          />
        </>
      )}
      <Field
        label={agents === null ? words.giveBackReason : words.reason}
        detail={words.reasonHelp}
        startsFocused={agents === null}
        maxLength={200}
        value={typed.reason}
        error={tried && noReason ? wrong.reason : undefined}
        onChange={(reason) => set({ reason })}
      />
    </OpenedForm>
  )
}
