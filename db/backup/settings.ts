import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What this machine does with its backups, beside what every one does. */
export const BackupSettings = z.strictObject({
  outside: z.strictObject({ folder: z.string(), recipient: z.string() }).nullable(),
  /** Where copies went before, and whose they are: they go at their term there too. */
  formerly: z.array(z.strictObject({ folder: z.string(), office: z.string() })).default([]),
})
export type BackupSettings = z.infer<typeof BackupSettings>

/** The file of a machine's own backup settings, in the office's folder. */
export const backupSettingsFile = (folder: string): string => join(folder, 'sauvegardes.json')

const none: BackupSettings = { outside: null, formerly: [] }

/** The settings of a folder; those of a machine that was never set where there is no file, or none that can be read. */
export function readBackupSettings(folder: string): BackupSettings {
  const file = backupSettingsFile(folder)
  if (!existsSync(file)) return none
  try {
    return BackupSettings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return none
  }
}
