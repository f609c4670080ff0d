import { settings } from '../../../shared/messages/office/settings.fr.ts'
import { Field } from '../../ui/Field.tsx'
import { wholeReferences } from '../../ui/Prose.tsx'
import stack from '../../ui/Stack.module.css'
import type { AddressDraft, AgentDraft, Wrong } from './addressForm.ts'
import style from '../Settings.module.css'

const words = settings.fields

/** The office's name and where the public finds it. */
export function AddressFields({
  draft,
  wrong,
  autoFocus = false,
  onChange,
}: {
  readonly draft: AddressDraft
  readonly wrong: Wrong<AddressDraft>
  readonly autoFocus?: boolean
  readonly onChange: (draft: AddressDraft) => void
}) {
  const field = (name: keyof AddressDraft, more: { readonly type?: 'tel' | 'email' } = {}) => (
    <Field
      label={words[name]}
      value={draft[name]}
      error={wrong[name]}
      onChange={(value) => onChange({ ...draft, [name]: value })}
      {...more}
    />
  )
  return (
    <div className={stack.between}>
      <Field
        label={words.name}
        value={draft.name}
        error={wrong.name}
        autoFocus={autoFocus}
        onChange={(name) => onChange({ ...draft, name })}
      />
      {field('street')}
      <div className={style.postal}>
        {field('postalCode')}
        {field('city')}
      </div>
      <div className={style.pair}>
        {field('phone', { type: 'tel' })}
        {field('email', { type: 'email' })}
      </div>
      <p className={style.small}>{wholeReferences(words.why)}</p>
    </div>
  )
}

/** First name, family name and capacity of an agent, as documents bear them. */
export function AgentFields({
  startsFocused = false,
  draft,
  wrong,
  onChange,
}: {
  /** For a form that was just asked for. */
  readonly startsFocused?: boolean
  readonly draft: AgentDraft
  readonly wrong: Wrong<AgentDraft>
  readonly onChange: (draft: AgentDraft) => void
}) {
  const field = (name: keyof AgentDraft) => (
    <Field
      label={words[name]}
      startsFocused={startsFocused && name === 'firstName'}
      value={draft[name]}
      error={wrong[name]}
      onChange={(value) => onChange({ ...draft, [name]: value })}
    />
  )
  return (
    <div className={stack.between}>
      <div className={style.pair}>
        {field('firstName')}
        {field('familyName')}
      </div>
      {field('capacity')}
      <p className={style.small}>{wholeReferences(words.whyAgent)}</p>
    </div>
  )
}
