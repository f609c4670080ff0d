import { Circle, CircleCheck, CircleDashed, Megaphone } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Outcome } from '../../shared/contract/documents.ts'
import type { DocumentId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { fr } from '../../shared/messages/fr.ts'
import { hour } from '../../shared/messages/numbers.ts'
import { Boundary } from '../app/Boundary.tsx'
import { Header } from '../app/Header.tsx'
import { useOffice } from '../app/office.ts'
import { FunctionKeys, type FunctionKey } from '../ui/FunctionKeys.tsx'
import { useKeys } from '../ui/keys.ts'
import { Status, type Tone } from '../ui/Status.tsx'
import type { CounterActs, CounterView } from './acts.ts'
import { Calling } from './Calling.tsx'
import { ChooseCounter } from './ChooseCounter.tsx'
import style from './Counter.module.css'
import { Free } from './Free.tsx'
import { Papers, PaperStrip, type LastVisit } from './Papers.tsx'
import { Serving, type Panel } from './Serving.tsx'

const looks: Readonly<Record<CounterView['state'], { readonly tone: Tone; readonly icon: ReactNode }>> = {
  noCounter: { tone: 'quiet', icon: <CircleDashed aria-hidden size={20} /> },
  free: { tone: 'accent', icon: <Circle aria-hidden size={20} /> },
  calling: { tone: 'accent', icon: <Megaphone aria-hidden size={20} /> },
  serving: { tone: 'done', icon: <CircleCheck aria-hidden size={20} /> },
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
  const words = fr.counter
  const { zone } = useOffice()
  const { state, current } = view
  const visitId = current?.ticket.visitId ?? null
  // A panel belongs to the visit that it was opened for.
  const [opened, setOpened] = useState<{ readonly panel: Panel; readonly visitId: string | null }>({
    panel: null,
    visitId: null,
  })
  const panel = opened.visitId === visitId ? opened.panel : null
  const onPanel = (next: Panel) => setOpened({ panel: next, visitId })
  const [shown, setShown] = useState<DocumentId | null>(null)
  const [last, setLast] = useState<LastVisit | null>(null)

  const papers = (documentId: DocumentId | null) => {
    setShown(documentId)
    onPanel('papers')
  }
  const end = (outcome: Outcome) => {
    if (!current || state !== 'serving') return
    // What is being typed is saved first.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void acts.close(outcome).then((result) => {
      if ('error' in result) return
      setLast({ number: current.ticket.number, outcome, documents: result.output.documents })
      setShown(null)
    })
  }

  const free = state === 'free'
  const calling = state === 'calling'
  const serving = state === 'serving'
  const keys: readonly FunctionKey[] = [
    {
      key: 'F2',
      label: words.keys.call,
      applies: free && view.next !== null && view.dayOpen,
      primary: true,
      onPress: () => {
        onPanel(null)
        acts.callNext()
      },
    },
    {
      key: 'F3',
      label: words.keys.recall,
      applies: calling,
      onPress: () => current && acts.recall(current.ticket.ticketId),
    },
    {
      key: 'F4',
      label: words.keys.absent,
      applies: calling,
      onPress: () => current && acts.markAbsent(current.ticket.ticketId, current.ticket.number),
    },
    {
      key: 'F5',
      label: words.keys.here,
      applies: calling,
      primary: true,
      onPress: () => {
        setLast(null)
        if (current) acts.start(current.ticket.ticketId)
      },
    },
    {
      key: 'F8',
      label: words.keys.information,
      applies: serving,
      apart: true,
      onPress: () => end('information'),
    },
    {
      key: 'F9',
      label: words.keys.end,
      applies: serving,
      primary: true,
      onPress: () => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        onPanel(panel === 'outcome' ? null : 'outcome')
      },
    },
    { key: 'F10', label: words.keys.handedOver, applies: serving, onPress: () => end('handedOver') },
  ]
  useKeys(
    {
      ...Object.fromEntries(keys.map(({ key, applies, onPress }) => [key, applies ? onPress : () => {}])),
      Escape: () => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        if (panel === 'papers' && shown !== null) setShown(null)
        else onPanel(null)
      },
    },
    { whileTyping: true },
  )
  useKeys({ KeyD: () => (panel === 'papers' ? onPanel(null) : papers(null)) })

  const me = office?.me?.name
  const title = view.counter?.name.fr ?? fr.app.stationNames.counter
  return (
    <div className={style.page}>
      <title>{fr.app.title(`${title} · ${words.states[state]}`, office?.name ?? '')}</title>
      <Header
        title={title}
        state={
          <Status tone={looks[state].tone} icon={looks[state].icon}>
            {words.states[state]}
          </Status>
        }
        detail={me && `${me.firstName} ${me.familyName}, ${me.capacity}`}
        aside={
          <>
            {!serving && `${words.peopleWait(view.total)} `}
            {!serving && view.closesAt !== null && '· '}
            {view.closesAt !== null && fr.app.closesAt(hour(view.closesAt, zone))}
          </>
        }
      />
      {panel === 'papers' ? (
        <Boundary name={words.papers}>
          <Papers
            view={view}
            zone={zone}
            shown={shown}
            acts={acts}
            onShow={setShown}
            onLeave={() => (shown === null ? onPanel(null) : setShown(null))}
          />
        </Boundary>
      ) : serving && current ? (
        <Serving
          key={current.ticket.visitId}
          view={view}
          current={current}
          office={office}
          now={now}
          acts={acts}
          panel={panel}
          onPanel={onPanel}
          onEnd={end}
        />
      ) : calling && current ? (
        <Calling view={view} current={current} office={office} zone={zone} acts={acts} />
      ) : free ? (
        <Free view={view} office={office} now={now} acts={acts} />
      ) : (
        <ChooseCounter office={office} acts={acts} />
      )}
      <footer aria-label={words.keysLabel}>
        <PaperStrip view={view} last={serving ? null : last} acts={acts} onShow={papers} />
        <FunctionKeys keys={keys} label={words.keysLabel} />
      </footer>
    </div>
  )
}
