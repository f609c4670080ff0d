import { z } from 'zod'
import { written } from '../typed.ts'

/** To whom a request or a person is forwarded, chosen in the directory or typed. */
export const Recipient = z.strictObject({
  name: written.min(1).max(200),
  address: written.min(1).max(200).optional(),
  /** Hours, telephone, e-mail, and where they come from. */
  contact: written.min(1).max(1000).optional(),
})
export type Recipient = z.infer<typeof Recipient>
