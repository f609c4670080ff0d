import { useEffect, useRef, useState } from 'react'
import type { ObligationsPaper } from '../../shared/contract/documents/papers.ts'
import type { DocumentId, PieceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Scanned } from '../../shared/contract/identity/scan.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Boundary } from '../app/Boundary.tsx'
import { useOffice } from '../app/office.ts'
import { useWedge } from '../identity/useWedge.ts'
import { classes } from '../ui/classes.ts'
import { Column } from '../ui/Column.tsx'
import { offeredHere } from '../documents/offered.ts'
import { ExchangePanel } from '../exchange/ExchangePanel.tsx'
import { LawSearch, lawSearchKey } from '../law/LawSearch.tsx'
import { useKeys } from '../ui/keys.ts'
import { Pinned } from '../ui/Pinned.tsx'
import type { CounterActs, CounterView, Current } from './acts.ts'
import { checklistOf, countsOf, proposedOutcome } from './checklist.ts'
import style from './Counter.module.css'
import { dayIn } from '../ui/dates.ts'
import { Due, DocumentReady } from './Due.tsx'
import { DueWhole } from './DueWhole.tsx'
import { Facts, hasFacts } from './Facts.tsx'
import { GroundSeen } from './GroundSeen.tsx'
import { Note } from './Note.tsx'
import type { End } from './OutcomePanel.tsx'
import { answers, fillsCentre, ownsLetters, ticks, type Panel } from './panels.ts'
import { OtherPaper } from './OtherPaper.tsx'
import { Person } from './Person.tsx'
import { Pieces } from './Pieces.tsx'
import { Queue } from './Queue.tsx'
import { RequestNotes } from './RequestNotes.tsx'
import { AddKey } from './Requests.tsx'
import sheetStyle from './Serving.module.css'
import { useSheet } from './sheet.ts'
import { SheetHead } from './SheetColumn.tsx'
import { SheetShown } from './SheetShown.tsx'
import { Slot } from './Slot.tsx'

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
  onPaper,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly acts: CounterActs
  readonly panel: Panel
  readonly onPanel: (panel: Panel) => void
  readonly onEnd: (end: End) => void
  /** Shows a paper that was just given. */
  readonly onPaper: (documentId: DocumentId) => void
}) {
  const words = fr.counter
  const { zone } = useOffice()
  const { sheet, patch } = useSheet(current, acts)
  const { ticket, ends } = current
  // Another procedure was just chosen: what the host last sent is of the one before.
  const assessment = current.assessment?.procedureId === sheet.procedureId ? current.assessment : null
  const on = dayIn(zone, now)
  const checklist = checklistOf(sheet, assessment)
  const counts = countsOf(checklist)
  const [pointed, setPointed] = useState<PieceId | null>(null)
  const [scanned, setScanned] = useState<Scanned | null>(null)
  const [paper, setPaper] = useState<ObligationsPaper | null>(null)
  const pieceAt = assessment?.pieces.find(({ pieceId }) => pieceId === pointed) ?? null
  const head = useRef<HTMLHeadingElement>(null)
  // A screen reader starts at the number; where what is asked for is to be written, its field has the focus.
  const toWrite = sheet.procedureId === 'autre' && sheet.label === null
  useEffect(() => {
    if (!toWrite) head.current?.focus()
    // At the visit's start alone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const toggle = (asked: Exclude<Panel, null>) => onPanel(panel === asked ? null : asked)
  const why = () => {
    setPointed(null)
    toggle('why')
  }
  const printSheet = () =>
    void acts.printObligations({}).then((result) => {
      if ('error' in result || result.output.printed) return
      setPaper(result.output.paper)
      onPanel('sheet')
    })
  const read = (text: string) =>
    void acts.readScan({ text }).then((result) => {
      if ('error' in result) return
      setScanned(result.output)
      onPanel('scanned')
    })
  // A document's code is for the page: it is checked in any state.
  useWedge(({ kind, text }) => kind !== 'document' && read(text))
  const free = !ownsLetters(panel)
  const chosen = sheet.procedureId !== null
  useKeys({
    KeyC: () => toggle('case'),
    KeyV: () => toggle('capacity'),
    KeyI: () => toggle('identity'),
    KeyN: () => toggle('note'),
    KeyX: () => toggle('file'),
    // « , » on either keyboard's bottom row, where AZERTY has it.
    KeyM: () => toggle('more'),
    // « : » on AZERTY: every letter that is left ticks a piece of a long checklist.
    Period: free || panel === 'exchange' ? () => toggle('exchange') : undefined,
    KeyL: free && panel !== 'case' && chosen ? () => toggle('scan') : undefined,
    KeyB: assessment ? () => toggle('due') : undefined,
    KeyP: assessment && (answers(panel) || panel === 'case') ? why : undefined,
    // « ; » on AZERTY.
    Comma: free || panel === 'other' ? () => toggle('other') : undefined,
    Backquote: assessment ? printSheet : undefined,
    // « + » as it is written on either keyboard, with Shift or without.
    Equal: () => toggle('add'),
    'Shift+Equal': () => toggle('add'),
    NumpadAdd: () => toggle('add'),
  })
  useKeys({ [lawSearchKey]: () => toggle('search') }, { whileTyping: true })
  const choosing = panel === 'capacity' || panel === 'identity'
  const told = ticket.ground !== null || hasFacts(current)
  return (
    <main className={style.columns}>
      <Boundary name={words.whoWaits(view.total)}>
        <Queue view={view} office={office} now={now} acts={acts} />
      </Boundary>
      <Boundary name={words.pieces}>
        <Column label={words.procedure} className={sheetStyle.sheet}>
          <SheetHead
            view={view}
            current={current}
            sheet={sheet}
            assessment={assessment}
            office={office}
            head={head}
            expanded={panel === 'case'}
            onCase={() => toggle('case')}
            patch={patch}
          />
          {fillsCentre(panel) ? (
            panel === 'search' ? (
              <LawSearch onClose={() => onPanel(null)} />
            ) : panel === 'exchange' || panel === 'turned' ? (
              <ExchangePanel
                spoken={ticket.lang}
                sheet={sheet}
                assessment={assessment}
                office={office?.name ?? ''}
                counter={view.counter?.name.fr ?? ''}
                turned={panel === 'turned'}
                onTurn={(turned) => onPanel(turned ? 'turned' : 'exchange')}
                onLeave={() => onPanel(null)}
              />
            ) : panel === 'other' || panel === 'refusal' ? (
              <OtherPaper
                key={panel}
                kinds={offeredHere(sheet, assessment)}
                begins={panel === 'refusal' ? 'refus' : null}
                fileId={sheet.fileId}
                today={on}
                onIssued={onPaper}
                onLeave={() => onPanel(null)}
              />
            ) : panel === 'sheet' && paper ? (
              <SheetShown paper={paper} onLeave={() => onPanel(null)} />
            ) : (
              assessment && (
                <DueWhole
                  assessment={assessment}
                  lacks={counts.missing > 0}
                  onPrint={printSheet}
                  onLeave={() => onPanel(null)}
                />
              )
            )
          ) : (
            <>
              <Pieces
                checklist={checklist}
                reading={assessment?.reading ?? null}
                setBack={current.setBack ?? []}
                visitId={ticket.visitId}
                chosen={chosen}
                hasProcedure={chosen && sheet.procedureId !== 'autre'}
                listening={ticks(panel)}
                explaining={panel === 'why'}
                onExplain={({ pieceId }) => setPointed(pieceId)}
                onAskAgain={({ pieceId }) => {
                  setPointed(pieceId)
                  onPanel('askAgain')
                }}
                patch={patch}
              />
              <Pinned className={sheetStyle.slot}>
                <Slot
                  view={view}
                  current={{ ...current, assessment }}
                  sheet={sheet}
                  office={office}
                  checklist={checklist}
                  now={now}
                  zone={zone}
                  on={on}
                  acts={acts}
                  panel={panel}
                  explained={pieceAt}
                  asked={pieceAt}
                  scanned={scanned}
                  onPanel={(next) => (next === 'why' || panel === 'why' ? why() : onPanel(next))}
                  onScan={read}
                  onEnd={onEnd}
                  patch={patch}
                />
              </Pinned>
              <Note
                note={sheet.note}
                editing={panel === 'note'}
                onEdit={() => onPanel('note')}
                onSave={(note) => void patch({ note })}
              />
            </>
          )}
        </Column>
      </Boundary>
      <Boundary name={words.due}>
        <Column
          label={words.rightColumn}
          raised
          className={classes(sheetStyle.right, choosing && sheetStyle.choosing)}
        >
          <Person
            sheet={sheet}
            assessment={assessment}
            personWord={office?.personWord ?? 'usager'}
            now={now}
            on={on}
            open={choosing ? panel : null}
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
            proposed={proposedOutcome(counts)}
            counts={counts}
            assessment={assessment}
            other={panel === 'other'}
            onPapers={() => onPanel('papers')}
            onOther={() => toggle('other')}
          >
            <RequestNotes
              sheet={sheet}
              onFile={() => toggle('file')}
              onScan={() => toggle('scan')}
              onMore={() => toggle('more')}
              onExchange={() => toggle('exchange')}
            />
          </DocumentReady>
          <Due
            assessment={assessment}
            lacks={counts.missing > 0}
            expanded={panel === 'due'}
            onWhole={() => toggle('due')}
          />
        </Column>
      </Boundary>
    </main>
  )
}
