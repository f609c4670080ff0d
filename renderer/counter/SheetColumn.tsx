import type { ReactNode, Ref } from 'react'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Sheet } from '../../shared/contract/visit/calls.ts'
import { fr } from '../../shared/messages/fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { Field } from '../ui/Field.tsx'
import type { CounterView, Current, Patch } from './acts.ts'
import { KeyButton } from './KeyButton.tsx'
import { motiveOf } from './names.ts'
import { useTyped } from './Note.tsx'
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
  onCase,
  patch,
  children,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly office: Output<'office.view'> | undefined
  readonly head: Ref<HTMLHeadingElement>
  readonly expanded: boolean
  readonly onCase: () => void
  readonly patch: Patch
  readonly children?: ReactNode
}) {
  const words = fr.counter
  const { ticket } = current
  const chosen = sheet.procedureId !== null
  const title = view.procedures.find(({ procedureId }) => procedureId === sheet.procedureId)?.title.fr
  return (
    <>
      <div className={style.head}>
        <h2 ref={head} tabIndex={-1} className={style.number}>
          {ticketNumber(ticket.number)}
        </h2>
        <div className={style.headText}>
          <p className={style.procedure}>{title ?? assessment?.title.fr ?? motiveOf(ticket, view, office)}</p>
          <p className={style.case}>
            {words.case} <b>{caseOf(chosen, assessment?.caseTitle ?? '')}</b>
            <KeyButton keyCap="C" label={words.changeCase} expanded={expanded} onPress={onCase} />
          </p>
          <RequestsAfter view={view} current={current} office={office} />
        </div>
      </div>
      {assessment?.reviewOverdue === true && <p className={style.overdue}>{words.reviewOverdue}</p>}
      {sheet.procedureId === 'autre' && <Label label={sheet.label} patch={patch} />}
      {children}
    </>
  )
}

const caseOf = (chosen: boolean, title: string): string => {
  if (!chosen) return fr.counter.noProcedure
  return title === '' ? fr.counter.caseUnknown : title
}

/** « Autre démarche »: what is asked, in the words that its receipt will bear. */
function Label({ label, patch }: { readonly label: string | null; readonly patch: Patch }) {
  const typed = useTyped(label, (text) => void patch({ label: text }))
  return (
    <div className={style.label}>
      <Field
        label={fr.counter.label}
        detail={fr.counter.labelHelp}
        maxLength={200}
        startsFocused={label === null}
        value={typed.text}
        onChange={typed.setText}
        onBlur={typed.leave}
      />
    </div>
  )
}
