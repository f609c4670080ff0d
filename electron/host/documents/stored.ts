import type { Sqlite } from '../../../db/connect.ts'
import { canonicalJson } from '../../../shared/contract/canonical.ts'
import { IssuedDocument, type DocumentSeal } from '../../../shared/contract/documents/issued.ts'
import { verifyFacts } from '../../../shared/documents/seal.ts'

// The documents of an office's folder, as its tables have them, on a stopped or a running host.

/** One document as a list says it. `at` is the instant of its issue in milliseconds, UTC; `hash` its link of the chain. */
export type StoredLine = {
  readonly kind: string
  readonly number: string
  readonly at: number
  readonly documentId: string
  readonly hash: string
  /** Papers that were asked beyond the first. */
  readonly copies: number
  /** The facts have had their time: number and seal stay. */
  readonly erased: boolean
}

/** Who issued what is in the folder. */
export type IssuingOffice = {
  readonly officeId: string
  /** Ed25519, base64url of 32 bytes. */
  readonly publicKey: string
}

const columns = `d.kind, d.number, d.issued_at as at, d.document_id as documentId,
  json_extract(d.seal, '$.hash') as hash, d.copies, p.id is null as erased`
const kept = `documents d left join personal p
  on p.office_id = d.office_id and p.kind = 'document' and p.id = d.document_id`

type Row = Omit<StoredLine, 'erased'> & { readonly erased: number }
const line = (row: Row): StoredLine => ({ ...row, erased: row.erased === 1 })

/** The office's picture as it is now, a PNG's data URL; null where it has none. */
export function officeLogo(db: Sqlite): string | null {
  const logo = db
    .prepare(
      `select json_extract(body, '$.data.paper.logo') from events
       where body like '%"type":"paperSet"%' order by seq desc limit 1`,
    )
    .pluck()
    .get()
  return typeof logo === 'string' ? logo : null
}

/** All the documents, the first issued first. */
export function* documentLines(db: Sqlite): Generator<StoredLine> {
  const rows = db.prepare(`select ${columns} from ${kept} order by d.issued_at, d.document_id`)
  for (const row of rows.iterate() as Iterable<Row>) yield line(row)
}

export type StoredDocument = {
  readonly line: StoredLine
  readonly seal: DocumentSeal
  /** `altered`: what is kept is not what was sealed under that number. */
  readonly document: IssuedDocument | 'erased' | 'damaged' | 'altered'
}

/** The document of that number; undefined when there is none. */
export function storedDocument(
  db: Sqlite,
  office: IssuingOffice,
  number: string,
): StoredDocument | undefined {
  const row = db
    .prepare(`select ${columns}, d.seal, p.value from ${kept} where d.office_id = ? and d.number = ?`)
    .get(office.officeId, number) as
    | (Row & { readonly seal: string; readonly value: string | null })
    | undefined
  if (!row) return undefined
  const { seal: sealed, value, ...rest } = row
  const seal = JSON.parse(sealed) as DocumentSeal
  return {
    line: line(rest),
    seal,
    document: value === null ? 'erased' : readDocument(value, number, seal, office),
  }
}

/** The facts as they were kept: what was hashed is what was written, so nothing that the schema would trim is changed. */
function readDocument(
  value: string,
  number: string,
  seal: DocumentSeal,
  office: IssuingOffice,
): IssuedDocument | 'damaged' | 'altered' {
  try {
    const parsed: unknown = JSON.parse(value)
    if (!IssuedDocument.safeParse(parsed).success) return 'damaged'
    const document = parsed as IssuedDocument
    return holds(document, number, seal, office) ? document : 'altered'
  } catch {
    return 'damaged'
  }
}

/** Facts changed since, or another document's: the office's key would seal a PDF of them, and it would pass for authentic. */
function holds(
  document: IssuedDocument,
  number: string,
  seal: DocumentSeal,
  { officeId, publicKey }: IssuingOffice,
): boolean {
  const verdict = verifyFacts(document, publicKey)
  return (
    verdict.is === 'authentic' &&
    verdict.officeId === officeId &&
    verdict.number === number &&
    canonicalJson(document.seal) === canonicalJson(seal)
  )
}
