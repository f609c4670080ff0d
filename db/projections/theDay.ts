import type { ExpressionBuilder } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * The visits that may know their counter: those of which an act of the day can be taken back. Each act that names a counter
 * keeps the visit as it was before it, until the day is closed.
 */
export const ofTheDay = (office: string) => (eb: ExpressionBuilder<Schema, 'visits'>) =>
  eb('ticket_id', 'in', eb.selectFrom('visits_before').select('ticket_id').where('office_id', '=', office))
