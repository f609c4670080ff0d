import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { documentCli } from '../../../shared/messages/verification.fr.ts'
import { failed } from './folder.ts'

/** Writes a file that was asked for, and says so. @returns 0, or 1 with a sentence when it can't be written */
export async function writeOut(file: string, bytes: Uint8Array | string): Promise<number> {
  const content = Buffer.from(bytes)
  try {
    // A document bears names: its file is its owner's alone.
    await writeFile(resolve(file), content, { mode: 0o600 })
  } catch {
    return failed(documentCli.unwritableFile(file))
  }
  process.stdout.write(`${documentCli.written(file, content.length)}\n`)
  return 0
}
