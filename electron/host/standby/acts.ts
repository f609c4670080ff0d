import type { CallName } from '../../../shared/contract/index.ts'

/** Acts that change nothing of the office: who is at this machine's stations, its door, its own taking of the relay, its program. */
const ofOneMachine: ReadonlySet<CallName> = new Set([
  'session.open',
  'session.close',
  'session.lock',
  'session.touch',
  'network.set',
  'network.changeKey',
  'host.promote',
  'updates.set',
  'updates.look',
  'updates.plan',
  'updates.takeLeft',
])

export const isOfOneMachine = (name: CallName): boolean => ofOneMachine.has(name)
