import { join } from 'node:path'
import { prepareElectron } from './electron.ts'
import { prepareBinding } from './sqlite.ts'
import { Trouble } from './trouble.ts'

export interface Runtime {
  /** The folder of the prepared Electron, as `ELECTRON_OVERRIDE_DIST_PATH` wants it. */
  readonly dist: string
  readonly executable: string
  /** The SQLite addon compiled for it, as `GUICHET_SQLITE_BINDING` wants it. */
  readonly nativeBinding: string
}

/** Whether the test Electron exists for this machine at all. */
export const testRuntimeExists = (): boolean => process.platform === 'linux' && process.arch === 'x64'

/** Prepares the test Electron and the SQLite addon for it, both from the cache when they are there. */
export async function prepareRuntime(): Promise<Runtime> {
  if (!testRuntimeExists())
    throw new Trouble('l’Electron d’essai n’existe que pour Linux sur processeur x64.')
  const [dist, nativeBinding] = await Promise.all([prepareElectron(), prepareBinding()])
  return { dist, executable: join(dist, 'electron'), nativeBinding }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await prepareRuntime())}\n`)
