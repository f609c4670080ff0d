import type { z } from 'zod'
import { LocalDate } from '../../../contract/ids.ts'
import type { Territory } from '../../../contract/office/calendar.ts'

/** Where the office stands, for its public holidays. */
export interface Place {
  readonly territory: Territory
}

/** A date, or several by name; null for a date that nothing can tell yet. */
export type DeadlineResult = LocalDate | null | Readonly<Record<string, LocalDate | null>>

/** One delay of the law: what it is worked out from, how, and by which text. */
export interface DeadlineRule {
  /** What its dates are, in French. */
  readonly title: string
  readonly input: z.ZodObject
  /** The field of the input from which it runs. */
  readonly start: string
  /** The date of the result after which it is too late; null when a result is one date, or has no such date. */
  readonly last: string | null
  /** Throws zod's error when the input is not of the rule. */
  readonly compute: (input: unknown, place: Place) => DeadlineResult
  readonly source: string
  /** How sure its text and its computation are: `verified`, or what keeps it from being so. */
  readonly confidence: string
  /** Shown « à confirmer » wherever it is used. */
  readonly toConfirm: boolean
}

interface Spec<Shape extends z.ZodRawShape> {
  readonly title: string
  readonly input: z.ZodObject<Shape>
  readonly start: string & keyof Shape
  readonly last?: string
  readonly compute: (input: z.output<z.ZodObject<Shape>>, place: Place) => DeadlineResult
  readonly source: string
  readonly confidence: string
  readonly toConfirm?: boolean
}

/**
 * A rule of the table, from its parts. All that is not plainly verified is to confirm; so is what says so itself: an
 * article that was read outside of the official bases, though its dates agree with all that was seen.
 */
export const rule = <const Shape extends z.ZodRawShape>({
  last,
  compute,
  toConfirm,
  ...spec
}: Spec<Shape>): DeadlineRule => ({
  ...spec,
  last: last ?? null,
  compute: (input, place) => compute(spec.input.parse(input), place),
  toConfirm: toConfirm ?? spec.confidence !== verified,
})

export const verified = 'verified'
/** The article itself was read, but not in an official base or page. */
export const elsewhere = 'verified (texte lu hors base officielle)'
/** Read in commentaries or on the pages of offices, not in the text itself. */
export const secondary = 'verified (secondaire)'

/** A day that civil status, tax or a court may have to do with: farther off is a slip of the keyboard. */
export const date = LocalDate.refine((day) => day >= '1800-01-01' && day < '2400-01-01', 'hors du calendrier')
