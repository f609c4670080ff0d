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

/**
 * One row, its parts side by side; `top` when they have several lines.
 * @param wraps its parts go to the next line where they have no room
 */
export const Row = ({
  align = 'center',
  wraps = false,
  className,
  children,
}: {
  readonly align?: 'center' | 'top'
  readonly wraps?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}) => (
  <li>
    <div className={classes(style.row, align === 'top' && style.top, wraps && style.wraps, className)}>
      {children}
    </div>
  </li>
)

/**
 * What a row is about, in the room that its buttons leave.
 * @param least the width, in pixels, under which the buttons go to the next line
 */
export const About = ({
  least = 'auto',
  children,
}: {
  readonly least?: number | 'auto'
  readonly children: ReactNode
}) => (
  <span className={style.about} style={{ flexBasis: least }}>
    {children}
  </span>
)
