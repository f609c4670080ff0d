import { setImmediate } from 'node:timers/promises'
import type { Journal } from '../../../db/journal/port.ts'
import type { VisitRow } from '../../../db/journal/readTables.ts'
import type { Instant } from '../../../shared/contract/ids.ts'

/** Visits read at once: about two milliseconds, after which other work is served. */
const page = 1000

/** Every visit of a period by the taking of its ticket, a page at a time: other work passes between two pages. */
export async function* visitsBetween(
  journal: Pick<Journal, 'visits'>,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): AsyncGenerator<VisitRow> {
  let after: VisitRow | undefined
  for (;;) {
    const rows = await journal.visits.page({ from, to, limit: page, ...(after && { after }) })
    yield* rows
    after = rows.at(-1)
    if (rows.length < page) return
    await setImmediate()
  }
}
