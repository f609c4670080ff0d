import type { Journal } from '../../../db/journal/port.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { emptyOffice, type Office } from '../../../shared/domain/state.ts'
import { keptSnapshot } from './snapshots.ts'
import { readPersonal, withChanged, type PersonalState } from './personal.ts'

/** The office as it is after the journal's last event, with the personal rows that decisions read. */
export type Restored = {
  readonly office: Office
  readonly seq: Seq
  /** The instant of the last event: the next one is never earlier. */
  readonly at: Instant
  readonly personal: PersonalState
}

const page = 5000

/**
 * The office from its journal: the snapshot that the office's key signed, then the events after it.
 * @param publicKey the office's own; without it, the one that the journal names
 */
export async function restored(journal: Journal, publicKey?: string): Promise<Restored> {
  const kept = await keptSnapshot(journal, publicKey)
  const seq = kept?.seq ?? (0 as Seq)
  // The snapshot's own last event is read for its instant alone.
  const at =
    (kept && seq > 0 ? (await journal.read((seq - 1) as Seq, 1))[0]?.at : undefined) ?? (0 as Instant)
  const after = await readOn(journal, { office: kept?.office ?? emptyOffice, seq, at })
  // The cursor is set before the read: a change that another host makes meanwhile is notified the next time.
  await journal.others?.personal()
  return { ...after, personal: await readPersonal(journal) }
}

/** The office after what was stored since, by another host or by a purge; and which events these are. */
export async function caughtUp(
  journal: Journal,
  known: Restored,
): Promise<{ readonly state: Restored; readonly stored: readonly Recorded[] }> {
  const stored: Recorded[] = []
  const after = await readOn(journal, known, (events) => stored.push(...events))
  const changed = journal.others ? await journal.others.personal() : 'all'
  const personal = changed === 'all' ? await readPersonal(journal) : withChanged(known.personal, changed)
  return { state: { ...after, personal }, stored }
}

async function readOn(
  journal: Journal,
  from: Pick<Restored, 'office' | 'seq' | 'at'>,
  seen: (events: readonly Recorded[]) => void = () => {},
): Promise<Pick<Restored, 'office' | 'seq' | 'at'>> {
  let { office, seq, at } = from
  for (;;) {
    const events = await journal.read(seq, page)
    for (const recorded of events) {
      office = evolve(office, recorded)
      seq = recorded.seq
      at = recorded.at
    }
    seen(events)
    if (events.length < page) return { office, seq, at }
  }
}
