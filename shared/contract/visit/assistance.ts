import { z } from 'zod'
import { LocalDate } from '../ids.ts'
import { written } from '../typed.ts'

/** What was done online with the person, as those who help with it must count it. */
export const assistanceNatures = ['filing', 'account', 'followUp', 'appointment', 'other'] as const
/** « Accompagnement en ligne »: where, under which number, and the mandate that the person gave for it. */
export const Assistance = z.strictObject({
  nature: z.enum(assistanceNatures),
  site: written.min(1).max(200),
  number: written.min(1).max(60).nullable(),
  /** When the mandate was signed; null when the person did everything themselves. */
  mandateOn: LocalDate.nullable(),
})
export type Assistance = z.infer<typeof Assistance>
