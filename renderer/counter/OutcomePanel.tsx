import { useEffect, useRef } from 'react'
import { outcomes, type Outcome } from '../../shared/contract/documents.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useKeys } from '../ui/keys.ts'
import type { Current } from './acts.ts'
import style from './Serving.module.css'

/** The order of the keys 1 to 7: what happens most comes first. */
const order: readonly Outcome[] = [
  'filed',
  'incomplete',
  'information',
  'handedOver',
  'forwarded',
  'refused',
  'notServed',
]

/** How the visit ends, what paper each end gives, and what the pieces suggest: Enter confirms it. */
export function OutcomePanel({
  ends,
  proposed,
  onChoose,
  onLeave,
}: {
  readonly ends: Current['ends']
  readonly proposed: Outcome
  readonly onChoose: (outcome: Outcome) => void
  readonly onLeave: () => void
}) {
  const words = fr.counter
  const offered = [...order, ...outcomes.filter((outcome) => !order.includes(outcome))]
  useKeys(Object.fromEntries(offered.map((outcome, at) => [`Digit${at + 1}`, () => onChoose(outcome)])))
  const first = useRef<HTMLButtonElement>(null)
  // Enter confirms what is proposed.
  useEffect(() => {
    first.current?.focus()
  }, [])
  const papersOf = (outcome: Outcome) => {
    const documents = ends.find((end) => end.outcome === outcome)?.documents ?? []
    return documents.length === 0
      ? words.issuesNone
      : words.issues(documents.map((kind) => words.documents[kind].toLowerCase()).join(', '))
  }
  return (
    <Card label={words.endTitle} className={style.question}>
      <div className={style.panelHead}>
        <h3 className={style.questionTitle}>{words.endTitle}</h3>
        <Button kind="quiet" size="dense" keyCap="Échap" onPress={onLeave}>
          {words.close}
        </Button>
      </div>
      <p className={style.small}>{words.endHelp}</p>
      <ul className={style.choices} role="list">
        {offered.map((outcome, at) => (
          <li key={outcome}>
            <Button
              keyCap={String(at + 1)}
              kind={outcome === proposed ? 'primary' : 'plain'}
              {...(outcome === proposed ? { ref: first } : {})}
              onPress={() => onChoose(outcome)}
            >
              {words.outcomes[outcome]}
              <small>
                {outcome === proposed && `${words.proposed} · `}
                {papersOf(outcome)}
              </small>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
