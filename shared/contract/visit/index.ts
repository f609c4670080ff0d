import { grouped, type Calls } from '../define.ts'
import { passage } from './trail.ts'
import { visits } from './calls.ts'

export interface VisitCalls extends Calls<typeof passage>, Calls<typeof visits> {}

/** All that crosses a process of this capability: a person’s passage, at the counter and afterwards. */
export const visitCalls = grouped<VisitCalls>()({ ...passage, ...visits })
