import type { DocumentKind } from '../../contract/documents/kinds.ts'
import type { Signatory } from '../../contract/documents/said.ts'
import type { LocalDate, ProcedureId } from '../../contract/ids.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Context, Refused } from '../decision.ts'
import { zoneOf, type Office } from '../state.ts'
import { delegationBar } from './capacities.ts'
import { nameOfAgent } from './head.ts'

// Who may sign a decision: the author's own power, or a delegation in force that day for that procedure (CRPA L212-1).

/** Kinds that their author signs, whatever says them again. */
const signedKinds: readonly DocumentKind[] = ['refus', 'acceptation', 'motifs']

/** Whether a document of this kind bears its author's signature, so names who signs it. */
export const isSigned = (kind: DocumentKind): boolean => signedKinds.includes(kind)

/** Why who acts may not sign. */
export type Unsigned = 'notSignatory' | 'capacityNotSaid' | 'pseudonymCannotSign'

const covers = (
  { procedures, from, until }: Office['paper']['delegations'][number],
  procedureId: ProcedureId | null,
  today: LocalDate,
): boolean =>
  from <= today &&
  (until === null || today <= until) &&
  (procedures === null || (procedureId !== null && procedures.includes(procedureId)))

/** A delegation of an older version, whose capacity the administration still has to say. */
const unsaid = ({ capacity }: Office['paper']['delegations'][number]): boolean => capacity === undefined

/**
 * Those who may sign a decision on this procedure today, by name, the author's own power first. Who speaks under a safety
 * pseudonym is named nowhere.
 */
export function signatoriesOf(
  office: Office,
  { now, personal }: Pick<Context, 'now' | 'personal'>,
  procedureId: ProcedureId | null,
): readonly Signatory[] {
  const today = dateIn(zoneOf(office), now)
  return office.paper.delegations
    .filter(
      (one) =>
        covers(one, procedureId, today) &&
        one.capacity !== undefined &&
        delegationBar(one) === undefined &&
        !office.shields.has(one.agentId),
    )
    .toSorted((a, b) => Number(a.act !== null) - Number(b.act !== null))
    .flatMap(({ agentId, act }) => {
      const name = nameOfAgent({ personal }, agentId)
      return name ? [{ name, delegation: act }] : []
    })
}

/**
 * The signature of who acts, or why there can be none: they have no delegation in force today for this procedure, in a
 * capacity that is said and that the text allows, or they
 * speak under a safety pseudonym, and a signature is a name. Of several delegations the author's own power counts first.
 */
export function signatoryOf(
  office: Office,
  { who, now, personal }: Pick<Context, 'who' | 'now' | 'personal'>,
  procedureId: ProcedureId | null,
): Refused<Unsigned> | { readonly signatory: Signatory | null } {
  const today = dateIn(zoneOf(office), now)
  const held = office.paper.delegations.filter(
    (one) => one.agentId === who.agentId && covers(one, procedureId, today),
  )
  const able = held.filter((one) => one.capacity !== undefined && delegationBar(one) === undefined)
  const [first] = able.toSorted((a, b) => Number(a.act !== null) - Number(b.act !== null))
  if (!first) return { refusal: held.some(unsaid) ? 'capacityNotSaid' : 'notSignatory' }
  if (office.shields.has(first.agentId)) return { refusal: 'pseudonymCannotSign' }
  const name = nameOfAgent({ personal }, first.agentId)
  return { signatory: name && { name, delegation: first.act } }
}
