import type { Journal } from '../../../db/journal/port.ts'
import { retention, ruleUnder } from '../../../db/personal/retention.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type {
  FileId,
  FileReference,
  Instant,
  ProcedureId,
  ReasonId,
  TicketId,
  VisitId,
} from '../../../shared/contract/ids.ts'
import { commandOf, type DomainCommand, type Output } from '../../../shared/contract/index.ts'
import { dateIn, instantOf } from '../../../shared/domain/core/calendar/index.ts'
import type { PersonalRows, PersonFound } from '../../../shared/domain/decision.ts'
import { givenRows, unsaidWords } from '../../../shared/domain/law/secrecy.ts'
import { reachesLimited } from '../../../shared/domain/privacy/person.ts'
import type { RightsRequest } from '../../../shared/domain/privacy/state.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import { noteConsultation } from './accessLog/note.ts'
import { eventsOfDay } from '../history/ticketDay.ts'
import { eventsBetween } from '../history/pastDay.ts'
import type { Reading } from '../reading.ts'

/** How a person names what is theirs: the file's reference, on the receipt; the code on the ticket's paper. */
type PersonRef = { readonly reference?: FileReference | undefined; readonly code?: string | undefined }

type Fact = Pick<Recorded, 'seq' | 'at' | 'event'>

type PersonRecord = PersonFound & {
  readonly kept: readonly {
    readonly kind: keyof PersonalRows
    readonly id: string
    readonly value: unknown
  }[]
  readonly facts: readonly Fact[]
}

/** More documents than any file has. */
const mostDocuments = 1000

/**
 * All that the office has of one person: from a file, its words, its documents and the visits that touched it; from a ticket,
 * its visit's rows, its documents and the files that it opened. What another file of the same visit holds is not the file's:
 * whoever comes for several people files for each. Undefined where nothing bears that name.
 */
async function findPerson(
  journal: Journal,
  office: Office,
  by: PersonRef,
): Promise<PersonRecord | undefined> {
  const found = await reachedFrom(journal, office, by)
  if (!found) return undefined
  const { fileId, ticketId, keys, facts } = found
  const kept = []
  for (const { kind, id } of keys) {
    const value = await journal.personalRow(kind, id)
    if (value !== undefined) kept.push({ kind, id, value })
  }
  return { fileId, ticketId, rows: kept.map(({ kind, id }) => ({ kind, id })), kept, facts }
}

/** Where a person's file or ticket leads, whether a row is still there or not. */
export async function reachedFrom(
  journal: Journal,
  office: Office,
  by: PersonRef,
): Promise<
  | (Pick<PersonRecord, 'fileId' | 'ticketId' | 'facts'> & {
      readonly keys: readonly { readonly kind: keyof PersonalRows; readonly id: string }[]
    })
  | undefined
> {
  const ids = new Map<string, { kind: keyof PersonalRows; id: string }>()
  const add = (kind: keyof PersonalRows, id: unknown) => {
    if (typeof id === 'string') ids.set(`${kind} ${id}`, { kind, id })
  }
  const facts = new Map<number, Fact>()
  const tickets = new Set<string>()
  const files = new Set<FileId>()

  /** @param only the file from which it is reached; null when the ticket itself was named */
  const ofTicket = async (ticketId: TicketId, only: FileId | null): Promise<void> => {
    const way = `${ticketId} ${only}`
    if (tickets.has(way)) return
    tickets.add(way)
    const visit = await journal.visits.one(ticketId)
    if (!visit) return
    const zone = zoneOf(office)
    const from = instantOf(zone, dateIn(zone, visit.takenAt), 0)
    const { seq } = await journal.head()
    const events = await eventsOfDay(journal, { ticketId, from, upTo: seq })
    const mine = events.filter(({ event }) => 'ticketId' in event.data && event.data.ticketId === ticketId)
    const visits = new Set(mine.flatMap(({ event }) => ('visitId' in event.data ? [event.data.visitId] : [])))
    for (const recorded of mine) {
      facts.set(recorded.seq, recorded)
      const data = recorded.event.data as Readonly<Record<string, unknown>>
      add('reason', data['reasonId'])
      add('reason', (data['reason'] as { reasonId?: unknown } | undefined)?.reasonId)
      add('appointment', data['appointmentId'])
    }
    for (const kind of ['ground', 'notice'] as const) add(kind, ticketId)
    // What is declared goes once it is withdrawn, which the end of its appointment asks.
    for (const [id, row] of await journal.personal('preApplication')) {
      const { ticketId: shownAt, declared } = row as PersonalRows['preApplication']
      if (shownAt === ticketId && declared.length === 0) add('preApplication', id)
    }
    const opened = events.flatMap(({ event, commandId }) =>
      event.type === 'fileOpened' && event.data.visit && visits.has(event.data.visit.visitId)
        ? [{ fileId: event.data.fileId, visitId: event.data.visit.visitId, commandId }]
        : [],
    )
    // A visit's sheet is that of its last request.
    const sheetOf = new Map<VisitId | null, FileId>(opened.map(({ fileId, visitId }) => [visitId, fileId]))
    for (const visitId of visits)
      if (only === null || (sheetOf.get(visitId) ?? only) === only)
        for (const kind of ['sheet', 'closedSheet'] as const) add(kind, visitId)
    // The papers of a request are issued by the act that opens its file.
    const ofOthers = new Set(
      only === null ? [] : opened.flatMap(({ fileId, commandId }) => (fileId === only ? [] : [commandId])),
    )
    const theirs = new Set(
      mine.flatMap(({ event, commandId }) =>
        event.type === 'documentIssued' && ofOthers.has(commandId) ? [event.data.documentId] : [],
      ),
    )
    for (const { documentId, fileId } of await journal.documents.ofTicket(ticketId))
      if (only === null || fileId === only || (fileId === null && !theirs.has(documentId)))
        add('document', documentId)
    // Who paid is typed beside the books: a receipt of theirs leads to it.
    const paid = new Set(
      events.flatMap(({ event }) =>
        event.type === 'tillPaperGiven' && ids.has(`document ${event.data.documentId}`)
          ? [event.data.entry]
          : [],
      ),
    )
    for (const { event } of events)
      if (event.type === 'tillEntered' && paid.has(event.data.number)) add('tillNote', event.data.noteId)
    if (only === null) for (const { fileId } of opened) await ofFile(fileId)
  }

  const ofFile = async (fileId: FileId): Promise<void> => {
    if (files.has(fileId)) return
    files.add(fileId)
    for (const kind of ['file', 'closedFile'] as const) add(kind, fileId)
    const { documents } = await journal.documents.list({ fileId, limit: mostDocuments })
    for (const { documentId, ticketId } of documents) {
      add('document', documentId)
      if (ticketId !== null) await ofTicket(ticketId, fileId)
    }
    for (const { seq, at, event } of await journal.files.acts(fileId)) {
      facts.set(seq, { seq, at, event })
      const { visit } = event.data as { readonly visit?: { readonly visitId: VisitId } | null }
      const ticketId = visit ? await ticketOf(journal, office, visit.visitId, at) : undefined
      if (ticketId !== undefined) await ofTicket(ticketId, fileId)
    }
  }

  const file = by.reference === undefined ? undefined : await journal.files.byReference(by.reference)
  const ticket = by.code === undefined ? undefined : await journal.visits.byCode(by.code)
  if (!file && !ticket) return undefined
  if (file) await ofFile(file.fileId)
  if (ticket) await ofTicket(ticket.ticketId, null)
  return {
    fileId: file?.fileId ?? null,
    ticketId: ticket?.ticketId ?? null,
    keys: [...ids.values()],
    facts: [...facts.values()].toSorted((a, b) => a.seq - b.seq),
  }
}

/** The ticket of a visit that was under way at an instant. */
async function ticketOf(
  journal: Journal,
  office: Office,
  visitId: VisitId,
  at: Instant,
): Promise<TicketId | undefined> {
  const zone = zoneOf(office)
  const from = instantOf(zone, dateIn(zone, at), 0)
  for await (const { event } of eventsBetween(journal, { from, to: (at + 1) as Instant }))
    if (event.type === 'visitStarted' && event.data.visitId === visitId) return event.data.ticketId
  return undefined
}

/** What an act under a person's rights needs of the tables; null for every other act, and where nothing is found. */
export async function namedPerson(
  journal: Journal,
  office: Office,
  name: DomainCommand,
  input: unknown,
): Promise<PersonFound | null> {
  if (!commandOf(name).names?.includes('person')) return null
  const found = await findPerson(journal, office, input as PersonRef)
  return found ? { fileId: found.fileId, ticketId: found.ticketId, rows: found.rows } : null
}

/** Everything on one person: the rows with how long each is kept and why, then the facts of the journal, which name nobody. */
export async function personKept(
  journal: Journal,
  office: Office,
  by: PersonRef,
): Promise<Output<'person.get'> | undefined> {
  const found = await findPerson(journal, office, by)
  if (!found) return undefined
  const { fileId, ticketId, facts } = found
  const { rows, secret } = givenRows(found.kept, procedureOf(facts))
  const requests = await requestsOf(journal, found)
  return {
    fileId,
    ticketId,
    limited: reachesLimited(office, found),
    rows: rows.map(({ kind, id, value }) => ({
      kind,
      id,
      value,
      rule: ruleUnder(kind, office.archives.terms),
      why: retention[kind].why,
    })),
    requests: secret ? requests.map((asked) => ({ ...asked, note: asked.note && unsaidWords })) : requests,
    facts: facts.map(({ seq, at, event }) => ({ seq, at, type: event.type, data: event.data })),
  }
}

/** The procedure of a file, as its facts say it last. */
const procedureOf = (facts: readonly Fact[]): ProcedureId | null =>
  facts.reduce<ProcedureId | null>(
    (last, { event }) =>
      event.type === 'fileOpened' || event.type === 'fileDescribed' ? event.data.procedureId : last,
    null,
  )

/** What was asked under this person's rights: the office answers for it (GDPR 5.2). */
async function requestsOf(
  journal: Journal,
  { fileId, ticketId }: Pick<PersonRecord, 'fileId' | 'ticketId'>,
): Promise<Output<'person.get'>['requests']> {
  const all = (await journal.personal('rightsRequest')) as ReadonlyMap<ReasonId, Partial<RightsRequest>>
  return [...all]
    .flatMap(([requestId, { at, right, visa = null, note = null, ...about }]) => {
      const theirs =
        (fileId !== null && about.fileId === fileId) || (ticketId !== null && about.ticketId === ticketId)
      // The first ones did not say whose they were.
      return theirs && at !== undefined && right !== undefined ? [{ requestId, at, right, visa, note }] : []
    })
    .toSorted((one, other) => other.at - one.at)
}

/** The right of access (GDPR 15): who reads all of it is noted, as for the file or the trace alone. */
export const getPerson: Reading<'person.get'> = async (asked, tables) => {
  const { journal, office } = tables
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const kept = await personKept(journal, office, asked)
  if (!kept) return { refusal: 'unknownPerson' }
  const { fileId, ticketId } = kept
  if (fileId !== null) await noteConsultation(tables, 'file', [fileId])
  if (ticketId !== null) await noteConsultation(tables, 'trail', [ticketId])
  return kept
}
