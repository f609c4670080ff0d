import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What this machine does with its backups, beside what every one does. */
export const BackupSettings = z.strictObject({
  outside: z.strictObject({ folder: z.string(), recipient: z.string() }).nullable(),
})
export type BackupSettings = z.infer<typeof BackupSettings>

export const backupSettingsFile = (folder: string): string => join(folder, 'sauvegardes.json')

/** The settings of a folder; those of a machine that was never set where there is no file, or none that can be read. */
export function readBackupSettings(folder: string): BackupSettings {
  const file = backupSettingsFile(folder)
  if (!existsSync(file)) return { outside: null }
  try {
    return BackupSettings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { outside: null }
  }
}
