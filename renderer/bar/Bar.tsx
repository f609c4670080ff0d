import { GripVertical, SquareArrowOutUpRight, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Input, Output } from '../../shared/contract/index.ts'
import { onRequestOf } from '../../shared/contract/onRequest.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import type { CounterActs, CounterView } from '../counter/acts.ts'
import { functionKeys, undoCode } from '../counter/functionKeys.ts'
import { requestAfter } from '../counter/Requests.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { say, useNotices } from '../link/notices.ts'
import hidden from '../ui/VisuallyHidden.module.css'
import style from './Bar.module.css'
import { BarCode, BarEnds, BarPark } from './BarPanels.tsx'
import { BarSays } from './BarSays.tsx'
import { openCounter } from './openCounter.ts'
import { useHandOver } from './useHandOver.ts'

/** The panel that takes the place of the keys: its choices are pressed by their figures, Escape closes it. */
type BarPanel = 'park' | 'ends' | 'code'

/** Which keys the bar shows, by what the counter is doing; a short one leaves some to the keyboard. */
const shown: Readonly<Record<CounterView['state'], readonly string[]>> = {
  noCounter: [],
  paused: [],
  free: ['F2', 'F5', 'F6', 'F9'],
  calling: ['F3', 'F5', 'F4'],
  serving: ['F2', 'F5', 'F6', 'F9'],
}

/** The whole bar, drawn from what the host last sent; `view` is unknown while nobody said who holds the counter. */
export function Bar({
  view,
  office,
  now,
  away,
  acts,
  alert,
}: {
  readonly view: CounterView | undefined
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly away: boolean
  readonly acts: CounterActs
  /** Help that is asked, here or by a colleague. */
  readonly alert?: ReactNode
}) {
  const words = counterWords
  const { school } = useOffice()
  const notice = useNotices(({ lines }) => lines.at(-1))
  const told = away ? words.line.awayShort : notice?.text
  return (
    <main className={classes(style.bar, school && style.school)} aria-label={words.line.bar}>
      <h1 className={hidden.hidden}>{words.line.bar}</h1>
      <GripVertical aria-hidden size={20} className={style.grip} />
      {school && <b className={style.schoolWord}>{words.line.schoolShort}</b>}
      {alert}
      {view === undefined || view.state === 'noCounter' ? (
        <>
          <p className={style.lines}>
            <b>{words.line.chooseCounter}</b>
          </p>
          <LastNotice text={told} />
          <span className={style.keys}>
            <Button kind="primary" onPress={openCounter}>
              {words.line.openWhole}
            </Button>
          </span>
        </>
      ) : (
        <Desk key={view.state} view={view} office={office} now={now} acts={acts} told={told} />
      )}
    </main>
  )
}

/** The last notice, in the place of less pressing texts; a screen reader says it politely. */
const LastNotice = ({ text }: { readonly text: string | undefined }) => (
  <p className={text === undefined ? style.silent : style.told} role="status" aria-live="polite" title={text}>
    {text}
  </p>
)

function Desk({
  view,
  office,
  now,
  acts,
  told,
}: {
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly acts: CounterActs
  readonly told: string | undefined
}) {
  const words = counterWords
  const { zone } = useOffice()
  const { state, current, pause } = view
  const [asked, setAsked] = useState<BarPanel | null>(null)
  const leave = () => setAsked(null)
  const ask = (what: BarPanel) => setAsked((before) => (before === what ? null : what))
  const close = (how: Input<'visit.close'>) =>
    void acts.close({ ...(current && onRequestOf(current)), ...how }).then((result) => {
      if ('error' in result) return
      leave()
      const { remaining } = result.output
      if (current && remaining > 0) say(words.line.requestNow(...requestAfter(current, remaining)), 'done')
    })
  const handedOver = useHandOver(current, acts, () => close({ outcome: 'handedOver' }))
  const resumeCounter = () => void acts.resumeCounter({})
  const keys = functionKeys(view, now, asked !== null, {
    call: () => void acts.callNext({}),
    recall: () => current && void acts.recall({ ticketId: current.ticket.ticketId }),
    absent: () => current && void acts.markAbsent({ ticketId: current.ticket.ticketId }),
    here: () => {
      if (!current) return
      if (view.checkCode) ask('code')
      else void acts.start({ ticketId: current.ticket.ticketId })
    },
    park: () => ask('park'),
    transfer: openCounter,
    information: () => close({ outcome: 'information' }),
    end: () => ask('ends'),
    handedOver,
    undo: () => void acts.undo({ of: view.undo?.of }),
  })
  const undo = keys.find(({ code }) => code === undoCode)
  useKeys(
    {
      ...Object.fromEntries(
        keys
          .filter(({ code }) => !code)
          .map(({ key, applies, onPress }) => [key, applies ? onPress : () => {}]),
      ),
      Escape: leave,
    },
    { whileTyping: true },
  )
  useKeys({
    [undoCode]: undo?.applies === true ? undo.onPress : undefined,
    KeyP: state === 'paused' ? resumeCounter : undefined,
  })
  const panels: Readonly<Record<BarPanel, ReactNode>> = {
    park: current && <BarPark current={current} acts={acts} onLeave={leave} />,
    ends: current && <BarEnds current={current} onClose={close} onHandOver={handedOver} onLeave={leave} />,
    code: current && <BarCode current={current} acts={acts} onLeave={leave} />,
  }
  const says = <BarSays view={view} office={office} acts={acts} told={told !== undefined || asked !== null} />
  const order = shown[state]
  /** The agent checks a proof before the visit starts: its two answers take the room of the keys. */
  const toCheck = state === 'calling' && current?.ticket.ground?.proof === 'toShow' && told === undefined
  if (asked !== null)
    return (
      <>
        {says}
        {panels[asked]}
      </>
    )
  return (
    <>
      {says}
      <LastNotice text={told} />
      <span
        className={classes(style.keys, told !== undefined && style.crowded)}
        role="toolbar"
        aria-label={words.keysLabel}
      >
        {state === 'paused' && pause ? (
          <Button kind="primary" keyCap="P" onPress={resumeCounter}>
            {pause.until === null
              ? words.line.resumeCounter
              : `${words.line.resumeCounter} (${hour(pause.until, zone)})`}
          </Button>
        ) : (
          order
            .flatMap((name) => keys.filter(({ key }) => key === name))
            .map(({ key, label, detail, applies, primary, onPress }) => (
              <span
                key={key}
                className={key === 'F6' || (toCheck && key !== 'F5') ? style.wideOnly : undefined}
              >
                <Button
                  keyCap={key}
                  isDisabled={!applies}
                  kind={primary === true && applies ? 'primary' : 'plain'}
                  onPress={onPress}
                  aria-keyshortcuts={key}
                >
                  {label}
                  {detail !== undefined && <small className={style.detail}>{detail}</small>}
                </Button>
              </span>
            ))
        )}
        {undo?.applies === true && (
          <span className={style.wideOnly}>
            <Button
              aria-label={`${undo.label} ${undo.detail} (${undo.key})`}
              aria-keyshortcuts="Control+Z"
              icon={<Undo2 aria-hidden size={20} />}
              onPress={undo.onPress}
            >
              {''}
            </Button>
          </span>
        )}
        <span className={state === 'calling' ? style.wideOnly : undefined}>
          <Button
            aria-label={words.line.openWhole}
            icon={<SquareArrowOutUpRight aria-hidden size={20} />}
            onPress={openCounter}
          >
            {''}
          </Button>
        </span>
      </span>
    </>
  )
}
