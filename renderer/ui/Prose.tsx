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
