import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { shell } from '../../shared/messages/shell.fr.ts'
import { writePrivate } from '../host/core/privateFiles.ts'
import type { Log } from '../host/core/log.ts'
import { stations } from '../../shared/contract/stations.ts'

/** What this machine is: the station that it opens at start, null before the welcome; in the training site or not. */
export const KeptStation = z.object({
  station: z.enum(stations).nullable().default(null),
  school: z.boolean().default(false),
})
export type KeptStation = z.infer<typeof KeptStation>

/** Where a window was, in the screen's logical pixels. */
const Bounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(50).max(20_000),
  maximized: z.boolean(),
})
export type Bounds = z.infer<typeof Bounds>

/** The windows' places by station. */
export const KeptWindows = z.partialRecord(z.string(), Bounds)
export type KeptWindows = z.infer<typeof KeptWindows>

/** What may be held down with the bar's keys, from any program. */
const keySets = ['ctrlAlt', 'ctrlShift', 'ctrlAltShift'] as const
export type KeySet = (typeof keySets)[number]

/** What was chosen of the counter's thin bar; null keys: this system's usual ones. */
export const KeptBar = z.object({
  width: z.enum(['wide', 'short']).default('wide'),
  keys: z.enum(keySets).nullable().default(null),
})
export type KeptBar = z.infer<typeof KeptBar>

/** One small settings file of this machine. */
export type SettingsFile<T> = {
  /** What the file says; the default when it is absent, or broken, which the log tells. Never throws. */
  read(): T
  /** Replaces the file whole; what can't be written is logged, and this run goes on without it. */
  write(value: T): void
}

/** A settings file checked by its schema at each reading. */
export function keptFile<T>(file: string, schema: z.ZodType<T>, otherwise: T, log: Log): SettingsFile<T> {
  return {
    read() {
      try {
        // The schema is made by whoever names it: after the file, which may not be there.
        const said: unknown = JSON.parse(readFileSync(file, 'utf8'))
        return schema.parse(said)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
          log.fault(shell.log.unreadable(file), error)
        return otherwise
      }
    },
    write(value) {
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
        writePrivate(file, `${JSON.stringify(value, null, 2)}\n`)
      } catch (error) {
        log.fault(shell.log.unwritable(file), error)
      }
    },
  }
}
