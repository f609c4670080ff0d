import type { CommandOf, Output } from '../../../shared/contract/index.ts'
import type { RefusalCode } from '../../../shared/contract/refusals.ts'
import { done, type Answer } from '../core/answer.ts'
import type { UpdatesAsked } from '../core/mainMessages.ts'
import type { Handler, HandlersOf } from '../core/part.ts'

/** The updates of the machine's program, as the host asks the process that replaces it. */
export type MachineUpdates = {
  readonly state: () => Promise<Pick<Output<'updates.state'>, 'here'>>
  readonly handlers: HandlersOf<'updates'>
}

const noUpdates = (): Answer => ({ code: 'noUpdates' })

/** A host that another program replaces: a service, or plain Node. */
export const noUpdater: MachineUpdates = {
  state: () => Promise.resolve({ here: null }),
  handlers: {
    'updates.set': noUpdates,
    'updates.look': noUpdates,
    'updates.plan': noUpdates,
    'updates.takeLeft': noUpdates,
  },
}

/** What Electron's main process answers to `UpdatesAsked`. */
type UpdatesAnswer =
  | { readonly here: Output<'updates.state'>['here'] }
  | { readonly code: RefusalCode | null }

/** @param ask Electron's main process, over its port */
export const updatesOver = (ask: (asked: UpdatesAsked) => Promise<unknown>): MachineUpdates => {
  const over =
    <N extends CommandOf<'updates'>>(name: N): Handler<N> =>
    async ({ who, input }) => {
      const answer = (await ask({ name, input, agentId: who.agentId } as UpdatesAsked)) as UpdatesAnswer
      return 'code' in answer && answer.code !== null ? { code: answer.code } : done
    }
  return {
    state: async () => (await ask({ name: 'updates.state' })) as Pick<Output<'updates.state'>, 'here'>,
    handlers: {
      'updates.set': over('updates.set'),
      'updates.look': over('updates.look'),
      'updates.plan': over('updates.plan'),
      'updates.takeLeft': over('updates.takeLeft'),
    },
  }
}
