import { grouped, type Calls } from '../define.ts'
import { counters } from './counters.ts'
import { kiosk } from './room.ts'
import { provisional } from './provisional.ts'
import { queue } from './waiting.ts'
import { reception } from './reception.ts'
import { rules } from './rules.ts'
import { tickets } from './tickets.ts'

export interface QueueCalls
  extends
    Calls<typeof counters>,
    Calls<typeof kiosk>,
    Calls<typeof provisional>,
    Calls<typeof queue>,
    Calls<typeof reception>,
    Calls<typeof rules>,
    Calls<typeof tickets> {}

/** All that crosses a process of this capability: tickets, calls, counters and the rules of the queue. */
export const queueCalls = grouped<QueueCalls>()({
  ...counters,
  ...kiosk,
  ...provisional,
  ...queue,
  ...reception,
  ...rules,
  ...tickets,
})
