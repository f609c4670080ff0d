import { useId, useState, type KeyboardEvent } from 'react'
import { articleName } from '../../shared/domain/law/articles.ts'
import { picker as words } from '../../shared/messages/law/picker.fr.ts'
import { classes } from '../ui/classes.ts'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import { useFound } from './found.ts'
import { LawField } from './LawField.tsx'
import style from './ArticlePicker.module.css'

/** As many articles as are read at a glance. */
const most = 6

/**
 * An article of the base, found by its number or its words: what it gives is the name by which the base knows it. By
 * keyboard alone: the arrows choose, Enter takes.
 */
export function ArticlePicker({ onPick }: { readonly onPick: (title: string) => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const answer = useFound(typed)
  const found = (answer?.found.results ?? []).filter(({ kind }) => kind === 'article').slice(0, most)
  const line = found[Math.min(at, found.length - 1)]
  const add = (title: string) => {
    onPick(articleName(title))
    setTyped('')
    setAt(0)
  }
  const onKey = (event: KeyboardEvent) => {
    const act = {
      ArrowDown: () => setAt(Math.min(at + 1, found.length - 1)),
      ArrowUp: () => setAt(Math.max(at - 1, 0)),
      Enter: () => line && add(line.title),
    }[event.key]
    if (!act || event.ctrlKey) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <div className={style.picker}>
      <label className={lettering.label} htmlFor={`${id}-field`}>
        {words.label}
      </label>
      <LawField
        id={id}
        typed={typed}
        isOpen={found.length > 0}
        chosen={line && `${id}-${Math.min(at, found.length - 1)}`}
        className={style.field}
        onType={(text) => {
          setTyped(text)
          setAt(0)
        }}
        onKey={onKey}
      />
      <p id={`${id}-help`} role="status" className={lettering.small}>
        {answer !== null && found.length === 0 ? words.none : words.help}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={words.results} className={style.list}>
        {found.map(({ id: articleId, title, snippet }, rank) => (
          // The field keeps the focus: the arrows and Enter are its own.
          <div
            key={articleId}
            id={`${id}-${rank}`}
            role="option"
            tabIndex={-1}
            aria-selected={title === line?.title}
            className={classes(style.option, title === line?.title && style.at)}
            onMouseDown={(event) => {
              event.preventDefault()
              add(title)
            }}
          >
            <b>
              <Prose>{title}</Prose>
            </b>{' '}
            <span className={lettering.small}>{snippet}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
