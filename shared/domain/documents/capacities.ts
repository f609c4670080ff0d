import type { Delegation } from '../../contract/documents/paperSettings.ts'
import type { SigningCapacity } from '../../contract/documents/signing.ts'

// To whom a mayor may delegate the signature of a decision: CGCT L2122-18 (deputies, councillors), L2122-19 (general and
// technical directors, heads of service), R2122-10 (a civil registrar, for the papers of civil status).

/** Procedures of civil status: a registrar by delegation decides on them. */
const civilStatus: ReadonlySet<string> = new Set(['pacs', 'naissance', 'deces', 'copie-acte'])

/** Decided by the mayor as agent of the State, or under a code that names who decides. */
const ofTheState: ReadonlySet<string> = new Set([
  'attestation-accueil',
  'inscription-scolaire',
  'recensement',
])

const onlyOf = ({ procedures }: Pick<Delegation, 'procedures'>, among: ReadonlySet<string>): boolean =>
  procedures !== null && procedures.every((procedureId) => among.has(procedureId))

const bySection19: ReadonlySet<SigningCapacity> = new Set([
  'generalDirector',
  'technicalDirector',
  'serviceHead',
])

/** Why a delegation can't be: the text allows it to nobody in that capacity, or it has no act. Undefined where it can. */
export function delegationBar(
  delegation: Pick<Delegation, 'capacity' | 'procedures' | 'act'>,
): 'delegationNotAllowed' | 'delegationActMissing' | undefined {
  const { capacity, act } = delegation
  if (capacity === undefined || capacity === 'authority') return undefined
  if (capacity === 'agent') return 'delegationNotAllowed'
  if (capacity === 'registrar' && !onlyOf(delegation, civilStatus)) return 'delegationNotAllowed'
  return act === null ? 'delegationActMissing' : undefined
}

/**
 * Whether a delegation is arguable, and is said to be: a head of service who signs for the State, which L2122-19 does not
 * name; or a capacity under a text that this program does not know.
 */
export const isArguable = (delegation: Pick<Delegation, 'capacity' | 'procedures'>): boolean =>
  delegation.capacity === 'otherText' ||
  (delegation.capacity !== undefined &&
    bySection19.has(delegation.capacity) &&
    (delegation.procedures === null || delegation.procedures.some((one) => ofTheState.has(one))))
