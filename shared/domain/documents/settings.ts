import type { PaperSettings } from '../../contract/documents/paperSettings.ts'
import type { AgentId, ReasonId } from '../../contract/ids.ts'
import type { Context, Decide } from '../decision.ts'
import { searchable } from '../../contract/letters.ts'
import type { Office } from '../state.ts'
import { delegationBar } from './capacities.ts'
import { strangeChange, strangePseudonym } from '../law/names.ts'
import { procedureNow, rulesNow, type RulesNow } from '../law/rulesNow.ts'
import { allProcedures } from '../../procedures/catalogue.ts'
import { refusalRules } from '../../procedures/refusals.ts'
import { keptTemplates } from './templates.ts'
import type { View } from '../view.ts'

/** What heads and signs its papers. */
const linesOf = ({ lines, dataContact, delegations }: PaperSettings) => [
  ...lines,
  dataContact,
  ...delegations.map(({ act }) => act),
]

/** What the office puts on its papers, and who may sign decisions, from when to when. */
export const setPaper: Decide<'paper.set'> = (office, paper, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const strangers = paper.delegations.filter(({ agentId }) => !office.skills.has(agentId))
  if (strangers.length > 0)
    return { refusal: 'unknownAgent', details: strangers.map(({ agentId }) => agentId) }
  const speaking = strangeChange(linesOf(paper), linesOf(office.paper))
  if (speaking) return speaking
  const { reasons: before = [] } = office.paper
  const reasons = keptTemplates(before, paper.reasons ?? before)
  const unknown = paper.delegations
    .flatMap(({ procedures }) => procedures ?? [])
    .concat((paper.reasons ?? []).map(({ procedureId }) => procedureId))
    .filter((procedureId) => !procedureNow(office, context, procedureId))
  if (unknown.length > 0) return { refusal: 'unknownProcedure', details: [...new Set(unknown)] }
  if (paper.delegations.some(({ from, until }) => until !== null && until < from))
    return { refusal: 'datesMixedUp' }
  for (const delegation of paper.delegations) {
    const bar = delegationBar(delegation)
    if (bar) return { refusal: bar, details: [delegation.agentId] }
  }
  if (reasons.some(({ writtenOn, validatedOn }) => validatedOn !== null && validatedOn < writtenOn))
    return { refusal: 'datesMixedUp' }
  const kept = { ...paper, ...(reasons.length > 0 && { reasons }) }
  return { events: [{ type: 'paperSet', data: { paper: kept } }], output: {} }
}

/** A safety pseudonym, for a reason that is kept; or the name again (CRPA L111-2). */
export const shieldAgent: Decide<'agent.shield'> = (office, { agentId, pseudonym, reason }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.skills.has(agentId)) return { refusal: 'unknownAgent' }
  const unnamed = strangePseudonym(pseudonym)
  if (unnamed) return unnamed
  if (pseudonym !== null && isTaken(office, context, agentId, pseudonym)) return { refusal: 'pseudonymTaken' }
  const reasonId = context.newId() as ReasonId
  return {
    events: [{ type: 'agentShielded', data: { agentId, pseudonym, reasonId } }],
    personal: [{ op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now }],
    output: {},
  }
}

/** Whether another agent has this pseudonym, or is called so: a pseudonym accuses nobody else. Case, accents and punctuation apart. */
function isTaken(
  { shields }: Office,
  { personal }: Pick<Context, 'personal'>,
  agentId: AgentId,
  pseudonym: string,
): boolean {
  const same = (text: string) => searchable(text) === searchable(pseudonym)
  return (
    shields.some((shield, other) => other !== agentId && same(shield.pseudonym)) ||
    [...personal.agents.values()].some(
      ({ firstName, familyName }) => same(familyName) || same(`${firstName} ${familyName}`),
    )
  )
}

/** Every ground on which a request can be refused, under the rules of today. */
const groundsOf = ({ catalogue, date }: RulesNow) =>
  allProcedures(catalogue, date).flatMap((procedure) =>
    (refusalRules(procedure)?.grounds ?? []).map(({ groundId, title }) => ({
      procedureId: procedure.procedureId,
      groundId,
      title,
    })),
  )

/** Who is behind a pseudonym, and why, is for the administration alone. */
export const paperView: View<'paper.view'> = (office, _input, { who, model, now, catalogue }) => ({
  paper: office.paper,
  publicKey: office.publicKey,
  grounds: who.role === 'admin' ? groundsOf(rulesNow(office, { now, catalogue })) : [],
  shields:
    who.role === 'admin'
      ? office.shields
          .entrySeq()
          .map(([agentId, { pseudonym, reasonId }]) => ({
            agentId,
            pseudonym,
            reason: model.personal.reasons.get(reasonId) ?? null,
          }))
          .toArray()
      : [],
})
