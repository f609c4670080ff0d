import { useState, type ReactNode } from 'react'
import { Acts, type OneAct } from './Acts.tsx'
import { Button } from '../ui/Button.tsx'

/**
 * A table's row with one act. What the act asks first stands under the row over the whole table, as a column has no room for
 * it; the focus comes back to the act once it was answered.
 */
export function AskedRow({
  act,
  columns,
  children,
}: {
  readonly act: OneAct | null
  /** How many the table has. */
  readonly columns: number
  /** The row's cells, given the act's button. */
  readonly children: (button: ReactNode) => ReactNode
}) {
  const [asked, setAsked] = useState<'no' | 'yes' | 'back'>('no')
  if (act === null) return <tr>{children(null)}</tr>
  if ('press' in act) return <tr>{children(<Acts size="dense" acts={[act]} />)}</tr>
  const button = (
    <Button
      kind="quiet"
      size="dense"
      autoFocus={asked === 'back'}
      {...(act.name === undefined ? {} : { 'aria-label': act.name })}
      onPress={() => setAsked('yes')}
    >
      {act.label}
    </Button>
  )
  return (
    <>
      <tr>{children(asked === 'yes' ? null : button)}</tr>
      {asked === 'yes' && (
        <tr>
          <td colSpan={columns}>{act.form(() => setAsked('back'))}</td>
        </tr>
      )}
    </>
  )
}
