import { useState } from 'react'
import type { AgentId } from '../../../../shared/contract/ids.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import { loginWords } from '../../../../shared/messages/people/login.fr.ts'
import { useCommand } from '../../../link/hooks.ts'
import lettering from '../../../ui/Lettering.module.css'
import { Select } from '../../../ui/Select.tsx'
import { Button } from '../../../ui/Button.tsx'
import style from '../People.module.css'
import { personName } from '../personName.ts'

const words = loginWords.page
type People = Output<'people.view'>['people']
type Knock = Output<'login.show'>['knocks'][number]

/** Whose account is whose, and who came without being anybody here yet. */
export function Accounts({
  shown,
  people,
  onChange,
}: {
  readonly shown: Output<'login.show'>
  readonly people: People
  readonly onChange: () => void
}) {
  const unlink = useCommand('login.unlink')
  return (
    <>
      <section aria-label={words.knocks}>
        <h3 className={lettering.heading}>{words.knocks}</h3>
        <p className={lettering.under}>{shown.knocks.length === 0 ? words.noKnock : words.knocksHelp}</p>
        <ul role="list">
          {shown.knocks.map((knock) => (
            <li key={knock.knockId} className={style.doing}>
              <Knocking knock={knock} people={people} onDone={onChange} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={words.linked}>
        <h3 className={lettering.heading}>{words.linked}</h3>
        {shown.linked.length === 0 && <p className={lettering.under}>{words.nobody}</p>}
        <ul role="list">
          {shown.linked.map((one) => (
            <li key={one.agentId} className={style.acts}>
              <span>{personName(one)}</span>
              <Button
                aria-label={words.unlinkFor(personName(one))}
                onPress={() => void unlink({ agentId: one.agentId }).then(onChange)}
              >
                {words.unlink}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** One who knocks: the code on their screen tells them from another of the same name. */
function Knocking({
  knock: { knockId, code, name, email },
  people,
  onDone,
}: {
  readonly knock: Knock
  readonly people: People
  readonly onDone: () => void
}) {
  const link = useCommand('login.link')
  const [who, setWho] = useState<AgentId | ''>('')
  return (
    <>
      <p>
        {name} <span className={lettering.under}>{email}</span> <strong>{words.code(code)}</strong>
      </p>
      <div className={style.acts}>
        <Select<AgentId | ''>
          label={words.who}
          value={who}
          options={[
            { value: '', title: words.choose },
            ...people.map((one) => ({ value: one.agentId, title: personName(one) })),
          ]}
          onChange={setWho}
        />
        <Button
          isDisabled={who === ''}
          onPress={() => {
            if (who !== '') void link({ agentId: who, knockId }).then(onDone)
          }}
        >
          {words.link}
        </Button>
      </div>
    </>
  )
}
