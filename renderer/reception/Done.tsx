import { isSpanSaid, levelOf, type Announced } from '../../shared/contract/waits/waits.ts'
import type { AppointmentId, DocumentId, ServiceId, TicketId } from '../../shared/contract/ids.ts'
import type { TurnNoticeMeans } from '../../shared/contract/queue/rows.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour, longDate, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { partnersWords } from '../../shared/messages/partners/partners.fr.ts'
import { waitRange } from '../../shared/messages/waits/waits.fr.ts'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ReceptionActs, ReceptionView } from './acts.ts'
import { AskNotice } from './AskNotice.tsx'
import { classes } from '../ui/classes.ts'
import lettering from '../ui/Lettering.module.css'
import style from './Done.module.css'
import { PaperActs } from './PaperActs.tsx'
import { wordsIn } from '../../shared/contract/letters.ts'
import { coordinationWords } from '../../shared/messages/appointments/coordination.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'

type Ticket = {
  readonly ticketId: TicketId
  readonly number: string
  readonly code: string
  readonly takenAt: number
  readonly announced: Announced | null
}

/** A line under the title. What goes is told already, by a paper or before: a short window keeps it for screen readers alone. */
type Line = { readonly line: ReactNode; readonly goes: boolean }
const stays = (line: ReactNode): Line => ({ line, goes: false })
const goes = (line: ReactNode): Line => ({ line, goes: true })

type Paper = { readonly documentId: DocumentId; readonly number: string }

/** What the entrance just did for someone, to be said to them: the number first, and large. */
export type DoneAct =
  | { readonly is: 'given'; readonly motive: string; readonly ticket: Ticket; readonly ahead: number }
  | {
      readonly is: 'arrived'
      readonly motive: string
      readonly ticket: Ticket
      /** Null for who comes from another office with an hour kept: `keptFrom` says it. */
      readonly startsAt: number | null
      readonly keptFrom?: number
      readonly late: boolean
    }
  | {
      readonly is: 'booked'
      readonly motive: string
      readonly code: string
      readonly startsAt: number
      readonly appointmentId: AppointmentId
      readonly serviceId: ServiceId
    }
  | { readonly is: 'certified'; readonly number: string; readonly paper: Paper }
  | {
      readonly is: 'received'
      readonly motive: string
      readonly number: string
      readonly paper: Paper | null
    }
  | { readonly is: 'handedOver'; readonly motive: string; readonly number: string }

/** « Reçu RD-2026-12, imprimé »: how its printing goes, once the host says so. */
function paperLine({ documentId }: Paper, named: string, jobs: ReceptionView['jobs']): string {
  const job = jobs.find((each) => each.documentId === documentId)
  return job ? `${named}, ${counterWords.jobStates[job.state]}` : named
}

/** The last act, until the next one: what to say to the person, and the paper that it left. */
export function Done({
  done,
  folded,
  zone,
  printsTickets,
  notices,
  numbersFor,
  jobs,
  acts,
}: {
  readonly done: DoneAct
  /** Somebody else is being dealt with: a short window shows only the number, what it is for and what has to be told. */
  readonly folded: boolean
  readonly zone: string
  readonly printsTickets: boolean
  /** By which means the office tells people that their turn is near. */
  readonly notices: readonly TurnNoticeMeans[]
  /** The services whose appointments are declared for a pre-application's number. */
  readonly numbersFor: readonly ServiceId[]
  readonly jobs: ReceptionView['jobs']
  readonly acts: Pick<ReceptionActs, 'print' | 'readDocument' | 'notice' | 'setNumbers'>
}) {
  // What the ticket says is told by hand where none is printed.
  const ofTicket = printsTickets ? goes : stays
  const ticketLines = ({ code, takenAt, announced }: Ticket) => [
    // As its paper says it.
    ...(announced === null
      ? []
      : [
          isSpanSaid(levelOf(announced.sure))
            ? goes(words.wait(waitRange(announced), hour(takenAt, zone)))
            : ofTicket(words.doubtful),
        ]),
    ofTicket(printsTickets ? words.printing : words.noPrinter),
    ofTicket(
      <>
        {words.requestCode} <span className={style.code}>{code.replace(/^(.{4})(?=.)/, '$1 ')}</span>
      </>,
    ),
  ]
  switch (done.is) {
    case 'given':
      return (
        <>
          <Said number={done.ticket.number} folded={folded} title={words.given(done.motive)}>
            {[goes(words.ahead(done.ahead)), ...ticketLines(done.ticket)]}
          </Said>
          {notices.length > 0 && (
            <AskNotice
              key={done.ticket.ticketId}
              ticketId={done.ticket.ticketId}
              means={notices}
              onAsk={acts.notice}
            />
          )}
        </>
      )
    case 'arrived':
      return (
        <Said number={done.ticket.number} folded={folded} title={arrivedTitle(done, zone)}>
          {[...(done.late ? [stays(words.lateRank)] : []), ...ticketLines(done.ticket)]}
        </Said>
      )
    case 'booked':
      return (
        <>
          <Said large={done.code} folded={folded} title={words.booked(done.motive)}>
            {[stays(`${longDate(done.startsAt, zone)}, ${hour(done.startsAt, zone)}`), goes(words.codeToSay)]}
          </Said>
          {numbersFor.includes(done.serviceId) && (
            <BookedNumbers
              key={done.appointmentId}
              appointmentId={done.appointmentId}
              onSet={acts.setNumbers}
            />
          )}
        </>
      )
    case 'certified':
      return (
        <Said number={done.number} folded={folded} title={words.certified} paper={done.paper} acts={acts}>
          {[stays(paperLine(done.paper, done.paper.number, jobs))]}
        </Said>
      )
    case 'received':
      return (
        <Said
          number={done.number}
          folded={folded}
          title={words.received(done.motive)}
          acts={acts}
          {...(done.paper === null ? {} : { paper: done.paper })}
        >
          {done.paper === null
            ? []
            : [stays(paperLine(done.paper, `${words.receiptNumber} ${done.paper.number}`, jobs))]}
        </Said>
      )
    case 'handedOver':
      return (
        <Said number={done.number} folded={folded} title={words.handedOver(done.motive)}>
          {[]}
        </Said>
      )
  }
}

/** An appointment's hour, or the one kept from another office. */
const arrivedTitle = (
  { motive, startsAt, keptFrom, ticket }: Extract<DoneAct, { is: 'arrived' }>,
  zone: string,
): string =>
  startsAt === null
    ? partnersWords.arrived(motive, hour(keptFrom ?? ticket.takenAt, zone))
    : words.arrived(motive, hour(startsAt, zone))

function Said({
  number,
  large,
  folded,
  title,
  paper,
  acts,
  children,
}: {
  readonly number?: string
  readonly large?: string
  readonly folded: boolean
  readonly title: string
  readonly paper?: Paper
  readonly acts?: Pick<ReceptionActs, 'print' | 'readDocument'>
  readonly children: readonly Line[]
}) {
  const place = useRef<HTMLDivElement>(null)
  // What to say to the person is seen at once, wherever the act was done from.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [number, large, title])
  return (
    <div ref={place} className={classes(style.done, folded && style.folded)}>
      <div role="status" className={style.said}>
        <span className={style.number}>{number === undefined ? large : ticketNumber(number)}</span>
        <div>
          <strong>{title}</strong>
          {children.map(({ line, goes: isTold }, at) => (
            <p key={at} className={classes(lettering.small, isTold && style.told)}>
              {line}
            </p>
          ))}
        </div>
      </div>
      {paper && acts && <PaperActs key={paper.documentId} paper={paper} acts={acts} />}
    </div>
  )
}

/** The pre-application numbers of an appointment just given for a title: the host declares it for them. */
function BookedNumbers({
  appointmentId,
  onSet,
}: {
  readonly appointmentId: AppointmentId
  readonly onSet: ReceptionActs['setNumbers']
}) {
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const numbers = typed.split(/[,;]/).filter((part) => wordsIn(part) !== '')
        void onSet({ appointmentId, numbers }).then((result) => {
          if ('error' in result) return
          setTyped('')
          setSaid(coordinationWords.numbersKept)
        })
      }}
    >
      <Field
        label={coordinationWords.numbers}
        detail={coordinationWords.numbersHelp}
        value={typed}
        maxLength={400}
        autoComplete="off"
        onChange={(text) => {
          setSaid('')
          setTyped(text)
        }}
      />
      <Button type="submit" size="dense">
        {coordinationWords.keepNumbers}
      </Button>
      <span role="status">{said}</span>
    </form>
  )
}
