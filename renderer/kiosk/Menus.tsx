import { CalendarClock, DoorOpen, KeyRound, RotateCcw, ScrollText, Ticket, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card } from './Card.tsx'
import style from './Choices.module.css'
import type { Step } from './flow.ts'
import { present } from './motive.ts'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

type Way = {
  readonly step: Step
  readonly icon: ReactNode
  readonly title: string
  readonly help?: string
}

function Ways({ title, ways }: { readonly title: string; readonly ways: readonly Way[] }) {
  const { go } = useVisit()
  return (
    <Screen title={title}>
      <ul role="list" className={style.list}>
        {ways.map(({ step, icon, title: name, help }) => (
          <li key={name}>
            <Card icon={icon} title={name} help={help} onPress={() => go(step)} />
          </li>
        ))}
      </ul>
    </Screen>
  )
}

/** How an appointment is found. */
export function Appointment() {
  const words = useWords()
  return (
    <Ways
      title={words.appointmentHow}
      ways={[
        {
          step: { at: 'arrive', by: 'code' },
          icon: <KeyRound aria-hidden size={40} />,
          title: words.byCode,
        },
        {
          step: { at: 'arrive', by: 'name' },
          icon: <UserRound aria-hidden size={40} />,
          title: words.byName,
          help: words.nameAskHelp,
        },
      ]}
    />
  )
}

/** What may be done with a ticket taken before. */
export function HaveTicket() {
  const words = useWords()
  return (
    <Ways
      title={words.haveTicketAsk}
      ways={[
        {
          step: { at: 'number', act: 'return' },
          icon: <RotateCcw aria-hidden size={40} />,
          title: words.amBack,
          help: words.amBackHelp,
        },
        {
          step: { at: 'number', act: 'leave' },
          icon: <DoorOpen aria-hidden size={40} />,
          title: words.goAway,
          help: words.goAwayHelp,
        },
        {
          step: { at: 'number', act: 'replace' },
          icon: <Ticket aria-hidden size={40} />,
          title: words.lost,
          help: words.lostHelp,
        },
        {
          step: { at: 'trailCode' },
          icon: <ScrollText aria-hidden size={40} />,
          title: words.passage,
          help: words.passageHelp,
        },
      ]}
    />
  )
}

/** The free times of a service: a code is given, no name is asked. */
export function Slots({ motive: chosen, said }: Extract<Step, { at: 'slots' }>) {
  const { view, zone, wish, perform, language } = useVisit()
  const words = useWords()
  const motive = present(view.motives, chosen)
  const { serviceId, procedureId, slots } = motive
  const book = (startsAt: (typeof slots)[number]['startsAt']) =>
    perform(
      'appointment.book',
      {
        serviceId,
        ...(procedureId === null ? {} : { procedureId }),
        startsAt,
        ...(wish.requests === 1 ? {} : { files: wish.requests }),
        lang: language,
      },
      {
        done: (booked) => ({ at: 'booked', motive, code: booked.code, startsAt: booked.startsAt }),
        again: (why) => ({ at: 'slots', motive, said: why }),
      },
    )
  return (
    <Screen title={words.slotsAsk} help={slots.length === 0 ? words.slotsNone : words.slotsHelp} said={said}>
      <ul role="list" className={style.list}>
        {slots.map(({ startsAt }) => (
          <li key={startsAt}>
            <Card
              icon={<CalendarClock aria-hidden size={40} />}
              title={words.dayAndHour(startsAt, zone)}
              onPress={() => book(startsAt)}
            />
          </li>
        ))}
      </ul>
    </Screen>
  )
}
