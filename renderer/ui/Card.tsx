import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import style from './Card.module.css'

/** A box, only for what is to be acted on. `accent` is what comes next; `attention` and `stop` wait for a decision. */
export const Card = ({
  tone = 'plain',
  label,
  className,
  children,
}: {
  readonly tone?: 'plain' | 'accent' | 'attention' | 'stop'
  readonly label?: string
  readonly className?: string | undefined
  readonly children: ReactNode
}) => (
  <section aria-label={label} className={classes(style.card, tone !== 'plain' && style[tone], className)}>
    {children}
  </section>
)
