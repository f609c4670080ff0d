import type { VisitsTable } from '../../schema.ts'
import { template } from '../compile.ts'
import { life } from './day.ts'

type Undone = { readonly office: string; readonly of: number }

const before = template<Undone>((sql, { office, of }) =>
  sql
    .updateTable('visits_day')
    .from('acts_day as b')
    .set((eb) => Object.fromEntries(life.map((column) => [column, eb.ref(`b.${column}`)])))
    .where('b.office_id', '=', office)
    .where('b.seq', '=', of)
    // A request that ended alone changed nothing of its visit.
    .where('b.state', 'is not', null)
    .whereRef('visits_day.office_id', '=', 'b.office_id')
    .whereRef('visits_day.ticket_id', '=', 'b.ticket_id'),
)
const notCounted = template<Undone>((sql, { office, of }) =>
  sql
    .updateTable('acts_day')
    .set({ code: null, overtaken: null, ended: null })
    .where('office_id', '=', office)
    .where('seq', '=', of),
)
/**
 * The event `of` taken back: the visit is as it was before it, and it counts for nothing. What the visit was stays until the day
 * is closed, with what any other act of the day replaced.
 */
export const undone = [before, notCounted] as const

type Office = { readonly office: string }

/** What a visit is told by, but its counter. */
const told = [
  'office_id',
  'ticket_id',
  'number',
  'taken_at',
  ...life.filter((column) => column !== 'counter_id'),
  'code',
  'announced_p50',
  'announced_p90',
  'sure',
  'priority',
  'channel',
  'how',
  'interrupted_ms',
  'interrupted_at',
  'arrangement',
  'appointment',
  'by_hand',
  'requests',
] as const satisfies readonly (keyof VisitsTable)[]

/** A ticket that an earlier day told stays as that day told it. */
const visitsKept = template<Office>((sql, { office }) =>
  sql
    .insertInto('visits')
    .columns([...told])
    .expression((eb) =>
      eb
        .selectFrom('visits_day')
        .select([...told])
        .where('office_id', '=', office),
    )
    .onConflict((on) => on.doNothing()),
)
const callsKept = template<Office>((sql, { office }) =>
  sql
    .insertInto('calls')
    .columns(['office_id', 'seq', 'ticket_id', 'service_id', 'at', 'code', 'overtaken'])
    .expression(
      (eb) =>
        eb
          .selectFrom('acts_day')
          .select(['office_id', 'seq', 'ticket_id', 'service_id', 'at', 'code', 'overtaken'])
          .where('office_id', '=', office)
          .where('code', 'is not', null) as never,
    ),
)
const endingsKept = template<Office>((sql, { office }) =>
  sql
    .insertInto('endings')
    .columns(['office_id', 'seq', 'ticket_id', 'at', 'outcome'])
    .expression((eb) =>
      eb
        .selectFrom('acts_day')
        .select(['office_id', 'seq', 'ticket_id', 'at', 'ended'])
        .where('office_id', '=', office)
        .where('ended', 'is not', null),
    ),
)
const visitsEmptied = template<Office>((sql, { office }) =>
  sql.deleteFrom('visits_day').where('office_id', '=', office),
)
const actsEmptied = template<Office>((sql, { office }) =>
  sql.deleteFrom('acts_day').where('office_id', '=', office),
)

/**
 * The day is closed: nothing can be taken back any more, and its visits, calls and endings go to those of all days, without
 * their counter, so that durations by agent don't outlive the day. Documents keep their counter: they bear a name.
 */
export const dayEnded = [visitsKept, callsKept, endingsKept, visitsEmptied, actsEmptied] as const
