import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Assessment, Capacity } from '../../shared/contract/law/assessment.ts'
import type { CapacitySeen, Sheet } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import type { Patch } from './acts.ts'
import { isProofSeen, proofInList } from '../../shared/identity/capacities.ts'
import { capacityOrder, capacityToday, isBounded, isForeseen, isSaidAtOnce } from './capacity.ts'
import { Chooser } from './Chooser.tsx'
import { DateField } from '../ui/DateField.tsx'
import { useTyped } from './Note.tsx'
import { Panel } from './Panel.tsx'
import style from './Person.module.css'
import { Cited } from './Sources.tsx'

/** In what capacity: those that the procedure names first; then the proof, the scope and the end, where it has one. */
export function CapacityChooser({
  sheet,
  assessment,
  on,
  onDone,
  patch,
}: {
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  /** The day, in the office's zone. */
  readonly on: LocalDate
  readonly onDone: () => void
  readonly patch: Patch
}) {
  const words = counterWords
  const { capacity } = sheet
  const choose = (value: Capacity) => {
    void patch({ capacity: value, ...(value === capacity ? {} : { capacitySeen: null }) })
    if (isSaidAtOnce(value, sheet, { assessment, on })) onDone()
  }
  const today = capacityToday(sheet, assessment, on)
  const isSeen = isProofSeen(sheet, assessment)
  const order = capacityOrder(assessment)
  const foreseen = (value: Capacity) => isForeseen(assessment, value)
  const choiceOf = (value: Capacity) => {
    const rule = assessment?.whoMayAct.find((each) => each.capacity === value)
    const detail = rule && value !== 'self' ? words.who.may(rule.may) : null
    return { value, title: words.capacities[value], detail }
  }
  const { populationType } = assessment ?? {}
  return (
    <Panel title={words.actions.capacity} onLeave={onDone}>
      <Chooser
        choices={order.filter(foreseen).map(choiceOf)}
        less={order.filter((value) => !foreseen(value)).map(choiceOf)}
        lessTitle={words.who.otherCapacities}
        chosen={capacity}
        onChoose={choose}
      >
        {capacity !== null && today?.proof != null && (
          <Proof
            capacity={capacity}
            proof={today.proof}
            seen={sheet.capacitySeen}
            isSeen={isSeen}
            onChange={(capacitySeen) => {
              const state = capacitySeen.proofSeen ? 'presented' : 'notExamined'
              const listed = capacitySeen.proofSeen === isSeen ? [] : proofInList(sheet, assessment)
              const pieces = listed.map((pieceId) => ({ pieceId, state }) as const)
              void patch({ capacitySeen, ...(pieces.length > 0 && { pieces }) })
              // Seen, and nothing else to say: the list is back.
              if (capacitySeen.proofSeen && !isBounded(capacity)) onDone()
            }}
          />
        )}
        {today?.limit != null && (
          <p className={style.small}>
            {today.limit} <Cited sources={today.sources} toConfirm={today.toConfirm} />
          </p>
        )}
        {populationType && (
          <p className={style.small}>
            {populationType.definition} <Cited sources={populationType.sources} toConfirm={false} />
          </p>
        )}
      </Chooser>
    </Panel>
  )
}

function Proof({
  capacity,
  proof,
  seen,
  isSeen,
  onChange,
}: {
  readonly capacity: Capacity
  readonly proof: string
  readonly seen: CapacitySeen | null
  /** Here, or in the list. */
  readonly isSeen: boolean
  readonly onChange: (seen: CapacitySeen) => void
}) {
  const words = counterWords.who
  const noted = { ...seen, proofSeen: isSeen }
  const see = (proofSeen: boolean) => onChange({ ...noted, proofSeen })
  const scope = useTyped(noted.scope ?? null, (text) => onChange({ ...noted, scope: text }))
  useKeys({ Digit0: () => see(!noted.proofSeen) })
  return (
    <div className={style.fields}>
      <Checkbox keyCap="0" isSelected={noted.proofSeen} onChange={see}>
        {words.proofSeen}
        <small className={style.choiceDetail}>{words.proofToSee(proof)}</small>
      </Checkbox>
      {isBounded(capacity) && (
        <>
          <Field
            label={words.scope}
            value={scope.text}
            onChange={scope.setText}
            onBlur={scope.leave}
            maxLength={200}
          />
          <DateField
            label={words.until}
            value={noted.until ?? null}
            onChange={(until) => onChange({ ...noted, until })}
          />
        </>
      )}
    </div>
  )
}
