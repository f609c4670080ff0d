import { ArrowDown } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode, useState, type RefObject } from 'react'
import { moveByArrows } from './arrows.ts'
import { Head } from './Head.tsx'
import head from './Head.module.css'
import style from './Screen.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The question of the screen, which names what is typed under it. */
export const titleId = 'kiosk-question'

/** « voulez-vous » stays on one line: cut at its hyphen, it reads as a word that goes on. */
const inversionsWhole = (title: ReactNode): ReactNode =>
  typeof title !== 'string'
    ? title
    : title.split(/(\S+-vous)/).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span key={at} className={style.inversion}>
            {part}
          </span>
        ),
      )

/**
 * One question a screen: head, title, what it says, what can be done. The title takes the focus when the screen
 * comes, so that a screen reader starts there and the first Tab reaches the first thing to do; a field to type in
 * takes it instead.
 */
export function Screen({
  title,
  help,
  said,
  children,
  foot,
  fills = false,
}: {
  readonly title: ReactNode
  readonly help?: ReactNode
  /** What was wrong with the last answer. */
  readonly said?: string | undefined
  readonly children?: ReactNode
  readonly foot?: ReactNode
  /** What it holds takes the height that there is. */
  readonly fills?: boolean
}) {
  const { back } = useVisit()
  const words = useWords()
  const screen = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const more = useMore(main, content)
  // Before the screen is painted: a key pressed at once already starts from the title.
  useLayoutEffect(() => {
    // Where the page scrolls whole, the next question begins where this one did.
    window.scrollTo(0, 0)
    const first = screen.current?.querySelector<HTMLElement>('[data-first]')
    ;(first ?? screen.current?.querySelector('h1'))?.focus()
  }, [])
  return (
    // The arrows only move the focus among real buttons, which keep their own keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={screen} className={style.screen} onKeyDown={moveByArrows}>
      <header className={head.head}>
        <Head onBack={back} />
      </header>
      <main ref={main} className={style.main}>
        <div ref={content} className={fills ? style.fills : undefined}>
          <h1 id={titleId} tabIndex={-1} className={style.title}>
            {inversionsWhole(title)}
          </h1>
          {help !== undefined && <p className={style.help}>{help}</p>}
          {said !== undefined && (
            <p role="alert" className={style.said}>
              {said}
            </p>
          )}
          {children}
        </div>
      </main>
      {foot !== undefined && <footer className={style.foot}>{foot}</footer>}
      {/* To the eye alone: whoever goes on by keys or by a voice is brought there. */}
      {more && (
        <p aria-hidden className={style.more}>
          <ArrowDown size={32} />
          {words.more}
        </p>
      )}
    </div>
  )
}

/** Pixels that may be out of sight without hiding anything: the padding under the last line. */
const slack = 24

const isMoreUnder = ({ scrollHeight, clientHeight, scrollTop }: Element): boolean =>
  scrollHeight - clientHeight - scrollTop > slack

/**
 * Whether something lies under what is in sight: in the screen's middle, or in the whole page where that is what scrolls.
 * @param main what scrolls
 * @param content what it holds, whose height changes with what is said
 */
function useMore(main: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>): boolean {
  const [more, setMore] = useState(false)
  useLayoutEffect(() => {
    const [scrolled, held] = [main.current, content.current]
    if (!scrolled || !held) return
    const look = () => setMore(isMoreUnder(scrolled) || isMoreUnder(document.documentElement))
    const seen = new ResizeObserver(look)
    for (const element of [scrolled, held, document.documentElement]) seen.observe(element)
    // Scrolling is heard on its way down: it does not go up from the element.
    window.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      seen.disconnect()
      window.removeEventListener('scroll', look, { capture: true })
    }
  }, [main, content])
  return more
}
