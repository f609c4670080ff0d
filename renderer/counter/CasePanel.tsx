import type { Assessment } from '../../shared/contract/procedures.ts'
import type { Sheet } from '../../shared/contract/visits.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useKeys } from '../ui/keys.ts'
import type { CounterView, SheetPatch } from './acts.ts'
import style from './Serving.module.css'

/** The procedure, and the answers given: each can be taken back, and its question comes again. */
export function CasePanel({
  sheet,
  assessment,
  procedures,
  patch,
  listening,
  onDone,
}: {
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly procedures: CounterView['procedures']
  readonly patch: (patch: SheetPatch) => void
  /** False while another chooser owns the figures. */
  readonly listening: boolean
  /** Null while no procedure is chosen: there is nothing to go back to. */
  readonly onDone: (() => void) | null
}) {
  const words = fr.counter
  // What a ticked piece says is taken back at the piece.
  const answered = (assessment?.answered ?? []).filter(({ from }) => from === 'answer')
  const acts = [
    ...answered.map(({ questionId, title, answer }) => ({
      key: questionId,
      title: answer,
      small: title,
      selected: false,
      act: () => patch({ answers: { [questionId]: null } }),
    })),
    ...procedures.map(({ procedureId, title }) => ({
      key: procedureId,
      title: title.fr,
      small: null,
      selected: procedureId === sheet.procedureId,
      act: () => {
        if (procedureId !== sheet.procedureId) patch({ procedureId })
        onDone?.()
      },
    })),
  ]
  useKeys(
    Object.fromEntries(
      acts.slice(0, 9).map(({ act }, at) => [`Digit${at + 1}`, listening ? act : undefined]),
    ),
  )
  const choice = (from: number, to: number) => (
    <ul className={style.choices} role="list">
      {acts.slice(from, to).map(({ key, title, small, selected, act }, at) => (
        <li key={key}>
          <Button
            keyCap={from + at < 9 ? String(from + at + 1) : undefined}
            {...(selected ? { selected } : {})}
            onPress={act}
          >
            {small !== null && <small>{small}</small>}
            {title}
          </Button>
        </li>
      ))}
    </ul>
  )
  return (
    <Card label={words.changeCase} className={style.question}>
      <div className={style.panelHead}>
        <h3 className={style.questionTitle}>{words.changeCase}</h3>
        {onDone && (
          <Button kind="quiet" size="dense" keyCap="Échap" onPress={onDone}>
            {words.close}
          </Button>
        )}
      </div>
      {answered.length > 0 && (
        <>
          <h4 className={style.panelGroup}>{words.answersGiven}</h4>
          {choice(0, answered.length)}
        </>
      )}
      <h4 className={style.panelGroup}>
        {sheet.procedureId === null ? words.procedure : words.changeProcedure}
      </h4>
      {choice(answered.length, acts.length)}
    </Card>
  )
}
