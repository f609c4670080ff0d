import { useEffect, useState, type ReactNode } from 'react'
import type { DocumentId, TicketId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { onRequestOf } from '../../shared/contract/onRequest.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { CounterHead } from './CounterHead.tsx'
import { useOffice } from '../link/office.ts'
import { useSaysKeys } from '../ui/directKeys.ts'
import { FunctionKeys } from '../ui/FunctionKeys.tsx'
import { KeysHeld, useHeld, useKeys } from '../ui/keys.ts'
import { isField } from '../ui/keyboard.ts'
import { say } from '../link/notices.ts'
import { Notices } from '../ui/Notices.tsx'
import type { CounterActs, CounterView } from './acts.ts'
import { Calling } from './Calling.tsx'
import { ScannedDocument } from '../documents/ScannedDocument.tsx'
import { useTakenBack } from '../identity/takeBack.ts'
import { ChooseCounter } from './ChooseCounter.tsx'
import style from './Counter.module.css'
import { dayIn } from '../ui/dates.ts'
import { Free } from './Free.tsx'
import { barActs, functionKeys, undoCode } from './functionKeys.ts'
import { useLow } from './low.ts'
import { useHandoverAsked } from './handoverAsked.ts'
import type { End } from './OutcomePanel.tsx'
import { PaperStrip, useLastPapers, type LastVisit } from './PaperStrip.tsx'
import { Papers, readVisit, Serving } from './parts.ts'
import { Paused } from './Paused.tsx'
import { Queue } from './Queue.tsx'
import { requestAfter } from './Requests.tsx'
import { keepPerson } from './samePerson.ts'
import type { Panel } from './panels.ts'

/** What is being typed is saved; a button or a heading keeps the focus. */
const leaveField = () => {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && isField(activeElement)) activeElement.blur()
}

/** The counter's whole page, drawn from what the host last sent. */
export function CounterPage({
  view,
  office,
  now,
  acts,
}: {
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly acts: CounterActs
}) {
  const words = counterWords
  const { zone } = useOffice()
  const { state, current } = view
  const low = useLow()
  const visitId = current?.ticket.visitId ?? null
  useEffect(() => {
    if (state === 'calling') readVisit()
  }, [state])
  // A panel belongs to the request that it was opened for, whoever ends it.
  const of = current?.request ?? visitId
  const [opened, setOpened] = useState<{
    readonly panel: Panel
    readonly of: string | null
    readonly ticketId?: TicketId
  }>({ panel: null, of: null })
  // What a scanner's first keys opened is closed again.
  useTakenBack(() => () => setOpened(opened))
  const panel = opened.of === of ? opened.panel : null
  const held = useHeld(panel === 'turned')
  const onPanel = (next: Panel) => setOpened({ panel: next, of })
  // A screen turned to the person stays theirs.
  useHandoverAsked(state === 'serving' ? of : null, () => panel !== 'turned' && onPanel('handover'))
  const toggle = (asked: Exclude<Panel, null>) => {
    leaveField()
    onPanel(panel === asked ? null : asked)
  }
  const chosen =
    state === 'free' && panel === 'order'
      ? (view.waiting.find(({ ticketId }) => ticketId === opened.ticketId) ?? null)
      : null
  const pausing = state === 'free' && panel === 'pause'
  const asking = chosen !== null || pausing
  const [shown, setShown] = useState<DocumentId | null>(null)
  const [last, setLast] = useState<LastVisit | null>(null)
  /** « Refus écrit… » ended the visit: the refusal of its file is being written. */
  const [refusing, setRefusing] = useState(false)
  /** How many requests have ended on this page: the sheet of the next is drawn anew where its host does not name it. */
  const [ended, setEnded] = useState(0)

  // A paper of the visit before is told until the next one begins, whatever begins it.
  const [seen, setSeen] = useState(visitId)
  if (visitId !== seen) {
    setSeen(visitId)
    if (visitId !== null) setLast(null)
  }

  const papers = (documentId: DocumentId | null) => {
    setRefusing(false)
    setShown(documentId)
    onPanel('papers')
  }
  const end = ({ refuses, ...how }: End) => {
    if (!current || state !== 'serving') return
    // What is being typed is saved first.
    leaveField()
    void acts.close({ ...onRequestOf(current), ...how }).then((result) => {
      if ('error' in result) return
      const { documents, remaining, fileId } = result.output
      keepPerson(current, remaining)
      setLast({
        number: current.ticket.number,
        outcome: how.outcome,
        documents,
        to: current.sheet.capacity ?? 'self',
        refusable: current.assessment?.collects === false ? fileId : null,
      })
      setShown(null)
      setRefusing(refuses === true && remaining === 0 && fileId !== null)
      const written = refuses && remaining === 0 && fileId !== null
      const after = written ? ({ panel: 'papers', of: null } as const) : { panel: null, of }
      // Answered late, somebody else may be received already: what was opened for them stays.
      setOpened((now) => (now.of === of ? after : now))
      setEnded((count) => count + 1)
      if (remaining > 0) say(words.line.requestNow(...requestAfter(current, remaining)), 'done')
    })
  }
  const here = () => {
    if (!current) return
    if (view.checkCode) onPanel('code')
    else void acts.start({ ticketId: current.ticket.ticketId })
  }

  const call = () => {
    onPanel(null)
    void acts.callNext({})
  }

  const keys = functionKeys(
    view,
    now,
    asking,
    {
      call,
      recall: () => current && void acts.recall({ ticketId: current.ticket.ticketId }),
      absent: () => current && void acts.markAbsent({ ticketId: current.ticket.ticketId }),
      here,
      park: () => toggle('park'),
      transfer: () => toggle('transfer'),
      information: () => end({ outcome: 'information' }),
      // The panel itself hears the second press, which ends.
      end: () => panel !== 'outcome' && toggle('outcome'),
      // As F9: the second press, once the checks are done, hands over.
      handedOver: () => panel !== 'handover' && toggle('handover'),
      undo: () => void acts.undo({ of: view.undo?.of }),
    },
    panel === 'handover',
  )
  const act =
    ({ applies, onPress }: (typeof keys)[number]) =>
    () => {
      if (applies) onPress()
    }
  useKeys(
    {
      ...(panel === 'turned'
        ? {}
        : Object.fromEntries(keys.filter(({ code }) => !code).map((each) => [each.key, act(each)]))),
      Escape: () => {
        const field = document.activeElement
        leaveField()
        // Out of a field of what is being noted, its figures act again.
        if (isField(field) && field?.closest('[data-keeps]')) return
        if (panel === 'turned') onPanel('exchange')
        else if (panel === 'papers' && shown !== null) setShown(null)
        else onPanel(null)
      },
    },
    { whileTyping: true },
  )
  useKeys(
    panel === 'turned'
      ? {}
      : {
          // A field takes back its own typing first.
          [undoCode]: keys.filter(({ code }) => code === undoCode).map(act)[0],
          KeyD: () => (panel === 'papers' ? onPanel(null) : papers(null)),
        },
  )

  useSaysKeys(panel === 'turned' ? [] : [{ key: 'D', does: words.papers }])

  const { ofVisit, handed, onHanded, showKey } = useLastPapers(
    view,
    last,
    state !== 'serving' && panel !== 'papers',
    papers,
  )

  const title = view.counter?.name.fr ?? appWords.stationNames.counter
  const stateText = view.pause === null ? words.states[state] : words.line.pausedState(view.pause.kind)
  const besideQueue = (main: ReactNode, choosing = false) => (
    <div className={style.two}>
      <Boundary name={words.whoWaits(view.total)}>
        <Queue
          view={view}
          office={office}
          now={now}
          acts={acts}
          showNext={state !== 'free'}
          onChoose={choosing ? (ticketId) => setOpened({ panel: 'order', of, ticketId }) : null}
          listening={choosing && !asking}
        />
      </Boundary>
      {main}
    </div>
  )
  return (
    // On a screen turned to the person, a key is the person's: none of the agent's shortcuts acts.
    <KeysHeld value={held}>
      <div data-fits className={style.page} {...low}>
        <title>{appWords.title(`${title} · ${stateText}`, office?.name ?? '')}</title>
        <CounterHead view={view} office={office} title={title} stateText={stateText} acts={acts} />
        {/* Elsewhere keys are pressed one after another faster than a scanner's first keys can be told from them. */}
        {(state === 'serving' || panel === 'papers') && <ScannedDocument onShow={papers} />}
        {panel === 'papers' ? (
          <Boundary name={words.papers}>
            <Papers
              view={view}
              zone={zone}
              today={dayIn(zone, now)}
              shown={shown}
              refusable={last?.refusable ?? null}
              refusing={refusing}
              acts={acts}
              onShow={setShown}
              onLeave={() => (shown === null ? onPanel(null) : setShown(null))}
            />
          </Boundary>
        ) : state === 'serving' && current ? (
          <Boundary key={current.request ?? `${current.ticket.visitId} ${ended}`} name={stateText}>
            <Serving
              view={view}
              current={current}
              office={office}
              now={now}
              acts={acts}
              bar={barActs(keys)}
              panel={panel}
              onPanel={onPanel}
              onEnd={end}
              onPaper={papers}
            />
          </Boundary>
        ) : state === 'calling' && current ? (
          besideQueue(
            <Calling
              view={view}
              current={current}
              office={office}
              now={now}
              zone={zone}
              acts={acts}
              asksCode={panel === 'code'}
              onHere={here}
              onLeaveCode={() => onPanel(null)}
            />,
          )
        ) : state === 'paused' && view.pause ? (
          besideQueue(<Paused pause={view.pause} zone={zone} acts={acts} />)
        ) : state === 'free' ? (
          besideQueue(
            <Free
              view={view}
              office={office}
              now={now}
              acts={acts}
              chosen={chosen}
              pausing={pausing}
              onPause={() => onPanel('pause')}
              onLeave={() => onPanel(null)}
            />,
            view.dayOpen,
          )
        ) : (
          <ChooseCounter dayOpen={view.dayOpen} office={office} acts={acts} />
        )}
        <footer aria-label={words.keysLabel} className={style.foot}>
          <Notices dismiss={appWords.dismiss} inPlace />
          <PaperStrip
            view={view}
            last={state === 'serving' ? null : last}
            ofVisit={ofVisit}
            acts={acts}
            handed={handed}
            onHanded={onHanded}
            showKey={showKey}
            onShow={papers}
          />
          <FunctionKeys keys={keys} label={words.keysLabel} range={words.keysRange} />
        </footer>
      </div>
    </KeysHeld>
  )
}
