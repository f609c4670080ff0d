import { z } from 'zod'
import { read } from '../define.ts'
import { LocalDate } from '../ids.ts'

export const statistics = {
  /**
   * Figures of a period in open formats: CSV described by a Frictionless data package, and the same as JSON. Both dates
   * included, 400 days at most.
   */
  'statistics.export': read({
    pace: { supervisor: 'exports', admin: 'exports', integration: 'exports' },
    roles: ['supervisor', 'admin', 'integration'],
    input: z.strictObject({ from: LocalDate, to: LocalDate }),
    output: z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), type: z.string(), text: z.string() })).max(10),
    }),
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
} as const
