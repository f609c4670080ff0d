import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { officeOf } from '../../../db/backup/check.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import type { Sqlite } from '../../../db/connect.ts'
import { noHash } from '../../../db/journal/rows.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { retention, ruleUnder, type Terms } from '../../../db/personal/retention.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { ArchiveKind } from '../../../shared/contract/privacy/archives.ts'
import { publicKeyPem } from '../../../shared/documents/publicKey.ts'
import { instantOf } from '../../../shared/domain/core/calendar/index.ts'
import { csvText } from '../../../shared/messages/format/csv.ts'
import { register } from '../../../shared/messages/privacy/register.fr.ts'
import { archive as words } from '../../../shared/messages/privacy/archiveCommand.fr.ts'

type Cell = string | number | null

/** Tables that leave, with what each column is (Frictionless Data). Nothing in them names a person. */
const tables = [
  {
    file: 'documents.csv',
    query: `select number, kind, issued_at, json_extract(seal, '$.hash') as hash, json_extract(seal, '$.signature') as signature
      from documents where issued_at >= ? and issued_at < ? order by issued_at, number`,
    fields: [
      ['number', 'string', 'Numéro'],
      ['kind', 'string', 'Nature'],
      ['issued_at', 'integer', 'Émis à, millisecondes UTC depuis 1970'],
      ['hash', 'string', 'Empreinte SHA-256, chaînée à celle du document d’avant'],
      ['signature', 'string', 'Signature Ed25519'],
    ],
  },
  {
    file: 'dossiers.csv',
    query: `select reference, service_id, procedure_id, channel, sent_on, received_on, opened_at, closed_at, state
      from files where opened_at >= ? and opened_at < ? order by opened_at, reference`,
    fields: [
      ['reference', 'string', 'Référence'],
      ['service_id', 'string', 'Service'],
      ['procedure_id', 'string', 'Démarche'],
      ['channel', 'string', 'Canal'],
      ['sent_on', 'string', 'Envoyé le'],
      ['received_on', 'string', 'Reçu le'],
      ['opened_at', 'integer', 'Ouvert à, millisecondes UTC depuis 1970'],
      ['closed_at', 'integer', 'Terminé à, millisecondes UTC depuis 1970'],
      ['state', 'string', 'État'],
    ],
  },
] as const

/**
 * Writes a year that is over for whoever keeps it after the office: readable and verified without this program.
 * @param now milliseconds, UTC
 * @param terms those that the office settled
 * @returns how many events
 * @throws BackupError with the sentence to show; nothing is written then
 */
export async function archiveYear(
  db: Sqlite,
  {
    year,
    out,
    now,
    zone,
    terms,
  }: {
    readonly year: number
    readonly out: string
    readonly now: number
    readonly zone: string
    readonly terms: Terms
  },
): Promise<number> {
  const from = instantOf(zone, `${year}-01-01` as LocalDate, 0)
  const to = instantOf(zone, `${year + 1}-01-01` as LocalDate, 0)
  if (to > now) throw new BackupError(words.notOver(year))
  const chain = verifyChain(db)
  if (!chain.ok) throw new BackupError(words.broken(chain.reason))
  const span = db
    .prepare('select min(seq) as first, max(seq) as last from events where at >= ? and at < ?')
    .get(from, to) as { first: number | null; last: number | null }
  const { first, last } = span
  if (first === null || last === null) throw new BackupError(words.nothing(year))
  if ((await readdir(out).catch(() => [])).length > 0) throw new BackupError(words.exists(out))
  await mkdir(out, { recursive: true, mode: 0o700 })
  const hashAt = (seq: number) =>
    (db.prepare('select hash from events where seq = ?').pluck().get(seq) as string | undefined) ?? noHash
  const { office, publicKey } = officeOf(db)
  const facts = { office, year, first, last, before: hashAt(first - 1), end: hashAt(last) }
  await pipeline(journalLines(db, first, last), createWriteStream(join(out, 'journal.tsv')))
  for (const { file, query, fields } of tables) {
    const rows = db.prepare(query).raw().all(from, to) as Cell[][]
    await writeFile(join(out, file), csvText('open', [fields.map(([name]) => name), ...rows]))
  }
  await writeFile(join(out, 'datapackage.json'), `${JSON.stringify(dataPackage(year), null, 2)}\n`)
  await writeFile(join(out, 'cle.pem'), publicKeyPem(publicKey))
  await writeFile(
    join(out, 'conservation.csv'),
    csvText('open', keeping(db, { office, year, terms }, from, to)),
  )
  await writeFile(join(out, 'LISEZ-MOI.txt'), words.readMe(facts))
  return last - first + 1
}

/** The journal's lines as they are stored, byte for byte: what was hashed is never written again. */
function* journalLines(db: Sqlite, first: number, last: number): Generator<string> {
  const rows = db.prepare('select hash, body from events where seq >= ? and seq <= ? order by seq').raw()
  for (const [hash, body] of rows.iterate(first, last) as Iterable<[string, string]>)
    yield `${hash}\t${body}\n`
}

const dataPackage = (year: number) => ({
  profile: 'tabular-data-package',
  name: `guichet-${year}`,
  resources: tables.map(({ file, fields }) => ({
    name: file.replace('.csv', ''),
    path: file,
    encoding: 'utf-8',
    schema: { fields: fields.map(([name, type, title]) => ({ name, type, title })) },
  })),
})

/** What the year keeps of public archives, by kind: counted, with its term, what becomes of it then, and its text. */
function keeping(
  db: Sqlite,
  { office, year, terms }: { readonly office: string; readonly year: number; readonly terms: Terms },
  from: number,
  to: number,
): Cell[][] {
  const count = db
    .prepare('select count(*) from personal where kind = ? and written_at >= ? and written_at < ?')
    .pluck()
  const lines = ArchiveKind.options.map((kind): Cell[] => [
    register.names[kind] ?? kind,
    office,
    `${year}-01-01 / ${year}-12-31`,
    count.get(kind, from, to) as number,
    ruleUnder(kind, terms),
    retention[kind].why,
  ])
  return [[...words.keeping], ...lines]
}
