import { z } from 'zod'
import { command, view } from '../define.ts'
import { LocalDate } from '../ids.ts'
import { Language } from '../text.ts'

/** The sets of texts that the public reads or hears: the kiosk, the exchange, posters, the telephone, papers, the room. */
export const PublicTexts = z.enum([
  'kiosk',
  'exchange',
  'posters',
  'follow',
  'paper',
  'room',
  'summary',
  'voice',
])
export type PublicTexts = z.infer<typeof PublicTexts>

/** By whom a set was read: a function or a body, never a person's name. */
export const ReviewedBy = z.enum(['translator', 'interpreter', 'agent', 'association'])
export type ReviewedBy = z.infer<typeof ReviewedBy>

/**
 * Somebody who speaks the language has read a set of texts. `digest` says which texts they were: sixteen hexadecimal digits
 * of their SHA-256, so that what changed since is known.
 */
export const TextReview = z.strictObject({
  by: ReviewedBy,
  on: LocalDate,
  digest: z.string().regex(/^[0-9a-f]{16}$/),
})
export type TextReview = z.infer<typeof TextReview>

export const reviewedTexts = { set: PublicTexts, lang: Language.exclude(['fr']) }

export const textReviews = {
  /** What the office had read, by set and language: what is not there is still to be read. */
  'texts.view': view({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      reviews: z.array(z.strictObject({ ...reviewedTexts, review: TextReview })).max(200),
    }),
  }),
  /** Notes today that a set was read, or takes it back. */
  'texts.review': command({
    roles: ['admin'],
    input: z.strictObject({
      ...reviewedTexts,
      review: TextReview.pick({ by: true, digest: true }).nullable(),
    }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
} as const
