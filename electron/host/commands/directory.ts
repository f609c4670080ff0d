import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { journalFile } from '../../../db/open.ts'
import { LocalDate } from '../../../shared/contract/ids.ts'
import { directoryWords } from '../../../shared/messages/partners/directory.fr.ts'
import { DirectoryError, importDirectory } from '../partners/directory/import.ts'
import { failed } from '../documents/folder.ts'

type Arguments = { readonly path: string; readonly folder: string; readonly on: LocalDate | null }

/** `directory import FILE --data DIR`: the directory of public services for an office that forwards people to others. */
export async function importOffices(args: readonly string[]): Promise<number> {
  const { cli } = directoryWords
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(cli.usage)
    return 2
  }
  const { path, folder } = options
  const file = basename(path)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return failed(cli.noFile(path))
  if (!statSync(journalFile(folder), { throwIfNoEntry: false })) return failed(cli.noFolder(folder))
  const on = options.on ?? LocalDate.parse(stat.mtime.toISOString().slice(0, 10))
  try {
    const { source, left } = await importDirectory(folder, { path, file, on })
    process.stdout.write(`${cli.taken({ ...source, ...left })}\n`)
    return 0
  } catch (error) {
    if (error instanceof DirectoryError) return failed(error.message)
    throw error
  }
}

function read(args: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, on: { type: 'string' } },
      allowPositionals: true,
    })
    const [path] = positionals
    if (!path || positionals.length > 1 || !values.data) return undefined
    return {
      path: resolve(path),
      folder: resolve(values.data),
      on: values.on === undefined ? null : LocalDate.parse(values.on),
    }
  } catch {
    return undefined
  }
}
