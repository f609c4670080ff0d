import { useState, type ReactNode } from 'react'
import { deed as words } from '../../../shared/messages/till/deed.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Prose } from '../../ui/Prose.tsx'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import style from './TillSettings.module.css'

/**
 * What the deed lists: each line is changed in its place or removed, and a new one comes after the others.
 * @param wrong why the list cannot stay empty
 * @param about what is said under a line's title, part by part
 * @param beneath what comes under it
 */
export function DeedLines<T extends { readonly title: string }>({
  title,
  none,
  add,
  wrong,
  lines,
  idOf,
  about,
  beneath,
  form,
  onChange,
}: {
  readonly title: string
  readonly none: string
  readonly add: string
  readonly wrong?: string | undefined
  readonly lines: readonly T[]
  readonly idOf: (line: T) => string
  readonly about: (line: T) => readonly string[]
  readonly beneath?: (line: T) => ReactNode
  /** The form of a line, or of a new one. */
  readonly form: (
    line: T | null,
    acts: {
      readonly taken: ReadonlySet<string>
      readonly onKeep: (line: T) => void
      readonly onCancel: () => void
    },
  ) => ReactNode
  readonly onChange: (lines: readonly T[]) => void
}) {
  const [edited, setEdited] = useState<string | null>(null)
  const formFor = (line: T | null) =>
    form(line, {
      taken: new Set(lines.map(idOf)),
      onCancel: () => setEdited(null),
      onKeep: (kept) => {
        setEdited(null)
        onChange(
          line === null ? [...lines, kept] : lines.map((each) => (idOf(each) === idOf(kept) ? kept : each)),
        )
      },
    })
  return (
    <Group title={title} className={style.section}>
      {lines.length === 0 && <p className={style.help}>{none}</p>}
      {wrong !== undefined && lines.length === 0 && <p className={lettering.wrong}>{wrong}</p>}
      <Rows label={title}>
        {lines.map((line) =>
          edited === idOf(line) ? (
            <li key={idOf(line)}>{formFor(line)}</li>
          ) : (
            <Row key={idOf(line)} wraps>
              <About least={240}>
                <span className={lettering.strong}>{line.title}</span>
                <br />
                <span className={style.help}>
                  <Prose>{about(line).join(' · ')}</Prose>
                </span>
                {beneath?.(line)}
              </About>
              <Acts as="span" room="around">
                <Button
                  size="dense"
                  aria-label={words.editFor(line.title)}
                  onPress={() => setEdited(idOf(line))}
                >
                  {words.edit}
                </Button>
                <Button
                  kind="quiet"
                  size="dense"
                  aria-label={words.removeFor(line.title)}
                  onPress={() => onChange(lines.filter((each) => each !== line))}
                >
                  {words.remove}
                </Button>
              </Acts>
            </Row>
          ),
        )}
      </Rows>
      {edited === 'new' ? (
        formFor(null)
      ) : (
        <Acts room="around">
          <Button onPress={() => setEdited('new')}>{add}</Button>
        </Acts>
      )}
    </Group>
  )
}
