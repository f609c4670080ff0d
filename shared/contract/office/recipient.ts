import { z } from 'zod'

/** To whom a request or a person is forwarded, chosen in the directory or typed. */
export const Recipient = z.strictObject({
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().min(1).max(200).optional(),
  /** Hours, telephone, e-mail, and where they come from. */
  contact: z.string().trim().min(1).max(1000).optional(),
})
export type Recipient = z.infer<typeof Recipient>
