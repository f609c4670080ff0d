import { Search } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { FilesActs, FoundFiles } from './acts.ts'
import style from './Search.module.css'

const said = filesPage.search

/** One field for a name, or for any number that a paper bears; Enter searches, and each search is traced. */
export function SearchField({
  acts,
  byKey,
  onFound,
}: {
  readonly acts: Pick<FilesActs, 'find'>
  /** Whether the key S moves the focus to the field. */
  readonly byKey: boolean
  /** @param words what was looked for */
  readonly onFound: (found: FoundFiles, words: string) => void
}) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const statusId = useId()
  useKeys({
    KeyS: byKey
      ? () => {
          field.current?.focus()
          field.current?.select()
        }
      : undefined,
  })

  const find = async () => {
    const asked = wordsIn(typed)
    if (asked === '' || busy) return
    // A figure alone is the number of a file; a letter alone names nobody.
    if (asked.length < 2 && !/\d/.test(asked)) return setWrong(said.short)
    setBusy(true)
    const words = asked.length < 2 ? `DO-${asked}` : asked
    const result = await acts.find({ words })
    setBusy(false)
    if ('error' in result) return setWrong(result.error.message)
    setWrong(null)
    onFound(result.output, words)
  }
  return (
    <form
      role="search"
      className={style.search}
      onSubmit={(event) => {
        event.preventDefault()
        void find()
      }}
    >
      <span className={style.field}>
        <Search aria-hidden size={20} />
        <input
          ref={field}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          aria-label={said.label}
          aria-describedby={statusId}
          aria-invalid={wrong !== null}
          placeholder={said.placeholder}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setWrong(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            // The page's own Escape would close what is open beside.
            event.stopPropagation()
            setTyped('')
            setWrong(null)
            field.current?.blur()
          }}
        />
        <KeyCap>S</KeyCap>
      </span>
      <span id={statusId} role="status" className={style.wrong}>
        {wrong ?? <VisuallyHidden>{said.traced}</VisuallyHidden>}
      </span>
    </form>
  )
}
