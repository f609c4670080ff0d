import { join } from 'node:path'
import { exists } from './cache.ts'
import { prepareElectron, testElectronFolder } from './electron.ts'
import { compilingNeeds, unpackingNeeds, type Need } from './lacking.ts'
import { bindingFolder, prepareBinding } from './sqlite.ts'
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

/** What of the system is needed to prepare what isn't in the cache yet. */
export async function preparingNeeds(): Promise<readonly Need[]> {
  const [unpacked, compiled] = await Promise.all([testElectronFolder(), bindingFolder()].map(exists))
  return [...(unpacked ? [] : unpackingNeeds), ...(compiled ? [] : compilingNeeds)]
}

/** Prepares the test Electron and the SQLite addon for it, both from the cache when they are there. */
export async function prepareRuntime(): Promise<Runtime> {
  if (!testRuntimeExists())
    throw new Trouble('l’Electron d’essai n’existe que pour Linux sur processeur x64.')
  const [dist, nativeBinding] = await Promise.all([prepareElectron(), prepareBinding()])
  return { dist, executable: join(dist, 'electron'), nativeBinding }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await prepareRuntime())}\n`)
