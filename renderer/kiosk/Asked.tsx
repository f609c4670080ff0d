import { TicketNumber } from '../../shared/contract/ids.ts'
import type { Input } from '../../shared/contract/index.ts'
import { longestName } from '../../shared/contract/longestName.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { Entry } from './Entry.tsx'
import type { Step, TicketAct } from './flow.ts'
import type { Motive } from './motive.ts'
import { claimOf } from './Offer.tsx'
import { Screen } from './Screen.tsx'
import { Choices } from './Services.tsx'
import { firstScreen } from './service.ts'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

const upper = (typed: string) => typed.toUpperCase()
/** « a 42 » is A42. */
const asNumber = (typed: string) => upper(typed).replaceAll(/[^A-Z0-9]/g, '')
/** A code may be copied with its spaces and dashes. */
export const asCode = (typed: string) => upper(typed).replaceAll(/[^A-Z0-9]/g, '')
const isNumber = (text: string) => TicketNumber.safeParse(text).success
/** « 0930 » and « 930 » are 09:30: no hour begins by a figure above 2. */
export const asHour = (typed: string) => {
  const figures = typed
    .replaceAll(/\D/g, '')
    .replace(/^(?=[3-9])/, '0')
    .slice(0, 4)
  return figures.length > 2 ? `${figures.slice(0, 2)}:${figures.slice(2)}` : figures
}
/** The minute of the day that is typed, « 14 » being 14:00; null while it is none. */
export const minuteOf = (text: string): number | null => {
  const [, hours, minutes = '0'] = /^([01]?\d|2[0-3])(?::([0-5]\d))?$/.exec(text) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
export const several = (text: string) => text.trim().length >= 2

/** What the host is told of who has an appointment, and what is shown once it has answered. */
function useArriving() {
  const { wish, language, perform } = useVisit()
  return (
    who: Pick<Input<'appointment.arrive'>, 'code' | 'name' | 'minute'>,
    again: (why: string, code: string) => Step,
  ) => {
    const input: Input<'appointment.arrive'> = {
      ...who,
      lang: language,
      ...(wish.arrangements.length === 0 ? {} : { arrangements: [...wish.arrangements] }),
      ...(wish.priority === null ? {} : { priority: claimOf(wish.priority) }),
    }
    perform('appointment.arrive', input, {
      done: ({ ticketId, number, code, announced, startsAt, keptFrom, late }) => ({
        at: 'ticket',
        shown: {
          ticketId,
          number,
          code,
          announced,
          motive: null,
          ahead: null,
          appointment: startsAt === null ? null : { startsAt, late },
          ...(keptFrom === undefined ? {} : { keptFrom }),
          replaces: false,
        },
      }),
      again,
    })
  }
}

/** The person with an appointment is here: by their code, or by their name, which is kept until the call only. */
export function Arrive({ by, said }: Extract<Step, { at: 'arrive' }>) {
  const words = useWords()
  const arrive = useArriving()
  return (
    <Entry
      title={by === 'code' ? words.codeAsk : words.nameAsk}
      help={by === 'code' ? words.codeAskHelp : words.nameAskHelp}
      said={said}
      kind={by}
      most={by === 'name' ? longestName : 40}
      clean={by === 'code' ? asCode : upper}
      complete={several}
      onDone={(text) => {
        const typed = text.trim()
        arrive({ [by]: typed }, (why, code) =>
          // Whoever has no code knows their hour.
          by === 'name' && code === 'appointmentAmbiguous'
            ? { at: 'arriveHour', name: typed }
            : { at: 'arrive', by, said: why },
        )
      }}
    />
  )
}

/** At which hour: it is typed, since those of the others who have this name are nobody else's to read. */
export function ArriveHour({ name, said }: Extract<Step, { at: 'arriveHour' }>) {
  const words = useWords()
  const arrive = useArriving()
  return (
    <Entry
      title={words.hourAsk}
      help={words.hourAskHelp}
      said={said}
      kind="hour"
      most={5}
      clean={asHour}
      complete={(text) => minuteOf(text) !== null}
      onDone={(text) =>
        arrive({ name, minute: minuteOf(text) ?? 0 }, (why, code) =>
          // Two of one name and hour: only the code tells them apart.
          code === 'appointmentAmbiguous'
            ? { at: 'arrive', by: 'code', said: why }
            : { at: 'arriveHour', name, said: why },
        )
      }
    />
  )
}

/** Which ticket. */
export function NumberAsked({ act, said }: Extract<Step, { at: 'number' }>) {
  const { services, go } = useVisit()
  const words = useWords()
  return (
    <Entry
      title={words.numberAsk}
      help={words.numberAskHelp}
      said={said}
      kind="number"
      // A kiosk's own numbers begin with P, as « P 12 » or « PB 12 ».
      letters={[...new Set([...services.map(({ letter }) => letter), 'P'])]}
      most={6}
      clean={asNumber}
      complete={isNumber}
      onDone={(text) => {
        const number = TicketNumber.parse(text)
        go(act === 'replace' ? { at: 'lost', number } : { at: 'ticketCode', act, number })
      }}
    />
  )
}

/** The code printed on it: a number that is heard in the room is not enough to give somebody's place up. */
export function TicketCode({ act, number, said }: Extract<Step, { at: 'ticketCode' }>) {
  const { perform } = useVisit()
  const words = useWords()
  const again = (why: string, code: string): Step =>
    code === 'unknownTicket' ? { at: 'number', act, said: why } : { at: 'ticketCode', act, number, said: why }
  const give = (code: string) => {
    const input = { number, code }
    if (act === 'leave')
      return perform('ticket.leave', input, {
        done: ({ leftAt }) => ({ at: 'left', number, leftAt }),
        again,
      })
    return perform('ticket.return', input, {
      done: ({ keepsRank }) => ({ at: 'returned', number, keepsRank }),
      again,
    })
  }
  return (
    <Entry
      title={words.ticketCodeAsk(ticketNumber(number))}
      help={words.ticketCodeHelp}
      said={said}
      kind="code"
      most={20}
      clean={asCode}
      complete={several}
      onDone={give}
    />
  )
}

/** Whose ticket is lost says what it was for, and not by which code; the service is enough, where it is asked first. */
export function Lost({ number, said }: Extract<Step, { at: 'lost' }>) {
  const { view, services, perform } = useVisit()
  const words = useWords()
  const { shown, rest } = firstScreen(view.motives, services)
  const replace = (motive: Motive) =>
    perform(
      'ticket.replace',
      { number, serviceId: motive.serviceId },
      {
        done: ({ ticketId, code }) => ({
          at: 'ticket',
          shown: {
            ticketId,
            number,
            code,
            motive,
            ahead: null,
            announced: null,
            appointment: null,
            replaces: true,
          },
        }),
        again: (why, code) =>
          code === 'unknownTicket'
            ? { at: 'number', act: 'replace' satisfies TicketAct, said: why }
            : { at: 'lost', number, said: why },
      },
    )
  return (
    <Screen title={words.lostAsk(ticketNumber(number))} said={said}>
      <Choices
        plain
        choices={[...shown, ...rest]}
        // The new paper says the service: which of its motives the ticket is for was not asked again.
        onService={({ name, requests: [motive] }) => motive && replace({ ...motive, title: name })}
        onMotive={replace}
      />
    </Screen>
  )
}
