import { useMemo } from 'react'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { useCommand, useView } from '../../link/hooks.ts'
import { network as words } from '../../../shared/messages/network/network.fr.ts'
import type { NetworkActs } from './acts.ts'
import { NetworkPage } from './NetworkPage.tsx'
import { Screens } from '../media/Screens.tsx'
import { OtherHosts } from '../standby/OtherHosts.tsx'

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
