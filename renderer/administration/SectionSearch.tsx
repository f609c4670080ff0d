import { Search } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { homeWords as words } from '../../shared/messages/office/home.fr.ts'
import { helpAdministration } from '../../shared/messages/help/administration.fr.ts'
import { Form } from '../ui/Form.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import { findSections } from './findSections.ts'
import style from './HomePage.module.css'
import { sectionTitles, type Section } from '../settings/sections.ts'

/** Parts shown at most: a search that finds more wants one more word. */
const most = 8

/** Finds any setting by its words: « / » goes to it, the arrows choose, Enter opens, Escape empties it. */
export function SectionSearch({
  startsFocused,
  typed,
  onType,
  onGo,
}: {
  readonly startsFocused: boolean
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onGo: (section: Section) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const found = findSections(typed).slice(0, most)
  const asked = wordsIn(typed) !== ''
  const focusSearch = () => input.current?.focus()
  useEffect(() => {
    if (startsFocused) input.current?.focus()
  }, [startsFocused])
  // Where « / » is written with Shift, as on AZERTY, it is the same key.
  useKeys({ '/': focusSearch, 'Shift+/': focusSearch })
  const move = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (event.key === 'Escape' && asked) {
      event.preventDefault()
      onType('')
      focusSearch()
    }
    if (event.key === 'ArrowDown' && at < buttons.length - 1) {
      event.preventDefault()
      buttons[at + 1]?.focus()
    }
    if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault()
      if (at === 0) focusSearch()
      else buttons[at - 1]?.focus()
    }
  }
  return (
    <Form
      role="search"
      onSend={() => {
        if (found[0]) onGo(found[0].section)
      }}
    >
      <div className={style.search}>
        <Search aria-hidden size={20} />
        <input
          ref={input}
          type="text"
          aria-label={words.search}
          value={typed}
          maxLength={100}
          autoComplete="off"
          spellCheck="false"
          placeholder={`${words.search} : ${words.searchHelp.toLowerCase()}`}
          className={style.searchInput}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={move}
        />
        <KeyCap>/</KeyCap>
      </div>
      <p role="status" className={asked ? style.notFound : undefined}>
        {asked && (found.length > 0 ? words.found(found.length) : words.notFound)}
      </p>
      {found.length > 0 && (
        <ul ref={list} role="list" className={style.rows}>
          {found.map(({ section, by }) => (
            <li key={section}>
              <button type="button" className={style.result} onClick={() => onGo(section)} onKeyDown={move}>
                <span className={style.strong}>{sectionTitles[section]}</span>
                <span className={style.small}>
                  {by === null ? helpAdministration[section].does : words.by(by)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Form>
  )
}
