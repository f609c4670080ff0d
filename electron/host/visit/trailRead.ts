import { passageOf } from '../../../shared/domain/visit/trail.ts'
import { noteConsultation } from '../privacy/accessLog/note.ts'
import { isTicketKeptFrom } from '../privacy/limited.ts'
import { findTrail } from './trail.ts'
import type { Reading } from '../reading.ts'

/**
 * What the person's trace would say now, and the last one that was issued; nothing of a ticket that leads to a limited file
 * (GDPR 18): the administration reads it among all that is kept of the person (`person.get`).
 */
export const getTrail: Reading<'trail.get'> = async ({ code }, tables) => {
  const { journal, office } = tables
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const passage = await findTrail(journal, office, { code })
  if (passage === null) return { refusal: 'codeWrong' }
  if (await isTicketKeptFrom(journal, office, tables.who, passage.trail.ticket.ticketId))
    return { refusal: 'personLimited' }
  await noteConsultation(tables, 'trail', [passage.trail.ticket.ticketId])
  return { facts: passageOf(office, tables, passage), issued: passage.last?.issued ?? null }
}
