import { z } from 'zod'
import { Price, Remedies, Signatory } from './said.ts'

/** What a refusal says without anybody typing it: who signs, where it is contested, what is due all the same. */
export const Refusing = z.strictObject({
  /** Who looks may sign; else the draft goes to one of those who may. */
  signs: z.boolean(),
  signatories: z.array(Signatory).max(10),
  /** Null where the rules know no remedy. */
  remedies: Remedies.nullable(),
  price: Price.nullable(),
})
export type Refusing = z.infer<typeof Refusing>
