import { uuidv7 } from 'uuidv7'
import type { NewEvent } from '../../../db/journal/port.ts'
import type { KindCounts } from '../../../shared/contract/privacy/kindCounts.ts'
import type { CommandId, Instant, OfficeId, StationId } from '../../../shared/contract/ids.ts'
import type { PersonalChange, PersonalKey } from '../../../shared/domain/decision.ts'

/** Rows by kind, the kinds in order. */
export function countedByKind(rows: readonly Pick<PersonalKey, 'kind'>[]): KindCounts {
  const counts = new Map<string, number>()
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
}

/** The event of a purge, done by the host itself, and the rows that it erases. */
export const forgetting = (
  gone: readonly PersonalKey[],
  at: Instant,
  officeId: OfficeId | null,
): { readonly events: readonly NewEvent[]; readonly personal: readonly PersonalChange[] } => ({
  events: [
    {
      at,
      who: { officeId, role: 'host', stationId: 'hote' as StationId, agentId: null },
      commandId: uuidv7() as CommandId,
      event: { type: 'personalPurged', data: { kinds: countedByKind(gone) } },
    },
  ],
  personal: gone.map(({ kind, id }) => ({ op: 'drop', kind, id }) as PersonalChange),
})
