import type { Compiler } from '../compile.ts'

// What the readers ask: the day's lines lie apart until it is closed (`undoing.ts`).

const columns = [
  'office_id',
  'ticket_id',
  'visit_id',
  'number',
  'code',
  'service_id',
  'taken_at',
  'first_called_at',
  'started_at',
  'ended_at',
  'away_ms',
  'interrupted_ms',
  'announced_p50',
  'announced_p90',
  'sure',
  'priority',
  'arrangement',
  'requests',
  'by_hand',
  'state',
  'outcome',
  'fault',
] as const

/** The visits of all days and of the open one. A ticket that an earlier day told is as that day told it. */
export const everyVisit = (sql: Compiler, office: string) =>
  sql
    .selectFrom('visits')
    .where('office_id', '=', office)
    .select([...columns])
    .unionAll(
      sql
        .selectFrom('visits_day as d')
        .where('d.office_id', '=', office)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('visits as v')
                .whereRef('v.office_id', '=', 'd.office_id')
                .whereRef('v.ticket_id', '=', 'd.ticket_id')
                .select('v.ticket_id'),
            ),
          ),
        )
        .select([...columns]),
    )

/**
 * The visits whose paper bears a code. Neither sorted nor looked for by their office: SQLite would rather read all visits, in
 * their order or in the office's, than the few of this code by its index.
 */
export const ofCode = (sql: Compiler, office: string, code: string) =>
  sql
    .selectFrom('visits')
    .where('code', '=', code)
    .where((eb) => eb(eb('office_id', '||', eb.val('')), '=', office))
    .select(['ticket_id as ticketId', 'taken_at as takenAt'])
    .unionAll(
      sql
        .selectFrom('visits_day')
        .where('office_id', '=', office)
        .where('code', '=', code)
        .select(['ticket_id as ticketId', 'taken_at as takenAt']),
    )

/** The calls of all days and of the open one. */
export const everyCall = (sql: Compiler, office: string) =>
  sql
    .selectFrom('calls')
    .where('office_id', '=', office)
    .where('overtaken', '>', (eb) => eb.lit(0))
    .select(['seq', 'service_id', 'at', 'code', 'overtaken'])
    .unionAll(
      sql
        .selectFrom('acts_day')
        .where('office_id', '=', office)
        .where('overtaken', '>', (eb) => eb.lit(0))
        .select((eb) => [
          'seq',
          eb.ref('service_id').$notNull().as('service_id'),
          'at',
          eb.ref('code').$notNull().as('code'),
          eb.ref('overtaken').$notNull().as('overtaken'),
        ]),
    )

/** How the requests of all days, and of the open one, ended. */
export const everyEnding = (sql: Compiler, office: string) =>
  sql
    .selectFrom('endings')
    .where('office_id', '=', office)
    .select(['office_id', 'ticket_id', 'at', 'outcome'])
    .unionAll(
      sql
        .selectFrom('acts_day')
        .where('office_id', '=', office)
        .where('ended', 'is not', null)
        .select((eb) => ['office_id', 'ticket_id', 'at', eb.ref('ended').$notNull().as('outcome')]),
    )
