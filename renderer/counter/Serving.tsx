import { useContext, useEffect, useRef, useState } from 'react'
import type { ObligationsPaper } from '../../shared/contract/documents/papers.ts'
import type { DocumentId, PieceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Scanned } from '../../shared/contract/identity/scan.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Boundary } from '../app/Boundary.tsx'
import { useOffice } from '../app/office.ts'
import { useWedge } from '../identity/useWedge.ts'
import { Column } from '../ui/Column.tsx'
import { offeredHere } from '../documents/offered.ts'
import { ExchangePanel } from '../exchange/ExchangePanel.tsx'
import { LawSearch, lawSearchKey } from '../law/LawSearch.tsx'
import { SafetyContext } from '../safety/offered.ts'
import { useSaysKeys } from '../ui/directKeys.ts'
import { useKeys } from '../ui/keys.ts'
import type { CounterActs, CounterView, Current } from './acts.ts'
import { checklistOf, countsOf, proposedOutcome } from './checklist.ts'
import style from './Counter.module.css'
import { dayIn } from '../ui/dates.ts'
import { Dock } from './Dock.tsx'
import { Due, DocumentReady } from './Due.tsx'
import { DueWhole } from './DueWhole.tsx'
import { Facts, hasFacts } from './Facts.tsx'
import { GroundSeen } from './GroundSeen.tsx'
import type { End } from './OutcomePanel.tsx'
import { answers, fillsCentre, ownsLetters, ticks, type Panel } from './panels.ts'
import { OtherPaper } from './OtherPaper.tsx'
import { Person } from './Person.tsx'
import { Pieces } from './Pieces.tsx'
import { Queue } from './Queue.tsx'
import { RequestNotes } from './RequestNotes.tsx'
import sheetStyle from './Serving.module.css'
import { useSheet } from './sheet.ts'
import { keysOfActs, type SheetAct } from './sheetActs.ts'
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
  const [rowAt, setRowAt] = useState<string | null>(null)
  const [unfolded, setUnfolded] = useState(false)
  const [adding, setAdding] = useState(0)
  const [folded, setFolded] = useState(false)
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
  const safety = useContext(SafetyContext)
  const row = checklist.rows.find(({ key }) => key === rowAt)
  const names = words.actions
  const table: readonly SheetAct[] = [
    { id: 'case', title: names.case, cap: 'C', codes: ['KeyC'], applies: true, run: () => toggle('case') },
    {
      id: 'identity',
      title: names.identity,
      cap: 'I',
      codes: ['KeyI'],
      applies: true,
      run: () => toggle('identity'),
    },
    {
      id: 'capacity',
      title: names.capacity,
      cap: 'V',
      codes: ['KeyV'],
      applies: true,
      run: () => toggle('capacity'),
    },
    { id: 'note', title: names.note, cap: 'N', codes: ['KeyN'], applies: true, run: () => toggle('note') },
    {
      id: 'addPiece',
      title: names.addPiece,
      cap: 'J',
      codes: ['KeyJ'],
      applies: true,
      heard: ticks(panel) && panel !== 'why',
      run: () => setAdding(adding + 1),
    },
    {
      id: 'folded',
      title: unfolded ? names.foldAgain : names.folded(checklist.folded.length),
      cap: 'K',
      codes: ['KeyK'],
      applies: checklist.folded.length > 0,
      heard: ticks(panel),
      run: () => setUnfolded(!unfolded),
    },
    {
      id: 'addRequest',
      title: names.addRequest,
      cap: '+',
      // As it is written on either keyboard, with Shift or without.
      codes: ['Equal', 'Shift+Equal', 'NumpadAdd'],
      applies: true,
      run: () => toggle('add'),
    },
    { id: 'file', title: names.file, cap: 'X', codes: ['KeyX'], applies: true, run: () => toggle('file') },
    // Its key is the page's, in every state.
    { id: 'papers', title: names.papers, cap: 'D', applies: true, run: () => onPanel('papers') },
    {
      id: 'due',
      title: names.due,
      cap: 'B',
      codes: ['KeyB'],
      applies: assessment !== null,
      run: () => toggle('due'),
    },
    {
      id: 'why',
      title: names.why,
      cap: 'P',
      codes: ['KeyP'],
      applies: assessment !== null,
      heard: answers(panel) || panel === 'case',
      run: why,
    },
    {
      id: 'sheet',
      title: names.sheet,
      cap: '²',
      codes: ['Backquote'],
      applies: assessment !== null,
      run: printSheet,
    },
    {
      id: 'scan',
      title: names.scan,
      cap: 'L',
      codes: ['KeyL'],
      applies: chosen,
      heard: free && panel !== 'case',
      run: () => toggle('scan'),
    },
    {
      id: 'exchange',
      title: names.exchange,
      cap: ';',
      codes: ['Comma'],
      applies: true,
      heard: free || panel === 'exchange',
      run: () => toggle('exchange'),
    },
    // Their keys are the page's too.
    {
      id: 'telephone',
      title: names.telephone,
      cap: 'M',
      applies: true,
      run: () => void acts.interrupt({ kind: 'telephone' }),
    },
    {
      id: 'colleague',
      title: names.colleague,
      cap: 'W',
      applies: true,
      run: () => void acts.interrupt({ kind: 'colleague' }),
    },
    { id: 'otherPaper', title: names.otherPaper, applies: true, run: () => onPanel('other') },
    { id: 'more', title: names.more, applies: true, run: () => onPanel('more') },
    { id: 'texts', title: names.texts, cap: 'Maj F1', applies: true, run: () => onPanel('search') },
    {
      id: 'askAgain',
      title: names.askAgain(row?.title ?? ''),
      applies: row?.rule?.status === 'heldByAdministration',
      run: () => {
        if (!row?.rule) return
        setPointed(row.rule.pieceId)
        onPanel('askAgain')
      },
    },
    ...ticket.preApplications.map((code) => ({
      id: `copy ${code}`,
      title: names.copy(code),
      applies: true,
      run: () => acts.copy(code),
    })),
    {
      id: 'alert',
      title: names.alert,
      cap: fr.counter.actions.alertCap,
      applies: safety !== null,
      run: () => safety?.raise(),
    },
    { id: 'incident', title: names.incident, applies: safety !== null, run: () => safety?.fill() },
  ]
  useKeys({
    ...keysOfActs(table),
    // « : » on AZERTY, at the right of « ; ».
    Period: free || panel === 'actions' ? () => toggle('actions') : undefined,
  })
  useKeys({ [lawSearchKey]: () => toggle('search') }, { whileTyping: true })
  useSaysKeys(
    table.flatMap(({ cap, title, applies, heard = true }) =>
      cap !== undefined && applies && heard ? [{ key: cap, does: title }] : [],
    ),
  )
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
            expanded={panel === 'actions'}
            onActions={() => toggle('actions')}
            patch={patch}
          />
          {fillsCentre(panel) ? (
            <div className={sheetStyle.centre}>
              {panel === 'search' ? (
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
              )}
            </div>
          ) : (
            <Dock
              open={panel !== null && panel !== 'why' && panel !== 'actions'}
              onFold={setFolded}
              list={
                <Pieces
                  checklist={checklist}
                  reading={assessment?.reading ?? null}
                  setBack={current.setBack ?? []}
                  visitId={ticket.visitId}
                  chosen={chosen}
                  hasProcedure={chosen && sheet.procedureId !== 'autre'}
                  listening={ticks(panel)}
                  explaining={panel === 'why'}
                  folded={folded}
                  unfolded={unfolded}
                  adding={adding}
                  row={rowAt}
                  onRow={setRowAt}
                  onAdding={setAdding}
                  onExplain={({ pieceId }) => setPointed(pieceId)}
                  onAskAgain={({ pieceId }) => {
                    setPointed(pieceId)
                    onPanel('askAgain')
                  }}
                  patch={patch}
                />
              }
            >
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
                table={table}
                explained={pieceAt}
                asked={pieceAt}
                scanned={scanned}
                onPanel={(next) => (next === 'why' || panel === 'why' ? why() : onPanel(next))}
                onScan={read}
                onEnd={onEnd}
                patch={patch}
              />
            </Dock>
          )}
        </Column>
      </Boundary>
      <Boundary name={words.due}>
        <Column label={words.rightColumn} raised className={sheetStyle.right}>
          <Person
            sheet={sheet}
            assessment={assessment}
            personWord={office?.personWord ?? 'usager'}
            now={now}
            on={on}
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
          >
            <RequestNotes sheet={sheet} />
          </DocumentReady>
          <Due assessment={assessment} lacks={counts.missing > 0} />
        </Column>
      </Boundary>
    </main>
  )
}
