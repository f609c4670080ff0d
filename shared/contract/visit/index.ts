import { grouped, type Calls } from '../define.ts'
import { trailCalls } from './trail.ts'
import { visits } from './calls.ts'

export interface VisitCalls extends Calls<typeof trailCalls>, Calls<typeof visits> {}

/** All that crosses a process of this capability: a person’s passage, at the counter and afterwards. */
export const visitCalls = grouped<VisitCalls>()({ ...trailCalls, ...visits })
