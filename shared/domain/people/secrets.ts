import type { AgentId } from '../../contract/ids.ts'
import type { Right } from '../../contract/people/calls.ts'
import type { Event } from '../../contract/events.ts'
import type { Context, Decide, PersonalChange } from '../decision.ts'
import type { Office } from '../state.ts'
import { attemptsOf } from './access.ts'
import { mayManageWith, rightsOf } from './people.ts'

// A person's own secret. The host has compared what opens the act (a code, the former secret), judged the new one and
// sealed it: here it is a fact, and a personal row.

/** The office's first manager: they may supervise and manage, and receive if they have a service. */
export const firstSecret: Decide<'secret.first'> = (office, { agentId }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (office.people.isProtected) return { refusal: 'alreadyProtected' }
  const services = office.skills.get(agentId)
  if (services === undefined) return { refusal: 'unknownAgent' }
  const rights: Right[] = [...(services.length > 0 ? (['agent'] as const) : []), 'supervisor', 'admin']
  if (!mayManageWith(rights, context.sealed?.kind)) return { refusal: 'passphraseNeeded' }
  const set = secretSet(agentId, context)
  return {
    events: [{ type: 'agentRightsSet', data: { agentId, rights } }, ...set.events],
    personal: set.personal,
    output: { agentId },
  }
}

/**
 * The first secret, by whoever was invited. Refused once the invitation has ended, or by a PIN for a right that asks a
 * passphrase.
 */
export const chooseSecret: Decide<'secret.choose'> = (office, { agentId }, context) => {
  const refusal = wanting(office, agentId, context)
  return refusal ? { refusal } : { ...secretSet(agentId, context), output: { agentId } }
}

/** Another secret for the person who is here; the host has compared the former one. */
export const changeSecret: Decide<'secret.change'> = (office, _input, context) => {
  const { agentId } = context.who
  if (agentId === null || !office.people.secrets.has(agentId)) return { refusal: 'secretToChoose' }
  if (!mayManageWith(rightsOf(office, agentId), context.sealed?.kind)) return { refusal: 'passphraseNeeded' }
  return { ...secretSet(agentId, context), output: {} }
}

/** An invitation that was taken back, or followed by another, since the host compared its code. */
function wanting(office: Office, agentId: AgentId, { now, sealed }: Context) {
  const until = office.people.invited.get(agentId)
  if (until === undefined || until <= now) return 'signInRefused'
  return mayManageWith(rightsOf(office, agentId), sealed?.kind) ? null : 'passphraseNeeded'
}

/** @throws TypeError without a sealed secret */
function secretSet(
  agentId: AgentId,
  { now, sealed }: Context,
): { readonly events: readonly Event[]; readonly personal: readonly PersonalChange[] } {
  if (sealed?.kind !== 'pin' && sealed?.kind !== 'passphrase') throw new TypeError('a secret comes sealed')
  return {
    events: [{ type: 'agentSecretSet', data: { agentId, kind: sealed.kind } }],
    personal: [
      { op: 'put', kind: 'secret', id: agentId, value: { hash: sealed.hash }, at: now },
      { op: 'drop', kind: 'invitation', id: agentId },
      { op: 'drop', kind: 'attempts', id: attemptsOf(agentId) },
    ],
  }
}
