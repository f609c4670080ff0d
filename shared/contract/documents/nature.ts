import { z } from 'zod'

/** What was handed in asks for nothing. Absent for a request, and from the papers of before. */
export const nature = { nature: z.enum(['declaration', 'payment']).optional() }
