import { grouped, type Calls } from '../define.ts'
import { archives } from './archives.ts'
import { consultations } from './accessLog.ts'
import { duties } from './duties.ts'
import { privacy } from './calls.ts'

export interface PrivacyCalls
  extends Calls<typeof archives>, Calls<typeof consultations>, Calls<typeof duties>, Calls<typeof privacy> {}

/** All that crosses a process of this capability: what is kept of whom, and who read it. */
export const privacyCalls = grouped<PrivacyCalls>()({
  ...archives,
  ...consultations,
  ...duties,
  ...privacy,
})
