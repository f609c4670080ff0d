import { resolve, sep } from 'node:path'
import { normalForm } from '../../shared/contract/letters.ts'

// The names that a backup or another machine's copy may bring into an office's folder: a closed list. Whatever is
// written from an archive or from the network passes by here.

export const databaseName = 'guichet.sqlite'

/**
 * What a restore into an empty machine needs beside the database. The stations' tokens are in it: the archive holds the
 * office's key and the personal data already, and a restored office whose stations had to be paired again would not open
 * its counters. Logs, backups and what Chromium keeps are not.
 */
export const heldFiles = [
  'office.key',
  'office.key.age',
  'tokens.json',
  'clock.json',
  'sauvegardes.json',
  'avis.json',
  'ancres.jsonl',
] as const

/** Folders where the office puts files of its own. */
const officeFolders = ['regles', 'certificats'] as const
/** The network's, where the program alone writes. */
const networkFolder = 'reseau'
export const heldFolders = [...officeFolders, networkFolder] as const

const fixed: ReadonlySet<string> = new Set([databaseName, ...heldFiles])
const networkFile = /^(?:(?:reseau|vus|entendus|silences)\.json|[A-Za-z0-9_-]{43}\.(?:key|crt))$/
/** A name that every system writes as it is said: no control character, no separator, no mark of a drive or a stream. */
const plain =
  /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N} ._()+,'’&@~#=[\]-]{0,98}[\p{L}\p{M}\p{N}_()+,'’&@~#=[\]-])?$/u
/** Devices of Windows, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** The folders of an office's own folder: `regles/brouillons/F1342.brouillon.yaml`. */
const deepest = 3

/** Whether a file of this name may come into an office's folder. @param name with `/` between folders */
export function isHeldName(name: string): boolean {
  if (fixed.has(name)) return true
  const [folder = '', ...parts] = name.split('/')
  if (folder === networkFolder) return parts.length === 1 && networkFile.test(parts[0] ?? '')
  return (
    (officeFolders as readonly string[]).includes(folder) &&
    parts.length >= 1 &&
    parts.length <= deepest &&
    parts.every((part) => plain.test(part) && !device.test(part))
  )
}

/**
 * Where a file of this name lies in a folder; undefined when the name is not of the list, or would lead out of the folder.
 * @param name with `/` between folders
 */
export function placeIn(folder: string, name: string): string | undefined {
  const root = resolve(folder)
  const place = resolve(root, ...name.split('/'))
  return isHeldName(name) && place.startsWith(root + sep) ? place : undefined
}

/**
 * The names of a list that some system would write over another, earlier in it, or in the place of a folder of others: one that
 * a case or a form of Unicode alone tells apart.
 */
export function clashingNames(names: readonly string[]): ReadonlySet<string> {
  const folded = (name: string) => normalForm('NFC', name).toLowerCase()
  const folders = new Set(names.flatMap((name) => foldersOf(folded(name))))
  const taken = new Set<string>()
  return new Set(
    names.filter((name) => {
      const one = folded(name)
      const clashes = taken.has(one) || folders.has(one)
      taken.add(one)
      return clashes
    }),
  )
}

const foldersOf = (name: string): readonly string[] =>
  name.split('/').flatMap((_, at, parts) => (at === 0 ? [] : [parts.slice(0, at).join('/')]))
