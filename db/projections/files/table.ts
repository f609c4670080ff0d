import type { CompiledQuery } from 'kysely'
import type { Event } from '../../../shared/contract/events.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'
import type { FileActRow, FileRecord, FileTable } from '../../journal/readTables.ts'
import { everyVisit } from '../visit/allDays.ts'
import type { Compiler } from '../compile.ts'

/** Asks the database; each journal has its own way. */
type Ask = <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>

const columns = [
  'f.file_id as fileId',
  'f.reference',
  'f.service_id as serviceId',
  'f.procedure_id as procedureId',
  'f.channel',
  'f.sent_on as sentOn',
  'f.received_on as receivedOn',
  'f.opened_at as openedAt',
  'f.closed_at as closedAt',
  'f.state',
] as const

type StoredAct = {
  readonly seq: number
  readonly at: number
  readonly agentId: string | null
  readonly type: string
  readonly data: string
}

const actOf = ({ seq, at, agentId, type, data }: StoredAct): FileActRow =>
  ({ seq, at, agentId, event: { type, data: JSON.parse(data) } as Event }) as FileActRow

/** The readers of files, for either engine. `officeId` is asked each time: birth changes it. */
export function fileTable(sql: Compiler, officeId: () => OfficeId, ask: Ask): FileTable {
  const rows = () => sql.selectFrom('files as f').where('f.office_id', '=', officeId()).select(columns)
  const typed = async (query: ReturnType<typeof rows>) =>
    (await ask(query.compile())) as readonly FileRecord[]
  return {
    one: async (fileId) => (await typed(rows().where('f.file_id', '=', fileId)))[0],
    byReference: async (reference) => (await typed(rows().where('f.reference', '=', reference)))[0],
    byKey: (key, limit) =>
      typed(
        rows()
          .innerJoin('file_keys as k', (join) =>
            join.onRef('k.office_id', '=', 'f.office_id').onRef('k.file_id', '=', 'f.file_id'),
          )
          .where('k.key', '=', key)
          .orderBy('f.opened_at', 'desc')
          .orderBy('f.file_id', 'desc')
          .limit(limit),
      ),
    byKeyStart: (start, limit) =>
      typed(
        rows()
          .where('f.file_id', 'in', (eb) =>
            eb
              .selectFrom('file_keys as k')
              .where('k.office_id', '=', officeId())
              // A prefix between two bounds: the index then serves it, on either engine.
              .where('k.key', '>=', start)
              .where('k.key', '<', `${start}\uffff`)
              .select('k.file_id'),
          )
          .orderBy('f.opened_at', 'desc')
          .orderBy('f.file_id', 'desc')
          .limit(limit),
      ),
    byTicket: (ticketId) =>
      typed(
        rows()
          .innerJoin(everyVisit(sql, officeId()).as('v'), (join) =>
            join.onRef('v.visit_id', '=', 'f.visit_id'),
          )
          .where('v.ticket_id', '=', ticketId)
          .where('f.state', '!=', 'annulled')
          .orderBy('f.opened_at', 'desc')
          .orderBy('f.file_id', 'desc'),
      ),
    async received({ from, to, after, limit }) {
      let page = rows()
        .where('f.received_on', '>=', after?.receivedOn ?? from)
        .where('f.received_on', '<=', to)
        .where('f.state', '!=', 'annulled')
        .orderBy('f.received_on')
        .orderBy('f.file_id')
        .limit(limit)
      if (after)
        page = page.where((eb) =>
          eb.or([eb('f.received_on', '>', after.receivedOn), eb('f.file_id', '>', after.fileId)]),
        )
      const query = sql
        .selectFrom(page.as('f'))
        .innerJoin('file_acts as a', (join) => join.onRef('a.file_id', '=', 'f.fileId'))
        .where('a.office_id', '=', officeId())
        .selectAll('f')
        .select(['a.seq', 'a.at', 'a.agent_id as agentId', 'a.type', 'a.data'])
        .orderBy('f.receivedOn')
        .orderBy('f.fileId')
        .orderBy('a.seq')
        .compile()
      const files = new Map<string, FileRecord & { readonly acts: FileActRow[] }>()
      for (const { seq, at, agentId, type, data, ...record } of await ask(query)) {
        const file = files.get(record.fileId) ?? { ...(record as FileRecord), acts: [] }
        files.set(record.fileId, file)
        file.acts.push(actOf({ seq, at, agentId, type, data }))
      }
      return [...files.values()]
    },
    async acts(fileId) {
      const query = sql
        .selectFrom('file_acts')
        .where('office_id', '=', officeId())
        .where('file_id', '=', fileId)
        .select(['seq', 'at', 'agent_id as agentId', 'type', 'data'])
        .orderBy('seq')
        .compile()
      return (await ask(query)).map(actOf)
    },
    async assisted({ from, to }) {
      const query = sql
        .selectFrom('files')
        .where('office_id', '=', officeId())
        .where('channel', '=', 'assisted')
        .where('opened_at', '>=', from)
        .where('opened_at', '<', to)
        .where('state', '!=', 'annulled')
        .select(['opened_at as openedAt', 'procedure_id as procedureId', 'assistance as nature'])
        .orderBy('opened_at')
        .orderBy('file_id')
        .compile()
      return (await ask(query)) as Awaited<ReturnType<FileTable['assisted']>>
    },
  }
}
