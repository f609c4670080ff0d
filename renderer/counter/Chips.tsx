import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import { pieceKeys } from '../ui/pieceKeys.ts'
import style from './Panel.module.css'

/** Which physical keys choose among ready answers: the figures, or the letters of the upper row. */
export type ChipKeys = 'figures' | 'letters'

const keyOf = (keys: ChipKeys, at: number): { readonly code: string; readonly label: string } | undefined =>
  keys === 'letters' ? pieceKeys[at] : at < 9 ? { code: `Digit${at + 1}`, label: String(at + 1) } : undefined

/** Ready answers, each with its key; the one taken is said to be pressed. */
export function Chips<T>({
  label,
  keys,
  choices,
  isChosen,
  onChoose,
}: {
  readonly label: string
  readonly keys: ChipKeys
  readonly choices: readonly {
    readonly id: string
    readonly value: T
    readonly title: string
    readonly detail?: ReactNode
  }[]
  readonly isChosen: (value: T) => boolean
  readonly onChoose: (value: T) => void
}) {
  useKeys(
    Object.fromEntries(
      choices.flatMap(({ value }, at) => {
        const key = keyOf(keys, at)
        return key ? [[key.code, () => onChoose(value)]] : []
      }),
    ),
  )
  return (
    <div role="group" aria-label={label} className={style.chips}>
      <span aria-hidden className={style.chipsLabel}>
        {label}
      </span>
      {choices.map(({ id, value, title, detail }, at) => (
        <Button
          key={id}
          size="dense"
          keyCap={keyOf(keys, at)?.label}
          selected={isChosen(value)}
          onPress={() => onChoose(value)}
        >
          {title}
          {detail !== undefined && <small>{detail}</small>}
        </Button>
      ))}
    </div>
  )
}
