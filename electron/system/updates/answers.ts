import type { FromHostProcess, FromMain, UpdatesAsked } from '../../host/core/mainMessages.ts'
import type { Updates } from './updates.ts'

type UpdatesRequest = Extract<FromHostProcess, { t: 'updates' }>

/** What the host asks of this machine's updates: null, or why it is refused, as a code. */
function answerTo(asked: UpdatesAsked, updates: Updates): object {
  switch (asked.name) {
    case 'updates.state':
      return { here: updates.state() }
    case 'updates.set':
      return { code: updates.set(asked.input.on, asked.agentId) }
    case 'updates.look':
      return { code: updates.lookNow() }
    case 'updates.plan':
      return { code: updates.plan(asked.input.version, asked.input.atClosing, asked.agentId) }
    case 'updates.takeLeft':
      if (updates.leftAgain() !== asked.input.version) return { code: 'updateGone' }
      void updates.takeLeft()
      return { code: null }
  }
}

/** Answers the host over its port. */
export const answerUpdates = ({ id, asked }: UpdatesRequest, updates: Updates): FromMain => ({
  t: 'done',
  id,
  bytes: new Uint8Array(Buffer.from(JSON.stringify(answerTo(asked, updates)))),
})
