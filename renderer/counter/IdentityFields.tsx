import { useState } from 'react'
import { LocalDate } from '../../shared/contract/ids.ts'
import type { Identity } from '../../shared/contract/visits.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import { readFrenchDate, writeFrenchDate } from './names.ts'
import { useTyped } from './Note.tsx'
import style from './Person.module.css'

/** What was seen on the paper: issuer, end of validity, whether it was checked. No number, no copy. */
export function IdentityFields({
  identity,
  onChange,
}: {
  readonly identity: Identity
  readonly onChange: (identity: Identity) => void
}) {
  const words = fr.counter
  const verified = identity.verified === true
  const issuer = useTyped(identity.issuer ?? null, (text) => onChange({ ...identity, issuer: text }))
  useKeys({ Digit8: () => onChange({ ...identity, verified: !verified }) })
  return (
    <div className={style.fields}>
      <Checkbox
        keyCap="8"
        isSelected={verified}
        onChange={(ticked) => onChange({ ...identity, verified: ticked })}
      >
        {words.verify}
      </Checkbox>
      <ValidUntil
        validUntil={identity.validUntil ?? null}
        onChange={(validUntil) => onChange({ ...identity, validUntil })}
      />
      <Field
        label={words.issuer}
        value={issuer.text}
        onChange={issuer.setText}
        onBlur={issuer.leave}
        maxLength={100}
      />
    </div>
  )
}

/** A date as it stands on the paper; kept as soon as it is one, or when the field is emptied. */
function ValidUntil({
  validUntil,
  onChange,
}: {
  readonly validUntil: Identity['validUntil']
  readonly onChange: (day: LocalDate | null) => void
}) {
  const words = fr.counter
  const [text, setText] = useState(validUntil == null ? '' : writeFrenchDate(validUntil))
  const [wrong, setWrong] = useState(false)
  return (
    <Field
      label={words.validUntil}
      detail={words.validUntilHelp}
      error={wrong ? words.validUntilWrong : undefined}
      inputMode="numeric"
      maxLength={10}
      value={text}
      onChange={(typed) => {
        setText(typed)
        const read = LocalDate.safeParse(readFrenchDate(typed))
        if (read.success) onChange(read.data)
        if (read.success) setWrong(false)
      }}
      onBlur={() => {
        const empty = text.trim() === ''
        setWrong(!empty && readFrenchDate(text) === undefined)
        if (empty && validUntil != null) onChange(null)
      }}
    />
  )
}
