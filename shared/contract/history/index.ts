import { grouped, type Calls } from '../define.ts'
import { commitments } from './commitments.ts'
import { months } from './months.ts'
import { supervision } from './calls.ts'

export interface HistoryCalls
  extends Calls<typeof commitments>, Calls<typeof months>, Calls<typeof supervision> {}

/** All that crosses a process of this capability: the figures of a day and of a year. */
export const historyCalls = grouped<HistoryCalls>()({ ...commitments, ...months, ...supervision })
