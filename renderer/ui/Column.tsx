import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'
import style from './Column.module.css'

/** One of a page's columns: a region with its name, which scrolls alone when it must. */
export const Column = ({
  label,
  raised = false,
  className,
  children,
}: {
  readonly label: string
  readonly raised?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}) => (
  <section aria-label={label} className={classes(style.column, raised && style.raised, className)}>
    {children}
  </section>
)

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
