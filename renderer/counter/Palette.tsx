import { Search } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { actionWords } from '../../shared/messages/visit/actions.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import { useCap } from '../ui/keyboard.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import { bare } from './names.ts'
import { useFocusBack } from './Panel.tsx'
import type { SheetAct } from './sheetActs.ts'
import style from './Palette.module.css'

/** The acts that were asked by the palette since the page was opened, the latest first. */
let recent: readonly string[] = []

/**
 * The acts as they are offered, found by any part of their names, or by another word for them: those whose name has it
 * come first, then those asked last, the others in their order.
 */
export function offeredActs(
  acts: readonly SheetAct[],
  typed: string,
  lately: readonly string[],
): readonly SheetAct[] {
  const wanted = bare(typed).split(' ').filter(Boolean)
  const named = ({ title }: SheetAct) => wanted.every((word) => bare(title).includes(word))
  const found = ({ id, title }: SheetAct) => {
    const others = bare(actionWords[id] ?? '').split(' ')
    return wanted.every(
      (word) => bare(title).includes(word) || others.some((other) => other.startsWith(word)),
    )
  }
  const rank = ({ id }: SheetAct) => (lately.includes(id) ? lately.indexOf(id) : lately.length)
  return acts
    .filter((act) => act.applies && (wanted.length > 0 || !act.sought) && found(act))
    .toSorted((a, b) => Number(named(b)) - Number(named(a)) || rank(a) - rank(b))
}

/** Every act of the sheet, in the dock: found by a word, taken by the arrows and Enter; Escape gives the question back. */
export function Palette({
  acts,
  onLeave,
}: {
  readonly acts: readonly SheetAct[]
  readonly onLeave: () => void
}) {
  const words = counterWords.actions
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  // The order of the opening holds while it is open.
  const [lately] = useState(recent)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useFocusBack()
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  const offered = offeredActs(acts, typed, lately)
  const pointed = Math.min(at, offered.length - 1)
  const optionId = (rank: number) => `${id}-${rank}`
  useEffect(() => {
    document.getElementById(`${id}-${pointed}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, pointed])
  const take = (act: SheetAct | undefined) => {
    if (!act) return
    recent = [act.id, ...recent.filter((other) => other !== act.id)].slice(0, 6)
    onLeave()
    act.run()
  }
  const move = (to: number) => setAt(Math.max(0, Math.min(to, offered.length - 1)))
  const onKey = (event: KeyboardEvent) => {
    const act = {
      ArrowDown: () => move(pointed + 1),
      ArrowUp: () => move(pointed - 1),
      Home: () => move(0),
      End: () => move(offered.length - 1),
      Enter: () => take(offered[pointed]),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <Card label={words.title} className={style.palette}>
      <div className={style.head}>
        <Search aria-hidden size={20} />
        <input
          ref={input}
          className={style.input}
          role="combobox"
          aria-label={words.search}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(offered.length > 0 ? { 'aria-activedescendant': optionId(pointed) } : {})}
          placeholder={words.search}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setAt(0)
          }}
          onKeyDown={onKey}
        />
        <Button kind="quiet" size="dense" keyCap="Échap" onPress={onLeave}>
          {counterWords.close}
        </Button>
      </div>
      {offered.length === 0 && (
        <p className={style.none} role="status">
          {words.none}
        </p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={words.title}
        className={style.list}
        style={{ gridTemplateRows: `repeat(${Math.ceil(offered.length / 3)}, auto)` }}
      >
        {offered.map((act, rank) => (
          // The field hears the keys; the mouse is for whoever has one.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={act.id}
            id={optionId(rank)}
            role="option"
            tabIndex={-1}
            aria-selected={rank === pointed}
            className={classes(style.option, rank === pointed && style.pointed)}
            onPointerMove={() => setAt(rank)}
            onClick={() => take(act)}
          >
            <span>{act.title}</span>
            {rank === pointed ? (
              <KeyCap>Entrée</KeyCap>
            ) : (
              act.cap !== undefined && <DirectKey cap={act.cap} />
            )}
          </div>
        ))}
      </div>
    </Card>
  )
}

/** The key that does it with the palette shut: no cap, since it does not act here. */
const DirectKey = ({ cap }: { readonly cap: string }) => {
  const shown = useCap(cap)
  return <span className={style.direct}>{shown}</span>
}
