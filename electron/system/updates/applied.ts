import { app, session } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../host/core/log.ts'
import type { Configuration } from '../config/schema.ts'
import { keptFile } from '../kept.ts'
import { installStaged, packageKind } from './install.ts'
import { Left } from './left.ts'
import { nothingKept, UpdatesKept } from './memory.ts'
import { createReadiness, type HostToUpdate } from './readiness.ts'
import { createUpdates, type Updates } from './updates.ts'

export type AppliedOptions = {
  readonly configuration: Configuration
  /** What says where updates are looked for. */
  readonly setBy: string
  /** Where this machine's own settings are. */
  readonly machine: string
  readonly log: Log
  readonly host: HostToUpdate
}

export type Applied = Updates & {
  /** What the host answers to the question whether it is ready. */
  readonly prepared: (problem: string | null) => void
}

/** From the sources, or from a package of the test Electron, which carries its own database (`npm run package`). */
const isTrial = (): boolean => !app.isPackaged || existsSync(join(process.resourcesPath, 'essai'))

/** The updates of the application: its office closes, the program is replaced, and starts again. */
export function applyUpdates({ configuration, setBy, machine, log, host }: AppliedOptions): Applied {
  const kind = packageKind(process.platform, process.env, app.isPackaged)
  const version = app.getVersion()
  log.info('version', { version, kind })
  const readiness = createReadiness(host)

  const updates = createUpdates({
    asked: configuration.update,
    version,
    trial: isTrial(),
    setBy,
    kept: keptFile(join(machine, 'updates.json'), UpdatesKept, nothingKept, log),
    left: keptFile(join(machine, 'update-left.json'), Left, { version: null }, log),
    kind,
    arch: process.arch,
    folder: join(machine, 'updates'),
    // Not a page's session: those reach nothing outside this machine.
    get: (url, signal) => session.fromPartition('updates').fetch(url, { signal }),
    now: () => new Date(),
    log,
    prepare: readiness.ask,
    install: async (file, update) => {
      if (kind === null) return
      await host.stop()
      try {
        // The next version starts while this one ends.
        app.releaseSingleInstanceLock()
        await installStaged(file, update, {
          kind,
          args: process.argv.slice(1),
          before: join(machine, 'before.AppImage'),
          log,
        })
      } catch (error) {
        app.requestSingleInstanceLock()
        host.start()
        throw error
      }
    },
  })
  return { ...updates, prepared: readiness.answered }
}
