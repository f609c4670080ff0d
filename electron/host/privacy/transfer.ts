import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hash } from 'node:crypto'
import { BackupError } from '../../../db/backup/errors.ts'
import type { Journal } from '../../../db/journal/port.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { csvText } from '../../../shared/messages/format/csv.ts'
import { archivesWords } from '../../../shared/messages/privacy/archives.fr.ts'
import { archive as words } from '../../../shared/messages/privacy/archiveCommand.fr.ts'

/** One line of what is handed over: a row of the slip, with all that the office keeps under it. */
type Line = {
  readonly rank: number
  readonly kind: string
  readonly id: string
  readonly ref: string | null
  readonly at: string
  readonly value: unknown
}

/**
 * Writes, for the archives, the content of the slip of transfer that waits: its list, and each row whole (C. patrimoine R212-16).
 * @param note records the consultation, durable before anything is written out
 * @returns the slip's number and how many rows
 * @throws BackupError with the sentence to show, where no slip of transfer waits, or the folder is not empty; nothing is written then
 */
export async function writeTransfer(
  journal: Pick<Journal, 'personalRow'>,
  office: Office,
  {
    out,
    note,
  }: { readonly out: string; readonly note: (what: 'file' | 'document', ids: readonly string[]) => void },
): Promise<{ readonly number: number; readonly rows: number }> {
  const { slip } = office.archives
  if (slip?.fate !== 'transfer') throw new BackupError(words.noTransfer)
  if ((await readdir(out).catch(() => [])).length > 0) throw new BackupError(words.exists(out))
  const lines: Line[] = []
  for (const [index, { kind, id, ref, at }] of slip.rows.entries()) {
    const value = await journal.personalRow(kind, id)
    if (value === undefined) throw new BackupError(words.rowGone(index + 1))
    lines.push({ rank: index + 1, kind, id, ref, at: new Date(at).toISOString(), value })
  }
  // Documents by their number; all else that is handed over is read as a file is.
  const idsOf = (document: boolean) =>
    slip.rows.filter(({ kind }) => (kind === 'document') === document).map(({ id }) => id)
  for (const what of ['document', 'file'] as const) {
    const ids = idsOf(what === 'document')
    if (ids.length > 0) note(what, ids)
  }
  const content = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const list = lines.map(({ rank, kind, ref, at }) => [
    rank,
    archivesWords.kinds[kind as keyof typeof archivesWords.kinds],
    ref ?? archivesWords.slip.noRef,
    at,
  ])
  await mkdir(out, { recursive: true, mode: 0o700 })
  await writeFile(join(out, 'bordereau.csv'), csvText('open', [[...words.transferColumns], ...list]))
  await writeFile(join(out, 'contenu.jsonl'), content)
  const { number } = slip
  const name = office.settings?.address.name ?? ''
  await writeFile(
    join(out, 'LISEZ-MOI.txt'),
    words.transferReadMe({ office: name, number, rows: lines.length, hash: hash('sha256', content) }),
  )
  return { number, rows: lines.length }
}
