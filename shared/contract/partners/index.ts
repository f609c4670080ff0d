import { grouped, type Calls } from '../define.ts'
import { agreedOffices } from './agreed.ts'
import { directory } from './directory.ts'
import { partners } from './calls.ts'
import { partnersDay } from './day.ts'

export interface PartnersCalls
  extends
    Calls<typeof agreedOffices>,
    Calls<typeof directory>,
    Calls<typeof partners>,
    Calls<typeof partnersDay> {}

/** All that crosses a process of this capability: other offices. */
export const partnersCalls = grouped<PartnersCalls>()({
  ...agreedOffices,
  ...directory,
  ...partners,
  ...partnersDay,
})
