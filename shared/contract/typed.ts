import { z } from 'zod'
import { plainSpaces } from './letters.ts'
import { longestName } from './longestName.ts'

/** What somebody types or pastes on one line, with plain spaces. */
export const spaced = z.string().overwrite(plainSpaces).trim()

/** A line that somebody types: a name, a title, a place. */
export const line = spaced.min(1).max(longestName)

/** A text that somebody types for a paper. */
export const paragraph = z.string().trim().min(1).max(4000)
