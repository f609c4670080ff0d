import type { ReactNode } from 'react'
import { partsAround } from '../../shared/messages/references.ts'
import style from './Prose.module.css'

/** A text in which no article's number is cut at its hyphen; what is copied or searched is the text itself. */
export const Prose = ({ children }: { readonly children: string }) =>
  partsAround(children).map(({ text, whole }, at) =>
    whole ? (
      <span key={`${at} ${text}`} className={style.whole}>
        {text}
      </span>
    ) : (
      text
    ),
  )

/** What a part of the interface holds: a text has its articles' numbers whole, anything else is as it is. */
export const wholeReferences = (said: ReactNode): ReactNode =>
  typeof said === 'string' ? <Prose>{said}</Prose> : said
