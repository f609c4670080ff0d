import type { Kysely } from 'kysely'

/** A row before a migration, and what must be true of it after. */
export type Told = {
  readonly [version: number]: {
    readonly before: (db: Kysely<unknown>) => Promise<unknown>
    readonly after: (db: Kysely<unknown>) => Promise<void>
  }
}
