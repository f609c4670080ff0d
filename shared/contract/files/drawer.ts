import { z } from 'zod'
import { command } from '../define.ts'
import { FileId, FileReference, LocalDate } from '../ids.ts'
import { Capacity } from '../law/assessment.ts'
import { HandedWhat, NoticeMeans, typed } from './file.ts'
import { HandedMeans, HandedProof } from '../documents/kinds.ts'
import { acting, described, done, ofFile, onOpen, onUsable } from './onFile.ts'
import { written } from '../typed.ts'

/** Titles to collect: what arrived, who was told, what was handed over or destroyed. */
export const drawerActs = {
  /** A title arrived, to be collected: for a file, or for a request that was not recorded here (`request`). */
  'file.titleArrived': command({
    onLimited: 'recorded',
    kept: true,
    roles: acting,
    input: z.strictObject({
      fileId: FileId.optional(),
      request: z.strictObject(described).optional(),
      arrivedOn: LocalDate,
      /** The drawer's box: « 14 ». */
      slot: written.min(1).max(20).nullable().optional(),
      /** The number printed on it, by which it is found again. */
      number: written.min(3).max(30).optional(),
    }),
    output: z.strictObject({ fileId: FileId, reference: FileReference, collectBy: LocalDate.nullable() }),
    refusals: [
      ...onOpen,
      'unknownService',
      'unknownProcedure',
      'unknownAnswer',
      'titleAlreadyHere',
      'receiptAlreadyRecorded',
      'pieceWithoutText',
      'nameMalformed',
      'dateInFuture',
      'datesMixedUp',
    ],
  }),
  /** The person was told that their title is here. */
  'file.notify': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({ fileIds: z.array(FileId).min(1).max(50), means: NoticeMeans, on: LocalDate }),
    output: z.strictObject({ noticed: z.int() }),
    refusals: [...onUsable, 'noTitleHere', 'dateInFuture', 'datesMixedUp'],
  }),
  /** Titles that nobody collected in the time that the text gives. */
  'file.destroyTitles': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({ fileIds: z.array(FileId).min(1).max(50), on: LocalDate }),
    output: z.strictObject({ destroyed: z.int() }),
    refusals: [...onUsable, 'noTitleHere', 'titleStillDue', 'dateInFuture'],
  }),
  /** Handed over or notified: from then the decision is opposable (CRPA L221-8). `refused`: the person would not take it. */
  'file.handOver': command({
    onLimited: 'recorded',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      what: HandedWhat,
      /** Which one, where « document » says too little; what is wrong on a title that is not handed over. */
      label: typed.optional(),
      means: HandedMeans,
      on: LocalDate,
      to: Capacity,
      refused: z.boolean().default(false),
      /** Who took it, by name; required of who takes a title at the counter in its holder's place. */
      receiver: typed.optional(),
      /** How that is proved: their signature on a line of the paper register, or what the agent notes here. */
      proof: HandedProof.optional(),
    }),
    output: done,
    refusals: [
      ...onOpen,
      'noTitleHere',
      'titleInPerson',
      'decisionMissing',
      'refusalNotNotified',
      'acceptanceAttested',
      'takerUnnamed',
      'pieceWithoutText',
      'refusalInWords',
      'nameMalformed',
      'dateInFuture',
      'datesMixedUp',
    ],
  }),
} as const
