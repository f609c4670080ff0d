import { fr } from '../../shared/messages/fr.ts'
import type { Output } from '../../shared/contract/index.ts'
import { Button } from '../ui/Button.tsx'
import type { CounterView, Current } from './acts.ts'
import { motiveOf } from './names.ts'
import style from './Serving.module.css'

/** What the visit still has to do after the request under way. */
export function RequestsAfter({
  view,
  current,
  office,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly office: Output<'office.view'> | undefined
}) {
  const after = current.ticket.requests.slice(1)
  if (after.length === 0) return null
  return (
    <p className={style.after}>
      {fr.counter.line.requestsAfter(
        after.length,
        after.map((request) => motiveOf(request, view, office)),
      )}
    </p>
  )
}

/** The key that adds a request to this visit. */
export const AddKey = ({ expanded, onAdd }: { readonly expanded: boolean; readonly onAdd: () => void }) => (
  <span className={style.addKey}>
    <Button kind="quiet" size="dense" keyCap="+" aria-expanded={expanded} onPress={onAdd}>
      {fr.counter.line.addShort}
    </Button>
  </span>
)
