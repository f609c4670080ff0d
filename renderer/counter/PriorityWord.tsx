import { Scale } from 'lucide-react'
import type { Priority } from '../../shared/contract/queue/rules.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Status } from '../ui/Status.tsx'

/** Says that a priority applies, never on which ground: only the agent who calls the person learns it. */
export const PriorityWord = ({ priority }: { readonly priority: Priority | null }) =>
  priority !== null && (
    <Status tone="accent" icon={<Scale aria-hidden size={18} />}>
      {counterWords.line.priorities[priority]}
    </Status>
  )
