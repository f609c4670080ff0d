import { Copy, CopyCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { standbyPage as words } from '../../../shared/messages/standby/standby.fr.ts'
import { useCommand, useView } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Status } from '../../ui/Status.tsx'
import { ReplicaStatus } from './ReplicaStatus.tsx'
import form from '../Settings.module.css'
import { FollowerToken } from './FollowerToken.tsx'

type StandbyView = Output<'standby.view'>

/**
 * The second computer, from either side: who follows this one, or the host that it follows and whose relay it can take.
 * @param address where this host answers on the network; null while it does not
 * @param fault why it does not answer on the network that is set
 * @param chosen whether a network is set for it to answer on
 */
export function OtherHosts({
  address,
  fault,
  chosen,
}: {
  readonly address: string | null
  readonly fault: string | null
  readonly chosen: boolean
}) {
  const view = useView('standby.view', {})
  const promote = useCommand('standby.promote')
  if (!view) return null
  return (
    <Group title={words.title}>
      {view.replica ? (
        <ReplicaStatus view={view} />
      ) : view.follows ? (
        <Follows view={view} onTake={() => void promote({})} />
      ) : view.elsewhere ? (
        <p className={form.small}>{words.elsewhere}</p>
      ) : (
        <Followed view={view} address={address} fault={fault} chosen={chosen} />
      )}
      {view.apart > 0 && (
        <p role="alert" className={form.problem}>
          <TriangleAlert aria-hidden size={20} />
          <span>{words.apart(view.apart)}</span>
        </p>
      )}
    </Group>
  )
}

function Followed({
  view,
  address,
  fault,
  chosen,
}: {
  readonly view: StandbyView
  readonly address: string | null
  readonly fault: string | null
  readonly chosen: boolean
}) {
  const heardAt = Math.max(0, ...view.followers.map((one) => one.heardAt))
  if (heardAt === 0)
    return (
      <>
        <Status tone="quiet" icon={<Copy aria-hidden size={20} />}>
          {words.alone}
        </Status>
        <p className={form.small}>{words.aloneHelp}</p>
        {view.lastHeardAt !== null && (
          <p className={form.small}>{words.lastSeen(view.lastHeardAt, view.zone)}</p>
        )}
        <FollowerToken address={address} fault={fault} chosen={chosen} isFirst={!view.linked} />
      </>
    )
  return (
    <>
      <Status tone="done" icon={<CopyCheck aria-hidden size={20} />}>
        {words.followed}
      </Status>
      <p className={form.small}>{words.lastHeard(heardAt, view.zone)}</p>
      {view.waits && <p className={form.small}>{words.waits}</p>}
      <FollowerToken address={address} fault={fault} chosen={chosen} isFirst={false} />
    </>
  )
}

/** Asked twice: two machines that act at once are two memories of one office. */
function Follows({ view, onTake }: { readonly view: StandbyView; readonly onTake: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Status tone={view.reached ? 'done' : 'attention'} icon={<CopyCheck aria-hidden size={20} />}>
        {view.reached
          ? words.follows
          : view.cutOff
            ? words.cutOff
            : view.trying
              ? words.trying
              : words.silent(view.heardAt, view.zone)}
      </Status>
      {view.cutOff && <p className={form.small}>{words.cutOffHelp}</p>}
      {asking && <p className={form.small}>{words.sure}</p>}
      <div className={form.acts}>
        {asking ? (
          <>
            <Button kind="primary" autoFocus onPress={onTake}>
              {words.take}
            </Button>
            <Button onPress={() => setAsking(false)}>{words.cancel}</Button>
          </>
        ) : (
          <Button onPress={() => setAsking(true)}>{words.take}</Button>
        )}
      </div>
    </>
  )
}
