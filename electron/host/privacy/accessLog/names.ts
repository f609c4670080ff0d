import type { Journal } from '../../../../db/journal/port.ts'
import type { Consulted } from '../../../../shared/contract/privacy/accessLog.ts'
import type { DocumentId, FileId, TicketId } from '../../../../shared/contract/ids.ts'

/** The read tables that give an id the number that people say. */
export type Numbered = {
  readonly files: Pick<Journal['files'], 'one'>
  readonly documents: Pick<Journal['documents'], 'row'>
  readonly visits: Pick<Journal['visits'], 'one'>
}

/**
 * The number or the date by which people know what an id names; null once it is gone. Each is asked of the tables once.
 */
export function namesOf({
  files,
  documents,
  visits,
}: Numbered): (what: Consulted, id: string) => Promise<string | null> {
  const cache = new Map<string, Promise<string | null>>()
  const lookUp = async (what: Consulted, id: string): Promise<string | null> => {
    switch (what) {
      case 'fileReference':
      case 'fileName':
      case 'file':
        return (await files.one(id as FileId))?.reference ?? null
      case 'document':
        return (await documents.row(id as DocumentId))?.number ?? null
      case 'trail':
        return (await visits.one(id as TicketId))?.number ?? null
      default:
        return id
    }
  }
  return (what, id) => {
    const key = `${what} ${id}`
    const found = cache.get(key) ?? lookUp(what, id)
    cache.set(key, found)
    return found
  }
}
