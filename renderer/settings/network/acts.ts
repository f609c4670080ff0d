import type { StationId } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'

export type StationsView = Output<'stations.view'>

/** Each act says whether it was done; a refusal is said by the page's notices and loses nothing typed. */
export type NetworkActs = {
  readonly openCode: (input: Input<'pairing.open'>) => Promise<boolean>
  readonly openLink: (input: Input<'pairing.openLink'>) => Promise<boolean>
  readonly close: () => Promise<void>
  readonly revoke: (stationId: StationId) => Promise<boolean>
  readonly set: (settings: Input<'network.set'>) => Promise<boolean>
}
