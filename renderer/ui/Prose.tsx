import type { ReactNode } from 'react'
import { partsAround } from '../../shared/messages/law/references.ts'
import { spaced } from '../../shared/messages/format/spaces.ts'
import style from './Prose.module.css'

/**
 * A text as French is set: no article's number is cut at its hyphen, no sign or quotation mark begins a line alone. What is
 * copied or searched is the text itself, but for its no-break spaces.
 */
export const Prose = ({ children }: { readonly children: string }) => <Whole>{spaced(children)}</Whole>

/** A text as it is, a command to copy for one, whose numbers with hyphens are not cut at a line's end. */
export const Whole = ({ children }: { readonly children: string }) =>
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
export const wholeReferences = (content: ReactNode): ReactNode =>
  typeof content === 'string' ? <Prose>{content}</Prose> : content
