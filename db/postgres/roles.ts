import type { OfficeId } from '../../shared/contract/ids.ts'
import type { Server } from './server.ts'

/** What a host may do in the tables that aren't like the others. Events are added, and never changed. */
const special: Readonly<Record<string, string>> = {
  events: 'select, insert',
  head: 'select, insert, update',
  office_roles: 'select',
  schema_version: 'select',
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/**
 * The SQL that makes the account of a host: the least that it needs, on the rows of one office. It is made from the tables
 * that are there: to be run again after an update of the schema.
 * @param office none for an office to be born, which the account then takes as its own
 */
export async function rolesSql(server: Server, role: string, office: OfficeId | undefined): Promise<string> {
  const found = await server.ask<{ base: string; schema: string; name: string; seen: boolean }>({
    text: `select current_database() as base, current_schema() as schema, c.relname as name,
        exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id' and not a.attisdropped) as seen
      from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by c.relname`,
  })
  const [first] = found
  const to = quoted(role)
  const schema = quoted(first?.schema ?? 'public')
  const grants = found
    .filter(({ name, seen }) => seen || Object.hasOwn(special, name))
    .map(
      ({ name }) =>
        `grant ${special[name] ?? 'select, insert, update, delete'} on ${schema}.${quoted(name)} to ${to};`,
    )
  return [
    '-- Le compte d’un hôte : ce qu’il lui faut et rien de plus, sur les lignes de son office. Il ajoute des événements, n’en',
    '-- change ni n’en efface aucun, et ne touche pas aux tables. À lancer par le propriétaire de la base, et de nouveau après',
    '-- chaque mise à jour ; le mot de passe se donne ensuite (\\password), et se range dans ~/.pgpass.',
    `do $$ begin create role ${to} login; exception when duplicate_object then null; end $$;`,
    `revoke all on schema ${schema} from public;`,
    // What is made again is made beside, in temporary tables.
    `grant connect, temporary on database ${quoted(first?.base ?? '')} to ${to};`,
    `grant usage on schema ${schema} to ${to};`,
    ...grants,
    `grant execute on function ${schema}.claim_office(text) to ${to};`,
    ...(office === undefined
      ? []
      : [
          `insert into ${schema}.office_roles (role, office_id) values (${literal(role)}, ${literal(office)}) on conflict do nothing;`,
        ]),
    '',
  ].join('\n')
}
