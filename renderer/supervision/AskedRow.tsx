import { useState, type ReactNode } from 'react'
import type { OneAct } from './Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/keptFocus.ts'

/**
 * A table's row and its acts. What one asks first stands under the row over the whole table, as a column has no room for it; the
 * focus comes back to the act once it was answered.
 */
export function AskedRow({
  acts,
  columns,
  children,
}: {
  readonly acts: readonly OneAct[]
  /** How many the table has. */
  readonly columns: number
  /** The row's cells, given the acts' buttons: null where there is none, or while one asks. */
  readonly children: (buttons: ReactNode) => ReactNode
}) {
  const [asked, setAsked] = useState<string | null>(null)
  const [back, setBack] = useState<string | null>(null)
  const asking = acts.find(({ label }) => label === asked)
  const form = asking !== undefined && 'form' in asking ? asking.form : null
  // The act went away while it asked: it does not ask again by itself when it comes back.
  if (asked !== null && asking === undefined) setAsked(null)
  // Once answered, an act may leave the row: the focus stays in it.
  const kept = useKeptFocus<HTMLTableRowElement>(acts.map(({ label }) => label).join())
  const close = () => {
    setAsked(null)
    setBack(asked)
  }
  const buttons = acts.map((act) => (
    <Button
      key={act.label}
      kind="quiet"
      size="dense"
      autoFocus={back === act.label}
      onFocus={() => setBack(null)}
      {...(act.name === undefined ? {} : { 'aria-label': act.name })}
      onPress={'press' in act ? act.press : () => setAsked(act.label)}
    >
      {act.label}
    </Button>
  ))
  return (
    <>
      <tr {...kept} tabIndex={-1}>
        {children(form !== null || buttons.length === 0 ? null : buttons)}
      </tr>
      {form !== null && (
        // Read by itself, it says what is asked and of which row.
        <tr aria-label={asking?.name ?? asking?.label}>
          <td colSpan={columns}>{form(close)}</td>
        </tr>
      )}
    </>
  )
}
