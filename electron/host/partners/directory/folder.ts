import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DirectoryOffice, DirectorySource } from '../../../../shared/contract/partners/directory.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import type { Log } from '../../core/log.ts'
import { indexOf, type Index } from './search.ts'

/** Where the directory is in an office's folder. It names services, nobody: no personal datum is there. */
export const directoryFolder = 'annuaire'
export const directoryFile = 'annuaire.jsonl'

type OfficeQuery = {
  readonly text: string
  readonly kind?: string | undefined
  readonly insee?: string | undefined
}
export type Directory = (asked: OfficeQuery) => Promise<Output<'directory.search'>>

const none: Output<'directory.search'> = { offices: [], source: null }
const mostFound = 20

/**
 * The directory of an office's folder, read and indexed at its first search, and again when another one was imported: who
 * searches waits for no restart. What is not whole is no directory.
 */
export function startDirectory(folder: string, log: Log): Directory {
  const file = join(folder, directoryFolder, directoryFile)
  let cached: { readonly changedAt: number; readonly index: Promise<Index | null> } | null = null
  return async (asked) => {
    const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    if (changedAt === undefined) return none
    if (cached?.changedAt !== changedAt) cached = { changedAt, index: read(file, log) }
    const index = await cached.index
    if (index === null) return none
    return { offices: [...index.search(asked, mostFound)], source: index.source }
  }
}

async function read(file: string, log: Log): Promise<Index | null> {
  try {
    const offices: DirectoryOffice[] = []
    let source: DirectorySource | null = null
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      const record = JSON.parse(line) as DirectoryOffice | { readonly source: unknown }
      if ('source' in record) source = DirectorySource.parse(record.source)
      else offices.push(DirectoryOffice.parse(record))
    }
    if (source === null || offices.length !== source.offices) throw new Error('the directory is not whole')
    return await indexOf(offices, source)
  } catch (error) {
    log.fault('directory', error)
    return null
  }
}
