import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Recording } from '../../shared/contract/media/recordings.ts'
import type { CommandName, Input, Output } from '../../shared/contract/index.ts'
import { directionOf, kiosk, type KioskLanguage } from '../../shared/messages/public/kiosk.ts'
import { useKeys } from '../ui/keys.ts'
import { useAccess } from './access.ts'
import { Aloud } from './Aloud.tsx'
import { saidTexts, signOf } from './clips.ts'
import './fonts.css'
import { noWish, useFlow, type Step } from './flow.ts'
import { slow, useIdle, usual } from './idle.ts'
import style from './Kiosk.module.css'
import { MoreTime } from './MoreTime.tsx'
import type { GiveProvisional } from './provisional.ts'
import { correctable, whyNot } from './refusal.ts'
import { Rest } from './Rest.tsx'
import { useRest } from './resting.ts'
import type { Service } from './service.ts'
import { StepScreen } from './StepScreen.tsx'
import { VisitContext, type Act, type ReadTrail, type Then, type Visit } from './visit.ts'
import { LanguageContext } from './words.ts'

const noRecordings: readonly Recording[] = []

/** Screens that end a visit: the way back from them is the start, for the next person. */
const ends: ReadonlySet<Step['at']> = new Set([
  'ticket',
  'left',
  'returned',
  'booked',
  'certified',
  'trailPrinted',
  'provisional',
  'refused',
])

/** The kiosk's whole page, drawn from what the host last sent. `away`: the host does not answer. */
export function KioskPage({
  view,
  services,
  now,
  zone,
  away = false,
  cut = false,
  act,
  trail,
  give = null,
  recordings = noRecordings,
  clip,
}: {
  readonly view: Output<'kiosk.view'>
  readonly services: readonly Service[]
  readonly now: number
  readonly zone: string
  readonly away?: boolean
  /** The host is away for so long that the kiosk goes on alone. */
  readonly cut?: boolean
  readonly act: Act
  readonly trail: ReadTrail
  /** Numbers given without the host; null where none can be. */
  readonly give?: GiveProvisional | null
  /** What the office recorded itself. */
  readonly recordings?: readonly Recording[]
  /** The address of a recording; absent where nothing can be read of it. */
  readonly clip?: (recording: Recording) => Promise<string>
}) {
  const { step, go, back, backBefore, replace, settle, restart } = useFlow()
  const [language, setLanguage] = useState<KioskLanguage>('fr')
  const [wish, setWish] = useState(noWish)
  const { access, setAccess, forget, chose } = useAccess()
  const [watching, setWatching] = useState(false)
  /** The number of the answer that the screen waits for: an older answer, of a person who left the screen, is dropped. */
  const waited = useRef(0)
  const reset = useCallback(() => {
    waited.current++
    restart()
    setLanguage('fr')
    setWish(noWish)
    forget()
  }, [restart, forget])
  const begun = step.at !== 'start' || language !== 'fr' || wish !== noWish || chose
  // The visit is not ended for idleness while an act is going on: a ticket must not come out with nobody to take it.
  const { left, stay } = useIdle(
    begun && step.at !== 'asking' && !watching,
    reset,
    access.spoken || access.large ? slow : usual,
  )
  // Whoever listens is still there; a kiosk that gives no number says why instead.
  const { resting, wake } = useRest(!begun && !access.spoken && !away && view.open)
  const goBack = step.at === 'start' || step.at === 'asking' ? undefined : ends.has(step.at) ? reset : back
  const askAccess = useMemo(
    () =>
      step.at === 'asking' || step.at === 'access' || step.at === 'declaration'
        ? undefined
        : () => go({ at: 'access' }),
    [step.at, go],
  )
  useKeys({ Escape: goBack }, { whileTyping: true })
  useEffect(() => {
    const page = document.documentElement
    page.lang = language
    page.dir = directionOf(language)
    return () => {
      page.lang = 'fr'
      page.removeAttribute('dir')
    }
  }, [language])

  const perform = useCallback<Visit['perform']>(
    <N extends CommandName>(name: N, input: Input<N>, then: Then<N>) => {
      const mine = ++waited.current
      go({ at: 'asking', ticket: name === 'ticket.take', motive: then.motive ?? null })
      void act(name, input).then((result) => {
        if (mine !== waited.current) {
          // The number came after its person left: its place is given back, with a trace.
          if (name === 'ticket.take' && 'output' in result)
            void act('ticket.leave', { ticketId: (result.output as Output<'ticket.take'>).ticketId })
          return
        }
        if ('output' in result) return settle(then.done(result.output))
        const { code } = result.error
        const why = whyNot(code, kiosk[language])
        if (!then.again || !correctable.has(code)) return settle({ at: 'refused', why })
        // The question that was asked stands under the present screen.
        back()
        replace(then.again(why, code))
      })
    },
    [act, back, go, language, replace, settle],
  )

  const takeProvisional = useMemo<Visit['takeProvisional']>(() => {
    if (!give || !cut) return null
    return (motive) => {
      const mine = ++waited.current
      go({ at: 'asking', ticket: true, motive: null })
      void give(motive, language).then((given) => {
        if (mine !== waited.current) return
        settle(
          given ? { at: 'provisional', given, motive } : { at: 'refused', why: kiosk[language].awayHelp },
        )
      })
    }
  }, [give, cut, go, language, settle])

  const print = useCallback(async () => {
    const result = await act('rules.print', {})
    return 'output' in result && result.output.printed
  }, [act])

  const readTrail = useCallback<Visit['readTrail']>(
    async (code) => {
      const result = await trail({ code })
      if ('output' in result) return { facts: result.output.facts }
      const words = kiosk[language]
      return {
        why: result.error.code === 'codeWrong' ? words.passageUnknown : whyNot(result.error.code, words),
      }
    },
    [trail, language],
  )

  const sign = signOf(step, recordings, view.open && !away)
  const texts = useMemo(
    () => saidTexts(recordings, view, services, language),
    [recordings, view, services, language],
  )

  const visit = useMemo<Visit>(
    () => ({
      view,
      services,
      now,
      zone,
      away,
      cut,
      language,
      setLanguage,
      access,
      setAccess,
      askAccess,
      sign,
      setWatching,
      wish,
      setWish,
      go,
      back: goBack,
      backBefore,
      reset,
      perform,
      takeProvisional,
      print,
      readTrail,
    }),
    [
      view,
      services,
      now,
      zone,
      away,
      cut,
      language,
      access,
      setAccess,
      askAccess,
      sign,
      wish,
      go,
      goBack,
      backBefore,
      reset,
      perform,
      takeProvisional,
      print,
      readTrail,
    ],
  )
  return (
    <LanguageContext value={language}>
      <VisitContext value={visit}>
        <div className={style.kiosk} lang={language} dir={directionOf(language)}>
          <Aloud spoken={access.spoken} language={language} texts={texts} clip={clip}>
            {resting ? <Rest onWake={wake} /> : <StepScreen step={step} />}
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
          </Aloud>
        </div>
      </VisitContext>
    </LanguageContext>
  )
}
