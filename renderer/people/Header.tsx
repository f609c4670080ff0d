import type { ReactNode } from 'react'
import type { HelpPage } from '../../shared/messages/help/help.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { HelpButton } from '../help/HelpButton.tsx'
import { ReadingButton } from './ReadingButton.tsx'
import { useNow } from '../link/clock.ts'
import { useOffice } from '../link/office.ts'
import lettering from '../ui/Lettering.module.css'
import style from './Header.module.css'

/** The head of a station's page: what it is, its state in a word, who, and the office's hour at the right. */
export function Header({
  title,
  isNamed = true,
  help,
  state,
  detail,
  aside,
}: {
  readonly title: string
  /** The title is the page's first heading; the administration's parts have their own. */
  readonly isNamed?: boolean
  /** What F1 tells of this page. */
  readonly help: HelpPage
  readonly state?: ReactNode
  readonly detail?: string | undefined
  readonly aside?: ReactNode
}) {
  const { zone } = useOffice()
  const now = useNow(60_000)
  return (
    <header className={style.header} aria-label={title}>
      {isNamed ? <h1 className={style.title}>{title}</h1> : <p className={style.title}>{title}</p>}
      {state}
      {detail !== undefined && <span className={lettering.small}>{detail}</span>}
      <span className={style.end}>
        {aside !== undefined && <span className={lettering.small}>{aside}</span>}
        <HelpButton page={help} />
        <ReadingButton />
        <time className={style.time} dateTime={new Date(now).toISOString()}>
          {hour(now, zone)}
        </time>
      </span>
    </header>
  )
}
