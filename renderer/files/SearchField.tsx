import { Search } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import { Button } from '../ui/Button.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import lettering from '../ui/Lettering.module.css'
import type { FilesActs, FoundFiles } from './acts.ts'
import { readSearch } from './search.ts'
import style from './Search.module.css'

const words = filesPage.search

/** One field for a reference, a receipt, or a name with its birth date; beside it, that each search is traced. */
export function SearchField({
  year,
  acts,
  byKey,
  onFound,
}: {
  /** The current year in the office's zone: « 42 » means the file 42 of this year. */
  readonly year: string
  readonly acts: Pick<FilesActs, 'find'>
  /** Whether the key S moves the focus to the field. */
  readonly byKey: boolean
  readonly onFound: (found: FoundFiles) => void
}) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const statusId = useId()
  useKeys({ KeyS: byKey ? () => field.current?.focus() : undefined })

  const find = async () => {
    const asked = readSearch(typed, year)
    if (asked === null || busy) return
    if (asked === 'birthMissing') return setWrong(words.birthMissing)
    setBusy(true)
    const result = await acts.find(asked)
    setBusy(false)
    if ('error' in result) return setWrong(result.error.message)
    setWrong(null)
    setTyped('')
    onFound(result.output)
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
      <KeyCap>S</KeyCap>
      <span className={style.field}>
        <Search aria-hidden size={18} />
        <input
          ref={field}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-label={words.label}
          aria-describedby={statusId}
          aria-invalid={wrong !== null}
          placeholder={words.placeholder}
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
      </span>
      <Button type="submit" size="dense" isDisabled={busy}>
        {words.act}
      </Button>
      <span id={statusId} role="status" className={wrong === null ? lettering.small : style.wrong}>
        {wrong ?? words.traced}
      </span>
    </form>
  )
}
