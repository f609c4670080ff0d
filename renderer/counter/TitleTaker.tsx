import { useState } from 'react'
import type { Assessment, Capacity } from '../../shared/contract/law/assessment.ts'
import { actsThemself } from '../../shared/identity/capacities.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { handoverWords as words } from '../../shared/messages/visit/handover.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Field } from '../ui/Field.tsx'
import { useKeysWithin } from '../ui/keysWithin.ts'
import { Select } from '../ui/Select.tsx'
import { capacityOrder, isForeseen } from './capacity.ts'
import style from './HandOver.module.css'

/** Who takes a title, by name, and in what capacity; an empty name is that of its holder. */
export type Taker = { readonly to: Capacity; readonly name: string }

/** In what capacity somebody else takes a title: those that the procedure foresees, in its order, that fit the holder's age. */
const inTheirPlace = (assessment: Assessment | null, adult: boolean | null): readonly Capacity[] => {
  const others = capacityOrder(assessment).filter(
    (each) =>
      !actsThemself(each) &&
      (adult === null || each === 'relative' || adult !== (each === 'legalRepresentative')),
  )
  const foreseen = others.filter((each) => isForeseen(assessment, each))
  return foreseen.length > 0 ? foreseen : others
}

/** Somebody else than the holder takes the title: their name, and in what capacity. Entrée notes it. */
export function TitleTaker({
  capacity,
  taker,
  assessment,
  adult,
  onSend,
  onLeave,
}: {
  /** The sheet's. */
  readonly capacity: Capacity
  readonly taker: string
  readonly assessment: Assessment | null
  /** The holder is of age; null where nobody knows. */
  readonly adult: boolean | null
  readonly onSend: (taker: Taker) => void
  readonly onLeave: () => void
}) {
  const offered = inTheirPlace(assessment, adult)
  const [to, setTo] = useState<Capacity>(actsThemself(capacity) ? (offered[0] ?? 'mandate') : capacity)
  const [name, setName] = useState(taker)
  const [asked, setAsked] = useState(false)
  const missing = to !== 'self' && name.trim() === ''
  const form = useKeysWithin<HTMLFormElement>(({ key }) => key === 'Escape' && onLeave())
  return (
    <form
      ref={form}
      className={classes(style.foot, style.taker)}
      data-own-escape
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (!missing) onSend({ to, name: to === 'self' ? '' : name.trim() })
      }}
    >
      <div className={style.takerFields}>
        <Field
          label={fileActs.fields.receiver}
          startsFocused
          autoComplete="off"
          spellCheck="false"
          maxLength={200}
          value={name}
          error={asked && missing ? fileActs.fields.receiverMissing : undefined}
          onChange={setName}
        />
        <Select
          label={words.takerCapacity}
          value={to}
          options={[...new Set([...offered, to, 'self' as const])].map((value) => ({
            value,
            title: value === 'self' ? words.takerSelf : counterWords.capacities[value],
          }))}
          onChange={setTo}
        />
      </div>
      <div className={style.takerActs}>
        <Button type="submit" kind="primary" keyCap="Entrée">
          {words.takerAct}
        </Button>
        <Button kind="quiet" keyCap="Échap" onPress={onLeave}>
          {counterWords.close}
        </Button>
      </div>
    </form>
  )
}
