import { Fragment } from 'react'
import style from './LawSearch.module.css'

/** A text whose words that were looked for stand out, by their places in it. */
export const Marked = ({
  text,
  marks,
}: {
  readonly text: string
  readonly marks: readonly (readonly [from: number, to: number])[]
}) => (
  <>
    {marks.map(([from, to], rank) => (
      <Fragment key={from}>
        {text.slice(marks[rank - 1]?.[1] ?? 0, from)}
        <mark className={style.mark}>{text.slice(from, to)}</mark>
      </Fragment>
    ))}
    {text.slice(marks.at(-1)?.[1] ?? 0)}
  </>
)
