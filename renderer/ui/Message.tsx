import type { ReactNode } from 'react'
import lettering from './Lettering.module.css'
import style from './Message.module.css'

/** A page that has one thing to say: what is the matter, what to do. */
export const Message = ({
  title,
  text,
  before,
  under = false,
  children,
}: {
  readonly title: string
  readonly text?: string
  /** What is said first, to others than who can mend it. */
  readonly before?: ReactNode
  /** The station's own head stands over it. */
  readonly under?: boolean
  readonly children?: ReactNode
}) => (
  <main className={style.message}>
    {before}
    {under ? <h2 className={lettering.title}>{title}</h2> : <h1 className={lettering.title}>{title}</h1>}
    {text !== undefined && <p>{text}</p>}
    {children !== undefined && <div className={style.actions}>{children}</div>}
  </main>
)
