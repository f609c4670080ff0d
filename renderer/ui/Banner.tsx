import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import style from './Banner.module.css'
import { wholeReferences } from './Prose.tsx'

/** A sentence across the page that stays while it is true: the host is away, a printer has a problem. */
export const Banner = ({
  tone,
  icon,
  children,
}: {
  readonly tone: 'attention' | 'stop' | 'quiet'
  readonly icon?: ReactNode
  readonly children: ReactNode
}) => (
  <div role="status" className={classes(style.banner, style[tone])}>
    {icon}
    <span>{wholeReferences(children)}</span>
  </div>
)

/** The band of the training office, on every page: nothing done here has effect. */
export const SchoolBand = ({ children }: { readonly children: string }) => (
  <aside className={style.school} aria-label={children}>
    {children}
  </aside>
)
