import type { Event } from '../../shared/contract/events.ts'
import { isArchive } from '../../shared/domain/privacy/archiveTerms.ts'
import type { Batch } from '../journal/port.ts'
import type { PersonalKey } from '../../shared/domain/decision.ts'

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} ${id}`

/** The rows that an event lets go under a visa; before slips had one, a person's erasure said it. */
function letGo(event: Event): readonly string[] {
  if (event.type === 'archivesEliminated') return event.data.rows.map(keyOf)
  if (event.type === 'personalErased' && event.data.visa) return (event.data.rows ?? []).map(keyOf)
  // A file that was opened by mistake is no file: what it gave is a document, which stays.
  return event.type === 'fileActUndone' ? [keyOf({ kind: 'file', id: event.data.fileId })] : []
}

/**
 * Holds that an append destroys no public archive without its visa, whichever door asks (C. patrimoine L212-2, L214-3). A file
 * that ends changes kind: its row is written again in the same append.
 * @throws RangeError naming the kind, before anything is stored
 */
export function keepArchives({ events, personal }: Pick<Batch, 'events' | 'personal'>): void {
  const dropped = personal.filter(({ op, kind }) => op === 'drop' && isArchive[kind])
  if (dropped.length === 0) return
  const free = new Set(events.flatMap(({ event }) => letGo(event)))
  for (const change of personal)
    if (change.op === 'put' && change.kind === 'closedFile') free.add(keyOf({ kind: 'file', id: change.id }))
  const destroyed = dropped.find((row: PersonalKey) => !free.has(keyOf(row)))
  if (destroyed) throw new RangeError(`a public archive (${destroyed.kind}) goes under a visa alone`)
}
