import { Scale } from 'lucide-react'
import type { Priority } from '../../shared/contract/queue/rules.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Status } from '../ui/Status.tsx'

/** That a priority applies, never which ground: that is for the call, and for who calls. */
export const PriorityWord = ({ priority }: { readonly priority: Priority | null }) =>
  priority !== null && (
    <Status tone="accent" icon={<Scale aria-hidden size={18} />}>
      {counterWords.line.priorities[priority]}
    </Status>
  )
