import type { CompiledQuery } from 'kysely'
import { canonicalJson } from '../../../shared/contract/canonical.ts'
import type { Event, EventData, Recorded } from '../../../shared/contract/events.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'
import { template, type Compiler } from '../compile.ts'

/** What happens on a file. */
type OnFile = Extract<Event, { readonly data: { readonly fileId: string } }>

/** What an act on a file changes: its line, and one line more in its history. */
export function onFile(
  sql: Compiler,
  office: OfficeId,
  { seq, at, who }: Pick<Recorded, 'seq' | 'at' | 'who'>,
  event: OnFile,
): readonly CompiledQuery[] {
  const { fileId: file } = event.data
  // Canonical: the event as decided and the event as read again have their keys in different orders.
  const data = canonicalJson(event.data)
  const act = acted(sql, { office, file, seq, at, agent: who.agentId, type: event.type, data })
  switch (event.type) {
    case 'fileOpened':
      return [opened(sql, office, at, event.data), act]
    case 'fileDescribed': {
      const { serviceId: service, procedureId: procedure } = event.data
      return [described(sql, { office, file, service, procedure }), act]
    }
    case 'fileClosed':
      return [closed(sql, { office, file, at }), act]
    case 'fileActUndone': {
      const { visitId: visit, request } = event.data.visit
      return [undone(sql, { office, file, visit, request }), act]
    }
    default:
      return [act]
  }
}

type Opened = {
  readonly office: string
  readonly file: string
  readonly reference: string
  readonly service: string
  readonly procedure: string | null
  readonly channel: string
  readonly sent: string | null
  readonly received: string
  readonly at: number
  readonly assistance: string | null
  readonly visit: string | null
  readonly request: number | null
}
const openedRow = template<Opened>((sql, slots) =>
  sql
    .insertInto('files')
    .values({
      office_id: slots.office,
      file_id: slots.file,
      reference: slots.reference,
      service_id: slots.service,
      procedure_id: slots.procedure,
      channel: slots.channel,
      sent_on: slots.sent,
      received_on: slots.received,
      opened_at: slots.at,
      state: 'open',
      assistance: slots.assistance,
      visit_id: slots.visit,
      request: slots.request,
    })
    .onConflict((on) => on.doNothing()),
)

const opened = (sql: Compiler, office: string, at: number, data: EventData<'fileOpened'>): CompiledQuery =>
  openedRow(sql, {
    office,
    file: data.fileId,
    reference: data.reference,
    service: data.serviceId,
    procedure: data.procedureId,
    channel: data.channel,
    sent: data.sentOn,
    received: data.receivedOn,
    at,
    assistance: data.assistance,
    visit: data.visit?.visitId ?? null,
    request: data.visit?.request ?? null,
  })

type Acted = {
  readonly office: string
  readonly file: string
  readonly seq: number
  readonly at: number
  readonly agent: string | null
  readonly type: string
  readonly data: string
}
const acted = template<Acted>((sql, slots) =>
  sql
    .insertInto('file_acts')
    .values({
      office_id: slots.office,
      file_id: slots.file,
      seq: slots.seq,
      at: slots.at,
      agent_id: slots.agent,
      type: slots.type,
      data: slots.data,
    })
    .onConflict((on) => on.doNothing()),
)

type OfFile = { readonly office: string; readonly file: string }
const files = (sql: Compiler, { office, file }: OfFile) =>
  sql.updateTable('files').where('office_id', '=', office).where('file_id', '=', file)

const described = template<OfFile & { readonly service: string; readonly procedure: string | null }>(
  (sql, slots) => files(sql, slots).set({ service_id: slots.service, procedure_id: slots.procedure }),
)

/** Ended once: what is closed changes no more. */
const closed = template<OfFile & { readonly at: number }>((sql, slots) =>
  files(sql, slots).where('state', '=', 'open').set({ state: 'closed', closed_at: slots.at }),
)

/** A closing taken back: the file that it opened is annulled, the one that it ended goes on. */
const undone = template<OfFile & { readonly visit: string; readonly request: number }>((sql, slots) =>
  files(sql, slots).set((eb) => ({
    closed_at: null,
    state: eb
      .case()
      .when(eb.and([eb('visit_id', '=', slots.visit), eb('request', '=', slots.request)]))
      .then<'open' | 'annulled'>('annulled')
      .else<'open' | 'annulled'>('open')
      .end(),
  })),
)
