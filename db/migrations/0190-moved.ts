import { sql, type Kysely } from 'kysely'

/**
 * An office that was copied elsewhere is not worked on here any more: where it went, and the head that moves no more. A folder
 * says it by a file beside its journal.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'sqlite') return
  for (const statement of statements) await statement.execute(db)
}

const statements = [
  sql`create table moved_offices (office_id text not null primary key, place text not null, at bigint not null)`,
  // As it was, and GU002 where the office went elsewhere: a host that did not hear of it stores nothing either.
  sql`create or replace function move_head(
      office text, from_seq bigint, from_rev bigint, to_seq bigint, to_hash text, to_at bigint, changed boolean)
    returns void language plpgsql as $$
    begin
      if from_seq = 0 then
        insert into head (office_id, seq, hash, at, rev) values (office, 0, repeat('0', 64), 0, 0)
        on conflict (office_id) do nothing;
      end if;
      update head set seq = to_seq, hash = to_hash, at = to_at, rev = rev + case when changed then 1 else 0 end
      where office_id = office and seq = from_seq and (from_rev is null or rev = from_rev);
      if not found then
        raise exception 'the head has moved' using errcode = 'GU001';
      end if;
      if exists (select 1 from moved_offices where office_id = office) then
        raise exception 'the office has moved' using errcode = 'GU002';
      end if;
    end $$`,
]
