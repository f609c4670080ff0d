import { Fragment, useState, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Rows } from './Rows.tsx'
import style from './EditedRows.module.css'

/**
 * A list whose lines are changed in place, one at a time; a new one is written under it.
 * @param line a thing's row, with what opens its form
 * @param form the form of a thing, or of a new one (null); `done` closes it
 * @param add the words of the button that writes a new one, where one can be added
 */
export function EditedRows<Thing>({
  label,
  things,
  idOf,
  line,
  form,
  add,
}: {
  readonly label: string
  readonly things: readonly Thing[]
  readonly idOf: (thing: Thing) => string
  readonly line: (thing: Thing, edit: () => void) => ReactNode
  readonly form: (thing: Thing | null, done: () => void) => ReactNode
  readonly add?: string
}) {
  /** The line whose form is open; a new one has no id. */
  const [edited, setEdited] = useState<{ readonly id: string | null } | null>(null)
  const done = () => setEdited(null)
  return (
    <>
      <Rows label={label}>
        {things.map((thing) => {
          const id = idOf(thing)
          return edited?.id === id ? (
            <li key={id}>{form(thing, done)}</li>
          ) : (
            <Fragment key={id}>{line(thing, () => setEdited({ id }))}</Fragment>
          )
        })}
      </Rows>
      {edited?.id === null
        ? form(null, done)
        : add !== undefined && (
            <div className={style.add}>
              <Button onPress={() => setEdited({ id: null })}>{add}</Button>
            </div>
          )}
    </>
  )
}
