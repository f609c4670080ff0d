import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { moveByArrows } from './arrows.ts'
import { Head } from './Head.tsx'
import style from './Kiosk.module.css'
import { useVisit } from './visit.ts'

/** The question of the screen, which names what is typed under it. */
export const titleId = 'kiosk-question'

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
}: {
  readonly title: ReactNode
  readonly help?: ReactNode
  /** What was wrong with the last answer. */
  readonly said?: string | undefined
  readonly children?: ReactNode
  readonly foot?: ReactNode
}) {
  const { back } = useVisit()
  const screen = useRef<HTMLDivElement>(null)
  // Before the screen is painted: a key pressed at once already starts from the title.
  useLayoutEffect(() => {
    const first = screen.current?.querySelector<HTMLElement>('[data-first]')
    ;(first ?? screen.current?.querySelector('h1'))?.focus()
  }, [])
  return (
    // The arrows only move the focus among real buttons, which keep their own keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={screen} className={style.screen} onKeyDown={moveByArrows}>
      <header className={style.head}>
        <Head onBack={back} />
      </header>
      <main className={style.main}>
        <h1 id={titleId} tabIndex={-1} className={style.title}>
          {title}
        </h1>
        {help !== undefined && <p className={style.help}>{help}</p>}
        {said !== undefined && (
          <p role="alert" className={style.said}>
            {said}
          </p>
        )}
        {children}
      </main>
      {foot !== undefined && <footer className={style.foot}>{foot}</footer>}
    </div>
  )
}
