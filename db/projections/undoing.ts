import { template } from './compile.ts'
import { ofTheDay } from './theDay.ts'

/** What an act changes of a visit. Its number, its priority and what was announced stay whatever is taken back. */
const life = [
  'visit_id',
  'service_id',
  'procedure_id',
  'called_at',
  'first_called_at',
  'started_at',
  'ended_at',
  'absent_at',
  'parked_at',
  'away_ms',
  'counter_id',
  'state',
  'outcome',
  'fault',
] as const

/** Keeps the visit as it was before the event `seq`. */
export const remembered = template<{
  readonly office: string
  readonly seq: number
  readonly ticket: string
}>((sql, { office, seq, ticket }) =>
  sql
    .insertInto('visits_before')
    .columns(['office_id', 'ticket_id', ...life, 'seq'])
    .expression((eb) =>
      eb
        .selectFrom('visits')
        .select((one) => [
          'office_id',
          'ticket_id',
          ...life,
          // PostgreSQL takes an untyped parameter of a selection for text.
          one.cast<number>(one.val(seq), 'bigint').as('seq'),
        ])
        .where('office_id', '=', office)
        .where('ticket_id', '=', ticket),
    ),
)

type Undone = { readonly office: string; readonly of: number }

const before = template<Undone>((sql, { office, of }) =>
  sql
    .updateTable('visits')
    .from('visits_before as b')
    .set((eb) => Object.fromEntries(life.map((column) => [column, eb.ref(`b.${column}`)])))
    .where('b.office_id', '=', office)
    .where('b.seq', '=', of)
    .whereRef('visits.office_id', '=', 'b.office_id')
    .whereRef('visits.ticket_id', '=', 'b.ticket_id'),
)
const callForgotten = template<Undone>((sql, { office, of }) =>
  sql.deleteFrom('calls').where('office_id', '=', office).where('seq', '=', of),
)
const endingForgotten = template<Undone>((sql, { office, of }) =>
  sql
    .deleteFrom('endings')
    .where('office_id', '=', office)
    .where('seq', '=', of)
    // Its instant is its place in the table.
    .where('at', '=', (eb) =>
      eb.selectFrom('events').select('at').where('office_id', '=', office).where('seq', '=', of),
    ),
)
/**
 * The event `of` taken back: the visit is as it was before it, and it counts for nothing. What the visit was stays until the day
 * is closed, with what any other act of the day replaced.
 */
export const undone = [before, callForgotten, endingForgotten] as const

type Office = { readonly office: string }

const nothingToUndo = template<Office>((sql, { office }) =>
  sql.deleteFrom('visits_before').where('office_id', '=', office),
)
const nobodysDuration = template<Office>((sql, { office }) =>
  sql
    .updateTable('visits')
    .set({ counter_id: null })
    .where('office_id', '=', office)
    .where(ofTheDay(office))
    .where('counter_id', 'is not', null),
)

/**
 * The day is closed: nothing can be taken back any more, and no visit says at which counter it was, so that
 * durations by agent don't outlive the day. Documents keep their counter: they bear a name.
 */
export const dayEnded = [nobodysDuration, nothingToUndo] as const
