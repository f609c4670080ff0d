import { grouped, type Calls } from '../define.ts'
import { law } from './search.ts'
import { ruleSets } from './ruleSets.ts'

export interface LawCalls extends Calls<typeof law>, Calls<typeof ruleSets> {}

/** All that crosses a process of this capability: rules, their versions and their texts. */
export const lawCalls = grouped<LawCalls>()({ ...law, ...ruleSets })
