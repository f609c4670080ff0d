import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The version of the program that runs, as its own package says: beside its sources, or above what is built of them.
 * @param from a folder of the program
 * @returns null where no package of ours is above it
 */
export function programVersion(from = dirname(fileURLToPath(import.meta.url))): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = packageIn(folder)
    if (manifest?.name === 'guichet') return manifest.version
    if (dirname(folder) === folder) return null
  }
}

function packageIn(folder: string): { readonly name: string; readonly version: string } | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly name: string
      readonly version: string
    }
  } catch {
    // Most folders have none; the next one up may.
    return null
  }
}
