import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { classes } from '../ui/classes.ts'
import type { Step } from './flow.ts'
import { KioskButton } from './KioskButton.tsx'
import type { Motive } from './motive.ts'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { grouped, sizes } from './Ticket.tsx'
import style from './Ticket.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** Before a number given without the host: what it is worth, and that no wait can be said. */
export function ProvisionalOffer({
  motive,
  take,
}: {
  readonly motive: Motive
  readonly take: (motive: Motive) => void
}) {
  const words = useWords()
  return (
    <Screen
      title={<Said>{motive.title}</Said>}
      foot={
        <KioskButton kind="primary" wide onPress={() => take(motive)}>
          {words.provisionalTake}
        </KioskButton>
      }
    >
      <div className={style.lines}>
        <p className={style.ahead}>{words.provisionalKeeps}</p>
        <p>{words.provisionalCalled}</p>
        <p>{words.provisionalWait}</p>
      </div>
    </Screen>
  )
}

/** The number on the screen: it is on the disk already, and on paper where this machine has a printer. */
export function ProvisionalNumber({
  given: { ticket, printed },
  motive,
}: Extract<Step, { at: 'provisional' }>) {
  const { zone, reset } = useVisit()
  const words = useWords()
  const { number, code, takenAt } = ticket
  return (
    <Screen
      title={words.provisionalYours}
      help={<Said>{motive.title}</Said>}
      foot={
        <KioskButton kind="primary" wide onPress={reset}>
          {printed ? words.donePrinted : words.done}
        </KioskButton>
      }
    >
      <div className={style.columns}>
        <p className={classes(style.number, sizes[number.length])} role="status" dir="ltr">
          {ticketNumber(number)}
        </p>
        <div className={style.lines}>
          <p className={style.ahead}>{words.provisionalAt(words.hour(takenAt, zone))}</p>
          <p>{words.provisionalCalled}</p>
          <p>{printed ? words.paper : words.provisionalScreen}</p>
          <p className={style.code}>
            {words.code} <strong dir="ltr">{grouped(code)}</strong>
          </p>
        </div>
      </div>
    </Screen>
  )
}
