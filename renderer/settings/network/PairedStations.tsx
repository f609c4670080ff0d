import { Circle, CircleDot } from 'lucide-react'
import { useState } from 'react'
import type { StationId } from '../../../shared/contract/ids.ts'
import { network as words } from '../../../shared/messages/network/network.fr.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { Status } from '../../ui/Status.tsx'
import form from '../Settings.module.css'
import type { NetworkActs, StationsView } from './acts.ts'
import style from './Network.module.css'

type Station = StationsView['stations'][number]

/** The stations of other machines: where each stands, whether it is here now, and how it is cut off. */
export function PairedStations({
  view,
  onRevoke,
}: {
  readonly view: StationsView
  readonly onRevoke: NetworkActs['revoke']
}) {
  const [asked, setAsked] = useState<StationId | null>(null)
  const { stations, total, zone } = view
  return (
    <Group title={words.stationsTitle}>
      {stations.length === 0 && <p className={form.small}>{words.none}</p>}
      <Rows label={words.stationsTitle}>
        {stations.map((station) =>
          asked === station.stationId ? (
            <li key={station.stationId}>
              <Revoking
                station={station}
                onCancel={() => setAsked(null)}
                onRevoke={async () => {
                  if (await onRevoke(station.stationId)) setAsked(null)
                }}
              />
            </li>
          ) : (
            <Row key={station.stationId} wraps>
              <About least={160}>
                <span className={lettering.strong}>{station.place.name}</span>
                <span className={form.small}>, {words.roles[station.role]}</span>
                <br />
                <span className={form.small}>{detailOf(station, zone)}</span>
              </About>
              <Presence station={station} zone={zone} />
              <Button
                kind="quiet"
                size="dense"
                aria-label={words.revokeFor(station.place.name)}
                onPress={() => setAsked(station.stationId)}
              >
                {words.revoke}
              </Button>
            </Row>
          ),
        )}
      </Rows>
      {total > stations.length && <p className={form.small}>{words.more(total - stations.length)}</p>}
    </Group>
  )
}

const detailOf = ({ kind, until, pairedAt }: Station, zone: string): string =>
  [
    ...(kind === 'browser' ? [words.browser] : []),
    words.paired(pairedAt, zone),
    ...(until === null ? [] : [words.until(until, zone)]),
  ].join(', ')

const Presence = ({ station, zone }: { readonly station: Station; readonly zone: string }) =>
  station.connected > 0 ? (
    <Status tone="done" icon={<CircleDot aria-hidden size={18} />}>
      {words.connected}
    </Status>
  ) : (
    <Status tone="quiet" icon={<Circle aria-hidden size={18} />}>
      {station.lastSeen === null ? words.neverSeen : words.seen(station.lastSeen, zone)}
    </Status>
  )

/** Cutting a station off is asked twice: someone may be working at it. */
const Revoking = ({
  station,
  onRevoke,
  onCancel,
}: {
  readonly station: Station
  readonly onRevoke: () => Promise<void>
  readonly onCancel: () => void
}) => (
  <div className={style.revoking} role="group" aria-label={words.revokeFor(station.place.name)}>
    <p>{words.revokeAsked(station.place.name)}</p>
    <div className={form.acts}>
      <Button kind="primary" autoFocus onPress={() => void onRevoke()}>
        {words.revokeYes}
      </Button>
      <Button onPress={onCancel}>{words.revokeNo}</Button>
    </div>
  </div>
)
