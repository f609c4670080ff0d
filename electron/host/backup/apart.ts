import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where events that the office went on without are kept aside. */
export const apartFolder = (dir: string): string => join(dir, 'ecarts')

/** The files of events kept aside, the oldest first. */
export const apartFiles = (dir: string): readonly string[] =>
  existsSync(apartFolder(dir))
    ? readdirSync(apartFolder(dir))
        .filter((name) => name.endsWith('.jsonl'))
        .toSorted()
    : []
