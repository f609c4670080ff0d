import type { DocumentSeal } from '../../../shared/contract/documents/issued.ts'
import type { EventData, Recorded } from '../../../shared/contract/events.ts'
import { flawWords } from '../../../shared/messages/documents/verification.fr.ts'
import type { Checked, Flaw, Check } from './checking.ts'

/** A seal as the read table keeps it: the canonical JSON of its members, written at once. */
const sealText = (seal: DocumentSeal): string =>
  `{"commitment":"${seal.commitment}","documentId":"${seal.documentId}","hash":"${seal.hash}",` +
  `"issuedAt":${seal.issuedAt},"kind":"${seal.kind}","number":"${seal.number}","previous":"${seal.previous}",` +
  `"signature":"${seal.signature}","year":${seal.year}}`

/** What the journal says of a document after its issue. */
type Since = {
  readonly copies: number
  readonly handed_at: number | null
  readonly cancelled_by: string | null
  readonly corrected_by: string | null
}
const nothingSince: Since = { copies: 0, handed_at: null, cancelled_by: null, corrected_by: null }

/** The columns that the issue alone fills, in the order of the statement. */
const issuedColumns = [
  'kind',
  'number',
  'year',
  'issued_at',
  'visit_id',
  'ticket_id',
  'counter_id',
  'file_id',
  'seal',
] as const

/** What came since, as the table has it beside what the issue filled. */
const sinceColumns = Object.keys(nothingSince) as readonly (keyof Since)[]

/** The read table says of each document what the journal says, has them all and no other. */
export function followTable({ db, office: { officeId } }: Checked): Check {
  const row = db
    .prepare(
      `select ${[...issuedColumns, ...sinceColumns].join(', ')} from documents where office_id = ? and document_id = ?`,
    )
    .raw()
  const seen = new Set<string>()
  const since = new Map<string, Since>()
  /** What the table says came since, of those of which it says something: they are few. */
  const inTable = new Map<string, Since>()
  const change = (id: string, changed: Partial<Since>) =>
    since.set(id, { ...(since.get(id) ?? nothingSince), ...changed })

  const issued = (data: EventData<'documentIssued'>): Flaw | undefined => {
    seen.add(data.documentId)
    const found = row.get(officeId, data.documentId) as readonly unknown[] | undefined
    if (!found) return { number: data.number, why: flawWords.notInTable }
    const { kind, number, year, issuedAt, visitId, ticketId, counterId, fileId } = data
    const seal = sealText(data)
    const expected = [kind, number, year, issuedAt, visitId, ticketId, counterId, fileId, seal]
    const wrong = issuedColumns.find((_, at) => found[at] !== expected[at])
    if (wrong !== undefined) return { number: data.number, why: flawWords.table(wrong) }
    const here = found.slice(issuedColumns.length)
    if (sinceColumns.some((column, at) => here[at] !== nothingSince[column]))
      inTable.set(
        data.documentId,
        Object.fromEntries(sinceColumns.map((column, at) => [column, here[at]])) as Since,
      )
    return undefined
  }

  /** What came after the issue, remembered until the end: it is seldom. */
  const follow = ({ at, event }: Recorded): Flaw | undefined => {
    switch (event.type) {
      case 'documentIssued':
        return issued(event.data)
      case 'documentPrinted':
        change(event.data.documentId, { copies: event.data.copy })
        return undefined
      case 'documentHandedOver':
        if ((since.get(event.data.documentId)?.handed_at ?? null) === null)
          change(event.data.documentId, { handed_at: at })
        return undefined
      case 'documentRelated': {
        const { how, documentId, number } = event.data
        if (how === 'cancellation') change(documentId, { cancelled_by: number })
        if (how === 'correction') change(documentId, { corrected_by: number })
        return undefined
      }
      default:
        return undefined
    }
  }

  /** What the table says of each since, and what it has and the journal has not. */
  const whole = (): Flaw | undefined => {
    for (const id of new Set([...inTable.keys(), ...since.keys()])) {
      if (!seen.has(id)) continue
      const here = inTable.get(id) ?? nothingSince
      const expected = since.get(id) ?? nothingSince
      const wrong = sinceColumns.find((column) => here[column] !== expected[column])
      if (wrong !== undefined) return { number: numberOf(id), why: flawWords.table(wrong) }
    }
    const all = db.prepare('select count(*) from documents').pluck().get() as number
    return all === seen.size ? undefined : stray()
  }

  const numberOf = (id: string): string | null =>
    (db
      .prepare('select number from documents where office_id = ? and document_id = ?')
      .pluck()
      .get(officeId, id) as string | undefined) ?? null

  const stray = (): Flaw | undefined => {
    const rows = db.prepare('select document_id as id, number from documents')
    for (const { id, number } of rows.iterate() as Iterable<{ readonly id: string; readonly number: string }>)
      if (!seen.has(id)) return { number, why: flawWords.notInJournal }
    return undefined
  }

  return { event: follow, end: whole }
}
