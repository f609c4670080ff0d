import type { Who } from '../../../shared/contract/events.ts'
import type { ViewName } from '../../../shared/contract/index.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import type { Holder } from '../core/tokens.ts'
import type { People } from './people.ts'

/**
 * A watch for as long as who is there may have it: it stops when they lock or leave, and begins again for whoever comes next,
 * as theirs. What was sent before stays the page's to hide.
 * @param begin watches as this person @param refused says why nothing comes any more
 */
export function watchedBy(
  people: Pick<People, 'admit' | 'onChange'>,
  holder: Holder,
  name: ViewName,
  begin: (who: Who) => () => void,
  refused: (code: ErrorCode) => void,
): () => void {
  let stop = () => {}
  let last: string | undefined
  const follow = () => {
    const admitted = people.admit(holder, name)
    const now = 'code' in admitted ? admitted.code : `of ${admitted.who.agentId}`
    if (now === last) return
    last = now
    stop()
    stop = () => {}
    if ('code' in admitted) refused(admitted.code)
    else stop = begin(admitted.who)
  }
  follow()
  const leave = people.onChange(holder, follow)
  return () => {
    leave()
    stop()
  }
}
