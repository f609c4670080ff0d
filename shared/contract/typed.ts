import { z } from 'zod'

/** The longest name of a person that one field takes whole; a family name or first names alone take half of it. */
export const longestName = 200
export const longestNamePart = longestName / 2

/** A line that somebody types: a name, a title, a place. */
export const line = z.string().trim().min(1).max(longestName)

/** A text that somebody types for a paper. */
export const paragraph = z.string().trim().min(1).max(4000)
