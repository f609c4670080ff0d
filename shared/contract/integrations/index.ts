import { grouped, type Calls } from '../define.ts'
import { software } from './calls.ts'
import { gateways } from './gateways.ts'
import { statistics } from './statistics.ts'

export interface IntegrationsCalls
  extends Calls<typeof software>, Calls<typeof gateways>, Calls<typeof statistics> {}

/** All that crosses a process of this capability: other software, and what it reads. */
export const integrationsCalls = grouped<IntegrationsCalls>()({ ...software, ...gateways, ...statistics })
