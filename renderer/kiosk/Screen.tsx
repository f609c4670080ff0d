import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { moveByArrows } from './arrows.ts'
import style from './Kiosk.module.css'

/**
 * One question a screen: head, title, what it says, what can be done. The title takes the focus when the screen
 * comes, so that a screen reader starts there and the first Tab reaches the first thing to do.
 */
export function Screen({
  head,
  title,
  help,
  children,
  foot,
}: {
  readonly head: ReactNode
  readonly title: ReactNode
  readonly help?: ReactNode
  readonly children?: ReactNode
  readonly foot?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Before the screen is painted: a key pressed at once already starts from the title.
  useLayoutEffect(() => {
    heading.current?.focus()
  }, [])
  return (
    // The arrows only move the focus among real buttons, which keep their own keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={style.screen} onKeyDown={moveByArrows}>
      <header className={style.head}>{head}</header>
      <main className={style.main}>
        <h1 ref={heading} tabIndex={-1} className={style.title}>
          {title}
        </h1>
        {help !== undefined && <p className={style.help}>{help}</p>}
        {children}
      </main>
      {foot !== undefined && <footer className={style.foot}>{foot}</footer>}
    </div>
  )
}
