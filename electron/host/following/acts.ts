import type { CallName } from '../../../shared/contract/index.ts'

/** Acts that change nothing of the office: who is at this machine's stations, its door, and its own taking of the relay. */
const ofOneMachine: ReadonlySet<CallName> = new Set([
  'session.open',
  'session.close',
  'session.lock',
  'session.touch',
  'network.set',
  'network.changeKey',
  'host.promote',
])

export const isOfOneMachine = (name: CallName): boolean => ofOneMachine.has(name)
