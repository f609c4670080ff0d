import type { Identity } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import { DateField } from '../ui/DateField.tsx'
import { useTyped } from './Note.tsx'
import style from './Person.module.css'

/** What was seen on the paper: issuer, dates, whether it was checked. No number, no copy. */
export function IdentityFields({
  identity,
  onChange,
}: {
  readonly identity: Identity
  readonly onChange: (identity: Identity) => void
}) {
  const words = counterWords
  const verified = identity.verified === true
  const issuer = useTyped(identity.issuer ?? null, (text) => onChange({ ...identity, issuer: text }))
  useKeys({ Digit8: () => onChange({ ...identity, verified: !verified }) })
  return (
    <div className={style.chain}>
      <DateField
        label={words.validUntil}
        detail=""
        value={identity.validUntil ?? null}
        onChange={(validUntil) => onChange({ ...identity, validUntil })}
      />
      <DateField
        label={words.issuedOn}
        detail=""
        value={identity.issuedOn ?? null}
        onChange={(issuedOn) => onChange({ ...identity, issuedOn })}
      />
      <Field
        label={words.issuer}
        value={issuer.text}
        onChange={issuer.setText}
        onBlur={issuer.leave}
        maxLength={100}
      />
      <Checkbox
        keyCap="8"
        isSelected={verified}
        onChange={(ticked) => onChange({ ...identity, verified: ticked })}
      >
        {words.verify}
      </Checkbox>
    </div>
  )
}
