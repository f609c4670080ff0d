import { z } from 'zod'
import { command, view } from '../define.ts'
import { DocumentAsk } from './asks.ts'
import { groundsAlone } from './grounds.ts'
import { DocumentFacts } from './issued.ts'
import { MentionLacking, onDocument } from './kept.ts'
import { demandRefusals } from '../law/demands.ts'
import { DocumentKind, HandedMeans } from './kinds.ts'
import { DocumentId, DocumentNumber, Instant, JobId, LocalDate, PrinterId } from '../ids.ts'
import { Capacity } from '../law/assessment.ts'
import { line } from '../typed.ts'
import { onRequest } from '../onRequest.ts'

export const Issued = z.strictObject({
  documentId: DocumentId,
  kind: DocumentKind,
  number: DocumentNumber,
  /** Null where no printer is: the paper is on the screen. */
  jobId: JobId.nullable(),
})
export type Issued = z.infer<typeof Issued>

/** What the cancelling of a letter changed on its file, or why it changed nothing. */
export const Withdrawn = z.strictObject({
  /** The days on which what is asked no more was asked. */
  asked: z.array(LocalDate),
  /** Pieces are still asked of the file, the same ones or others, by another paper. */
  askedElse: z.literal(true).optional(),
  /** Since when the delay of the decision runs again; absent where it did not stop, or where something else stops it. */
  runsAgainOn: LocalDate.optional(),
  /** The acknowledgement counts no more: it is due again. */
  acknowledgement: z.literal(true).optional(),
  /**
   * Another paper tells it; all that it asked came; it was noted before its paper was kept with it, or told otherwise; the paper
   * asks nothing of the file, or no more; it runs at who decides; the file is decided or closed. Absent where something changed.
   */
  unchanged: z
    .enum(['toldElse', 'received', 'untied', 'asksNothing', 'elsewhere', 'decided', 'closed'])
    .optional(),
})
export type Withdrawn = z.infer<typeof Withdrawn>

const acting = ['agent', 'supervisor'] as const
const ofDocument = { documentId: DocumentId }

/** What composing a document can be refused for. */
export const askRefusals = [
  'officeNotCreated',
  'counterNotOpen',
  'nobodyServed',
  'unknownTicket',
  'fileNotOpen',
  'unknownFile',
  'unknownDocument',
  'documentErased',
  'documentAltered',
  'nothingToIssue',
  'typedWordsWithheld',
  'officeDoesNotDecide',
  'fileAlreadyDecided',
  'acknowledgedElsewhere',
  'acceptedBySilence',
  'decisionMissing',
  'registeredOtherwise',
  'silenceUnknown',
  'silenceNotElapsed',
  'noOriginalsHeld',
  'notForwarded',
  ...demandRefusals,
  'stepWithoutText',
  'refusalInWords',
  'nameMalformed',
  'notElectronic',
  ...groundsAlone,
  'notSignatory',
  'capacityNotSaid',
  'pseudonymCannotSign',
  'dateInFuture',
  'timeInPast',
  'datesMixedUp',
  'termTooShort',
  'noDuplicate',
  'notOfCensusAge',
  'labelMissing',
  'unknownProcedure',
] as const

export const issuing = {
  /** What would be issued, and what lacks for it: nothing is numbered. */
  'document.draft': view({
    roles: acting,
    input: z.strictObject({ what: DocumentAsk }),
    output: z.strictObject({
      facts: DocumentFacts.nullable(),
      lacks: z.array(MentionLacking),
      /** Why it can't be composed at all: a refusal's code and its details. */
      refusal: z.strictObject({ code: z.string(), details: z.array(z.string()) }).nullable(),
      /** Whether the person who asks may sign it; where they may not, it is a « projet ». */
      signs: z.boolean(),
      /** The day on which this request was acknowledged already: a second one would say another date. Absent otherwise. */
      acknowledgedOn: LocalDate.optional(),
    }),
  }),
  /** Composed, checked, numbered, chained, signed, and sent to paper, in one act; refused with the list of what lacks. */
  'document.issue': command({
    names: ['document', 'trail'],
    onLimited: 'barred',
    roles: acting,
    input: z.strictObject({ ...onRequest, what: DocumentAsk, printerId: PrinterId.nullable().optional() }),
    output: Issued,
    refusals: [...askRefusals, 'requestOver', 'mentionMissing', 'personLimited', 'unknownPrinter'],
  }),
  /** Issues the facts of a document again under a new number, which names the first. */
  'document.duplicate': command({
    names: ['document'],
    onLimited: 'barred',
    roles: acting,
    input: z.strictObject({ ...ofDocument, printerId: PrinterId.nullable().optional() }),
    output: Issued,
    refusals: [
      ...onDocument,
      'personLimited',
      'documentCancelled',
      'noDuplicate',
      'mentionMissing',
      'unknownPrinter',
    ],
  }),
  /** What a slip of the hand said is put right by a new document, which names the first; the first no longer holds. */
  'document.correct': command({
    names: ['document'],
    onLimited: 'barred',
    roles: acting,
    input: z.strictObject({
      ...ofDocument,
      changes: z.strictObject({
        label: line.optional(),
        addressee: z
          .strictObject({
            familyName: line,
            firstName: line.nullable(),
            usageName: line.nullable(),
            contact: line.nullable(),
          })
          .optional(),
        /** Pieces by their title, with the state that was meant. */
        pieces: z
          .array(z.strictObject({ title: line, state: z.enum(['presented', 'missing', 'notExamined']) }))
          .max(200)
          .optional(),
      }),
      reason: line,
      printerId: PrinterId.nullable().optional(),
    }),
    output: Issued,
    refusals: [
      ...onDocument,
      'personLimited',
      'documentCancelled',
      'documentHandedOver',
      'refusalNotNotified',
      'notSignatory',
      'capacityNotSaid',
      'pseudonymCannotSign',
      'nothingToCorrect',
      'typedWordsWithheld',
      ...demandRefusals,
      'nameMalformed',
      'mentionMissing',
      'unknownPrinter',
    ],
  }),
  /** A document that should not be is cancelled by another, which names it; a decision is withdrawn, never cancelled (CRPA L242-1). */
  'document.cancel': command({
    names: ['document'],
    onLimited: 'barred',
    roles: acting,
    input: z.strictObject({ ...ofDocument, reason: line, printerId: PrinterId.nullable().optional() }),
    /** `withdrawn`: absent from what is no letter of a file. */
    output: Issued.extend({ withdrawn: Withdrawn.optional() }),
    refusals: [
      ...onDocument,
      'personLimited',
      'documentCancelled',
      'documentIsDecision',
      'documentIsMoney',
      'documentIsCancellation',
      'notSignatory',
      'capacityNotSaid',
      'pseudonymCannotSign',
      'mentionMissing',
      'unknownPrinter',
      'pieceWithoutText',
      'refusalInWords',
    ],
  }),
  /** Handed over, or refused: from then a decision is opposable (CRPA L221-8). */
  'document.handOver': command({
    names: ['document'],
    onLimited: 'recorded',
    roles: acting,
    input: z.strictObject({
      ...ofDocument,
      means: HandedMeans,
      to: Capacity,
      /** The person would not take it. */
      refused: z.boolean().default(false),
    }),
    output: z.strictObject({ at: Instant }),
    refusals: [...onDocument, 'documentCancelled', 'documentHandedOver', 'refusalNotNotified'],
  }),
} as const
