import Database from 'better-sqlite3'
import { join } from 'node:path'

/** One durable append (`synchronous=FULL`, WAL) of one text in one table, and nothing else. */
export function openBare(folder: string): {
  readonly append: (body: string) => number
  readonly close: () => void
} {
  const nativeBinding = process.env['GUICHET_SQLITE_BINDING']
  const db = new Database(join(folder, 'bare.sqlite'), nativeBinding ? { nativeBinding } : {})
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec('create table if not exists appended (seq integer primary key, body text not null) strict')
  const insert = db.prepare('insert into appended (body) values (?)')
  return { append: (body) => Number(insert.run(body).lastInsertRowid), close: () => void db.close() }
}
