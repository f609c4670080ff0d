import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Sqlite } from '../../../db/connect.ts'
import { journalFile } from '../../../db/open.ts'
import { canonicalWriter } from '../../../electron/host/documents/canonicalText.ts'
import { verifyDocuments } from '../../../electron/host/documents/journal.ts'
import { canonicalJson } from '../../../shared/contract/canonical.ts'
import { issueJournal } from '../../fixtures/issuedJournal.ts'
import { longCases } from '../../fixtures/longCases.ts'

// Six documents, three of each kind: whatever is changed afterwards, by whoever holds the file, is found and named.

let folder: string
let whole: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-sealed-'))
  whole = join(folder, 'whole')
  mkdirSync(whole)
  await issueJournal(whole, 6)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the folder; `whole` was closed, so that all of it is in its one file. */
let copies = 0
/** What a verification says of a copy that someone changed by SQL, as who holds the file can. */
function after(change: (db: Sqlite) => void, signatures = false) {
  const copy = join(folder, `copy-${++copies}`)
  cpSync(whole, copy, { recursive: true })
  const db = connect(journalFile(copy), { readonly: false, timeout: 1000 })
  try {
    db.exec('drop trigger events_no_update; drop trigger events_no_delete; drop trigger events_no_replace')
    change(db)
    return verifyDocuments(db, { signatures })
  } finally {
    db.close()
    rmSync(copy, { recursive: true, force: true })
  }
}

const sql = (text: string) => (db: Sqlite) => void db.exec(text)
const third = "number = 'RD-2026-2'"
const itsId = `(select document_id from documents where ${third})`
const kept = (from: string, to: string) =>
  sql(
    `update personal set value = replace(value, '${from}', '${to}') where kind = 'document' and id = ${itsId}`,
  )

test('what nobody touched holds, signatures included', () => {
  expect(after(() => {}, true)).toEqual({ ok: true, documents: 6, erased: 0, signatures: 6 })
})

test('facts that had their time are counted, and the chain holds without them', () => {
  expect(after(sql("delete from personal where kind = 'document'"))).toEqual({
    ok: true,
    documents: 6,
    erased: 6,
    signatures: null,
  })
})

describe('the document that was touched is named', () => {
  test.each([
    ['its facts', kept('renouvellement', 'première demande'), 'ses faits ne sont pas'],
    ['a piece’s state', kept('"missing"', '"presented"'), 'ses faits ne sont pas'],
    ['the salt', kept('a5a5', 'a5a6'), 'ses faits ne sont pas'],
    ['the code’s request', kept('|cni-renouvellement|', '|permis-renouvellement|'), 'son code'],
    ['the code’s number', kept('GUICHET1|RD-2026-2', 'GUICHET1|RD-2026-3'), 'son code'],
    ['the short code', kept('"shortCode":"', '"shortCode":"X'), 'son code court'],
    ['the seal kept with the facts', kept('"year":2026', '"year":2025'), 'le sceau gardé'],
    ['what is kept, made unreadable', kept('{"facts"', '{facts'), 'ne sont pas lisibles'],
    ['its number in the table', sql(`update documents set number = 'RD-2026-9' where ${third}`), '(number)'],
    ['its instant in the table', sql(`update documents set issued_at = 1 where ${third}`), '(issued_at)'],
    ['its kind in the table', sql(`update documents set kind = 'refus' where ${third}`), '(kind)'],
    ['its year in the table', sql(`update documents set year = 2025 where ${third}`), '(year)'],
    ['its visit in the table', sql(`update documents set visit_id = null where ${third}`), '(visit_id)'],
    ['its ticket in the table', sql(`update documents set ticket_id = null where ${third}`), '(ticket_id)'],
    ['its counter in the table', sql(`update documents set counter_id = '2' where ${third}`), '(counter_id)'],
    ['its file in the table', sql(`update documents set file_id = 'x' where ${third}`), '(file_id)'],
    [
      'its seal in the table',
      sql(`update documents set seal = replace(seal, ':2026', ':2027') where ${third}`),
      '(seal)',
    ],
    ['its line taken away', sql(`delete from documents where ${third}`), 'n’est pas dans la table'],
  ])('%s', (_, change, why) => {
    const found = after(change)
    expect(found).toMatchObject({ ok: false, number: 'RD-2026-2' })
    expect(found).toMatchObject({ why: expect.stringContaining(why) })
  })

  test.each([
    ['copies that nobody asked', `update documents set copies = 3 where ${third}`, 'RD-2026-2', '(copies)'],
    [
      'a handing over that nobody said',
      `update documents set handed_at = 3 where ${third}`,
      'RD-2026-2',
      '(handed_at)',
    ],
    [
      'a cancellation that nobody issued',
      `update documents set cancelled_by = 'AN-2026-1' where ${third}`,
      'RD-2026-2',
      '(cancelled_by)',
    ],
    [
      'a correction that nobody issued',
      `update documents set corrected_by = 'RD-2026-3' where ${third}`,
      'RD-2026-2',
      '(corrected_by)',
    ],
    [
      'a line that no event made',
      `insert into documents select office_id, 'x', kind, 'RD-2026-4', year, issued_at, visit_id, ticket_id, counter_id, file_id, seal, copies, handed_at, cancelled_by, corrected_by from documents where ${third}`,
      'RD-2026-4',
      'le journal ne l’a pas',
    ],
    [
      'facts that no event made',
      `insert into personal select office_id, kind, 'x', replace(value, 'RD-2026-2', 'RD-2026-8'), written_at, expires_at from personal where kind = 'document' and id = ${itsId}`,
      'RD-2026-8',
      'le journal ne l’a pas',
    ],
  ])('%s', (_, change, number, why) => {
    expect(after(sql(change))).toMatchObject({ ok: false, number, why: expect.stringContaining(why) })
  })

  test('an event taken away breaks the journal where it was', () => {
    expect(after(sql('delete from events where seq = 4'))).toMatchObject({
      ok: false,
      why: expect.stringContaining('Événement 4 : cet événement manque'),
    })
    expect(after(sql('delete from events where seq = 7'))).toMatchObject({
      ok: false,
      why: expect.stringContaining('la fin du journal manque'),
    })
  })
})

test.each([
  ['facts that are no longer those', `update personal set value = replace(value, 'a5a5', 'a5a6')`],
  ['a table that is no longer the journal’s', 'update documents set year = 2025'],
  ['a table that can’t be read', 'drop table documents'],
])('%s are not told of a journal whose end was cut off: the chain is what does not hold', (_, change) => {
  expect(after(sql(`${change}; delete from events where seq = 7`))).toMatchObject({
    ok: false,
    why: expect.stringContaining('la fin du journal manque'),
  })
})

describe('one character changed anywhere', () => {
  /** The text with another character at one place, which changes what it says. */
  const another = (text: string, at: number): string => {
    const place = at % text.length
    return `${text.slice(0, place)}${text[place] === '0' ? '1' : '0'}${text.slice(place + 1)}`
  }

  property.prop(
    [fc.integer({ min: 2, max: 7 }), fc.nat(100_000), fc.integer({ min: 1, max: 255 })],
    longCases(0.4),
  )('of an event, in the very bytes of the file', (seq, at, flip) => {
    const copy = join(folder, `copy-${++copies}`)
    cpSync(whole, copy, { recursive: true })
    const read = connect(journalFile(copy), { readonly: true, timeout: 1000 })
    const body = read.prepare(`select body || hash from events where seq = ?`).pluck().get(seq) as string
    read.close()
    const bytes = readFileSync(journalFile(copy))
    const place = bytes.indexOf(body)
    expect(place).toBeGreaterThan(0)
    const byte = place + (at % Buffer.byteLength(body))
    bytes.writeUInt8(bytes.readUInt8(byte) ^ flip, byte)
    writeFileSync(journalFile(copy), bytes)
    const db = connect(journalFile(copy), { readonly: true, timeout: 1000 })
    const found = verifyDocuments(db, { signatures: false })
    db.close()
    rmSync(copy, { recursive: true, force: true })
    expect(found.ok).toBe(false)
    if (!found.ok) expect(found.why).toContain(`Événement ${seq}`)
  })

  property.prop([fc.nat(5), fc.nat(100_000)], longCases(0.4))(
    'of what is kept of a document',
    (which, at) => {
      let number: unknown
      const found = after((db) => {
        const rows = db
          .prepare(
            `select p.id, p.value, d.number from personal p join documents d on d.document_id = p.id order by d.number`,
          )
          .all() as { id: string; value: string; number: string }[]
        const row = rows[which]!
        number = row.number
        // Between two members of JSON, a space more or less says the same: a character of a name or a value never does.
        db.prepare("update personal set value = ? where kind = 'document' and id = ?").run(
          another(row.value, at),
          row.id,
        )
      }, true)
      expect(found).toMatchObject({ ok: false, number })
    },
  )
})

property.prop([fc.array(fc.jsonValue(), { maxLength: 20 })])(
  'the text that is hashed again is the one that was hashed, shape after shape',
  (values) => {
    const write = canonicalWriter()
    for (const value of values) {
      const read = JSON.parse(JSON.stringify(value)) as unknown
      expect(write(read)).toBe(canonicalJson(read))
      expect(write(read)).toBe(canonicalJson(read))
    }
  },
)
