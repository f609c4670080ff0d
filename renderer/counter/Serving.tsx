import { useEffect, useRef } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { fr } from '../../shared/messages/fr.ts'
import { ticketNumber } from '../../shared/messages/numbers.ts'
import { Boundary } from '../app/Boundary.tsx'
import { useOffice } from '../app/office.ts'
import { Column } from '../ui/Column.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import { Pinned } from '../ui/Pinned.tsx'
import type { CounterActs, CounterView, Current, SheetPatch } from './acts.ts'
import { AddRequest } from './AddRequest.tsx'
import { CasePanel } from './CasePanel.tsx'
import { checklistOf, countsOf, proposedOutcome } from './checklist.ts'
import style from './Counter.module.css'
import { Due, DocumentReady } from './Due.tsx'
import { Facts, hasFacts } from './Facts.tsx'
import { GroundSeen } from './GroundSeen.tsx'
import { KeyButton } from './KeyButton.tsx'
import { motiveOf } from './names.ts'
import { Note, useTyped } from './Note.tsx'
import { OutcomePanel, type End } from './OutcomePanel.tsx'
import { Park } from './Park.tsx'
import { Person } from './Person.tsx'
import { Pieces } from './Pieces.tsx'
import { Question } from './Question.tsx'
import { Queue } from './Queue.tsx'
import { AddKey, RequestsAfter } from './Requests.tsx'
import sheetStyle from './Serving.module.css'
import { useSheet } from './sheet.ts'
import { Transfer } from './Transfer.tsx'

/** What is open beside the sheet: one thing at a time, in its own place, never over the page. */
export type Panel =
  | 'outcome'
  | 'case'
  | 'note'
  | 'capacity'
  | 'identity'
  | 'papers'
  | 'park'
  | 'transfer'
  | 'add'
  | 'order'
  | 'pause'
  | 'code'
  | null

/** They take the figures and the letters for their own answers. */
const listens: ReadonlySet<Panel> = new Set(['park', 'transfer', 'add'])

/** Someone is received: three columns that never move. */
export function Serving({
  view,
  current,
  office,
  now,
  acts,
  panel,
  onPanel,
  onEnd,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly acts: CounterActs
  readonly panel: Panel
  readonly onPanel: (panel: Panel) => void
  readonly onEnd: (end: End) => void
}) {
  const words = fr.counter
  const { zone } = useOffice()
  const { sheet, patch } = useSheet(current, acts)
  const { assessment, ticket, ends } = current
  const checklist = checklistOf(sheet, assessment)
  const counts = countsOf(checklist)
  const proposed = proposedOutcome(counts)
  const head = useRef<HTMLHeadingElement>(null)
  // A screen reader starts at the number; where what is asked for is to be written, its field has the focus.
  const toWrite = sheet.procedureId === 'autre' && sheet.label === null
  useEffect(() => {
    if (!toWrite) head.current?.focus()
    // At the visit's start alone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const toggle = (asked: Exclude<Panel, null>) => onPanel(panel === asked ? null : asked)
  useKeys({
    KeyC: () => toggle('case'),
    KeyV: () => toggle('capacity'),
    KeyI: () => toggle('identity'),
    KeyN: () => toggle('note'),
    // « + » as it is written on either keyboard, with Shift or without.
    Equal: () => toggle('add'),
    'Shift+Equal': () => toggle('add'),
    NumpadAdd: () => toggle('add'),
  })
  const chosen = sheet.procedureId !== null
  const title = view.procedures.find(({ procedureId }) => procedureId === sheet.procedureId)?.title.fr
  const leave = () => onPanel(null)
  const told = ticket.ground !== null || hasFacts(current)
  return (
    <main className={style.columns}>
      <Boundary name={words.whoWaits(view.total)}>
        <Queue view={view} office={office} now={now} acts={acts} />
      </Boundary>
      <Boundary name={words.pieces}>
        <Column label={words.procedure} className={sheetStyle.sheet}>
          <div className={sheetStyle.head}>
            <h2 ref={head} tabIndex={-1} className={sheetStyle.number}>
              {ticketNumber(ticket.number)}
            </h2>
            <div>
              <p className={sheetStyle.procedure}>{title ?? motiveOf(ticket, view, office)}</p>
              <p className={sheetStyle.case}>
                {words.case} <b>{caseOf(chosen, assessment?.caseTitle ?? '')}</b>
                <KeyButton
                  keyCap="C"
                  label={words.changeCase}
                  expanded={panel === 'case'}
                  onPress={() => toggle('case')}
                />
              </p>
              <RequestsAfter view={view} current={current} office={office} />
            </div>
          </div>
          {assessment?.reviewOverdue === true && <p className={sheetStyle.overdue}>{words.reviewOverdue}</p>}
          {sheet.procedureId === 'autre' && <Label label={sheet.label} patch={patch} />}
          <Pieces
            checklist={checklist}
            visitId={ticket.visitId}
            chosen={chosen}
            hasProcedure={chosen && sheet.procedureId !== 'autre'}
            listening={!listens.has(panel)}
            patch={patch}
          />
          <Pinned className={sheetStyle.slot}>
            {panel === 'outcome' ? (
              <OutcomePanel
                current={current}
                proposed={proposed}
                onChoose={onEnd}
                onKeepRank={() => {
                  const service = motiveOf({ ...ticket, procedureId: null }, view, office)
                  const to = { serviceId: ticket.serviceId, service }
                  void acts.transfer(ticket.ticketId, to, words.line.keepRankReason).then((result) => {
                    if ('output' in result) leave()
                  })
                }}
                onLeave={leave}
              />
            ) : panel === 'park' ? (
              <Park current={current} now={now} zone={zone} acts={acts} onLeave={leave} />
            ) : panel === 'transfer' ? (
              <Transfer view={view} current={current} acts={acts} onLeave={leave} />
            ) : panel === 'add' ? (
              <AddRequest view={view} current={current} acts={acts} onLeave={leave} />
            ) : panel === 'case' || !chosen ? (
              <CasePanel
                sheet={sheet}
                assessment={assessment}
                procedures={view.procedures}
                patch={patch}
                listening={panel === 'case' || panel === null || panel === 'note'}
                onDone={chosen ? leave : null}
              />
            ) : (
              assessment && (
                <Question
                  key={assessment.question?.questionId ?? 'none'}
                  assessment={assessment}
                  listening={panel === null || panel === 'note'}
                  patch={patch}
                />
              )
            )}
          </Pinned>
          <Note
            note={sheet.note}
            editing={panel === 'note'}
            onEdit={() => onPanel('note')}
            onSave={(note) => patch({ note })}
          />
        </Column>
      </Boundary>
      <Boundary name={words.due}>
        <Column label={words.rightColumn} raised className={sheetStyle.right}>
          <Person
            sheet={sheet}
            assessment={assessment}
            personWord={office?.personWord ?? 'usager'}
            now={now}
            open={panel === 'capacity' || panel === 'identity' ? panel : null}
            onOpen={onPanel}
            patch={patch}
            aside={<AddKey expanded={panel === 'add'} onAdd={() => toggle('add')} />}
          >
            {told && (
              <div className={sheetStyle.told}>
                <GroundSeen current={current} acts={acts} />
                <Facts current={current} acts={acts} />
              </div>
            )}
          </Person>
          <DocumentReady
            ends={ends}
            proposed={proposed}
            counts={counts}
            expanded={false}
            onPapers={() => onPanel('papers')}
          />
          <Due assessment={assessment} />
        </Column>
      </Boundary>
    </main>
  )
}

const caseOf = (chosen: boolean, title: string): string => {
  if (!chosen) return fr.counter.noProcedure
  return title === '' ? fr.counter.caseUnknown : title
}

/** « Autre démarche »: what is asked, in the words that its receipt will bear. */
function Label({
  label,
  patch,
}: {
  readonly label: string | null
  readonly patch: (patch: SheetPatch) => void
}) {
  const typed = useTyped(label, (text) => patch({ label: text }))
  return (
    <div className={sheetStyle.label}>
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
