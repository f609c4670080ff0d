import { useEffect, useRef, type KeyboardEvent } from 'react'
import { faces } from '../../shared/contract/till/books.ts'
import { euros } from '../../shared/messages/format/numbers.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { countOf, totalOf, type Counted } from './coins.ts'
import { FigureField } from './FigureField.tsx'
import style from './Coins.module.css'

const words = tillPage.coins
const notes = faces.filter((face) => face >= 500)
const coins = faces.filter((face) => face < 500)

/** The cheques counted, as they are typed, and how many the books have. */
export type ChequesTyped = {
  readonly typed: string
  readonly held: number
  readonly isWrong: boolean
  readonly onType: (text: string) => void
}

/**
 * Notes and coins, one field each with what they come to; the arrows go from one to the next. Cheques are counted under the
 * notes, which have one value less than the coins.
 */
export function CoinFields({
  counted,
  startsFocused = false,
  cheques = null,
  onChange,
}: {
  readonly counted: Counted
  readonly startsFocused?: boolean
  /** Null where they are not counted. */
  readonly cheques?: ChequesTyped | null
  readonly onChange: (counted: Counted) => void
}) {
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (startsFocused) grid.current?.querySelector('input')?.focus()
  }, [startsFocused])
  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const fields = [...(grid.current?.querySelectorAll<HTMLInputElement>('fieldset input') ?? [])]
    const next = fields[fields.indexOf(event.currentTarget) + step]
    next?.focus()
    next?.select()
  }
  const column = (title: string, of: readonly (typeof faces)[number][]) => (
    <fieldset className={style.column}>
      <legend className={style.legend}>{title}</legend>
      {of.map((face) => {
        const count = countOf(counted, face)
        const type = (text: string) => onChange({ ...counted, [face]: text.slice(0, 6) })
        return (
          <label key={face} className={style.row}>
            <span className={style.face}>{words.face(face)}</span>
            <FigureField
              className={style.count}
              value={counted[face] ?? ''}
              isWrong={count === undefined}
              onKey={move}
              onType={type}
            />
            <span aria-hidden className={style.cents}>
              {count === undefined || count === 0 ? '' : euros(face * count)}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
  return (
    <div ref={grid} className={style.grid}>
      <div className={style.column}>
        {column(words.notes, notes)}
        {cheques && (
          <label className={style.row}>
            <span className={style.face}>{words.chequesFace}</span>
            <FigureField
              className={style.count}
              said={`${words.cheques}. ${words.chequesHelp(cheques.held)}`}
              value={cheques.typed}
              isWrong={cheques.isWrong}
              onType={(text) => cheques.onType(text.slice(0, 6))}
            />
            <span aria-hidden className={style.cents}>
              {words.chequesHeld(cheques.held)}
            </span>
          </label>
        )}
      </div>
      {column(words.coins, coins)}
    </div>
  )
}

/** What was counted beside what the books say, and the gap in words. */
export function CoinTotal({ counted, expected }: { readonly counted: Counted; readonly expected: number }) {
  const total = totalOf(counted)
  const gap = total === undefined ? null : total - expected
  return (
    <div className={style.totals}>
      <p>
        <span className={style.legend}>{words.counted}</span>
        <b className={style.total}>{total === undefined ? '' : euros(total)}</b>
      </p>
      <p>
        <span className={style.legend}>{words.expected}</span>
        <b>{euros(expected)}</b>
      </p>
      <p role="status">
        <span className={style.legend}>{words.gap}</span>
        <b className={gap === 0 ? undefined : style.gap}>
          {gap === null
            ? words.wrong
            : gap === 0
              ? words.exact
              : gap > 0
                ? words.more(gap)
                : words.less(-gap)}
        </b>
      </p>
    </div>
  )
}
