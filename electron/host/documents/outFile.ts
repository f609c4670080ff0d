import { lstatSync, realpathSync, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { codeOf } from '../../../db/errors.ts'
import { documentCli } from '../../../shared/messages/documents/verification.fr.ts'
import { failed } from './folder.ts'

/**
 * Whether one of these files is there already: a command that writes them refuses, since they may be the only copy of what
 * they hold. What is no ordinary file (`/dev/stdout`, a pipe) holds nothing.
 * @param replace what `--replace` said: what is there may then be lost
 * @returns true, its sentence said, when nothing may be written
 */
export function isTaken(files: readonly string[], replace: boolean): boolean {
  const there = replace ? undefined : files.find(holdsSomething)
  if (there !== undefined) failed(documentCli.fileThere(there))
  return there !== undefined
}

/** The names that a system gives to what this very process writes to. */
const ownOutput = /^\/dev\/(?:fd\/(?<fd>[12])|(?<name>stdout|stderr))$|^\/proc\/self\/fd\/(?<proc>[12])$/

/**
 * The output of this process that a path names, null where it names a file. Sent to a file by `>`, it holds nothing yet, and
 * is written where it is: opened again by its name, it would be written from its start.
 */
export function outputOf(file: string): NodeJS.WriteStream | null {
  const { fd, name, proc } = ownOutput.exec(resolve(file))?.groups ?? {}
  const which = fd ?? proc ?? name
  if (which === undefined) return null
  return which === '1' || which === 'stdout' ? process.stdout : process.stderr
}

const written = (stream: NodeJS.WriteStream, content: Uint8Array | string) =>
  new Promise<void>((done, fail) => {
    stream.write(content, (error) => (error ? fail(error) : done()))
  })

const holdsSomething = (file: string): boolean => kindOf(file) === 'file'

/** Where what is written to a file goes: a link to one stays, and leads to what is new. */
export function placeOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return resolve(file)
  }
}

function kindOf(file: string): 'file' | 'other' | undefined {
  try {
    if (outputOf(file) !== null) return 'other'
    const path = resolve(file)
    // A link that leads nowhere is there all the same: it is kept, or replaced, as a file is.
    const found = statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path, { throwIfNoEntry: false })
    return found && (found.isFile() || found.isSymbolicLink() ? 'file' : 'other')
  } catch {
    // What can't be looked at can't be written either: the writing says so.
    return undefined
  }
}

/** What an office issued or collected bears names: the file is its owner's alone. */
const forOwner = 0o600
/** What bears no name, as a key, figures or rules, is for whoever the machine's umask lets. */
export const forAll = 0o666

/** Writes a file that was asked for, and says so. @returns 0, or 1 with a sentence when it can't be written */
export async function writeOut(
  file: string,
  bytes: Uint8Array | string,
  replace: boolean,
  mode: number = forOwner,
): Promise<number> {
  const content = Buffer.from(bytes)
  if (!(await stored(file, content, replace, mode))) return 1
  // The output asked for has the content alone.
  if (outputOf(file) !== process.stdout)
    process.stdout.write(`${documentCli.written(file, content.length)}\n`)
  return 0
}

/**
 * Writes a file that was asked for. One that is there is kept, unless `replace`: it then has the place once the new one is
 * whole.
 * @param mode who may read and write it; its owner alone unless it is said
 * @returns false, its sentence said, when it can't be written
 */
export async function stored(
  file: string,
  content: Uint8Array | string,
  replace: boolean,
  mode: number = forOwner,
): Promise<boolean> {
  if (isTaken([file], replace)) return false
  const output = outputOf(file)
  const kind = kindOf(file)
  const path = kind === 'file' ? placeOf(file) : resolve(file)
  const made = kind === 'file' ? `${path}.en-cours-${process.pid}` : path
  try {
    if (output !== null) await written(output, content)
    else if (kind === 'other') await writeFile(path, content)
    else await writeFile(made, content, { mode, flag: 'wx', flush: true })
    if (made !== path) await rename(made, path)
    return true
  } catch (cause) {
    const came = kind === undefined && codeOf(cause) === 'EEXIST'
    if (kind !== 'other' && !came) await rm(made, { force: true }).catch(() => {})
    failed(came ? documentCli.fileThere(file) : documentCli.unwritableFile(file))
    return false
  }
}

/** The files that `storedDescribed` writes: what is asked for and its description, or an output alone. */
export const describedFiles = (file: string): readonly string[] =>
  kindOf(file) === 'other' ? [file] : [file, `${file}.txt`]

/**
 * Writes a file with its description in another one beside it. Beside an output or a pipe there is no place: the description
 * goes to the errors' output, so that the file alone is read.
 * @returns false, its sentence said, when one can't be written
 */
export async function storedDescribed(
  file: string,
  content: Uint8Array | string,
  description: string,
  replace: boolean,
): Promise<boolean> {
  const [, beside] = describedFiles(file)
  if (!(await stored(file, content, replace))) return false
  if (beside !== undefined) return stored(beside, description, replace)
  process.stderr.write(`${description.trimEnd()}\n`)
  return true
}
