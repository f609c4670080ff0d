import { LoaderCircle } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { TicketId } from '../../shared/contract/ids.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import { kiosk, type KioskLanguage } from '../../shared/messages/kiosk.ts'
import { ticketNumber } from '../../shared/messages/numbers.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { useKeys } from '../ui/keys.ts'
import { Bring } from './Bring.tsx'
import { Head } from './Head.tsx'
import { useIdle } from './idle.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Kiosk.module.css'
import { Languages } from './Languages.tsx'
import { MoreTime } from './MoreTime.tsx'
import { inOrder, type Motive } from './motive.ts'
import { Motives } from './Motives.tsx'
import { Screen } from './Screen.tsx'
import { Ticket, type Taken } from './Ticket.tsx'
import { LanguageContext } from './words.ts'

export type KioskActs = {
  readonly take: (input: Input<'ticket.take'>) => Promise<Result<Taken>>
  readonly leave: (ticketId: TicketId) => Promise<Result<Output<'ticket.leave'>>>
}

/** What is being asked or said: one thing at a time. */
type Step =
  | { readonly at: 'start' }
  | { readonly at: 'bring'; readonly motive: Motive }
  | { readonly at: 'taking' }
  | { readonly at: 'ticket' | 'leaving'; readonly motive: Motive; readonly ticket: Taken }
  | { readonly at: 'left'; readonly number: string; readonly leftAt: number }
  | { readonly at: 'refused'; readonly why: string }

const start: Step = { at: 'start' }

/** The kiosk's whole page, drawn from what the host last sent. `away`: the host does not answer. */
export function KioskPage({
  view,
  now,
  zone,
  away = false,
  acts,
}: {
  readonly view: Output<'kiosk.view'>
  readonly now: number
  readonly zone: string
  readonly away?: boolean
  readonly acts: KioskActs
}) {
  const [step, setStep] = useState<Step>(start)
  const [language, setLanguage] = useState<KioskLanguage>('fr')
  const words = kiosk[language]
  const reset = useCallback(() => {
    setStep(start)
    setLanguage('fr')
  }, [])
  // A ticket being taken is waited for: it must not come to nobody.
  const { left, stay } = useIdle((step.at !== 'start' || language !== 'fr') && step.at !== 'taking', reset)
  const back = step.at === 'start' || step.at === 'taking' ? undefined : reset
  useKeys({ Escape: step.at === 'leaving' ? () => setStep({ ...step, at: 'ticket' }) : back })
  useEffect(() => {
    document.documentElement.lang = language
    return () => {
      document.documentElement.lang = 'fr'
    }
  }, [language])

  const take = async (motive: Motive) => {
    setStep({ at: 'taking' })
    const { serviceId, procedureId } = motive
    const result = await acts.take({
      serviceId,
      ...(procedureId === null ? {} : { procedureId }),
      lang: language,
    })
    setStep(
      'output' in result
        ? { at: 'ticket', motive, ticket: result.output }
        : { at: 'refused', why: words.notDoneHelp },
    )
  }
  const leave = async ({ ticketId, number }: Taken) => {
    const result = await acts.leave(ticketId)
    if ('output' in result) return setStep({ at: 'left', number, leftAt: result.output.leftAt })
    const called = result.error.code === 'ticketNotWaiting'
    setStep({ at: 'refused', why: called ? words.calledAlready : words.notDoneHelp })
  }

  const head = (onBack?: () => void) => (
    <Head officeName={view.officeName} now={now} zone={zone} onBack={onBack} />
  )
  const languages = <Languages language={language} onChange={setLanguage} />
  const again = (
    <KioskButton wide onPress={reset}>
      {words.restart}
    </KioskButton>
  )

  const screen = () => {
    switch (step.at) {
      case 'start':
        if (away)
          return <Screen key="away" head={head()} title={words.away} help={words.awayHelp} foot={languages} />
        if (!view.open)
          return (
            <Screen
              key="closed"
              head={head()}
              title={words.closed}
              help={words.closedHelp}
              foot={languages}
            />
          )
        return (
          <Screen key="start" head={head()} title={words.choose} help={words.chooseHelp} foot={languages}>
            <Motives
              motives={inOrder(view.motives)}
              onChoose={(motive) => setStep({ at: 'bring', motive })}
            />
          </Screen>
        )
      case 'bring':
        return (
          <Bring
            key="bring"
            motive={present(view, step.motive)}
            closesAt={view.closesAt === null ? null : words.hour(view.closesAt, zone)}
            head={head(reset)}
            onTake={() => void take(step.motive)}
          />
        )
      case 'taking':
        return (
          <Screen
            key="taking"
            head={head()}
            title={words.taking}
            {...(away ? { help: words.takingHelp } : {})}
          >
            <LoaderCircle aria-hidden size={72} className={style.turning} />
          </Screen>
        )
      case 'ticket':
        return (
          <Ticket
            key="ticket"
            motive={step.motive}
            ticket={step.ticket}
            printed={view.printsTickets}
            head={head()}
            onDone={reset}
            onLeave={() => setStep({ ...step, at: 'leaving' })}
          />
        )
      case 'leaving':
        return (
          <Screen
            key="leaving"
            head={head()}
            title={words.leaveAsk}
            help={words.leaveHelp}
            foot={
              <div className={style.acts}>
                <KioskButton kind="primary" wide onPress={() => setStep({ ...step, at: 'ticket' })}>
                  {words.leaveNo}
                </KioskButton>
                <KioskButton wide onPress={() => void leave(step.ticket)}>
                  {words.leaveYes}
                </KioskButton>
              </div>
            }
          />
        )
      case 'left':
        return (
          <Screen
            key="left"
            head={head()}
            title={words.left(ticketNumber(step.number))}
            help={words.leftAt(words.hour(step.leftAt, zone))}
            foot={again}
          />
        )
      case 'refused':
        return <Screen key="refused" head={head()} title={words.notDone} help={step.why} foot={again} />
      default:
        return step satisfies never
    }
  }

  return (
    <LanguageContext value={language}>
      <div className={style.kiosk} lang={language}>
        {screen()}
        {left !== null && (
          <MoreTime
            left={left}
            lang={language}
            onStay={stay}
            onDone={() => {
              stay()
              reset()
            }}
          />
        )}
      </div>
    </LanguageContext>
  )
}

/** The motive as it is now: people and counters change while it is read. */
const present = ({ motives }: Output<'kiosk.view'>, chosen: Motive): Motive =>
  motives.find(
    ({ serviceId, procedureId }) => serviceId === chosen.serviceId && procedureId === chosen.procedureId,
  ) ?? chosen
