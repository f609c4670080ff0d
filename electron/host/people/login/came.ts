import type { StationId } from '../../../../shared/contract/ids.ts'
import type { LoginProblem } from '../../../../shared/contract/people/login.ts'
import type { Right } from '../../../../shared/contract/people/calls.ts'
import type { ErrorCode } from '../../../../shared/contract/refusals.ts'
import type { People } from '../people.ts'
import type { Knocks } from './knocks.ts'
import type { Finished, LoginFlaw } from './provider.ts'

/** The station that asked, and from which machine: the session that a browser is to open is its own. */
export type Asking = {
  readonly role: Right
  readonly stationId: StationId
  readonly seat: string
  /** The machine of the station: `here` for this host's, an address of the network, or null when nobody knows. */
  readonly from: string | null
}

/** What became of a browser that went to the provider, as its page says it. */
export type Came =
  /** The session is open at the station; `back`: this browser is that station. */
  | { readonly how: 'opened'; readonly role: Asking['role']; readonly back: boolean }
  /** The provider knows them, and nobody here is them yet. */
  | { readonly how: 'knocked'; readonly code: string }
  /** The person is an agent of the office who may not use this station. */
  | { readonly how: 'refused'; readonly code: ErrorCode }
  | { readonly how: 'flaw'; readonly flaw: LoginFlaw }
  | { readonly how: 'away'; readonly problem: LoginProblem }
  /** Nothing is waited from this browser: a ticket used, an hour gone by, another browser. */
  | { readonly how: 'over' }

/** Opens the session of whoever is there, where it was asked; or remembers who knocked. */
export async function whatCame(
  result: Finished,
  { role, seat }: Asking,
  back: boolean,
  {
    people,
    knocks,
  }: { readonly people: Pick<People, 'recognised' | 'accountOf' | 'ownerOf'>; readonly knocks: Knocks },
): Promise<Came> {
  if ('problem' in result) return { how: 'away', problem: result.problem }
  if ('flaw' in result) return { how: 'flaw', flaw: result.flaw }
  const { identity } = result
  const agentId = await people.ownerOf(people.accountOf(identity))
  if (agentId === undefined) return { how: 'knocked', code: knocks.add(identity).code }
  const code = people.recognised(seat, role, agentId)
  return code === undefined ? { how: 'opened', role, back } : { how: 'refused', code }
}
