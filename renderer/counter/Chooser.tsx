import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import style from './Person.module.css'

export type Choice<T> = {
  readonly value: T
  readonly title: string
  readonly detail?: string | null
}

/** The figure of a choice: from 1; the tenth has 0. */
const figure = (at: number): string | undefined => (at < 10 ? String((at + 1) % 10) : undefined)

/** Choices in the place of what they change, by figures; those of `less` come after, under what they have in common. */
export function Chooser<T extends string>({
  choices,
  less = [],
  lessTitle,
  chosen,
  after,
  onChoose,
  children,
}: {
  readonly choices: readonly Choice<T>[]
  readonly less?: readonly Choice<T>[]
  readonly lessTitle?: string
  readonly chosen: T | null
  /** Beside the choices. */
  readonly after?: ReactNode
  readonly onChoose: (value: T) => void
  readonly children?: ReactNode
}) {
  const all = [...choices, ...less]
  useKeys(
    Object.fromEntries(
      all.slice(0, 10).map(({ value }, at) => [`Digit${figure(at)}`, () => onChoose(value)]),
    ),
  )
  const button = ({ value, title, detail }: Choice<T>) => (
    <Button
      key={value}
      size="dense"
      keyCap={figure(all.findIndex((one) => one.value === value))}
      selected={value === chosen}
      onPress={() => onChoose(value)}
    >
      {title}
      {detail != null && detail !== '' && <small className={style.choiceDetail}>{detail}</small>}
    </Button>
  )
  return (
    <div className={style.chooser}>
      <div className={style.grid}>
        {choices.map(button)}
        {after}
      </div>
      {less.length > 0 && (
        <>
          <p className={style.small}>{lessTitle}</p>
          <div className={style.grid}>{less.map(button)}</div>
        </>
      )}
      {children}
    </div>
  )
}
