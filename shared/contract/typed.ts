import { z } from 'zod'
import { plainSpaces, wordsIn } from './letters.ts'
import { longestName } from './longestName.ts'
import { otherLanguages, Text, type OtherLanguage } from './text.ts'

/** Words that somebody types. Those that show nothing are none: no reason, no name, no visa. */
export const written = z.string().overwrite(wordsIn)

/** What somebody types or pastes on one line, with plain spaces. */
export const spaced = z.string().overwrite((text) => plainSpaces(wordsIn(text)))

/** A line that somebody types: a name, a title, a place. */
export const line = spaced.min(1).max(longestName)

/** A text that somebody types for a paper. */
export const paragraph = written.min(1).max(4000)

const shownText = spaced.max(2000).optional()

/** A text that somebody types in French, and in other languages if they will. */
export const TypedText = Text.extend({
  fr: spaced.min(1).max(2000),
  ...(Object.fromEntries(otherLanguages.map((code) => [code, shownText])) as Record<
    OtherLanguage,
    typeof shownText
  >),
})
