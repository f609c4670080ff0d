import type { ReactNode } from 'react'
import { paying, type Agents, type Done, type Panel, type TillActs, type TillView } from './acts.ts'
import { CloseTill, CountTill } from './Counts.tsx'
import { DonePanel } from './DonePanel.tsx'
import { EntryPanel } from './EntryPanel.tsx'
import type { Payment } from './payment.ts'
import { Remit } from './Remit.tsx'
import { Stamp } from './Stamp.tsx'
import style from './Till.module.css'

/** The middle of the open till: what is being paid, or the act that was asked for in its place. */
export function TillPanel({
  view,
  agents,
  acts,
  panel,
  done,
  proposed,
  children,
  onPanel,
  onDone,
  onInstead,
}: {
  readonly view: TillView
  readonly agents: Agents
  readonly acts: TillActs
  readonly panel: Panel
  /** What was just done; null once another payment begins. */
  readonly done: Done | null
  /** What the person being received came for. */
  readonly proposed: ReactNode
  /** What is being paid. */
  readonly children: ReactNode
  readonly onPanel: (panel: Panel) => void
  readonly onDone: (done: Done) => void
  /** Pays again, in the place of an entry that is corrected. */
  readonly onInstead: (payment: Payment) => void
}) {
  const leave = () => onPanel(paying)
  const shared = { view, acts, onCancel: leave }
  switch (panel.is) {
    case 'pay':
      return done === null ? (
        children
      ) : (
        <DonePanel key={done.number} done={done} acts={acts}>
          {proposed}
        </DonePanel>
      )
    case 'stamp':
      return <Stamp key={panel.product} {...shared} product={panel.product} onDone={onDone} />
    case 'count':
      return (
        <div className={style.counting}>
          <CountTill {...shared} onDone={leave} />
        </div>
      )
    case 'remit':
      return <Remit {...shared} onDone={onDone} />
    case 'close':
      return (
        <div className={style.counting}>
          <CloseTill {...shared} onDone={leave} />
        </div>
      )
    case 'entry':
      return (
        <EntryPanel
          key={panel.number}
          {...shared}
          agents={agents}
          number={panel.number}
          onOpen={(number) => onPanel({ is: 'entry', number })}
          onTakenBack={onDone}
          onInstead={(instead) => {
            leave()
            onInstead(instead)
          }}
        />
      )
  }
}
