import { inLanguage, type OtherLanguage } from '../../shared/contract/text.ts'
import { isReadable } from '../../shared/contract/waits/waits.ts'
import type { Output } from '../../shared/contract/index.ts'
import { display as words } from '../../shared/messages/queue/display.fr.ts'
import { directionOf, kiosk } from '../../shared/messages/public/kiosk.ts'
import { waitMinutes } from '../../shared/messages/public/roughTime.ts'
import { languages } from '../../shared/messages/public/languages.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { classes } from '../ui/classes.ts'
import { Prose } from '../ui/Prose.tsx'
import style from './Strip.module.css'
import { leafAt, turnsOf, type Leaf, type Translated } from './strip.ts'

type View = Output<'display.view'>

/** Under the calls: the services and their waits in turn, and « derniers tickets » for as long as it is so. */
export function Strip({ view, now }: { readonly view: View; readonly now: number }) {
  const leaf = leafAt(turnsOf(view), now)
  const last = view.lastTickets && view.closesAt !== null ? view.closesAt : null
  if (leaf === null && last === null) return null
  return (
    <section className={style.strip} aria-label={words.services}>
      {last !== null && <p className={style.last}>{words.lastTickets(hour(last, view.zone))}</p>}
      {leaf !== null && <Turned leaf={leaf} />}
    </section>
  )
}

function Turned({ leaf }: { readonly leaf: Leaf }) {
  switch (leaf.kind) {
    case 'services':
      return (
        <ul role="list" className={style.services}>
          {leaf.services.map((service) => (
            <li key={service.serviceId}>
              <span className={style.letter}>{service.letter}</span>
              <span className={style.text}>
                <Wait>{stateOf(service)}</Wait>
                <span className={style.name}>{service.name.fr}</span>
              </span>
            </li>
          ))}
        </ul>
      )
    case 'closed':
      return (
        <p className={style.sentence}>
          {leaf.service.closed && words.closedWords(leaf.service.name.fr, leaf.service.closed)}
        </p>
      )
    case 'resource':
      return <p className={style.sentence}>{words.resource(leaf.minutes)}</p>
    case 'rule':
      return (
        <div className={style.sentence}>
          {leaf.lines.map((line) => (
            <p key={line}>
              <Prose>{line}</Prose>
            </p>
          ))}
        </div>
      )
    case 'translated':
      return <InTheirs language={leaf.language} shown={leaf.shown} />
    default:
      return leaf satisfies never
  }
}

/** The page is in French: this part says its language and its side. */
function InTheirs({ language, shown }: { readonly language: OtherLanguage; readonly shown: Translated }) {
  const languageAttributes = { lang: language, dir: directionOf(language) }
  if (shown.is === 'sentences')
    return (
      <div className={style.sentence} {...languageAttributes}>
        {shown.sentences.map((sentence) => (
          <p key={sentence}>
            <Prose>{sentence}</Prose>
          </p>
        ))}
      </div>
    )
  return (
    <ul role="list" className={style.services} {...languageAttributes}>
      {shown.services.map((service) => (
        <li key={service.serviceId}>
          <span className={style.letter}>{service.letter}</span>
          <span className={style.text}>
            <Wait>{stateIn(language, service)}</Wait>
            <span className={style.name} lang={service.name[language] === undefined ? 'fr' : language}>
              {inLanguage(service.name, language)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** More than « 52 min à 1 h 35 » is written smaller, so that the next service keeps its place. */
const Wait = ({ children }: { readonly children: string }) => (
  <span className={classes(style.wait, children.length > 15 && style.long)}>{children}</span>
)

/** The wait where one can be said; else who waits, or that nobody receives. */
const stateOf = ({ closed, openCounters, wait, waiting }: View['services'][number]): string => {
  if (closed !== null) return words.serviceClosed
  if (openCounters === 0) return words.noCounter
  return wait === null || !isReadable(wait) ? words.waiting(waiting) : words.wait(wait)
}

/** The same in another language. */
function stateIn(
  language: OtherLanguage,
  { closed, openCounters, wait, waiting }: View['services'][number],
): string {
  const { room } = languages[language]
  if (closed !== null) return room.closed
  if (openCounters === 0) return room.noCounter
  if (wait === null || !isReadable(wait)) return waiting === 0 ? room.nobody : room.waiting(waiting)
  const [low, high] = waitMinutes(wait)
  if (high < 1) return room.nobody
  return high < 60 ? room.wait(low, high) : kiosk[language].waitFigure(low, high)
}
