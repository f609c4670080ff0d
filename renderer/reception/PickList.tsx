import { useEffect, useRef, type ReactNode } from 'react'
import { classes } from '../ui/classes.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import { keysOf } from '../ui/keyboard.ts'
import { useKeys } from '../ui/keys.ts'
import lettering from '../ui/Lettering.module.css'
import style from './PickList.module.css'

/** The two first rows of letters, by place and as a French keyboard shows them; S goes to the search. */
const letters = keysOf('AZERTYUIOPQDFGHJKLM')

type Pick = {
  readonly id: string
  /** An hour before the title, in a column of its own. */
  readonly before?: string
  readonly title: string
  readonly detail?: string
  readonly aside?: ReactNode
}

/** One among many rows: by its letter while nothing is being typed, or by the mouse. The first nineteen have letters. */
export function PickList({
  label,
  picks,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly picks: readonly Pick[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}) {
  useKeys(
    Object.fromEntries(
      letters.map(({ code }, at) => [code, picks[at] ? () => onChoose(picks[at]!.id) : undefined]),
    ),
  )
  const list = useRef<HTMLUListElement>(null)
  // The chosen row is whole, wherever it was chosen from, and when what is said beside it takes some height.
  useEffect(() => {
    const around = list.current?.parentElement
    if (chosen === null || !around) return
    const seen = new ResizeObserver(() =>
      list.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' }),
    )
    seen.observe(around)
    return () => seen.disconnect()
  }, [chosen])
  return (
    <ul ref={list} role="list" aria-label={label} className={style.picks}>
      {picks.map(({ id, before, title, detail, aside }, at) => {
        const letter = letters[at]?.label
        return (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosen}
              className={classes(style.pick, id === chosen && style.chosen)}
              onClick={() => onChoose(id)}
              {...(letter === undefined ? {} : { 'aria-keyshortcuts': letter })}
            >
              {letter === undefined ? <span className={style.noKey} /> : <KeyCap>{letter}</KeyCap>}
              {before !== undefined && <span className={style.before}>{before}</span>}
              <span className={style.title}>
                {title}
                {detail !== undefined && <span className={lettering.under}>{detail}</span>}
              </span>
              {aside}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
