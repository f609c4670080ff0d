import { grouped, type Calls } from '../define.ts'
import { bookingCalls } from './calls.ts'
import { coordinationCalls } from './coordination.ts'
import { sendingCalls } from './sending.ts'
import { slotSearchCalls } from './slotSearch.ts'
import { sourcesCalls } from './sources.ts'

export interface AppointmentsCalls
  extends
    Calls<typeof bookingCalls>,
    Calls<typeof sendingCalls>,
    Calls<typeof coordinationCalls>,
    Calls<typeof sourcesCalls>,
    Calls<typeof slotSearchCalls> {}

/** All that crosses a process of this capability: appointments, and where they are kept. */
export const appointmentsCalls = grouped<AppointmentsCalls>()({
  ...bookingCalls,
  ...sendingCalls,
  ...coordinationCalls,
  ...sourcesCalls,
  ...slotSearchCalls,
})
