import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import type { Step } from './flow.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Screen.module.css'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { grouped } from './Ticket.tsx'
import ticket from './Ticket.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** An act is being done: it is waited for, whatever the host's silence. */
export function Asking({ ticket: forTicket, motive }: Extract<Step, { at: 'asking' }>) {
  const { away, cut, reset, takeProvisional } = useVisit()
  const words = useWords()
  return (
    <Screen
      title={forTicket ? words.taking : words.asking}
      {...(away ? { help: words.takingHelp } : {})}
      // The next person must not wait for the host too.
      {...(cut
        ? {
            foot: (
              <div className={style.acts}>
                {motive && takeProvisional && (
                  <KioskButton kind="primary" wide onPress={() => takeProvisional(motive)}>
                    {words.provisionalTake}
                  </KioskButton>
                )}
                <KioskButton wide onPress={reset}>
                  {words.restart}
                </KioskButton>
              </div>
            ),
          }
        : {})}
    >
      <LoaderCircle aria-hidden size={72} className={style.turning} />
    </Screen>
  )
}

/** The end of what was asked, and the way back for the next person. */
function End({
  title,
  help,
  children,
}: {
  readonly title: string
  readonly help?: ReactNode
  readonly children?: ReactNode
}) {
  const { reset } = useVisit()
  return (
    <Screen
      title={title}
      help={help}
      foot={
        <KioskButton wide onPress={reset}>
          {useWords().restart}
        </KioskButton>
      }
    >
      {children}
    </Screen>
  )
}

/** Going without being received is asked twice: the place is lost. */
export function Leaving({ shown }: Extract<Step, { at: 'ticket' | 'leaving' }>) {
  const { back, perform } = useVisit()
  const words = useWords()
  const { ticketId, number } = shown
  const leave = () =>
    perform('ticket.leave', { ticketId }, { done: ({ leftAt }) => ({ at: 'left', number, leftAt }) })
  return (
    <Screen
      title={words.leaveAsk}
      help={words.leaveHelp}
      foot={
        <div className={style.acts}>
          <KioskButton kind="primary" wide onPress={() => back?.()}>
            {words.leaveNo}
          </KioskButton>
          <KioskButton wide onPress={leave}>
            {words.leaveYes}
          </KioskButton>
        </div>
      }
    />
  )
}

export function Left({ number, leftAt }: Extract<Step, { at: 'left' }>) {
  const { zone } = useVisit()
  const words = useWords()
  return <End title={words.left(ticketNumber(number))} help={words.leftAt(words.hour(leftAt, zone))} />
}

export function Returned({ number, keepsRank }: Extract<Step, { at: 'returned' }>) {
  const words = useWords()
  return (
    <End title={words.returned} help={keepsRank ? words.rankKept : words.rankOfNow}>
      <p className={ticket.number} dir="ltr">
        {ticketNumber(number)}
      </p>
    </End>
  )
}

/** The appointment given: its hour, and its code, which says nothing personal. */
export function Booked({ motive, code, startsAt }: Extract<Step, { at: 'booked' }>) {
  const { view, zone } = useVisit()
  const words = useWords()
  return (
    <End title={words.booked} help={<Said>{motive.title}</Said>}>
      <div className={ticket.lines}>
        <p className={ticket.ahead}>{words.dayAndHour(startsAt, zone)}</p>
        <p>{words.bookedCode}</p>
        <p className={ticket.large} dir="ltr">
          {grouped(code)}
        </p>
        <p>{view.printsTickets ? words.certifiedPaper : words.noPaperCode}</p>
      </div>
    </End>
  )
}

export function CertificateMade({ number }: Extract<Step, { at: 'certified' }>) {
  const { view } = useVisit()
  const words = useWords()
  return (
    <End title={words.certified} help={view.printsTickets ? words.certifiedPaper : words.certifiedNoPaper}>
      <p className={ticket.large} dir="ltr">
        {number}
      </p>
    </End>
  )
}

export const Refused = ({ why }: Extract<Step, { at: 'refused' }>) => (
  <End title={useWords().notDone} help={why} />
)
