import { onTestFinished } from 'vitest'
import type { Journal } from '../../../db/journal/port.ts'
import { openPostgresJournal } from '../../../db/postgres/open.ts'
import type { ServerOptions } from '../../../db/postgres/server.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'

/** A host's folder, as far as the journal knows it: each opening is the same host's. */
export function hostOf(url: string, holder = 'hote', options: ServerOptions = {}): () => Promise<Journal> {
  const kept: { office: OfficeId | undefined; born: boolean } = { office: undefined, born: false }
  return async () => {
    const journal = await openPostgresJournal(
      url,
      {
        ...kept,
        publicKey: 'cle',
        holder,
        keep: (office, born) => Object.assign(kept, { office, born }),
      },
      options,
    )
    onTestFinished(() => journal.close())
    return journal
  }
}
