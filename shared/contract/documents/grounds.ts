import { z } from 'zod'
import { SourceRef } from '../law/assessment.ts'
import { written } from '../typed.ts'

// The grounds on which a request is refused: what is chosen, and what can be.

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/**
 * The ground chosen among those of the procedure, with the facts that it needs, by their id; a day is `2026-03-03`. Absent
 * where the list is open and another article is named.
 */
export const ChosenGround = z.strictObject({
  groundId: word,
  said: z.record(word, written.max(400)).default({}),
})
export type ChosenGround = z.infer<typeof ChosenGround>

/** On what grounds a file can be refused. `closed`: the text lists them all, and no other can be chosen. */
export const RefusalGrounds = z.strictObject({
  closed: z.boolean(),
  title: z.string(),
  grounds: z.array(
    z.strictObject({
      groundId: word,
      title: z.string(),
      /** « CESEDA L313-3, 2° ». */
      article: z.string(),
      said: z.string(),
      /** `when`: asked only where the facts told hold one of these words. */
      facts: z.array(
        z.strictObject({
          factId: word,
          title: z.string(),
          kind: z.enum(['text', 'date']),
          when: z.array(z.string()).nullable(),
        }),
      ),
      /** The pieces that must be noted missing for it, where it needs one; null where it needs none. */
      lacks: z.array(z.string()).nullable(),
    }),
  ),
  sources: z.array(SourceRef),
  toConfirm: z.boolean(),
  /** Facts that the office wrote and a jurist validated, for one ground or for all of them. */
  templates: z
    .array(
      z.strictObject({
        templateId: word,
        groundId: word.nullable(),
        title: z.string(),
        facts: z.string(),
      }),
    )
    .max(100)
    .default([]),
})
export type RefusalGrounds = z.infer<typeof RefusalGrounds>

/** A ground as a refusal says it: its title, the facts established under it, the pieces that lack. */
export const GroundSaid = z.strictObject({
  groundId: z.string(),
  title: z.string(),
  established: z.array(z.strictObject({ title: z.string(), said: z.string() })),
  pieces: z.array(z.string()),
})
export type GroundSaid = z.infer<typeof GroundSaid>

/** Why the grounds of a refusal don't hold, whatever pieces they name. */
export const groundsAlone = [
  'groundMissing',
  'groundNotAllowed',
  'groundNotMet',
  'factsMissing',
  'articleMissing',
  /** The reasons order something of the person. */
  'orderInReasons',
  /** They say that it is not contested. */
  'appealDenied',
  /** They say another delay to contest it than the paper does. */
  'delayInReasons',
] as const
/** Why the grounds of a refusal don't hold. */
export const groundRefusals = [...groundsAlone, 'pieceMayNotBeAsked'] as const
