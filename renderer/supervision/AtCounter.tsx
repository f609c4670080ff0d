import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { closing as words } from '../../shared/messages/queue/closing.fr.ts'
import lettering from '../ui/Lettering.module.css'
import { Acts } from './Acts.tsx'
import { useAct } from '../link/hooks.ts'
import { closingCounter } from './closingCounter.tsx'
import type { Present } from './names.ts'

/**
 * Whoever is still at a counter when the day ends: their visit is ended there, or the counter that its agent left is closed from
 * here, and they are then settled like the others.
 */
export function AtCounter({ counter }: { readonly counter: Present['counters'][number] | undefined }) {
  const act = useAct()
  return (
    <>
      <span className={lettering.small}>{words.atCounter}</span>
      {counter !== undefined && (
        <Acts
          size="dense"
          acts={[{ ...closingCounter(counter, act), label: supervision.counters.closeFor(counter.name.fr) }]}
        />
      )}
    </>
  )
}
