import { backupsKept, kindsKept, tablesKept } from '../../../db/personal/register.ts'
import { register as words } from '../../../shared/messages/privacy/register.fr.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { restored } from '../core/fromJournal.ts'
import { withFolder } from '../documents/folder.ts'

/** `register DIR [--json]`: the register of processing, from what the program really keeps. */
export async function writeRegister(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  const [folder = '', more] = args.filter((arg) => arg !== '--json')
  if (folder === '' || folder.startsWith('--') || more !== undefined) {
    process.stderr.write(`${words.usage}\n`)
    return 2
  }
  return withFolder(folder, async ({ db }) => {
    const { archives, settings } = (await restored(sqliteJournal(db))).office
    const content = {
      office: settings?.address.name ?? '',
      kinds: kindsKept(archives.terms),
      tables: tablesKept(),
      backupsKeptDays: backupsKept,
    }
    process.stdout.write(json ? `${JSON.stringify(content)}\n` : text(content))
    return 0
  })
}

const text = ({
  office,
  kinds,
  tables,
}: {
  readonly office: string
  readonly kinds: ReturnType<typeof kindsKept>
  readonly tables: ReturnType<typeof tablesKept>
}): string =>
  [
    words.title,
    '',
    words.responsible(office),
    words.purpose,
    words.people,
    words.recipients,
    words.security,
    words.rights,
    words.archives,
    words.backups(backupsKept),
    '',
    words.kinds,
    ...kinds.flatMap(({ kind, rule, why, toConfirm, archive }) => [
      `- ${words.named(kind, { archive, toConfirm })} : ${rule}`,
      `  ${why}`,
    ]),
    '',
    words.tables,
    ...tables.map(
      ({ table, holds, personal, keeps }) =>
        `- ${table} : ${holds} ${personal ? keeps : `(${words.nobody})`}`,
    ),
    '',
  ].join('\n')
