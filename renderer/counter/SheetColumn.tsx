import type { RefObject } from 'react'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { householdWords } from '../../shared/messages/visit/sheet.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import lettering from '../ui/Lettering.module.css'
import type { CounterView, Current, Patch } from './acts.ts'
import { motiveOf } from './names.ts'
import { useTyped } from './Note.tsx'
import { PersonLine } from './Person.tsx'
import { RequestsAfter } from './Requests.tsx'
import style from './Serving.module.css'

/** Over the checklist: the number, the procedure and its case, and what is to be known before anything is asked. */
export function SheetHead({
  view,
  current,
  sheet,
  assessment,
  office,
  head,
  expanded,
  heard,
  onActions,
  patch,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly office: Output<'office.view'> | undefined
  readonly head: RefObject<HTMLHeadingElement | null>
  readonly expanded: boolean
  /** The key of the actions acts: no panel has the letters. */
  readonly heard: boolean
  readonly onActions: () => void
  readonly patch: Patch
}) {
  const words = counterWords
  const { ticket } = current
  const chosen = sheet.procedureId !== null
  const caseTitle = assessment?.caseTitle ?? ''
  const title = view.procedures.find(({ procedureId }) => procedureId === sheet.procedureId)?.title.fr
  return (
    <>
      <div className={style.head}>
        <h2 ref={head} tabIndex={-1} className={style.number}>
          {ticketNumber(ticket.number)}
        </h2>
        <div className={style.headText}>
          <div className={style.what}>
            <p className={style.procedure}>
              {title ?? assessment?.title.fr ?? motiveOf(ticket, view, office)}
            </p>
            {(!chosen || caseTitle !== '') && (
              <p className={style.case}>{chosen ? caseTitle : words.noProcedure}</p>
            )}
          </div>
          <PersonLine sheet={sheet} />
          <RequestsAfter view={view} current={current} office={office} />
        </div>
        <Button {...(heard ? { keyCap: ':' } : {})} aria-expanded={expanded} onPress={onActions}>
          {words.actions.title}
        </Button>
      </div>
      {assessment?.reviewOverdue === true && <p className={style.overdue}>{words.reviewOverdue}</p>}
      {sheet.household && (
        <p className={lettering.small}>
          {householdWords.same}
          <Button size="dense" kind="quiet" onPress={() => void patch({ household: null })}>
            {householdWords.other}
          </Button>
        </p>
      )}
      {sheet.procedureId === 'autre' && (
        <Label label={sheet.label} onGoOn={() => head.current?.focus()} patch={patch} />
      )}
    </>
  )
}

/** « Autre démarche »: what is asked, in the words that its receipt will bear. */
function Label({
  label,
  onGoOn,
  patch,
}: {
  readonly label: string | null
  /** Enter: it is written, and the keys act again. */
  readonly onGoOn: () => void
  readonly patch: Patch
}) {
  const typed = useTyped(label, (text) => void patch({ label: text }))
  return (
    <div className={style.label}>
      <Field
        label={counterWords.label}
        {...(typed.text === '' ? { detail: counterWords.labelHelp } : {})}
        maxLength={200}
        startsFocused={label === null}
        value={typed.text}
        onChange={typed.setText}
        onBlur={typed.leave}
        onKeyDown={({ key }) => key === 'Enter' && onGoOn()}
      />
    </div>
  )
}
