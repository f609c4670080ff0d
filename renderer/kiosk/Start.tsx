import { Accessibility, CalendarClock, ListOrdered, Ticket as TicketIcon } from 'lucide-react'
import { inOrder, type Motive } from './motive.ts'
import { Card } from './Card.tsx'
import { KioskButton } from './KioskButton.tsx'
import style from './Screen.module.css'
import { Languages } from './Languages.tsx'
import { Motives } from './Motives.tsx'
import { givenAmong, isOpenStill } from './provisional.ts'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { Services } from './Services.tsx'
import { servicesToAsk } from './service.ts'
import own from './Start.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

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
      </Screen>
    )
  }
  return <Question />
}

/** Without its host the kiosk asks only what a number is for. */
function CutQuestion() {
  const { view, services, go } = useVisit()
  const words = useWords()
  const motives = givenAmong(view.motives)
  const choices = servicesToAsk(motives, services)
  const offer = (motive: Motive) => go({ at: 'offer', motive })
  return (
    <Screen title={words.choose} help={words.cutHelp} foot={<Languages />}>
      {choices ? (
        <Services
          choices={choices}
          motives={motives}
          plain
          onMotive={offer}
          onService={({ serviceId, requests: [only, ...others] }) =>
            only && others.length === 0 ? offer(only) : go({ at: 'service', serviceId })
          }
        />
      ) : (
        <Motives motives={inOrder(motives)} plain onChoose={offer} />
      )}
    </Screen>
  )
}

/** What may be said instead, or first: it never leaves the screen, however many services there are above it. */
function Ways() {
  const { view, go, wish } = useVisit()
  const words = useWords()
  const asksPriority = view.grounds.length > 0 && wish.priority === null
  if (!view.appointments && !asksPriority) return null
  return (
    <ul role="list" aria-label={words.otherWays} className={own.ways}>
      {view.appointments && (
        <li>
          <Card
            icon={<CalendarClock aria-hidden size={40} />}
            title={words.appointment}
            help={<span className={own.help}>{words.appointmentHelp}</span>}
            onPress={() => go({ at: 'appointment' })}
          />
        </li>
      )}
      {asksPriority && (
        <li>
          <Card
            icon={<Accessibility aria-hidden size={40} />}
            title={words.priority}
            help={<span className={own.help}>{words.priorityHelp}</span>}
            onPress={() => go({ at: 'priority' })}
          />
        </li>
      )}
    </ul>
  )
}

function Question() {
  const { view, services, zone, go, wish, setWish } = useVisit()
  const words = useWords()
  const { closesAt, lastTickets, resource, rule } = view
  const choices = servicesToAsk(view.motives, services)
  const offer = (motive: Motive) => go({ at: 'offer', motive })
  return (
    <Screen
      title={words.choose}
      help={choices ? words.chooseService : words.chooseHelp}
      foot={
        <div className={own.foot}>
          <Ways />
          <Languages />
          <div className={own.others}>
            <KioskButton icon={<TicketIcon aria-hidden size={32} />} onPress={() => go({ at: 'haveTicket' })}>
              {words.haveTicket}
            </KioskButton>
            {rule !== null && (
              <KioskButton icon={<ListOrdered aria-hidden size={32} />} onPress={() => go({ at: 'rule' })}>
                {words.ruleTitle}
              </KioskButton>
            )}
          </div>
        </div>
      }
    >
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
      {choices ? (
        <Services
          choices={choices}
          motives={view.motives}
          onMotive={offer}
          onService={({ serviceId, requests: [only, ...others] }) =>
            only && others.length === 0 ? offer(only) : go({ at: 'service', serviceId })
          }
        />
      ) : (
        <Motives motives={inOrder(view.motives)} onChoose={offer} />
      )}
      {/* Without a counter nothing is engaged, nor left. */}
      {resource !== null && resource.total > 0 && (
        <p className={own.resource}>{words.resource(resource.free)}</p>
      )}
    </Screen>
  )
}
