import { z } from 'zod'
import { command } from '../define.ts'
import { demandRefusals } from '../law/demands.ts'
import { LocalDate } from '../ids.ts'
import { Capacity } from '../law/assessment.ts'
import { PieceName, RequestKind, named, typed } from './file.ts'
import { HandedMeans } from '../documents/kinds.ts'
import { acting, ofFile, done, onUsable, onPieces, papered, papers, onOpen } from './onFile.ts'
import { written } from '../typed.ts'

/** Pieces that came or are asked, and the originals that the office holds. */
export const pieceActs = {
  /** Pieces received: those that were asked end the wait, and the clock goes on from their reception (CRPA L114-5). */
  'file.addPiece': command({
    onLimited: 'recorded',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      pieces: z.array(PieceName).min(1).max(50),
      sentOn: LocalDate.optional(),
      receivedOn: LocalDate,
    }),
    output: done.extend({ /** Pieces asked that are still awaited. */ awaited: z.int() }),
    refusals: onPieces,
  }),
  /** Missing pieces are asked, each with the text that requires it, by a date (CRPA L114-5). */
  'file.requestPieces': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z
      .strictObject({
        ...ofFile,
        kind: RequestKind.default('missing'),
        /** `source`: the article of the base, or the local regulation, that requires a piece under a typed name. */
        pieces: z
          .array(
            z.union([
              named[0],
              named[1].extend({ source: typed, indispensable: z.boolean().default(false) }),
            ]),
          )
          .min(1)
          .max(50),
        on: LocalDate,
        /** Last day given; null for an original, which no delay ends. */
        dueOn: LocalDate.nullable(),
        /** Why the copy is doubted: the request for an original is reasoned (CRPA R113-6). */
        doubt: written.min(1).max(4000).optional(),
        ...papered,
      })
      .refine(({ kind, dueOn }) => (kind === 'original') === (dueOn === null), { path: ['dueOn'] }),
    output: papers,
    refusals: [
      ...onUsable,
      'fileAlreadyDecided',
      'acceptedBySilence',
      ...demandRefusals,
      'refusalInWords',
      'originalWithoutCopy',
      'pieceAlreadyReceived',
      'tooManyPieces',
      'mentionMissing',
      'dateInFuture',
      'datesMixedUp',
      'termTooShort',
    ],
  }),
  /** Originals kept for a while: each is registered, and returned without delay (CRPA R113-5). */
  'file.holdOriginals': command({
    onLimited: 'recorded',
    kept: true,
    roles: acting,
    input: z.strictObject({ ...ofFile, pieces: z.array(PieceName).min(1).max(50), on: LocalDate }),
    output: done,
    refusals: onPieces,
  }),
  /** All the originals that are still held go back. */
  'file.returnOriginals': command({
    onLimited: 'recorded',
    kept: true,
    roles: acting,
    input: z.strictObject({ ...ofFile, means: HandedMeans, on: LocalDate, to: Capacity, ...papered }),
    output: papers.extend({ returned: z.int() }),
    refusals: [...onOpen, 'noOriginalsHeld', 'mentionMissing', 'dateInFuture', 'datesMixedUp'],
  }),
} as const
