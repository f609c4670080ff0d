import type { CounterId } from '../../../shared/contract/ids.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { pairedRoles, type PairedRole } from '../../../shared/contract/network/calls.ts'
import { network as words } from '../../../shared/messages/network/network.fr.ts'

/** A station to pair, as it is typed. */
export type PairingDraft = {
  readonly role: PairedRole
  readonly by: 'code' | 'link'
  readonly counterId: CounterId | null
  /** Null until someone writes another place than the usual one of the role. */
  readonly place: string | null
  readonly days: string
}

export const usualPairing = (counterId: CounterId | null): PairingDraft => ({
  role: 'agent',
  by: 'code',
  counterId,
  place: null,
  days: '90',
})

export type PairingWrong = { readonly place?: string; readonly days?: string }

/** The roles that a browser can have, opened by a link. */
const byLink = ['display', 'supervisor'] as const
export const rolesFor = (by: PairingDraft['by']): readonly PairedRole[] =>
  by === 'link' ? byLink : pairedRoles

/** The place as it stands: a counter has its own name. */
export function placeOf(draft: PairingDraft, counterName: (counterId: CounterId) => string): string {
  if (draft.role === 'agent' && draft.counterId !== null) return counterName(draft.counterId)
  return draft.place ?? words.usualPlaces[draft.role]
}

/** What the draft asks of the host, by a code or by a link; or what is wrong in it. */
export type PairingInput =
  | { readonly code: Input<'pairing.open'> }
  | { readonly link: Input<'pairing.openLink'> }
  | { readonly wrong: PairingWrong }

/** The input of the host's command, or what is wrong in each field. */
export function pairingFrom(
  draft: PairingDraft,
  counterName: (counterId: CounterId) => string,
): PairingInput {
  const name = wordsIn(placeOf(draft, counterName))
  const place = { name, counterId: draft.role === 'agent' ? draft.counterId : null }
  const days = /^[0-9]{1,3}$/.test(draft.days.trim()) ? Number(draft.days) : 0
  const wrong = {
    ...(name === '' || name.length > 60 ? { place: words.placeWrong } : {}),
    ...(draft.by === 'link' && (days < 1 || days > 400) ? { days: words.daysWrong } : {}),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const linked = byLink.find((role) => role === draft.role)
  if (draft.by === 'link' && linked) return { link: { role: linked, place, days } }
  return { code: { role: draft.role, place } }
}
