import { use, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ObligationsPaper } from '../../shared/contract/documents/papers.ts'
import type { DocumentId, PieceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { useOffice } from '../link/office.ts'
import { useTakenBack } from '../identity/takeBack.ts'
import { Column } from '../ui/Column.tsx'
import { lawSearchKey } from '../law/lawSearchKey.ts'
import { SafetyContext } from '../safety/offered.ts'
import { useSaysKeys } from '../ui/directKeys.ts'
import { useKeys } from '../ui/keys.ts'
import { narrow, useMedia } from '../ui/media.ts'
import type { CounterActs, CounterView, Current } from './acts.ts'
import { checklistOf, countsOf, proposedOutcome } from './checklist.ts'
import { Centre } from './Centre.tsx'
import style from './Counter.module.css'
import { dayIn } from '../ui/dates.ts'
import { Dock } from './Dock.tsx'
import { Due, DocumentReady } from './Due.tsx'
import { Facts, hasFacts } from './Facts.tsx'
import { GroundSeen } from './GroundSeen.tsx'
import type { End } from './OutcomePanel.tsx'
import { fillsCentre, ownsLetters, ticks, type Panel } from './panels.ts'
import { OtherPaper } from './OtherPaper.tsx'
import { Person } from './Person.tsx'
import { Pieces } from './Pieces.tsx'
import { Queue } from './Queue.tsx'
import { useReadings } from './readings.ts'
import { RequestNotes } from './RequestNotes.tsx'
import sheetStyle from './Serving.module.css'
import { useSheet } from './sheet.ts'
import { keysOfActs, type SheetAct } from './sheetActs.ts'
import { sheetTable } from './sheetTable.ts'
import { sheetBack } from './sheetBack.ts'
import { SheetHead } from './SheetColumn.tsx'
import { Slot } from './Slot.tsx'

/** Someone is received: three columns that never move. */
export function Serving({
  view,
  current,
  office,
  now,
  acts,
  bar,
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
  /** The acts of the bar of keys, that the palette finds too. */
  readonly bar: readonly SheetAct[]
  readonly panel: Panel
  readonly onPanel: (panel: Panel) => void
  readonly onEnd: (end: End) => void
  /** Shows a paper that was just given. */
  readonly onPaper: (documentId: DocumentId) => void
}) {
  const words = counterWords
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
  const [paper, setPaper] = useState<ObligationsPaper | null>(null)
  const pieceAt = assessment?.pieces.find(({ pieceId }) => pieceId === pointed) ?? null
  const head = useRef<HTMLHeadingElement>(null)
  // A screen reader starts at the number; where what is asked for is to be written, its field has the focus.
  const toWrite = sheet.procedureId === 'autre' && sheet.label === null
  useEffect(() => {
    if (!toWrite) head.current?.focus()
    // Who comes for a title has nothing to file.
    if (ticket.purpose === 'collection' && panel === null) onPanel('handover')
    // At the visit's start alone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  // What had the focus went with its panel: Tab goes on from the number.
  useEffect(() => {
    if (panel === null && document.activeElement === document.body)
      head.current?.focus({ preventScroll: true })
  }, [panel])
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
  const sheetNow = useRef(sheet)
  useLayoutEffect(() => {
    sheetNow.current = sheet
  })
  useTakenBack(() => () => {
    const back = sheetBack(sheetNow.current, sheet)
    if (back) void patch(back)
    setPointed(pointed)
  })
  const { scanned, read } = useReadings({ ticket, acts, panel, onPanel })
  const chosen = sheet.procedureId !== null
  const safety = use(SafetyContext)
  const enlarged = useMedia(narrow)
  const held = checklist.rows.find(
    ({ key, rule }) => key === rowAt && rule?.status === 'heldByAdministration',
  )?.rule
  const table = sheetTable({
    panel,
    chosen,
    hasRules: assessment !== null,
    folded: checklist.folded.length,
    unfolded,
    held: held?.title ?? null,
    codes: ticket.preApplications,
    enlarged,
    waiting: view.total,
    safe: safety !== null,
    toggle,
    addPiece: () => setAdding(adding + 1),
    unfold: () => setUnfolded(!unfolded),
    why,
    printSheet,
    askAgain: () => {
      if (!held) return
      setPointed(held.pieceId)
      onPanel('askAgain')
    },
    interrupt: (kind) => void acts.interrupt({ kind }),
    copy: acts.copy,
    raise: () => safety?.raise(),
    fill: () => safety?.fill(),
  })
  useKeys({
    ...keysOfActs(table),
    // « : » on AZERTY, at the right of « ; ».
    Period: !ownsLetters(panel) || panel === 'actions' ? () => toggle('actions') : undefined,
  })
  useKeys({ [lawSearchKey]: () => toggle('search') }, { whileTyping: true })
  const walks = ticks(panel) && panel !== 'why' && checklist.rows.length > 0
  useSaysKeys([
    ...table.flatMap(({ cap, title, applies, heard = true }) =>
      cap !== undefined && applies && heard ? [{ key: cap, does: title }] : [],
    ),
    ...(walks ? [{ key: '↑ ↓', does: words.pieceArrows }] : []),
  ])
  const told = ticket.ground !== null || hasFacts(current)
  const around = (
    <>
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
        proposed={proposedOutcome(counts, assessment)}
        counts={counts}
        assessment={assessment}
      >
        <RequestNotes sheet={sheet} />
      </DocumentReady>
      <Due assessment={assessment} lacks={counts.missing > 0} />
    </>
  )
  if (panel === 'refusal')
    return (
      <main className={sheetStyle.whole} aria-label={papers.asks.refus}>
        <OtherPaper
          kinds={['refus']}
          begins="refus"
          fileId={sheet.fileId}
          today={on}
          onIssued={onPaper}
          onLeave={() => onPanel(null)}
        />
      </main>
    )
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
            heard={!ownsLetters(panel)}
            onActions={() => toggle('actions')}
            patch={patch}
          />
          {fillsCentre(panel) ? (
            <div className={sheetStyle.centre}>
              <Centre
                view={view}
                current={{ ...current, assessment }}
                sheet={sheet}
                office={office}
                now={now}
                on={on}
                lacks={counts.missing > 0}
                acts={acts}
                panel={panel}
                around={around}
                paper={paper}
                onPanel={onPanel}
                onPrint={printSheet}
                onEnd={onEnd}
                onPaper={onPaper}
                patch={patch}
              />
            </div>
          ) : (
            <Dock
              panel={panel}
              open={panel !== null && panel !== 'why' && panel !== 'actions'}
              ending={panel === 'outcome' && counts.missing > 0}
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
                table={[...table, ...bar]}
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
          {around}
        </Column>
      </Boundary>
    </main>
  )
}
