import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { documentKinds, type DocumentKind } from '../../shared/contract/documents/kinds.ts'
import type { Input } from '../../shared/contract/index.ts'
import { titles } from '../../shared/messages/documents/titles.fr.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { DateField } from '../ui/DateField.tsx'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { useSaysKeys } from '../ui/directKeys.ts'
import { useKeys } from '../ui/keys.ts'
import style from './Documents.module.css'
import { anything, searchInput, type Sought } from './search.ts'

const words = papers.search
const kinds = (Object.keys(documentKinds) as DocumentKind[]).toSorted((a, b) =>
  titles[a].localeCompare(titles[b], 'fr'),
)

/** By number, from a day to another, by kind: what is left empty is not looked at. */
export function DocumentSearch({
  byKey,
  onSearch,
}: {
  /** Whether its letter goes to it. */
  readonly byKey: boolean
  readonly onSearch: (asks: Input<'document.list'>) => void
}) {
  const [sought, setSought] = useState(anything)
  const [problem, setProblem] = useState<string | null>(null)
  /** How many times all was cleared: a date that is half typed goes with the rest. */
  const [cleared, setCleared] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const toNumber = () => form.current?.querySelector('input')?.focus()
  useKeys({ KeyS: byKey ? toNumber : undefined })
  useSaysKeys(byKey ? [{ key: 'S', does: words.toNumber }] : [])
  const search = (next: Sought) => {
    const read = searchInput(next)
    setProblem('problem' in read ? read.problem : null)
    if ('asks' in read) onSearch(read.asks)
  }
  const change = (part: Partial<Sought>) => {
    setSought({ ...sought, ...part })
    setProblem(null)
  }
  return (
    <Form
      ref={form}
      role="search"
      aria-label={words.act}
      className={style.search}
      onSend={() => search(sought)}
    >
      <Field
        label={`${words.number} (S)`}
        detail={words.numberHelp}
        value={sought.number}
        onChange={(number) => change({ number })}
        maxLength={30}
        autoComplete="off"
        spellCheck="false"
      />
      <DateField
        key={`from ${cleared}`}
        label={words.from}
        detail={words.dateHelp}
        value={sought.from}
        onChange={(from) => change({ from })}
      />
      <DateField
        key={`to ${cleared}`}
        label={words.to}
        detail={words.dateHelp}
        value={sought.to}
        onChange={(to) => change({ to })}
      />
      <Select<DocumentKind | ''>
        label={words.kind}
        value={sought.kind}
        options={[
          { value: '', title: words.anyKind },
          ...kinds.map((value) => ({ value, title: titles[value] })),
        ]}
        onChange={(kind) => {
          flushSync(() => change({ kind }))
          // By the form's own door, which sends nothing beside a date that is half typed.
          form.current?.requestSubmit()
        }}
      />
      <div className={style.searchActs}>
        <Button type="submit" size="dense" keyCap="Entrée">
          {words.act}
        </Button>
        {JSON.stringify(sought) !== JSON.stringify(anything) && (
          <Button
            kind="quiet"
            size="dense"
            onPress={() => {
              setSought(anything)
              setCleared(cleared + 1)
              search(anything)
              // The button goes away with what it took back.
              toNumber()
            }}
          >
            {words.clear}
          </Button>
        )}
        <span role="status" className={lettering.wrong}>
          {problem}
        </span>
      </div>
    </Form>
  )
}
