import { Network, TriangleAlert, Unplug } from 'lucide-react'
import type { DoorNow } from '../../../shared/contract/network/calls.ts'
import { network as words } from '../../../shared/messages/network/network.fr.ts'
import { addressRead } from './joinForm.ts'
import { Group } from '../../ui/Column.tsx'
import { Status } from '../../ui/Status.tsx'
import form from '../Settings.module.css'
import style from './Network.module.css'

/** Where the office answers on the network, and by which key. */
export const Door = ({ door, zone }: { readonly door: DoorNow; readonly zone: string }) => (
  <Group title={words.doorTitle}>
    {door.open ? (
      <Status tone="done" icon={<Network aria-hidden size={20} />}>
        {words.doorOpen}
      </Status>
    ) : (
      <>
        <Status tone="quiet" icon={<Unplug aria-hidden size={20} />}>
          {words.doorClosed}
        </Status>
        {door.settings.on !== null && <p className={form.small}>{words.doorClosedHelp}</p>}
      </>
    )}
    {door.problem !== null && (
      <p role="alert" className={form.problem}>
        <TriangleAlert aria-hidden size={20} />
        <span>{words.problems[door.problem.code](door.problem.detail)}</span>
      </p>
    )}
    <dl className={style.facts}>
      {door.addresses.length > 0 && (
        <>
          <dt>{words.addresses}</dt>
          {door.addresses.map((address) => (
            <dd key={address}>{addressRead(address)}</dd>
          ))}
        </>
      )}
      {door.pin !== null && (
        <>
          <dt>{words.pin}</dt>
          <dd>
            <code className={style.pin}>
              {words.pinGroups(door.pin).map((group, place) => (
                // A group may come twice in one fingerprint.
                // oxlint-disable-next-line react/no-array-index-key
                <span key={place}>{group} </span>
              ))}
            </code>
            <span className={form.small}>{words.pinHelp}</span>
          </dd>
        </>
      )}
      {door.certificate !== null && (
        <>
          <dt>{words.certificate}</dt>
          <dd>{words.certificateEnd(door.certificate.until, zone, door.certificate.own)}</dd>
        </>
      )}
    </dl>
    {door.coming !== null && <p className={form.small}>{words.coming(door.coming.at, zone)}</p>}
  </Group>
)
