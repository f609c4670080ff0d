import type { Journal } from '../../db/journal/port.ts'
import type { Instant, Seq } from '../../shared/contract/ids.ts'
import { evolve, evolveVersion } from '../../shared/domain/evolve.ts'
import { emptyOffice, type Office } from '../../shared/domain/office.ts'
import { thaw } from '../../shared/domain/snapshot.ts'
import { readPersonal, type Kept } from './personal.ts'

/** The office as it is after the journal's last event, with the personal rows that decisions read. */
export type Restored = {
  readonly office: Office
  readonly seq: Seq
  /** The instant of the last event: the next one is never earlier. */
  readonly at: Instant
  readonly personal: Kept
}

const page = 5000

/**
 * The snapshot when this program's `evolve` made it, then the events after it; from `known` when given (another
 * host stored something).
 */
export async function restored(journal: Journal, known?: Restored): Promise<Restored> {
  const snapshot = known ? undefined : await journal.snapshot()
  const usable = snapshot?.evolveVersion === evolveVersion ? snapshot : undefined
  let office = known?.office ?? (usable ? thaw(usable.state) : emptyOffice)
  let seq = known?.seq ?? usable?.seq ?? (0 as Seq)
  // The snapshot's own last event is read for its instant alone.
  let at =
    known?.at ??
    (usable && seq > 0 ? (await journal.read((seq - 1) as Seq, 1))[0]?.at : undefined) ??
    (0 as Instant)
  for (;;) {
    const events = await journal.read(seq, page)
    for (const recorded of events) {
      office = evolve(office, recorded)
      seq = recorded.seq
      at = recorded.at
    }
    if (events.length < page) break
  }
  return { office, seq, at, personal: await readPersonal(journal) }
}
