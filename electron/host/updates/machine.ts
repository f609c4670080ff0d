import type { Who } from '../../../shared/contract/events.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { RefusalCode } from '../../../shared/contract/refusals.ts'
import type { UpdatesCommand } from '../../../shared/domain/decision.ts'
import type { Answer } from '../core/deciding.ts'
import type { UpdatesAsked } from '../core/mainMessages.ts'

/** The updates of the machine's program, as the host asks whoever replaces it. */
export type MachineUpdates = {
  readonly state: () => Promise<Pick<Output<'updates.state'>, 'here'>>
  readonly act: (who: Who, name: UpdatesCommand, input: Input<UpdatesCommand>) => Promise<Answer>
}

export const isUpdatesCommand = (name: string): name is UpdatesCommand =>
  name === 'updates.set' || name === 'updates.look' || name === 'updates.plan' || name === 'updates.takeLeft'

/** A host that another program replaces: a service, or plain Node. */
export const noUpdater: MachineUpdates = {
  state: () => Promise.resolve({ here: null }),
  act: () => Promise.resolve({ code: 'noUpdates' }),
}

/** What Electron's main process answers to `UpdatesAsked`. */
type Told = { readonly here: Output<'updates.state'>['here'] } | { readonly code: RefusalCode | null }

/** @param ask Electron's main process, over its port */
export const updatesOver = (ask: (asked: UpdatesAsked) => Promise<unknown>): MachineUpdates => ({
  state: async () => (await ask({ name: 'updates.state' })) as Pick<Output<'updates.state'>, 'here'>,
  act: async (who, name, input) => {
    const told = (await ask({ name, input, agentId: who.agentId } as UpdatesAsked)) as Told
    return 'code' in told && told.code !== null ? { code: told.code } : { text: '{}' }
  },
})
