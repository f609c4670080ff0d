import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { isHeldName, placeIn } from '../../../db/backup/names.ts'
import { writePrivate } from '../core/privateFiles.ts'

/**
 * What lies beside the database and goes with it. Not the office's key: it comes with the whole copy, and does not change. Nor
 * `reseau/`: each machine has its own name and its own TLS key, which the stations learn from the journal, so that no
 * private key of the network ever leaves its machine.
 */
const files = ['tokens.json', 'clock.json', 'sauvegardes.json', 'avis.json']
const folders = ['regles', 'certificats']
/** Milliseconds between two looks at them: each act would be too often. */
const each = 1000

const namesIn = (dir: string): readonly string[] =>
  [
    ...files.filter((name) => existsSync(join(dir, name))),
    ...folders.flatMap((folder) =>
      statSync(join(dir, folder), { throwIfNoEntry: false })?.isDirectory() === true
        ? readdirSync(join(dir, folder), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
            .filter(isHeldName)
        : [],
    ),
  ].toSorted()

/** The files beside the database, as they are now. */
export type HeldFiles = {
  /** One digest of them all, a second old at most unless it is asked as of `now`. */
  readonly digest: (now?: boolean) => string
  readonly all: () => Readonly<Record<string, string>>
}

/** The files of an office's folder that its second computer keeps too. */
export function heldFiles(dir: string): HeldFiles {
  const cache = new Map<string, { readonly stamp: string; readonly hash: string }>()
  const hashOf = (name: string): string => {
    const { mtimeMs, size } = statSync(join(dir, name))
    const stamp = `${mtimeMs} ${size}`
    const before = cache.get(name)
    if (before?.stamp === stamp) return before.hash
    const hash = createHash('sha256')
      .update(readFileSync(join(dir, name)))
      .digest('hex')
    cache.set(name, { stamp, hash })
    return hash
  }
  let last = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  return {
    digest: (now = false) => {
      if (!now && performance.now() - lookedAt < each) return last
      const all = createHash('sha256')
      for (const name of namesIn(dir)) all.update(`${name} ${hashOf(name)}\n`)
      lookedAt = performance.now()
      last = all.digest('hex')
      return last
    },
    all: () =>
      Object.fromEntries(
        namesIn(dir).map((name) => [name, readFileSync(join(dir, name)).toString('base64')]),
      ),
  }
}

/** Where a name that a host sends lies here; undefined for one that is none of the list, or leads out of the folder. */
const ours = (dir: string, name: string): string | undefined =>
  files.includes(name) || folders.some((folder) => name.startsWith(`${folder}/`))
    ? placeIn(dir, name)
    : undefined

/** Makes the files beside the database those of the host. @throws StorageError with the sentence to show */
export function takeFiles(dir: string, given: Readonly<Record<string, string>>): void {
  for (const [name, base64] of Object.entries(given)) {
    const place = ours(dir, name)
    if (place === undefined) continue
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    const bytes = Buffer.from(base64, 'base64')
    if (existsSync(place) && readFileSync(place).equals(bytes)) continue
    writePrivate(place, bytes)
  }
  for (const name of namesIn(dir)) if (given[name] === undefined) rmSync(join(dir, name), { force: true })
}
