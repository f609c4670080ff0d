import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageHash, type RulePackage } from '../../../shared/procedures/package.ts'
import { writePrivate } from '../core/privateFiles.ts'
import { normalForm } from '../../../shared/contract/letters.ts'

/** Where an office's packages of rules lie, in its data folder; drafts are under `brouillons`. */
export const rulesIn = (dir: string): string => join(dir, 'regles')
export const packageEnding = '.regles.json'

/** Puts a package among those of an office, under a name that tells what it is. */
export function keepPackage(
  dir: string,
  made: RulePackage,
): { readonly file: string; readonly hash: string } {
  const hash = packageHash(made)
  const { name, version } = made.manifest
  const slug = normalForm('NFD', name.toLowerCase())
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  mkdirSync(rulesIn(dir), { recursive: true, mode: 0o700 })
  const file = join(rulesIn(dir), `${slug || 'regles'}-${version}-${hash.slice(0, 8)}${packageEnding}`)
  writePrivate(file, `${JSON.stringify(made)}\n`)
  return { file, hash }
}
