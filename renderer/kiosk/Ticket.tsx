import type { ReactNode } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { ticketNumber } from '../../shared/messages/numbers.ts'
import { classes } from '../ui/classes.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Ticket.module.css'
import type { Motive } from './motive.ts'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { useWords } from './words.ts'

export type Taken = Output<'ticket.take'>

/** « A 142 » and « A 1042 » are written smaller, so that they keep within the screen. */
const sizes: Readonly<Record<number, string | undefined>> = { 4: style.wide, 5: style.wider }

/** The request's code in two groups, as on paper. */
const grouped = (code: string): string => code.replace(/^(.{4})(?=.)/, '$1 ')

/** The ticket on the screen: its number huge, then what to do with it. */
export function Ticket({
  motive,
  ticket,
  printed,
  head,
  onDone,
  onLeave,
}: {
  readonly motive: Motive
  readonly ticket: Taken
  /** Whether the office's kiosk has a printer for it. */
  readonly printed: boolean
  readonly head: ReactNode
  readonly onDone: () => void
  readonly onLeave: () => void
}) {
  const words = useWords()
  return (
    <Screen
      head={head}
      title={words.yourTicket}
      help={<Said>{motive.title}</Said>}
      foot={
        <div className={style.acts}>
          <KioskButton kind="primary" wide onPress={onDone}>
            {printed ? words.donePrinted : words.done}
          </KioskButton>
          <KioskButton wide onPress={onLeave}>
            {words.leave}
          </KioskButton>
        </div>
      }
    >
      <div className={style.columns}>
        <p className={classes(style.number, sizes[ticket.number.length])} role="status">
          {ticketNumber(ticket.number)}
        </p>
        <div className={style.lines}>
          <p className={style.ahead}>{words.ahead(ticket.ahead)}</p>
          {motive.openCounters === 0 && <p className={style.noCounter}>{words.noCounter}.</p>}
          <p>{printed ? words.paper : words.noPaper}</p>
          <p>{words.watch}</p>
          <p className={style.code}>
            {words.code} <strong>{grouped(ticket.code)}</strong>
          </p>
        </div>
      </div>
    </Screen>
  )
}
