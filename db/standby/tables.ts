/** The tables whose rows are not made from the journal, each with the columns that name a row within the office. */
export const followedTables = {
  personal: ['kind', 'id'],
  answers: ['key', 'command_id'],
  jobs: ['job_id'],
  file_keys: ['key', 'file_id'],
  consultations: ['consultation_id'],
  webhook_positions: ['webhook_id'],
  webhook_dead: ['webhook_id', 'seq'],
  api_token_uses: ['token_id'],
} as const
export type FollowedTable = keyof typeof followedTables

/** Whether the second computer copies the rows of a table: what is made from the journal is made again there. */
export const isFollowed = (table: string): table is FollowedTable => Object.hasOwn(followedTables, table)

const acts = { insert: ['new'], update: ['old', 'new'], delete: ['old'] } as const

const note = (table: FollowedTable, side: 'old' | 'new'): string => {
  const key = `json_array(${followedTables[table].map((column) => `${side}.${column}`).join(', ')})`
  // Not « insert or replace »: the statement that fires a trigger may impose its own way of settling conflicts.
  return `delete from changes where tbl = '${table}' and key = ${key}; insert into changes (tbl, key) values ('${table}', ${key});`
}

const names = (Object.keys(followedTables) as FollowedTable[]).flatMap((table) =>
  (Object.keys(acts) as (keyof typeof acts)[]).map((act) => ({
    table,
    act,
    name: `changes_${table}_${act}`,
  })),
)

/** What notes every change of these tables, once for each row. */
export const noteChanges: readonly string[] = names.map(
  ({ table, act, name }) =>
    `create trigger if not exists ${name} after ${act} on ${table} begin ${acts[act].map((side) => note(table, side)).join(' ')} end`,
)
export const noteNothing: readonly string[] = names.map(({ name }) => `drop trigger if exists ${name}`)
