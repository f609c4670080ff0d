import type { CompiledQuery } from 'kysely'
import type { Instant, OfficeId, ServiceId, TicketId } from '../../../shared/contract/ids.ts'
import type { CallRow, TicketNamed, VisitRow, VisitTable } from '../../journal/readTables.ts'
import { everyCall, everyEnding, everyVisit, ofCode } from '../visit/allDays.ts'
import { template, type Compiler } from '../compile.ts'

/** Asks the database; each journal has its own way. */
type Ask = <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>

const rowsOf = (sql: Compiler, office: string) =>
  sql
    .selectFrom(everyVisit(sql, office).as('visits'))
    .select([
      'ticket_id as ticketId',
      'number',
      'service_id as serviceId',
      'taken_at as takenAt',
      'first_called_at as firstCalledAt',
      'started_at as startedAt',
      'ended_at as endedAt',
      'away_ms as awayMs',
      'interrupted_ms as interruptedMs',
      'announced_p90 as announcedP90',
      'announced_p50 as announcedP50',
      'sure',
      'priority',
      'arrangement',
      'requests',
      'by_hand as byHand',
      'state',
      'outcome',
      'fault',
    ])

/** Read as each visit ends: compiled once. */
const rowOf = template<{ readonly office: string; readonly ticket: string }>((sql, { office, ticket }) =>
  rowsOf(sql, office).where('ticket_id', '=', ticket),
)

/** Read for each day of a year: compiled once. */
const servicesOf = template<{ readonly office: string; readonly from: number; readonly to: number }>(
  (sql, { office, from, to }) =>
    sql
      .selectFrom(everyVisit(sql, office).as('visits'))
      .where('taken_at', '>=', from)
      .where('taken_at', '<', to)
      .select((eb) => ['service_id as serviceId', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
      .groupBy('service_id'),
)

/** Taken after the other one, or at the same instant with an id that comes after. */
const isAfter = (one: TicketNamed, other: TicketNamed): boolean =>
  one.takenAt > other.takenAt || (one.takenAt === other.takenAt && one.ticketId > other.ticketId)

/** The readers of visits, calls and endings, for either engine. `officeId` is asked each time: birth changes it. */
export function visitTable(sql: Compiler, officeId: () => OfficeId, ask: Ask): VisitTable {
  const rows = () => rowsOf(sql, officeId())
  const named = () =>
    sql
      .selectFrom(everyVisit(sql, officeId()).as('visits'))
      .select(['ticket_id as ticketId', 'taken_at as takenAt'])
  /** One visit where several have the same number: the last taken, alike on both engines. */
  const latest = (query: ReturnType<typeof named>) =>
    query.orderBy('taken_at', 'desc').orderBy('ticket_id', 'desc').limit(1).compile()
  type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
  const typed = ({ arrangement, byHand, ...row }: Row) =>
    ({ ...row, arrangement: arrangement === 1, byHand: byHand === 1 }) as VisitRow
  const ended = (from: Instant, to: Instant) =>
    sql
      .selectFrom(everyEnding(sql, officeId()).as('endings'))
      .where('endings.at', '>=', from)
      .where('endings.at', '<', to)
  return {
    async page({ from, to, after, limit }) {
      let query = rows()
        .where('taken_at', '>=', after?.takenAt ?? from)
        .where('taken_at', '<', to)
        .orderBy('taken_at')
        .orderBy('ticket_id')
        .limit(limit)
      if (after)
        query = query.where((eb) =>
          eb.or([eb('taken_at', '>', after.takenAt), eb('ticket_id', '>', after.ticketId)]),
        )
      return (await ask(query.compile())).map(typed)
    },
    async one(ticketId) {
      const [row] = await ask(rowOf(sql, { office: officeId(), ticket: ticketId }))
      return row === undefined ? undefined : typed(row as Row)
    },
    async byCode(code) {
      const found = (await ask(ofCode(sql, officeId(), code).compile())) as readonly TicketNamed[]
      return found.reduce<TicketNamed | undefined>(
        (last, one) => (last === undefined || isAfter(one, last) ? one : last),
        undefined,
      )
    },
    async byNumber(number, { from, to }) {
      const query = named()
        .where('number', '=', number)
        .where('taken_at', '>=', from)
        .where('taken_at', '<', to)
      const [row] = await ask(latest(query))
      return row as TicketNamed | undefined
    },
    async overtakes({ from, to }) {
      const query = sql
        .selectFrom(everyCall(sql, officeId()).as('calls'))
        .where('calls.at', '>=', from)
        .where('calls.at', '<', to)
        .select(['calls.service_id as serviceId', 'calls.at', 'calls.code', 'calls.overtaken'])
        .orderBy('calls.at')
        .orderBy('calls.seq')
        .compile()
      return (await ask(query)) as readonly CallRow[]
    },
    async services({ from, to }) {
      const found = await ask(servicesOf(sql, { office: officeId(), from, to }))
      return found as readonly { readonly serviceId: ServiceId; readonly count: number }[]
    },
    async outcomes({ from, to }) {
      const query = ended(from, to)
        .select((eb) => ['endings.outcome', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
        .groupBy('endings.outcome')
        .compile()
      return ask(query)
    },
    async refused({ from, to }) {
      const query = sql
        .selectFrom('documents as d')
        .innerJoin('files as f', (join) =>
          join.onRef('f.office_id', '=', 'd.office_id').onRef('f.file_id', '=', 'd.file_id'),
        )
        .innerJoin(everyVisit(sql, officeId()).as('v'), (join) => join.onRef('v.visit_id', '=', 'f.visit_id'))
        .where('d.office_id', '=', officeId())
        .where('d.kind', '=', 'refus')
        .where('v.taken_at', '>=', from)
        .where('v.taken_at', '<', to)
        .select('v.ticket_id as ticketId')
        .distinct()
        .compile()
      return new Set((await ask(query)).map(({ ticketId }) => ticketId as TicketId))
    },
    async documented({ from, to, outcomes, kinds }) {
      const query = ended(from, to)
        .where('endings.outcome', 'in', outcomes)
        .select((eb) => [
          'endings.ticket_id as ticketId',
          eb
            .exists(
              eb
                .selectFrom('documents')
                .whereRef('documents.office_id', '=', 'endings.office_id')
                .whereRef('documents.ticket_id', '=', 'endings.ticket_id')
                .where('documents.kind', 'in', kinds)
                .select('documents.document_id'),
            )
            .as('has'),
        ])
        .distinct()
        .compile()
      // Truth is 0 or 1 on one engine, false or true on the other.
      const found = await ask(query)
      return { people: found.length, documented: found.filter(({ has }) => Boolean(has)).length }
    },
  }
}
