import { canonicalJson } from '../../../shared/contract/canonical.ts'
import { DocumentSeal } from '../../../shared/contract/documents.ts'
import type { EventData } from '../../../shared/contract/events.ts'
import { flawWords } from '../../../shared/messages/verification.fr.ts'
import type { Checked, Flaw, Follower } from './follower.ts'

type Row = readonly [
  kind: string,
  number: string,
  year: number,
  at: number,
  visit: string | null,
  ticket: string | null,
  counter: string | null,
  seal: string,
]

const sealKeys = Object.keys(DocumentSeal.shape) as (keyof DocumentSeal)[]

/** The seal alone of an event, as the read table keeps it. */
export const sealOf = (data: EventData<'documentIssued'>): DocumentSeal =>
  Object.fromEntries(sealKeys.map((key) => [key, data[key]])) as DocumentSeal

/** The read table says of each document what the journal says, has them all and no other. */
export function followTable({ db }: Checked): Follower {
  const row = db
    .prepare(
      `select kind, number, year, issued_at, visit_id, ticket_id, counter_id, seal
       from documents where document_id = ?`,
    )
    .raw()
  const seen = new Set<string>()
  const copies = new Map<string, number>()

  const issued = (data: EventData<'documentIssued'>): Flaw | undefined => {
    const flaw = (why: string): Flaw => ({ number: data.number, why })
    seen.add(data.documentId)
    const found = row.get(data.documentId) as Row | undefined
    if (!found) return flaw(flawWords.notInTable)
    const [kind, number, year, at, visit, ticket, counter, seal] = found
    const said: Readonly<Record<string, readonly [unknown, unknown]>> = {
      kind: [kind, data.kind],
      number: [number, data.number],
      year: [year, data.year],
      issued_at: [at, data.issuedAt],
      visit_id: [visit, data.visitId],
      ticket_id: [ticket, data.ticketId],
      counter_id: [counter, data.counterId],
    }
    for (const [column, [here, there]] of Object.entries(said))
      if (here !== there) return flaw(flawWords.table(column))
    return seal === canonicalJson(sealOf(data)) ? undefined : flaw(flawWords.table('seal'))
  }

  /** What the table has and the journal has not, and the copies asked. */
  const others = (): Flaw | undefined => {
    const rows = db.prepare('select document_id, number, copies from documents').raw()
    for (const [id, number, count] of rows.iterate() as Iterable<
      readonly [id: string, number: string, copies: number]
    >) {
      if (!seen.has(id)) return { number, why: flawWords.notInJournal }
      if (count !== (copies.get(id) ?? 0)) return { number, why: flawWords.copies }
    }
    return undefined
  }

  return {
    event: ({ event }) => {
      if (event.type === 'documentPrinted') copies.set(event.data.documentId, event.data.copy)
      return event.type === 'documentIssued' ? issued(event.data) : undefined
    },
    end: others,
  }
}
