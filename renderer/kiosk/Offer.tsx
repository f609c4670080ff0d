import { Accessibility, CalendarClock, FileCheck, HandHelping, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Input } from '../../shared/contract/index.ts'
import { Bring } from './Bring.tsx'
import type { Shown, Wish } from './flow.ts'
import { KioskButton } from './KioskButton.tsx'
import { isLong, LongWait, LongWays } from './LongWait.tsx'
import { doubtOf, present, type Motive } from './motive.ts'
import style from './Offer.module.css'
import { ProvisionalOffer } from './Provisional.tsx'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { Wait } from './Wait.tsx'
import { useWords } from './words.ts'

/** Before the ticket: the wait and how sure it is, what to have, and every way on: nobody is sent back with nothing. */
export function Offer({ motive: chosen }: { readonly motive: Motive }) {
  const { view, language, wish, go, perform, takeProvisional } = useVisit()
  const words = useWords()
  const motive = present(view.motives, chosen)
  const doubt = doubtOf(motive)
  const due = wish.priority?.ground.priority === 'deadline'
  const tickets = doubt === 'serviceClosed' ? due : doubt !== 'byAppointment'
  // A certificate says why nobody was received: nothing is to be certified of who only has to come at an hour.
  const certifies = doubt !== null && doubt !== 'byAppointment'
  const take = () =>
    perform('ticket.take', taking(motive, wish, language), {
      done: (taken) => ({ at: 'ticket', shown: shownOf(motive, taken) }),
      motive,
    })
  if (takeProvisional) return <ProvisionalOffer motive={motive} take={takeProvisional} />
  if (tickets && doubt !== 'nobodyServes' && isLong(motive))
    return (
      <Screen
        title={<Said>{motive.title}</Said>}
        foot={
          <Wishes motive={motive}>
            {motive.wait?.level === 'unlikely' && (
              <KioskButton onPress={() => go({ at: 'certify', motive, why: 'noTimeLeft' })}>
                {words.certify}
              </KioskButton>
            )}
          </Wishes>
        }
      >
        <LongWait motive={motive} />
        <LongWays motive={motive} onBook={() => go({ at: 'slots', motive })} onTake={take} />
      </Screen>
    )
  return (
    <Screen
      title={<Said>{motive.title}</Said>}
      foot={
        <div className={style.acts}>
          {tickets && (
            <KioskButton kind="primary" wide onPress={take}>
              {doubt === null || motive.wait?.level === 'likely' ? words.take : words.takeAnyway}
            </KioskButton>
          )}
          {(motive.slots.length > 0 || certifies) && (
            <div className={style.row}>
              {motive.slots.length > 0 && (
                <KioskButton
                  kind={tickets ? 'plain' : 'primary'}
                  icon={<CalendarClock aria-hidden size={32} />}
                  onPress={() => go({ at: 'slots', motive })}
                >
                  {words.book}
                </KioskButton>
              )}
              {certifies && (
                <KioskButton
                  icon={<FileCheck aria-hidden size={32} />}
                  onPress={() => go({ at: 'certify', motive, why: doubt })}
                >
                  {words.certify}
                </KioskButton>
              )}
            </div>
          )}
          {doubt === 'serviceClosed' && !due && <Due />}
          {tickets && <Wishes motive={motive} />}
        </div>
      }
    >
      <div className={style.columns}>
        <Wait motive={motive} />
        {(tickets || motive.bring.length > 0) && <Bring bring={motive.bring} tickets={tickets} />}
      </div>
    </Screen>
  )
}

/** A legal deadline that expires today is received even by a service that gives no ticket (birth, death, electoral roll). */
function Due() {
  const { view, wish, setWish } = useVisit()
  const ground = view.grounds.find(({ priority }) => priority === 'deadline')
  if (!ground) return null
  return (
    <KioskButton wide onPress={() => setWish({ ...wish, priority: { ground, companion: false } })}>
      <Said>{ground.title}</Said>
    </KioskButton>
  )
}

/** What may be said besides, each on a screen of its own: most people say nothing more. */
function Wishes({ motive, children }: { readonly motive: Motive; readonly children?: ReactNode }) {
  const { view, wish, go } = useVisit()
  const words = useWords()
  return (
    <div className={style.row}>
      <KioskButton
        icon={<Users aria-hidden size={32} />}
        kind={wish.requests > 1 ? 'marked' : 'plain'}
        onPress={() => go({ at: 'requests', motive })}
      >
        {wish.requests > 1 ? words.requests(wish.requests) : words.severalPeople}
      </KioskButton>
      <KioskButton
        icon={<HandHelping aria-hidden size={32} />}
        kind={wish.arrangements.length > 0 ? 'marked' : 'plain'}
        onPress={() => go({ at: 'arrangements', motive })}
      >
        {wish.arrangements.length > 0
          ? words.arrangementsChosen(wish.arrangements.length)
          : words.arrangement}
      </KioskButton>
      {view.grounds.length > 0 && (
        <KioskButton
          icon={<Accessibility aria-hidden size={32} />}
          kind={wish.priority ? 'marked' : 'plain'}
          onPress={() => go({ at: 'priority' })}
        >
          {wish.priority ? words.priorityAsked : words.priorityShort}
        </KioskButton>
      )}
      {children}
    </div>
  )
}

const taking = (
  { serviceId, procedureId, purpose }: Motive,
  { requests, arrangements, priority }: Wish,
  lang: Input<'ticket.take'>['lang'],
): Input<'ticket.take'> => ({
  serviceId,
  ...(procedureId === null ? {} : { procedureId }),
  purpose,
  lang,
  ...(arrangements.length === 0 ? {} : { arrangements: [...arrangements] }),
  ...(requests === 1 ? {} : { requests }),
  ...(priority === null ? {} : { priority: claimOf(priority) }),
})

/** A priority as the kiosk can claim it: the agent who calls will see its proof. */
export const claimOf = ({ ground, companion }: NonNullable<Wish['priority']>) => ({
  groundId: ground.groundId,
  proof: 'toShow' as const,
  ...(companion ? { companion } : {}),
})

const shownOf = (
  motive: Motive,
  {
    ticketId,
    number,
    code,
    ahead,
    announced,
  }: Pick<Shown, 'ticketId' | 'number' | 'code' | 'announced'> & {
    readonly ahead: number
  },
): Shown => ({ ticketId, number, code, motive, ahead, announced, appointment: null, replaces: false })
