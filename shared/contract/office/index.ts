import { grouped, type Calls } from '../define.ts'
import { day } from './day.ts'
import { office } from './settings.ts'
import { officeKeyCalls } from './key.ts'
import { servicesCalls } from './services.ts'

export interface OfficeCalls
  extends
    Calls<typeof day>,
    Calls<typeof office>,
    Calls<typeof officeKeyCalls>,
    Calls<typeof servicesCalls> {}

/** All that crosses a process of this capability: the office, its services, its day and its key. */
export const officeCalls = grouped<OfficeCalls>()({ ...day, ...office, ...officeKeyCalls, ...servicesCalls })
