import { z } from 'zod'
import { read } from '../define.ts'
import { LocalDate, ServiceId } from '../ids.ts'

/**
 * What a year of reception is measured by: the law's own commitments and those of Services Publics+ (engagements 4 to 6),
 * each with its method in `shared/messages/history/commitments.fr.ts`. What this office's software does not hold is listed
 * too, and says so: nothing is estimated.
 */
export const commitmentMeasures = {
  received: 'share',
  unserved: 'share',
  announcedHeld: 'share',
  medianWait: 'seconds',
  p90Wait: 'seconds',
  priorityWait: 'seconds',
  receiptGiven: 'share',
  forwardedProved: 'share',
  electronicAcknowledged: 'share',
  paperAcknowledged: 'share',
  decidedInDelay: 'share',
  invitations: 'count',
  telephone: 'share',
  onlineQuality: 'share',
  marks: 'share',
} as const satisfies Readonly<Record<string, 'share' | 'seconds' | 'count'>>
export type CommitmentMeasure = keyof typeof commitmentMeasures
export const commitmentNames = Object.keys(commitmentMeasures) as [CommitmentMeasure, ...CommitmentMeasure[]]

/** Why there is no figure: nobody was concerned, so few that they would be told apart, or it is not ours to know. */
export const NoFigure = z.enum(['nobody', 'small', 'notHeld'])

const Year = z.int().min(2000).max(2999)

/** A year's figures. Shares from 0 to 1, waits in seconds. */
export const YearOfCommitments = z.strictObject({
  year: Year,
  office: z.string(),
  from: LocalDate,
  /** The last day counted: in the year under way, the last one that is over and closed; the eve of the year before there is one. */
  until: LocalDate,
  over: z.boolean(),
  figures: z.array(
    z.strictObject({
      measure: z.enum(commitmentNames),
      value: z.number().nullable(),
      /** A wait that is no shorter than this: too many were never called for it to be known. */
      atLeast: z.boolean().default(false),
      /** How many people, requests or files it is measured on; null where it can't be said. */
      of: z.int().min(0).nullable(),
      none: NoFigure.nullable(),
    }),
  ),
  services: z.array(
    z.strictObject({
      serviceId: ServiceId,
      name: z.string(),
      /** Null under five people, or where another service's few would be told from it and the whole; what follows with it. */
      people: z.int().nullable(),
      received: z.int().nullable(),
      medianWait: z.number().nullable(),
      p90Wait: z.number().nullable(),
      medianAtLeast: z.boolean().default(false),
      p90AtLeast: z.boolean().default(false),
    }),
  ),
})
export type YearOfCommitments = z.infer<typeof YearOfCommitments>

export const commitments = {
  /** What the office did of its commitments in a year of the calendar. */
  'commitments.get': read({
    pace: { supervisor: 'figures', admin: 'figures' },
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ year: Year }),
    output: YearOfCommitments,
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
  /** The commitments of a year in open formats: CSV described by a Frictionless data package. */
  'commitments.export': read({
    pace: { supervisor: 'exports', admin: 'exports', integration: 'exports' },
    roles: ['supervisor', 'admin', 'integration'],
    input: z.strictObject({ year: Year }),
    output: z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), type: z.string(), text: z.string() })).max(10),
    }),
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
} as const
