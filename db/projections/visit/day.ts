import type { Compiler } from '../compile.ts'

/** The visits of the day, to be changed. */
export const nowOf = (sql: Compiler, office: string) =>
  sql.updateTable('visits_day').where('office_id', '=', office)

/** What an act changes of a visit. Its number, its priority and what was announced stay whatever is taken back. */
export const life = [
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
