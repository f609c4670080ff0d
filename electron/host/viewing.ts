import type { Journal } from '../../db/journal/port.ts'
import type { Who } from '../../shared/contract/events.ts'
import type { Instant, Seq } from '../../shared/contract/ids.ts'
import { calls, type Input, type ViewName } from '../../shared/contract/index.ts'
import type { Personal } from '../../shared/domain/decision.ts'
import { usable } from '../../shared/domain/privacy/limited.ts'
import type { Office } from '../../shared/domain/state.ts'
import { views, type View } from '../../shared/domain/views.ts'
import type { Model } from '../../shared/domain/view.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import { limitedRows } from './privacy/limited.ts'
import type { Log } from './core/log.ts'
import type { Spending } from './core/spending.ts'
import { has, type Part } from './core/part.ts'
import { startWatches, type Watches } from './core/watches.ts'

/** A view's output as JSON text, for whoever asks it at that seat. */
export type Compute = (who: Who, name: ViewName, input: unknown, seat: string | null) => string

/** The views of an office: computed once, or each time it changes for those who watch. */
export type Viewing = Part & {
  readonly compute: Compute
  readonly watches: Watches
  /** Which rows a limited file leads to is asked of the tables again. */
  readonly lookLimited: () => Promise<void>
}

/** What a host knows of its office when a view is asked, and what else it tells. */
export type ViewingOptions = {
  readonly journal: Journal
  readonly office: () => Office
  readonly seq: () => Seq
  readonly personal: () => Personal
  readonly catalogue: () => Catalogue
  /** What the host does besides, for that seat, with the personal rows that whoever asks may use. */
  readonly model: (personal: Personal, seat: string | null) => Model
  readonly now: () => Instant
  readonly spending: Pick<Spending, 'charge' | 'wait'>
  readonly log: Log
}

/** Draws views of the office as it is, each checked by the contract. */
export function startViewing({
  journal,
  office,
  seq,
  personal,
  catalogue,
  model,
  now,
  spending,
  log,
}: ViewingOptions): Viewing {
  /** Rows to which a limited file leads: views, which ask nothing of the tables, have them from here. */
  let reached: ReadonlySet<string> = new Set()

  const compute: Compute = (who, name, input, seat) => {
    const view = views[name] as unknown as View<ViewName>
    const output = view(office(), input as Input<ViewName>, {
      now: now(),
      who,
      model: model(usable(office(), who, personal(), reached), seat),
      catalogue: catalogue(),
    })
    return JSON.stringify(calls[name].output.parse(output))
  }
  const watches = startWatches(compute, seq, (name, error) => log.fault('view', error, { name }), spending)

  const lookLimited = () =>
    limitedRows(journal, office()).then(
      (rows) => {
        reached = rows
        watches.touch()
      },
      (error: unknown) => log.fault('limited', error),
    )

  return {
    compute,
    watches,
    lookLimited,
    committed: (commit) => {
      watches.acted()
      if (has(commit, 'fileLimited')) void lookLimited()
    },
    stop: watches.stop,
  }
}
