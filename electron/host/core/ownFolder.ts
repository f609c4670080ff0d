import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Log } from './log.ts'
import { StartError } from './startError.ts'

// Windows says who may read or write by lists that Node does not read: there the folder is closed by whoever installs
// (docs/deploy/windows).

/**
 * Whoever can put files in the folder can put their own key, tokens or journal there: the host does not open it.
 * @throws StartError when every account of the machine may write in it
 */
export function requireOwnFolder(dir: string): void {
  if (process.platform === 'win32') return
  const found = statSync(dir, { throwIfNoEntry: false })
  if (found && (found.mode & 0o002) !== 0)
    throw new StartError(
      `Tout compte de cette machine peut écrire dans le dossier « ${dir} », et y mettre sa clé ou ses jetons. Retirez ce droit (chmod o-w "${dir}"), vérifiez ce qui s’y trouve, puis relancez.`,
    )
}

/** What another account may reach: its path, and the rights that it has (`0o755`). */
export type WideEntry = { readonly path: string; readonly mode: number }

/** What another account has a right to in an office's folder, the folder itself included; a link is not followed. */
export function wideEntries(dir: string): readonly WideEntry[] {
  if (process.platform === 'win32') return []
  const wide: WideEntry[] = []
  const look = (path: string) => {
    // One that went meanwhile (a log turned, a copy sent) has no rights to look at.
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found || found.isSymbolicLink()) return
    if ((found.mode & 0o077) !== 0) wide.push({ path, mode: found.mode & 0o777 })
    if (found.isDirectory()) for (const name of readdirSync(path)) look(join(path, name))
  }
  look(dir)
  return wide
}

/**
 * Leaves the folder and all that is in it to its owner alone (0700 and 0600), whoever made it and however. What can't be
 * narrowed (another account's file, a disk without rights) is logged, and the doctor says it.
 */
export function narrowFolder(dir: string, log: Pick<Log, 'info'>): void {
  const entries = wideEntries(dir)
  if (entries.length === 0) return
  const left: string[] = []
  for (const { path, mode } of entries) {
    try {
      chmodSync(path, mode & 0o700)
    } catch {
      left.push(relative(dir, path) || '.')
    }
  }
  log.info('narrowed', { entries: entries.length - left.length, left: left.slice(0, 20) })
}
