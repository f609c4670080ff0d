import { useState } from 'react'
import type { AgentId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { peopleWords } from '../../../shared/messages/people/people.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { NewSecret } from '../../people/NewSecret.tsx'
import { noSecretYet, wrongOf } from '../../people/secretDraft.ts'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import style from '../Settings.module.css'
import { personName } from './personName.ts'

type Person = Output<'people.view'>['people'][number]
const words = peopleWords.page

/** An office whose stations are open to all, until one of its people, who will manage it, has a passphrase. */
export function FirstManager({ people }: { readonly people: readonly Person[] }) {
  const link = useLink()
  const [who, setWho] = useState<AgentId | null>(people[0]?.agentId ?? null)
  const [draft, setDraft] = useState(noSecretYet)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const person = people.find(({ agentId }) => agentId === who)
  const wrong = wrongOf(draft, person?.name ?? null, true)
  const protect = async () => {
    setTried(true)
    if (!person || wrong.secret !== undefined || wrong.again !== undefined) return
    const result = await link.act('secret.first', { agentId: person.agentId, secret: draft.secret })
    setRefused('error' in result ? result.error.message : null)
  }
  return (
    <Group title={words.openTitle}>
      <p className={style.said}>{words.openHelp}</p>
      {person && (
        <Form aria-label={words.first} className={style.form} onSend={protect}>
          <Select
            label={words.firstWho}
            value={person.agentId}
            options={people.map((one) => ({ value: one.agentId, title: personName(one) }))}
            onChange={setWho}
          />
          <p className={style.small}>{peopleWords.welcome.help}</p>
          <NewSecret phrase draft={draft} name={person.name} tried={tried} onChange={setDraft} />
          <p role="alert">{refused}</p>
          <div className={style.acts}>
            <Button type="submit" kind="primary">
              {words.firstAct}
            </Button>
          </div>
        </Form>
      )}
    </Group>
  )
}
