import { CopyCheck } from 'lucide-react'
import type { Output } from '../../../shared/contract/index.ts'
import { standbyPage as words } from '../../../shared/messages/standby/standby.fr.ts'
import { Status } from '../../ui/Status.tsx'

/** That this host only reads, and how late what it reads is; nothing where it acts, or follows another one. */
export function ReplicaStatus({
  view,
}: {
  readonly view: Pick<Output<'standby.view'>, 'replica' | 'reached'> | undefined
}) {
  if (!view?.replica) return null
  const { lagSeconds } = view.replica
  return (
    <Status
      tone={view.reached && lagSeconds !== null ? 'done' : 'attention'}
      icon={<CopyCheck aria-hidden size={20} />}
    >
      {words.replica(lagSeconds)}
    </Status>
  )
}
