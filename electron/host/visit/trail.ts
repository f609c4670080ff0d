import type { Batch, Journal } from '../../../db/journal/port.ts'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { LocalDate, TicketId, TicketNumber } from '../../../shared/contract/ids.ts'
import { commandOf, type DomainCommand, type Input } from '../../../shared/contract/index.ts'
import { dateIn, instantOf } from '../../../shared/domain/core/calendar/index.ts'
import type { Passage } from '../../../shared/domain/decision.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { trailOf } from '../../../shared/domain/visit/trailPaper.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import { eventsOfDay } from '../history/ticketDay.ts'
import { passageOf } from '../../../shared/domain/visit/trail.ts'
import { noteConsultation } from '../privacy/accessLog/note.ts'
import { isTicketKeptFrom } from '../privacy/limited.ts'
import type { Reading } from '../reading.ts'

/** A ticket as a person or an agent names it: by its paper's code, by its number and its day, or by its id. */
type TicketRef =
  | { readonly code: string }
  | { readonly number: TicketNumber; readonly date: LocalDate }
  | { readonly ticketId: TicketId }

/** What an act has decided and not stored yet: a paper asked twice at once is one paper. */
type Pending = Pick<Batch, 'events' | 'personal'>
const nothingPending: Pending = { events: [], personal: [] }

async function named(journal: Journal, zone: string, by: TicketRef) {
  if ('code' in by) return journal.visits.byCode(by.code)
  if ('ticketId' in by) return journal.visits.one(by.ticketId)
  const period = { from: instantOf(zone, by.date, 0), to: instantOf(zone, by.date, 1440) }
  return journal.visits.byNumber(by.number, period)
}

/** The past ticket that an act names, by its paper's code or by its number on a date; undefined where it names none. */
export const pastTicket =
  (journal: Journal, office: Office) =>
  async ({
    code,
    ofDay,
  }: {
    readonly code?: string
    readonly ofDay?: { readonly number: TicketNumber; readonly date: LocalDate }
  }): Promise<TicketId | undefined> => {
    const by = code === undefined ? ofDay : { code }
    return by && (await named(journal, zoneOf(office), by))?.ticketId
  }

/** The last « Mon passage » of a ticket: of the tables, or of an act decided just before. Its facts may be erased. */
async function lastOf(
  journal: Journal,
  rows: Awaited<ReturnType<Journal['documents']['ofTicket']>>,
  ticketId: TicketId,
  { events, personal }: Pending,
): Promise<Passage['last']> {
  const decided = events.findLast(
    ({ event: { type, data } }) =>
      type === 'documentIssued' && data.kind === 'passage' && data.ticketId === ticketId,
  )
  if (decided?.event.type === 'documentIssued') {
    const { documentId } = decided.event.data
    const row = personal.find(({ op, kind, id }) => op === 'put' && kind === 'document' && id === documentId)
    return row?.op === 'put' ? { issued: row.value as IssuedDocument, copies: 1 } : null
  }
  const row = rows.findLast(({ kind }) => kind === 'passage')
  if (row === undefined) return null
  const issued = await journal.personalRow('document', row.documentId)
  return issued === undefined ? null : { issued: issued as IssuedDocument, copies: row.copies }
}

/** All that the journal and the tables tell of a ticket; null where nothing bears that name. */
export async function findTrail(
  journal: Journal,
  office: Office,
  by: TicketRef,
  pending: Pending = nothingPending,
): Promise<Passage | null> {
  const zone = zoneOf(office)
  const ticket = await named(journal, zone, by)
  if (ticket === undefined) return null
  const { ticketId, takenAt } = ticket
  const head = await journal.head()
  const from = instantOf(zone, dateIn(zone, takenAt), 0)
  const trail = trailOf(
    office,
    await eventsOfDay(journal, { ticketId, from, upTo: head.seq }),
    ticketId,
    evolve,
  )
  if (trail === null) return null
  const rows = await journal.documents.ofTicket(ticketId)
  return {
    trail,
    documents: rows
      .filter(({ kind }) => kind !== 'passage')
      .map(({ kind, number, issuedAt, hash, cancelledBy, correctedBy }) => ({
        kind,
        number,
        issuedAt,
        hash,
        replacedBy: cancelledBy ?? correctedBy,
      })),
    last: await lastOf(journal, rows, ticketId, pending),
    head,
  }
}

/** What an act that is about a passage needs of the journal; null for every other act. */
export async function namedTrail(
  journal: Journal,
  office: Office,
  { name, input }: { readonly name: DomainCommand; readonly input: unknown },
  pending: Pending,
): Promise<Passage | null> {
  if (!commandOf(name).names?.includes('trail')) return null
  if (name === 'trail.print')
    return findTrail(journal, office, { code: (input as Input<'trail.print'>).code }, pending)
  const { what } = input as Input<'document.issue'>
  if (what.kind !== 'attestation') return null
  const { ticketId, code, ofDay } = what
  if (code !== undefined) return findTrail(journal, office, { code }, pending)
  if (ofDay !== undefined) return findTrail(journal, office, ofDay, pending)
  return ticketId === null ? null : findTrail(journal, office, { ticketId }, pending)
}

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
