import { sql, type Kysely } from 'kysely'

/**
 * Several hosts of one office, and several offices, in one PostgreSQL database. A SQLite file has one host and one office:
 * nothing changes there.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'sqlite') return
  for (const statement of statements) await statement.execute(db)
}

const statements = [
  // How many times the personal rows of an office were changed, and which rows each time did: what another host changed
  // is read again by it, a row at a time. Ids only.
  sql`alter table head add column rev bigint not null default 0`,
  sql`create table personal_changes (
    office_id text not null, rev bigint not null, kind text not null, id text not null, at bigint not null,
    primary key (office_id, rev, kind, id))`,
  // Which host prints a job, and until when the others leave it alone (milliseconds of the server's clock).
  sql`alter table jobs add column holder text`,
  sql`alter table jobs add column held_until bigint not null default 0`,
  // Read tables are made again office by office: another one may be read meanwhile.
  sql`drop table projected`,
  sql`create table projected (office_id text not null primary key, version bigint not null)`,
  // « The numbers that begin with » is a comparison of bytes, whatever the language of the database.
  sql`alter table documents alter column number type text collate "C"`,
  // The head moves from where the caller saw it, or the whole transaction is undone: GU001 is a conflict. Who comes
  // second waits for the first one's commit at this row. Without a revision, the personal rows may have changed.
  sql`create function move_head(
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
    end $$`,
  // Which role of the database works for which office: row-level security reads it, and nobody but the owner writes it.
  sql`create table office_roles (
    role name not null, office_id text not null, primary key (role, office_id))`,
  sql`create index office_roles_office on office_roles (office_id)`,
  // An office is born under an id that nobody could name before: its role takes it, if no office and no role has it.
  sql`create function claim_office(office text) returns void language plpgsql security definer
    set search_path from current as $$
    begin
      if exists (select 1 from office_roles where role = session_user and office_id = office) then
        return;
      end if;
      if exists (select 1 from office_roles where office_id = office)
        or exists (select 1 from head where office_id = office) then
        raise exception 'this office is another role''s' using errcode = 'insufficient_privilege';
      end if;
      insert into office_roles (role, office_id) values (session_user, office);
    end $$`,
  sql`revoke all on function claim_office(text) from public`,
]
