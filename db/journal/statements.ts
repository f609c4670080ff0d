import type { CompiledQuery } from 'kysely'
import type Database from 'better-sqlite3'
import type { Sqlite } from '../connect.ts'

/** Prepared statements of one connection, by text: each is prepared once. */
export type Statements = {
  /** A statement by its text. The cache has no bound: all texts come from the program, so they are few. */
  readonly of: (text: string) => Database.Statement
  /** Runs a compiled query for its effect. */
  readonly run: (query: CompiledQuery) => void
  /** The rows of a compiled query. */
  readonly all: <Row>(query: CompiledQuery<Row>) => readonly Row[]
}

/** The cache of a connection. */
export function statements(db: Sqlite): Statements {
  const cache = new Map<string, Database.Statement>()
  const of = (text: string): Database.Statement => {
    const cached = cache.get(text)
    if (cached) return cached
    const statement = db.prepare(text)
    cache.set(text, statement)
    return statement
  }
  return {
    of,
    run: ({ sql, parameters }) => void of(sql).run(...parameters),
    all: <Row>({ sql, parameters }: CompiledQuery<Row>) => of(sql).all(...parameters) as Row[],
  }
}
