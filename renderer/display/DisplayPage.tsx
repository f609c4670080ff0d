import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { usualScreen, type ScreenSettings } from '../../shared/contract/media/screens.ts'
import { legible } from '../../shared/domain/media/legible.ts'
import { display as words } from '../../shared/messages/media/display.fr.ts'
import { languages } from '../../shared/messages/public/languages.ts'
import { hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { Prose } from '../ui/Prose.tsx'
import { Qr } from '../ui/Qr.tsx'
import hidden from '../ui/VisuallyHidden.module.css'
import style from './Display.module.css'
import { isSignTurn, Sign, type Signed } from './Sign.tsx'
import { bandsOf, languageAt, leafAt, turnsOf, type Leaf, stay } from './strip.ts'
import { Waits } from './Waits.tsx'

type View = Output<'display.view'>
type Call = View['calls'][number]

/**
 * Two more calls under the newest, four when that many people are still on their way, as far as the room can read them.
 * @param most how many are still read from the farthest seat
 */
const others = (calls: readonly Call[], most: number): readonly Call[] =>
  calls.slice(1, 1 + Math.min(most, calls.slice(3).some(({ state }) => state === 'called') ? 4 : 2))

/**
 * The waiting room's screen, read at ten metres: the newest call, those before it, the services and their waits, the
 * rule, the law's priority and the hour. Never a name or a reason.
 * @param fresh the call that has just come, drawn with a pulse
 * @param sign the rule in sign language, where the office recorded it
 * @param screen how large the screen is, how far people sit, and how the call pulses
 */
export function DisplayPage({
  view,
  now,
  fresh = null,
  sign = null,
  screen = usualScreen,
}: {
  readonly view: View
  readonly now: number
  readonly fresh?: string | null
  readonly sign?: Signed | null
  readonly screen?: ScreenSettings
}) {
  const [newest] = view.calls
  const room = legible(screen)
  const before = others(view.calls, room?.before ?? 4)
  const pace = usePace(now, screen.still === true)
  // When many are on their way, the calls have all the room.
  const signed =
    sign !== null && (view.open || newest !== undefined) && before.length <= 2 && isSignTurn(sign, pace.at)
      ? sign
      : null
  const band = before.length > 2 ? null : leafAt(bandsOf(view), pace.at)
  const far = room?.layout === 'far'
  // The day's first call has none before it: what each service waits takes that place.
  const wide = newest === undefined || (before.length === 0 && (far || signed === null))
  const waits = view.open && (
    <Waits view={view} now={pace.at} wide={wide} most={wide ? 6 : band === null ? 5 : 4} />
  )
  return (
    <div data-whole className={classes(style.display, far && style.far)}>
      <main className={style.calls}>
        <h1 className={hidden.hidden}>{view.officeName}</h1>
        {newest ? (
          <>
            <section
              key={newest.callId}
              aria-live="assertive"
              className={classes(style.newest, newest.callId === fresh && pulses[screen.flash])}
            >
              <Called call={newest} />
            </section>
            <div className={classes(style.middle, wide && style.low)}>
              {!wide && (
                <ol
                  className={classes(style.before, before.length > 2 && style.pairs)}
                  aria-label={words.before}
                >
                  {before.map((call) => (
                    <li key={call.callId}>
                      <Called call={call} />
                    </li>
                  ))}
                </ol>
              )}
              {signed ? <Sign sign={signed} now={pace.at} held={pace.held} /> : waits}
            </div>
          </>
        ) : (
          <>
            <div className={style.middle}>
              <section className={classes(style.empty, (signed !== null || band !== null) && style.narrow)}>
                <p className={classes(style.office, nameSize(view.officeName))}>{view.officeName}</p>
                <p className={style.sentence}>{view.open ? words.takeTicket : words.closed}</p>
                {view.open && <p className={style.office}>{words.shownHere}</p>}
                <Theirs view={view} now={pace.at} />
                {!view.open && view.reopensAt !== null && (
                  <p className={style.office}>{words.reopens(view.reopensAt, now, view.zone)}</p>
                )}
              </section>
              {signed && <Sign sign={signed} now={pace.at} held={pace.held} />}
            </div>
            {waits}
          </>
        )}
        {band !== null && <Band leaf={band} />}
      </main>
      <footer className={style.foot}>
        <div className={style.said}>
          {view.open || newest ? (
            <>
              <Line leaf={leafAt(turnsOf(view), pace.at)} />
              <p className={style.law}>
                <Prose>{words.law}</Prose>
              </p>
            </>
          ) : (
            <p className={style.rule}>{words.closedHelp}</p>
          )}
        </div>
        {view.open && view.hall !== null && (
          <div className={style.hall}>
            <p>{words.phone}</p>
            <Qr text={view.hall} className={style.qr} />
          </div>
        )}
        <time className={style.time} dateTime={new Date(now).toISOString()}>
          {hour(now, view.zone)}
        </time>
      </footer>
    </div>
  )
}

/** The rule, or what a language says of it in its turn: the page is in French, this part says its language and its side. */
const Line = ({ leaf }: { readonly leaf: Leaf | null }) =>
  leaf && (
    <p
      className={classes(style.rule, leaf.text.length > 44 && style.long)}
      {...(leaf.language === 'fr' ? {} : { lang: leaf.language, dir: languages[leaf.language].direction })}
    >
      <Prose>{leaf.text}</Prose>
    </p>
  )

/** One sentence over the foot: of the day, or of the office. */
const Band = ({ leaf: { language, text, from } }: { readonly leaf: Leaf }) => (
  <div
    className={classes(style.band, text.length > 46 && style.long, text.length > 92 && style.longer)}
    {...(language === 'fr' ? {} : { lang: language, dir: languages[language].direction })}
  >
    {from !== undefined && <p className={style.from}>{from}</p>}
    <p>{text}</p>
  </div>
)

/** Under the French sentence, the same in each other language in its turn. */
function Theirs({ view: { open, reopensAt, zone }, now }: { readonly view: View; readonly now: number }) {
  const language = languageAt(now)
  if (language === undefined) return null
  const { room, kiosk, direction } = languages[language]
  const sentences = open
    ? [room.takeTicket, room.shownHere]
    : [kiosk.closed, ...(reopensAt === null ? [] : [kiosk.reopens(kiosk.dayAndHour(reopensAt, zone))])]
  return (
    <div className={style.theirs} lang={language} dir={direction}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

/** Once a second at most, and never more than three times (WCAG 2.3.1). */
const pulses = { none: undefined, once: style.once, thrice: style.thrice } as const

/** A counter's name longer than « Guichet 12 » is written smaller, on two lines if it must. */
const sizeOf = (name: string) =>
  name.length <= 11 ? undefined : name.length <= 24 ? style.long : style.longer

/** An office's name of more than one line is written smaller, so that it leaves the rest its room. */
const nameSize = ({ length }: string) =>
  length <= 44 ? undefined : length <= 130 ? style.long : style.longer

/** Three figures and four are written smaller, so that the counter keeps its place. */
const widthOf = ({ length }: string) => (length <= 3 ? undefined : length === 4 ? style.wide : style.wider)

const Called = ({ call }: { readonly call: Call }) => (
  <>
    <span className={classes(style.number, widthOf(call.number))}>{ticketNumber(call.number)}</span>
    <span className={classes(style.counter, sizeOf(call.counter.fr))}>{call.counter.fr}</span>
  </>
)

/**
 * What turns in the room: as the display is set, until somebody chooses at its keyboard (RGAA 13.8, WCAG 2.2.2): Space stops
 * it and sets it going again, the right arrow shows what comes next. Nothing of it is drawn, as nobody in the room can
 * reach the screen.
 * @param now milliseconds
 * @param still it is set to stand at the first leaf
 */
function usePace(now: number, still: boolean): { readonly at: number; readonly held: boolean } {
  const [chosen, setChosen] = useState<number | 'turning' | null>(null)
  const held = chosen === null ? still : chosen !== 'turning'
  const at = !held ? now : typeof chosen === 'number' ? chosen : 0
  useKeys({
    Space: () => setChosen(held ? 'turning' : at),
    ArrowRight: () => setChosen(at + stay),
  })
  return { at, held }
}
