import { useEffect, useId, useRef, useState } from 'react'
import { normalForm } from '../../shared/contract/letters.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useEscape } from '../ui/escape.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import style from './Actions.module.css'

const words = filesPage.actions

export type Action = { readonly label: string; readonly onDo: () => void }

const plain = (text: string): string =>
  normalForm('NFD', text).replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

/** The actions whose name holds each word typed. */
export const actionsFor = (actions: readonly Action[], typed: string): readonly Action[] => {
  const parts = plain(typed).split(/\s+/).filter(Boolean)
  return actions.filter(({ label }) => parts.every((part) => plain(label).includes(part)))
}

/** All that can be done besides the main act: found by a word, chosen with the arrows, done with Enter. */
export function Actions({
  actions,
  onClose,
}: {
  readonly actions: readonly Action[]
  readonly onClose: () => void
}) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const holder = useEscape<HTMLElement>(onClose)
  const listId = useId()
  useEffect(() => field.current?.focus(), [])
  const found = actionsFor(actions, typed)
  const act = (action: Action | undefined) => {
    if (!action) return
    onClose()
    action.onDo()
  }
  return (
    <section ref={holder} aria-label={words.title} className={style.palette}>
      <input
        ref={field}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        aria-label={words.search}
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found[at] === undefined ? undefined : `${listId}-${at}`}
        placeholder={words.search}
        className={style.field}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && found.length > 0) {
            event.preventDefault()
            setAt((at + step + found.length) % found.length)
          } else if (event.key === 'Enter') {
            event.preventDefault()
            act(found[at])
          }
        }}
      />
      {found.length > 0 && (
        <div id={listId} role="listbox" aria-label={words.title} className={style.list}>
          {found.map((action, place) => (
            <button
              type="button"
              key={action.label}
              id={`${listId}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              className={style.option}
              onMouseEnter={() => setAt(place)}
              onClick={() => act(action)}
            >
              <span>{action.label}</span>
              {place === at && <KeyCap>{filesPage.enter}</KeyCap>}
            </button>
          ))}
        </div>
      )}
      {found.length === 0 && <p role="status">{words.none}</p>}
      <p>
        <Button size="dense" kind="quiet" keyCap={filesPage.escape} onPress={onClose}>
          {filesPage.cancel}
        </Button>
      </p>
    </section>
  )
}
