import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { CounterView, Current } from './acts.ts'
import { motiveOf } from './names.ts'
import style from './Serving.module.css'

/**
 * The place of the request that follows the one that ends, and how many the visit has, as the head of the sheet counts them.
 * @param remaining how many are left once it has ended
 */
export function requestAfter(
  { ticket: { requests, requestsDone } }: Current,
  remaining: number,
): readonly [place: number, all: number] {
  const all = requestsDone + requests.length
  return [all - remaining + 1, all]
}

/** Which request of the visit is under way, and what is still to be done after it; nothing when it is the only one. */
export function RequestsAfter({
  view,
  current,
  office,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly office: Output<'office.view'> | undefined
}) {
  const { requests, requestsDone } = current.ticket
  const all = requestsDone + requests.length
  if (all < 2) return null
  return (
    <p className={style.after}>
      {counterWords.line.requestOf(
        requestsDone + 1,
        all,
        requests.slice(1).map((request) => motiveOf(request, view, office)),
      )}
    </p>
  )
}
