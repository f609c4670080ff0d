import { useState } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Assessment, Capacity } from '../../shared/contract/law/assessment.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { longestName } from '../../shared/contract/longestName.ts'
import { actsThemself } from '../../shared/identity/capacities.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { handoverWords as words } from '../../shared/messages/visit/handover.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Field } from '../ui/Field.tsx'
import { useKeysWithin } from '../ui/keysWithin.ts'
import { Select } from '../ui/Select.tsx'
import { capacityOrder, capacityToday, isForeseen } from './capacity.ts'
import lettering from '../ui/Lettering.module.css'
import style from './HandOver.module.css'

/** Who takes a title, by name, and in what capacity; an empty name is that of its holder. */
export type Taker = { readonly to: Capacity; readonly name: string }

/** What the capacity allows on a day, its proof once seen. */
const today = (capacity: Capacity, assessment: Assessment | null, on: LocalDate) =>
  capacityToday({ capacity, capacitySeen: null }, assessment, on)

/**
 * In what capacity somebody else takes a title: those to which the procedure lets it be given, in its order, that fit the
 * holder's age; where it foresees none, those that the texts foresee anywhere.
 */
const inTheirPlace = (
  assessment: Assessment | null,
  adult: boolean | null,
  on: LocalDate,
): readonly Capacity[] => {
  const others = capacityOrder(assessment).filter(
    (each) =>
      !actsThemself(each) &&
      (adult === null || each === 'relative' || adult !== (each === 'legalRepresentative')),
  )
  const foreseen = others.filter(
    (each) => isForeseen(assessment, each) && today(each, assessment, on)?.may.includes('collect') === true,
  )
  return foreseen.length > 0 ? foreseen : others
}

/** Somebody else than the holder takes the title: their name, and in what capacity. Entrée notes it. */
export function TitleTaker({
  capacity,
  taker,
  assessment,
  adult,
  on,
  onSend,
  onLeave,
}: {
  /** The sheet's. */
  readonly capacity: Capacity
  readonly taker: string
  readonly assessment: Assessment | null
  /** The holder is of age; null where nobody knows. */
  readonly adult: boolean | null
  readonly on: LocalDate
  readonly onSend: (taker: Taker) => void
  readonly onLeave: () => void
}) {
  const offered = inTheirPlace(assessment, adult, on)
  // A child's title is taken by who represents them; for an adult, a guardianship is said by the agent alone.
  const [to, setTo] = useState<Capacity | null>(
    actsThemself(capacity) ? (adult === false ? (offered[0] ?? null) : null) : capacity,
  )
  const [name, setName] = useState(taker)
  const [asked, setAsked] = useState(false)
  const missing = to !== 'self' && wordsIn(name) === ''
  const proof = to === null ? null : (today(to, assessment, on)?.proof ?? null)
  const form = useKeysWithin<HTMLFormElement>(({ key }) => key === 'Escape' && onLeave())
  return (
    <form
      ref={form}
      className={classes(style.foot, style.taker)}
      data-own-escape
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (!missing && to !== null) onSend({ to, name: to === 'self' ? '' : wordsIn(name) })
      }}
    >
      <div className={style.takerFields}>
        <Field
          label={fileActs.fields.receiver}
          startsFocused
          autoComplete="off"
          spellCheck="false"
          maxLength={longestName}
          value={name}
          error={asked && missing ? fileActs.fields.receiverMissing : undefined}
          onChange={setName}
        />
        <Select<Capacity | ''>
          label={words.takerCapacity}
          value={to ?? ''}
          options={[
            ...(to === null ? [{ value: '' as const, title: words.takerUnsaid }] : []),
            ...[...new Set([...offered, ...(to === null ? [] : [to]), 'self' as const])].map((value) => ({
              value,
              title: value === 'self' ? words.takerSelf : counterWords.capacities[value],
            })),
          ]}
          onChange={(chosen) => setTo(chosen === '' ? null : chosen)}
        />
      </div>
      {asked && to === null && (
        <p role="alert" className={lettering.wrong}>
          {words.takerUnsaidYet}
        </p>
      )}
      {proof !== null && <p className={style.small}>{words.takerProof(proof)}</p>}
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
