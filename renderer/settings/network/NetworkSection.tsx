import { useMemo, useState, type ReactNode } from 'react'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { useCommand, useView } from '../../link/hooks.ts'
import { network as words } from '../../../shared/messages/network/network.fr.ts'
import type { NetworkActs, StationsView } from './acts.ts'
import { Screens } from '../media/Screens.tsx'
import { OtherHosts } from '../standby/OtherHosts.tsx'
import { Door } from './Door.tsx'
import { DoorForm } from './DoorForm.tsx'
import style from './Network.module.css'
import { PairedStations } from './PairedStations.tsx'
import { usualPairing } from './pairingDraft.ts'
import { PairingForm } from './PairingForm.tsx'
import { PairingWaits } from './PairingWaits.tsx'

/** « Postes et réseau », over the page's link. */
export function NetworkSection({ counters }: { readonly counters: OfficeSettings['counters'] }) {
  const view = useView('stations.view', {})
  const openCode = useCommand('pairing.open')
  const openLink = useCommand('pairing.openLink')
  const close = useCommand('pairing.close')
  const revoke = useCommand('station.revoke')
  const set = useCommand('network.set')
  const acts = useMemo<NetworkActs>(
    () => ({
      openCode: async (input) => 'output' in (await openCode(input)),
      openLink: async (input) => 'output' in (await openLink(input)),
      close: async () => void (await close({})),
      revoke: async (stationId) => 'output' in (await revoke({ stationId })),
      set: async (settings) => 'output' in (await set(settings)),
    }),
    [openCode, openLink, close, revoke, set],
  )
  if (!view) return <p role="status">{appWords.connecting}</p>
  const { problem } = view.door
  return (
    <NetworkPage
      view={view}
      counters={counters}
      acts={acts}
      hosts={
        <OtherHosts
          address={view.door.addresses[0] ?? null}
          fault={problem && words.problems[problem.code](problem.detail)}
          chosen={view.door.settings.on !== null}
        />
      }
      screens={<Screens />}
    />
  )
}

/** The stations of other machines: one is paired, all are listed; beside them, where the office answers. */
function NetworkPage({
  view,
  counters,
  acts,
  hosts,
  screens,
}: {
  readonly view: StationsView
  readonly counters: OfficeSettings['counters']
  readonly acts: NetworkActs
  /** What stands with the door: the other computers of the office. */
  readonly hosts: ReactNode
  /** Under the stations paired: the displays, of this machine too. */
  readonly screens: ReactNode
}) {
  // The draft is kept while a station is awaited: when nobody types the code in time, the same pairing is asked again.
  const [draft, setDraft] = useState(() => usualPairing(counters[0]?.counterId ?? null))
  return (
    <div className={style.page}>
      <div className={style.side}>
        {view.pairing === null ? (
          <PairingForm view={view} counters={counters} acts={acts} draft={draft} onChange={setDraft} />
        ) : (
          <PairingWaits pairing={view.pairing} door={view.door} onStop={acts.close} />
        )}
        <PairedStations view={view} onRevoke={acts.revoke} />
        {screens}
      </div>
      <div className={style.side}>
        <Door door={view.door} zone={view.zone} />
        <DoorForm door={view.door} onSet={acts.set} />
        {hosts}
      </div>
    </div>
  )
}
