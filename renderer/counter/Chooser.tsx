import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { KeyButton } from './KeyButton.tsx'
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
  compact = false,
  onChoose,
  children,
}: {
  readonly choices: readonly Choice<T>[]
  readonly less?: readonly Choice<T>[]
  readonly lessTitle?: string
  readonly chosen: T | null
  /** Two in a line. */
  readonly compact?: boolean
  readonly onChoose: (value: T) => void
  readonly children?: ReactNode
}) {
  const all = [...choices, ...less]
  useKeys(
    Object.fromEntries(
      all.slice(0, 10).map(({ value }, at) => [`Digit${figure(at)}`, () => onChoose(value)]),
    ),
  )
  const place = useRef<HTMLDivElement>(null)
  // Opened by its key while it is elsewhere on an enlarged page, or under the fold: it is brought to the eye.
  // (Recent Chromium answers a scroll by a promise, which an effect must not give back.)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
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
    <div ref={place} className={style.chooser}>
      <div className={classes(compact ? style.grid : style.stack)}>{choices.map(button)}</div>
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

/** A fact of the right column, with the key that changes it. */
export const Fact = ({
  term,
  keyCap,
  expanded,
  onPress,
  children,
}: {
  readonly term: string
  readonly keyCap: string
  readonly expanded: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) => (
  <div className={style.fact}>
    <div>
      <h3 className={style.term}>{term}</h3>
      {children}
    </div>
    <KeyButton keyCap={keyCap} label={term} expanded={expanded} onPress={onPress} />
  </div>
)
