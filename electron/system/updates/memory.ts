import { z } from 'zod'
import type { SettingsFile } from '../kept.ts'

const Said = z.object({ at: z.number(), said: z.string() })

/**
 * What this machine keeps of its own updates, instants in milliseconds. It is no setting of the office: the journal may be shared
 * by several machines, and an update is decided even where no office can be opened. The log says each choice.
 */
export const UpdatesKept = z.object({
  /** Whether they are looked for, as someone chose here; null: nobody did. */
  on: z.boolean().nullable().default(null),
  changed: z.object({ at: z.number(), agentId: z.string().nullable() }).nullable().default(null),
  /** The version that runs here, and since when. */
  installed: z.object({ version: z.string(), since: z.number() }).nullable().default(null),
  /** The version that is installed as soon as the day is closed. */
  atClosing: z.string().nullable().default(null),
  /** The last look. */
  last: Said.nullable().default(null),
  /** What was not installed, the last first. */
  refused: z.array(Said).default([]),
})
export type UpdatesKept = z.infer<typeof UpdatesKept>
export const nothingKept: UpdatesKept = UpdatesKept.parse({})

/** So many refusals are kept at most: older ones are of no help. */
const refusalsKept = 20

/** The same refusal is met every quarter of an hour: it is kept once, when it began. */
export const withRefusal = (kept: UpdatesKept, at: number, said: string): UpdatesKept =>
  kept.refused[0]?.said === said
    ? kept
    : { ...kept, refused: [{ at, said }, ...kept.refused].slice(0, refusalsKept) }

/** What the file says, as this start last set it: where the disk can't be written, a person's word holds until the next one. */
export function remembered(file: SettingsFile<UpdatesKept>): SettingsFile<UpdatesKept> {
  let current = file.read()
  return {
    read: () => current,
    write: (value) => {
      current = value
      file.write(value)
    },
  }
}

/** Changes what is kept. */
export const change = (file: SettingsFile<UpdatesKept>, how: (kept: UpdatesKept) => UpdatesKept): void => {
  const before = file.read()
  const after = how(before)
  if (JSON.stringify(after) !== JSON.stringify(before)) file.write(after)
}
