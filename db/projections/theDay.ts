import type { Compiler } from './compile.ts'

/** The visits of the day, to be changed. */
export const nowOf = (sql: Compiler, office: string) =>
  sql.updateTable('visits_day').where('office_id', '=', office)
