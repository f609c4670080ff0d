import { useState } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { longestNamePart } from '../../shared/contract/longestName.ts'
import type { Person } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { DateField } from '../ui/DateField.tsx'
import style from './Person.module.css'

/**
 * The name of whom the request is for, where it is wanted: the family name addresses them (CRPA L111-3), the name of
 * use only once they asked for it, on a day. Nothing is noted without a family name.
 */
export function NameFields({
  person,
  on,
  onChange,
}: {
  readonly person: Person | null
  readonly on: LocalDate
  readonly onChange: (person: Person | null) => void
}) {
  const words = counterWords.who
  const saved = JSON.stringify(draftOf(person))
  const [typed, setTyped] = useState(draftOf(person))
  // What a zone filled shows at once; what the sheet did not change takes nothing from what is being typed.
  const [seen, setSeen] = useState(saved)
  if (saved !== seen) {
    const before = JSON.parse(seen) as Draft
    const now = draftOf(person)
    setSeen(saved)
    setTyped({
      familyName: now.familyName === before.familyName ? typed.familyName : now.familyName,
      firstName: now.firstName === before.firstName ? typed.firstName : now.firstName,
      birthDate: now.birthDate === before.birthDate ? typed.birthDate : now.birthDate,
      usage: now.usage === before.usage ? typed.usage : now.usage,
    })
  }
  const asked = person?.usageName ?? null
  const [asking, setAsking] = useState(asked !== null)
  const save = (next: Draft) => {
    setTyped(next)
    const familyName = wordsIn(next.familyName)
    if (familyName === '') {
      if (person !== null) onChange(null)
      return
    }
    const usage = wordsIn(next.usage)
    const now: Person = {
      familyName,
      firstName: wordsIn(next.firstName) || null,
      birthDate: next.birthDate,
      usageName: asking && usage !== '' ? { name: usage, askedOn: asked?.askedOn ?? on } : null,
    }
    if (JSON.stringify(draftOf(now)) !== saved) onChange(now)
  }
  const leave = () => save(typed)
  return (
    <>
      <div data-chain className={style.chain}>
        <Field
          label={words.name}
          autoComplete="off"
          spellCheck="false"
          maxLength={longestNamePart}
          value={typed.familyName}
          onChange={(familyName) => setTyped({ ...typed, familyName })}
          onBlur={leave}
        />
        <Field
          label={words.firstName}
          autoComplete="off"
          spellCheck="false"
          maxLength={longestNamePart}
          value={typed.firstName}
          onChange={(firstName) => setTyped({ ...typed, firstName })}
          onBlur={leave}
        />
        <DateField
          label={words.birth}
          value={typed.birthDate}
          onChange={(birthDate) => save({ ...typed, birthDate })}
        />
      </div>
      <Checkbox
        isSelected={asking}
        isDisabled={wordsIn(typed.familyName) === ''}
        onChange={(ticked) => {
          setAsking(ticked)
          if (!ticked && asked !== null && person !== null) onChange({ ...person, usageName: null })
        }}
      >
        {words.usageAsked}
      </Checkbox>
      {asking && (
        <Field
          label={words.usageName}
          autoComplete="off"
          spellCheck="false"
          maxLength={longestNamePart}
          value={typed.usage}
          onChange={(usage) => setTyped({ ...typed, usage })}
          onBlur={leave}
        />
      )}
    </>
  )
}

type Draft = {
  readonly familyName: string
  readonly firstName: string
  readonly birthDate: LocalDate | null
  readonly usage: string
}

const draftOf = (person: Person | null): Draft => ({
  familyName: person?.familyName ?? '',
  firstName: person?.firstName ?? '',
  birthDate: person?.birthDate ?? null,
  usage: person?.usageName?.name ?? '',
})
