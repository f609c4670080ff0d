import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { wholeReferences } from './Prose.tsx'
import style from './Status.module.css'

export type Tone = 'done' | 'attention' | 'stop' | 'accent' | 'quiet'

/** A state said by a word first; the icon and the colour only help. */
export const Status = ({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone
  readonly icon?: ReactNode
  readonly children: ReactNode
}) => (
  <span className={classes(style.status, style[tone])}>
    {icon}
    {/* One text beside the icon: its pieces would each be a box of their own. */}
    {typeof children === 'string' ? <span>{wholeReferences(children)}</span> : children}
  </span>
)
