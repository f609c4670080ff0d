import { grouped, type Calls } from '../define.ts'
import { tillCommands } from './commands.ts'
import { tillReads } from './reads.ts'

export interface TillCalls extends Calls<typeof tillCommands>, Calls<typeof tillReads> {}

/** All that crosses a process of this capability: what the till collects, counts, remits, and its books. */
export const tillCalls = grouped<TillCalls>()({ ...tillCommands, ...tillReads })
