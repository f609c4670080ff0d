import type { NetworkCommand } from '../../../shared/domain/decision.ts'
import { noNetwork, type NetworkNow } from '../../../shared/domain/stations.ts'
import type { Answer } from '../deciding.ts'

/** This host's part in its office's network: its door, its pairing, and who is connected. */
export type Network = {
  readonly now: () => NetworkNow
  /** An act of the administration, done at once; its answer is kept nowhere. */
  readonly act: (name: NetworkCommand, input: unknown) => Promise<Answer>
}

/** Until the door can open on the network, it answers this machine alone. */
export function startNetwork(): Network {
  return { now: () => noNetwork, act: () => Promise.resolve({ code: 'networkUnavailable' }) }
}

const names: ReadonlySet<string> = new Set<NetworkCommand>([
  'network.set',
  'network.changeKey',
  'pairing.open',
  'pairing.openLink',
  'pairing.close',
])
export const isNetworkCommand = (name: string): name is NetworkCommand => names.has(name)
