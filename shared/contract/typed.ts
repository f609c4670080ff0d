import { z } from 'zod'
import { longestName } from './longestName.ts'

/** A line that somebody types: a name, a title, a place. */
export const line = z.string().trim().min(1).max(longestName)

/** A text that somebody types for a paper. */
export const paragraph = z.string().trim().min(1).max(4000)
