import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { useScrolls } from './scrolls.ts'
import style from './Column.module.css'

/** One of a page's columns: a region with its name, which scrolls alone when it must, and takes the focus then where nothing in it does. */
export function Column({
  label,
  raised = false,
  className,
  children,
}: {
  readonly label: string
  readonly raised?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const { ref, scrolls, isBare } = useScrolls<HTMLElement>()
  return (
    <section
      ref={ref}
      aria-label={label}
      className={classes(style.column, raised && style.raised, className)}
      {...(isBare && scrolls ? { tabIndex: 0 } : {})}
    >
      {children}
    </section>
  )
}

/** What belongs together in a column, under its label; 24 px from the next. */
export function Group({
  title,
  aside,
  className,
  children,
}: {
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes(style.group, className)}>
      <h2 className={style.heading}>
        <span id={id}>{title}</span>
        {aside !== undefined && <span className={style.aside}>{aside}</span>}
      </h2>
      {children}
    </section>
  )
}
