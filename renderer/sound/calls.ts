import type { CallId } from '../../shared/contract/ids.ts'

type Call = { readonly callId: CallId; readonly state: 'called' | 'here' }

/**
 * Which calls are to be heard now, and which are known from now on. Nothing is heard at the first sight of the
 * office (`known` is null): those calls are past. Each call is heard once, whatever is sent again after a cut; a
 * recall has an id of its own. Whoever is at the counter already needs no chime.
 */
export function toAnnounce<C extends Call>(
  known: ReadonlySet<CallId> | null,
  calls: readonly C[],
): { readonly fresh: readonly C[]; readonly known: ReadonlySet<CallId> } {
  const fresh =
    known === null ? [] : calls.filter(({ callId, state }) => state === 'called' && !known.has(callId))
  return { fresh, known: new Set([...(known ?? []), ...calls.map(({ callId }) => callId)]) }
}
