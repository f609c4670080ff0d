import { statSync } from 'node:fs'
import { StartError } from './startError.ts'

/**
 * Whoever can put files in the folder can put their own key, tokens or journal there: the host does not open it. Windows says
 * who may write by lists that Node does not read: there the folder is closed by whoever installs (docs/deploy/windows).
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
