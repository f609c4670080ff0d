import { useRef, useState } from 'react'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { PanelCard } from '../ui/Panel.tsx'
import { useKeys } from '../ui/keys.ts'
import type { CounterView, Patch } from './acts.ts'
import { KeyButton } from './KeyButton.tsx'
import { titlesWith } from './names.ts'
import style from './Serving.module.css'

/** Procedures that are looked through by eye; with more, their title is typed. */
const fewProcedures = 6

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
  readonly patch: Patch
  /** False while another chooser owns the figures. */
  readonly listening: boolean
  /** Null while it stands there because no procedure is chosen: there is nothing to go back to. */
  readonly onDone: (() => void) | null
}) {
  const words = counterWords
  const [typed, setTyped] = useState('')
  const form = useRef<HTMLFormElement>(null)
  // What a ticked piece says is taken back at the piece.
  const answered = (assessment?.answered ?? []).filter(({ from }) => from === 'answer')
  const found = titlesWith(procedures, typed)
  const choose = (procedureId: (typeof procedures)[number]['procedureId']) => {
    if (procedureId !== sheet.procedureId) void patch({ procedureId })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    onDone?.()
  }
  const acts = [
    ...answered.map(({ questionId, title, answer }) => ({
      key: questionId,
      title: answer,
      small: title,
      selected: false,
      act: () => void patch({ answers: { [questionId]: null } }),
    })),
    ...found.map(({ procedureId, title }) => ({
      key: procedureId,
      title: title.fr,
      small: null,
      selected: procedureId === sheet.procedureId,
      act: () => choose(procedureId),
    })),
  ]
  const searches = procedures.length > fewProcedures
  useKeys({
    ...Object.fromEntries(
      acts.slice(0, 9).map(({ act }, at) => [`Digit${at + 1}`, listening ? act : undefined]),
    ),
    KeyL: listening && searches ? () => form.current?.querySelector('input')?.focus() : undefined,
  })
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
    <PanelCard
      title={words.changeCase}
      leaving={onDone === null ? undefined : { leave: words.close, onLeave: onDone }}
    >
      {answered.length > 0 && (
        <>
          <h4 className={style.panelGroup}>{words.answersGiven}</h4>
          {choice(0, answered.length)}
        </>
      )}
      <h4 className={style.panelGroup}>
        {sheet.procedureId === null ? words.procedure : words.changeProcedure}
      </h4>
      {searches && (
        <Form
          ref={form}
          className={style.search}
          onSend={() => {
            if (found[0] && wordsIn(typed) !== '') choose(found[0].procedureId)
          }}
        >
          <KeyButton
            keyCap="L"
            label={words.findProcedure}
            onPress={() => form.current?.querySelector('input')?.focus()}
          />
          <Field
            label={words.findProcedure}
            detail={found.length === 0 ? words.findProcedureNone : words.findProcedureHelp}
            autoComplete="off"
            value={typed}
            onChange={setTyped}
          />
        </Form>
      )}
      <div className={style.procedures}>{choice(answered.length, acts.length)}</div>
    </PanelCard>
  )
}
