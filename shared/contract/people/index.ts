import { grouped, type Calls } from '../define.ts'
import { oidc } from './login.ts'
import { people } from './calls.ts'
import { preferences } from './preferences.ts'

export interface PeopleCalls extends Calls<typeof oidc>, Calls<typeof people>, Calls<typeof preferences> {}

/** All that crosses a process of this capability: who works here, how they sign in and read. */
export const peopleCalls = grouped<PeopleCalls>()({ ...oidc, ...people, ...preferences })
