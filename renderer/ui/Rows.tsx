import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import style from './Rows.module.css'

/** Rows parted by hairlines. */
export const Rows = ({
  label,
  className,
  children,
}: {
  readonly label?: string
  readonly className?: string | undefined
  readonly children: ReactNode
}) => (
  // Safari drops the role of a list without bullets; harmless elsewhere.
  <ul role="list" aria-label={label} className={classes(style.rows, className)}>
    {children}
  </ul>
)

/** One row, its parts side by side; `top` when they have several lines. */
export const Row = ({
  align = 'center',
  className,
  children,
}: {
  readonly align?: 'center' | 'top'
  readonly className?: string | undefined
  readonly children: ReactNode
}) => (
  <li>
    <div className={classes(style.row, align === 'top' && style.top, className)}>{children}</div>
  </li>
)
