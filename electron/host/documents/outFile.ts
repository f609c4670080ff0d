import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { documentCli } from '../../../shared/messages/documents/verification.fr.ts'
import { failed } from './folder.ts'

/** Writes a file that was asked for, and says so. @returns 0, or 1 with a sentence when it can't be written */
export async function writeOut(file: string, bytes: Uint8Array | string): Promise<number> {
  const content = Buffer.from(bytes)
  if (!(await stored(file, content))) return 1
  process.stdout.write(`${documentCli.written(file, content.length)}\n`)
  return 0
}

/** Writes a file that was asked for. @returns false, its sentence said, when it can't be written */
export async function stored(file: string, content: Uint8Array | string): Promise<boolean> {
  try {
    // What an office issued or collected bears names: the file is its owner's alone.
    await writeFile(resolve(file), content, { mode: 0o600 })
    return true
  } catch {
    failed(documentCli.unwritableFile(file))
    return false
  }
}
