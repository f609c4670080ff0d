import { z } from 'zod'
import { read } from '../define.ts'
import { Instant } from '../ids.ts'

/** What the examination of the office's folder found to mend (`wrong`) or to watch; what is well is not said. */
export const DoctorFinding = z.strictObject({
  code: z.string().max(60),
  level: z.enum(['wrong', 'warning']),
  /** A French sentence: what is the matter, then what to do. */
  sentence: z.string(),
})
export type DoctorFinding = z.infer<typeof DoctorFinding>

export const doctorCalls = {
  /**
   * What `guichet doctor` finds in this host's folder. It is examined in a thread of its own, and the answer is the same
   * for ten minutes, but for who asks it anew after having mended something.
   */
  'doctor.get': read({
    pace: { admin: 'exports' },
    roles: ['admin'],
    input: z.strictObject({ again: z.boolean().optional() }),
    output: z.strictObject({
      /** When it was examined; null where the examination did not end in its time. */
      at: Instant.nullable(),
      findings: z.array(DoctorFinding).max(40),
    }),
    refusals: [],
  }),
} as const
