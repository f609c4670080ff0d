import { z } from 'zod'
import { command, read } from '../define.ts'
import { Instant, LocalDate, SlipId } from '../ids.ts'
import { written } from '../typed.ts'

/** Kinds of public archives that have a term: until it is over, the office needs them (durée d'utilité administrative). */
export const ArchiveKind = z.enum(['document', 'closedFile', 'tillNote', 'rightsRequest', 'incident'])
export type ArchiveKind = z.infer<typeof ArchiveKind>

/** What becomes of an archive once its term is over: destroyed, given to the archives, or some of both (C. patrimoine L212-2). */
export const Fate = z.enum(['elimination', 'sorting', 'transfer'])
export type Fate = z.infer<typeof Fate>

/** How long the office keeps a kind, in calendar months, and what becomes of it then; null: nobody knows, it never ends. */
export const ArchiveTerm = z.strictObject({ months: z.int().min(1).max(1200).nullable(), fate: Fate })
export type ArchiveTerm = z.infer<typeof ArchiveTerm>

/** What a slip is for: to destroy what is over, or to hand to the archives what they keep. */
export const SlipFate = Fate.extract(['elimination', 'transfer'])
export type SlipFate = z.infer<typeof SlipFate>

/** A visa's reference, as the archives number it: a code, so that it may enter the journal. */
export const VisaNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9 ./-]{0,39}$/)

/** One line of a slip: a row by its id, its number on paper when it has one, and when it was written. */
export const SlipRow = z.strictObject({
  kind: ArchiveKind,
  id: z.string(),
  ref: z.string().nullable(),
  at: Instant,
})
export type SlipRow = z.infer<typeof SlipRow>

/** What a slip counts of a kind: how many, from which date to which. */
export const SlipCount = z.strictObject({
  kind: ArchiveKind,
  count: z.int().min(1),
  from: Instant,
  to: Instant,
})
export type SlipCount = z.infer<typeof SlipCount>

/** The most rows of one slip: what is left is on the next one. */
export const mostSlipRows = 1000

/** The visa given to a slip: its reference, its date, the lines that the archives withhold, by their rank from 1. */
export const SlipVisa = z.strictObject({
  visaNumber: VisaNumber,
  on: LocalDate,
  withheld: z.array(z.int().min(1)).max(mostSlipRows).readonly(),
})
export type SlipVisa = z.infer<typeof SlipVisa>

/** A slip that was carried out, as the journal keeps it: its rows were eliminated, or the archives took them. */
export const Eliminated = z.strictObject({
  number: z.int().min(1),
  at: Instant,
  visaNumber: VisaNumber,
  on: LocalDate,
  counts: z.array(SlipCount).readonly(),
})
export type Eliminated = z.infer<typeof Eliminated>

/** Public archives: how long each kind is kept, and their elimination, which the archives' visa alone allows. */
export const archives = {
  /** Terms, what is over, the slip that waits, and what was eliminated. */
  'archives.get': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      office: z.string(),
      kinds: z.array(
        z.strictObject({
          kind: ArchiveKind,
          term: ArchiveTerm,
          proposed: ArchiveTerm,
          /** Months under which a text or the courts don't let the office go; null without any. */
          minimum: z.int().nullable(),
          why: z.string(),
          /** The office chose, with its archives; else what is shown is proposed. */
          settled: z.boolean(),
          /** Rows whose term is over and that may be eliminated; counted up to what a slip holds. */
          over: z.int(),
          /** Rows whose term is over, that the archives are to have and have not yet; counted so too. */
          toTransfer: z.int(),
        }),
      ),
      slip: z
        .strictObject({
          slipId: SlipId,
          fate: SlipFate,
          number: z.int(),
          drawnAt: Instant,
          rows: z.array(SlipRow),
          visa: SlipVisa.extend({ by: z.string() }).nullable(),
        })
        .nullable(),
      /** The latest first. */
      eliminated: z.array(Eliminated),
      /** The latest first. */
      transferred: z.array(Eliminated),
    }),
    refusals: ['officeNotCreated'],
  }),
  /** The office's own term of a kind, and what becomes of it. */
  'archives.setTerm': command({
    roles: ['admin'],
    input: z.strictObject({ kind: ArchiveKind, term: ArchiveTerm }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'keptTooShort'],
  }),
  /** Draws a slip of what is over, in the order of its dates: to eliminate, or to hand to the archives (C. patrimoine R212-16). */
  'archives.drawSlip': command({
    names: ['archives'],
    roles: ['admin'],
    input: z.strictObject({ fate: SlipFate.default('elimination') }),
    output: z.strictObject({ slipId: SlipId, number: z.int(), count: z.int() }),
    refusals: ['officeNotCreated', 'slipWaiting', 'nothingOver', 'nothingToTransfer'],
  }),
  /** Gives up a slip: nothing of it is eliminated. */
  'archives.withdrawSlip': command({
    roles: ['admin'],
    input: z.strictObject({ slipId: SlipId }),
    output: z.strictObject({}),
    refusals: ['unknownSlip'],
  }),
  /** Records the visa of the archives on a slip: by whom (name and quality), when, under which reference. */
  'archives.recordVisa': command({
    roles: ['admin'],
    input: z.strictObject({
      slipId: SlipId,
      ...SlipVisa.shape,
      withheld: SlipVisa.shape.withheld.default([]),
      by: written.min(1).max(200),
    }),
    output: z.strictObject({}),
    refusals: ['unknownSlip', 'visaMisdated', 'unknownSlipLine'],
  }),
  /** Eliminates the rows of the slip that the archives let go, no other. What was limited or opened again since is left. */
  'archives.eliminate': command({
    names: ['archives'],
    roles: ['admin'],
    input: z.strictObject({ slipId: SlipId }),
    output: z.strictObject({ eliminated: z.int(), left: z.int() }),
    refusals: ['unknownSlip', 'slipWithoutVisa', 'slipOfTransfer'],
  }),
  /**
   * Records that the archives took the rows of a slip of transfer, but those that they withheld. Nothing is destroyed: what the
   * office still has is a copy, which a slip of elimination may name from then on.
   */
  'archives.transfer': command({
    names: ['archives'],
    roles: ['admin'],
    input: z.strictObject({ slipId: SlipId }),
    output: z.strictObject({ transferred: z.int(), left: z.int() }),
    refusals: ['unknownSlip', 'slipWithoutVisa', 'slipOfElimination'],
  }),
} as const
