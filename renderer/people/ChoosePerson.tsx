import { useState } from 'react'
import type { AgentId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { folded } from '../../shared/procedures/search/words.ts'
import { useOffice } from '../link/office.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './People.module.css'

export type Candidate = Output<'session.view'>['people'][number]
const words = peopleWords.who

/** People who have each their figure; more are found by their name. */
export const withFigures = 9

export const nameOf = ({
  agentId,
  name,
  pseudonym,
}: Pick<Candidate, 'agentId' | 'name' | 'pseudonym'>): string =>
  name ? `${name.firstName} ${name.familyName}` : (pseudonym ?? words.unnamed(agentId))

/** The people whose name has every word that was typed. */
export const matching = (people: readonly Candidate[], typed: string): readonly Candidate[] => {
  const asked = folded(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return people.filter((person) => {
    const name = folded(nameOf(person))
    return asked.every((word) => name.includes(word))
  })
}

/** « Qui êtes-vous ? »: each of the first nine by a figure, anyone by the beginning of their name. */
export function ChoosePerson({
  people,
  now,
  onChoose,
}: {
  readonly people: readonly Candidate[]
  /** Milliseconds, the office's clock. */
  readonly now: number
  readonly onChoose: (agentId: AgentId) => void
}) {
  const { zone } = useOffice()
  const [typed, setTyped] = useState('')
  const many = people.length > withFigures
  const shown = matching(people, typed)
  if (people.length === 0) return <p>{words.nobody}</p>
  return (
    <Form
      onSend={() => {
        const [first] = shown
        if (first && wordsIn(typed) !== '') onChoose(first.agentId)
      }}
    >
      {many && (
        <Field label={words.find} value={typed} autoComplete="off" startsFocused onChange={setTyped} />
      )}
      {shown.length === 0 && <p role="status">{words.none}</p>}
      <ul role="list" className={style.people}>
        {shown.map((person, at) => (
          <li key={person.agentId}>
            <Button
              wide
              keyCap={!many && at < withFigures ? String(at + 1) : undefined}
              onPress={() => onChoose(person.agentId)}
            >
              <span className={style.person}>
                {nameOf(person)} <span className={lettering.small}>{detailOf(person, now, zone)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Form>
  )
}

function detailOf({ name, opensWith, lockedUntil }: Candidate, now: number, zone: string): string {
  if (lockedUntil !== null && lockedUntil > now) return words.waits(lockedUntil, zone)
  if (opensWith === null) return words.notYet
  return opensWith === 'invited' ? words.invited : (name?.capacity ?? '')
}
