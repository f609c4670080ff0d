import {
  Accessibility,
  CalendarClock,
  ListOrdered,
  Megaphone,
  Smartphone,
  Ticket as TicketIcon,
} from 'lucide-react'
import { KioskButton } from './KioskButton.tsx'
import style from './Screen.module.css'
import { givenAmong, isOpenStill } from './provisional.ts'
import { OfficeMessages } from './OfficeMessages.tsx'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { Choices } from './Services.tsx'
import { firstScreen } from './service.ts'
import own from './Start.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'
import { directionOf, kiosk, kioskLanguages } from '../../shared/messages/public/kiosk.ts'

/** The first question, with what else may be said or asked; or why it is not asked now. */
export function Start() {
  const { view, now, zone, away, takeProvisional } = useVisit()
  const words = useWords()
  if (takeProvisional && isOpenStill(view, now) && givenAmong(view.motives).length > 0) return <CutQuestion />
  if (away) return <Screen title={words.away} help={words.awayHelp} foot={<Languages />} />
  if (!view.open) {
    const { reopensAt } = view
    const opens =
      reopensAt !== null && reopensAt > now ? words.reopens(words.dayAndHour(reopensAt, zone)) : null
    return (
      <Screen title={words.closed} help={words.closedHelp} foot={<Languages />}>
        {opens !== null && <p className={style.help}>{opens}</p>}
        <OfficeMessages />
      </Screen>
    )
  }
  return <Question />
}

/** Without its host the kiosk asks only what a number is for. */
function CutQuestion() {
  const { view, services, go } = useVisit()
  const words = useWords()
  const { shown, rest } = firstScreen(givenAmong(view.motives), services)
  return (
    <Screen title={words.choose} help={words.cutHelp} foot={<Languages />}>
      <Choices choices={shown} plain onOther={rest.length > 0 ? () => go({ at: 'others' }) : undefined} />
    </Screen>
  )
}

/** What may be said instead, or first: an appointment, a priority, a ticket taken before, and the order of calls. */
function Ways() {
  const { view, go, wish } = useVisit()
  const words = useWords()
  return (
    <ul role="list" aria-label={words.otherWays} className={own.ways}>
      {view.appointments && (
        <li>
          <KioskButton
            kind="marked"
            wide
            icon={<CalendarClock aria-hidden size={36} />}
            onPress={() => go({ at: 'appointment' })}
          >
            {words.appointment}
          </KioskButton>
        </li>
      )}
      {view.grounds.length > 0 && wish.priority === null && (
        <li>
          <KioskButton
            kind="marked"
            wide
            icon={<Accessibility aria-hidden size={36} />}
            onPress={() => go({ at: 'priority' })}
          >
            {words.priority}
          </KioskButton>
        </li>
      )}
      <li>
        <KioskButton
          wide
          icon={<TicketIcon aria-hidden size={32} />}
          onPress={() => go({ at: 'haveTicket' })}
        >
          {words.haveTicket}
        </KioskButton>
      </li>
      {view.hall !== null && (
        <li>
          <KioskButton wide icon={<Smartphone aria-hidden size={32} />} onPress={() => go({ at: 'phone' })}>
            {words.phone}
          </KioskButton>
        </li>
      )}
      {view.messages.length > 1 && (
        <li>
          <KioskButton wide icon={<Megaphone aria-hidden size={32} />} onPress={() => go({ at: 'messages' })}>
            {words.moreMessages(view.messages.length - 1)}
          </KioskButton>
        </li>
      )}
      {view.rule !== null && (
        <li>
          <KioskButton wide icon={<ListOrdered aria-hidden size={32} />} onPress={() => go({ at: 'rule' })}>
            {words.ruleTitle}
          </KioskButton>
        </li>
      )}
    </ul>
  )
}

function Question() {
  const { view, services, zone, go, wish, setWish } = useVisit()
  const words = useWords()
  const { closesAt, lastTickets } = view
  const { shown, rest } = firstScreen(view.motives, services)
  return (
    <Screen
      title={words.choose}
      fills
      foot={
        <div className={own.foot}>
          <Ways />
          <Languages />
        </div>
      }
    >
      <OfficeMessages />
      {lastTickets && closesAt !== null && (
        <p className={own.last}>{words.lastTickets(words.hour(closesAt, zone))}</p>
      )}
      {wish.priority !== null && (
        <div className={own.wish}>
          <p>
            {words.priorityAsked} ({words.priorityShow}) : <Said>{wish.priority.ground.title}</Said>
          </p>
          <KioskButton onPress={() => setWish({ ...wish, priority: null })}>{words.priorityNone}</KioskButton>
        </div>
      )}
      <Choices choices={shown} fills onOther={rest.length > 0 ? () => go({ at: 'others' }) : undefined} />
    </Screen>
  )
}

/** The application's window hears it: it asks for the code, or closes where nothing is locked. */
const leave = () => window.postMessage({ type: 'guichet:leave-kiosk' }, location.origin)

/** Each language by its own name, in its own language. */
function Languages() {
  const { language, setLanguage } = useVisit()
  const words = useWords()
  return (
    <div role="group" aria-label={words.languages} className={own.languages}>
      {kioskLanguages.map((code) => (
        <KioskButton key={code} chosen={code === language} onPress={() => setLanguage(code)}>
          <span lang={code} dir={directionOf(code)}>
            {kiosk[code].language}
          </span>
        </KioskButton>
      ))}
      {/* A browser's window is left by its own keys. */}
      {window.guichet && (
        <KioskButton kind="quiet" className={own.agents} onPress={leave}>
          {words.agents}
        </KioskButton>
      )}
    </div>
  )
}
