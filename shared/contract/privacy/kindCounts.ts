import { z } from 'zod'

/** How many rows of each kind. */
export const KindCounts = z.array(
  z.strictObject({ kind: z.string().regex(/^[a-z][A-Za-z]{1,39}$/), count: z.int().min(1) }),
)
export type KindCounts = z.infer<typeof KindCounts>
