import type { CompiledQuery } from 'kysely'
import type { OfficeId } from '../../../shared/contract/ids.ts'
import type { ConsultationRow, ConsultationStore } from '../../journal/port.ts'
import type { Compiler } from '../compile.ts'

/** The journal of consultations, for either engine. `officeId` is asked each time: birth changes it. */
export const consultationStore = (
  sql: Compiler,
  officeId: () => OfficeId,
  ask: <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>,
  run: (query: CompiledQuery) => Promise<void>,
): ConsultationStore => ({
  async add({ consultationId, at, agentId, stationId, what, about }) {
    const row = { consultation_id: consultationId, at, agent_id: agentId, station_id: stationId, what }
    await run(
      sql
        .insertInto('consultations')
        .values({ office_id: officeId(), ...row, about: JSON.stringify(about) })
        .compile(),
    )
  },
  async list({ before, from, to, whats }, limit) {
    // Ids of version 7 are in the order of time.
    let query = sql
      .selectFrom('consultations')
      .where('office_id', '=', officeId())
      .select([
        'consultation_id as consultationId',
        'at',
        'agent_id as agentId',
        'station_id as stationId',
        'what',
        'about',
      ])
      .orderBy('consultation_id', 'desc')
      .limit(limit)
    if (before !== undefined) query = query.where('consultation_id', '<', before)
    if (from !== undefined) query = query.where('at', '>=', from)
    if (to !== undefined) query = query.where('at', '<', to)
    if (whats !== undefined) query = query.where('what', 'in', whats)
    return (await ask(query.compile())).map(
      ({ about, ...row }) => ({ ...row, about: JSON.parse(about) }) as ConsultationRow,
    )
  },
})
