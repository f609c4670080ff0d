import type { Journal } from '../../../db/journal/port.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Log } from '../core/log.ts'
import type { Part } from '../core/part.ts'
import { startWaitModel } from './model.ts'
import { startWaitsLoop, type WaitsLoop } from './now.ts'

/** What the office says of its waits, from what it learns of them. */
export type Waits = Part & Pick<WaitsLoop, 'current' | 'opened'>

/** Says the waits of now, and learns from each visit what the next ones are said from. */
export function startWaits({
  journal,
  office,
  now,
  log,
  onChange,
}: {
  readonly journal: Pick<Journal, 'visits'>
  readonly office: () => Office
  readonly now: () => Instant
  readonly log: Log
  /** Called when the waits were made again. */
  readonly onChange: () => void
}): Waits {
  const model = startWaitModel({
    journal,
    office,
    now,
    onChange: () => waits.touch(),
    onFault: (error) => log.fault('waitModel', error),
  })
  const waits: WaitsLoop = startWaitsLoop({
    office,
    model: model.current,
    now,
    onChange,
    onFault: (error) => log.fault('waits', error),
  })
  return {
    current: waits.current,
    opened: waits.opened,
    committed: (commit) => {
      // The model learns from what was said before the commit.
      model.committed(commit.stored, waits.current())
      waits.committed(commit)
    },
    stop: waits.stop,
    // The last acts teach too.
    close: model.stop,
  }
}
