import { useState, type ReactNode } from 'react'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import type { NetworkActs, StationsView } from './acts.ts'
import { Door } from './Door.tsx'
import { DoorForm } from './DoorForm.tsx'
import style from './Network.module.css'
import { PairedStations } from './PairedStations.tsx'
import { usualPairing } from './pairingDraft.ts'
import { PairingForm } from './PairingForm.tsx'
import { PairingWaits } from './PairingWaits.tsx'

/** The stations of other machines: one is paired, all are listed; beside them, where the office answers. */
export function NetworkPage({
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
