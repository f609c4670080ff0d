import { useState } from 'react'
import type { AgentName } from '../../shared/contract/office/settings.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { SecretField } from './SecretField.tsx'
import { wrongOf, type SecretDraft } from './secretDraft.ts'
import { strengthOf } from './strength.ts'
import { Checkbox } from '../ui/Check.tsx'
import stack from '../ui/Stack.module.css'
import style from './People.module.css'

const words = peopleWords.choose

/**
 * The secret and its repetition, with how sure it is said as it is typed. Shown, it is read instead of typed again.
 * @param tried what is wrong is said as such
 */
export function NewSecret({
  draft,
  name,
  phrase,
  tried,
  startsFocused = false,
  onChange,
}: {
  readonly draft: SecretDraft
  readonly name: AgentName | null
  /** Only a passphrase will do: who manages has one. */
  readonly phrase: boolean
  readonly tried: boolean
  readonly startsFocused?: boolean
  readonly onChange: (draft: SecretDraft) => void
}) {
  const [shown, setShown] = useState(false)
  const wrong = tried ? wrongOf(draft, name, phrase) : {}
  const strength = draft.secret === '' ? null : strengthOf(draft.secret, name, phrase)
  return (
    <div className={stack.near}>
      <SecretField
        label={phrase ? words.phrase : words.pinOr}
        detail={words.phraseHelp}
        value={draft.secret}
        error={wrong.secret}
        shown={shown}
        startsFocused={startsFocused}
        onChange={(secret) => onChange({ secret, again: shown ? secret : draft.again })}
      />
      <p role="status" className={style.strength}>
        {wrong.secret === undefined && strength?.said}
      </p>
      <Checkbox
        isSelected={shown}
        onChange={(shows) => {
          setShown(shows)
          onChange({ ...draft, again: shows ? draft.secret : '' })
        }}
      >
        {peopleWords.show}
      </Checkbox>
      {!shown && (
        <SecretField
          label={words.again}
          value={draft.again}
          error={wrong.again}
          onChange={(again) => onChange({ ...draft, again })}
        />
      )}
    </div>
  )
}
