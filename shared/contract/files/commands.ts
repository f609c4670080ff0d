import { z } from 'zod'
import { command } from '../define.ts'
import { demandRefusals } from '../law/demands.ts'
import { FileId, FileReference, LocalDate, PrinterId, ProcedureId, ServiceId } from '../ids.ts'
import { Recipient } from '../office/recipient.ts'
import { ChosenGround, groundRefusals } from '../documents/grounds.ts'
import { Issued, TypedLaw } from '../documents/issuing.ts'
import { Ministry } from '../visit/sheet.ts'
import { Capacity } from '../law/assessment.ts'
import {
  AcknowledgementForm,
  DecidedBy,
  FileDecision,
  FileLetter,
  FilePerson,
  FiledPiece,
  HandedWhat,
  LetterTyped,
  NoticeMeans,
  PieceName,
  RequestKind,
  named,
  typed,
} from './file.ts'
import { HandedMeans, HandedProof } from '../documents/kinds.ts'

const acting = ['agent', 'supervisor'] as const
const ofFile = { fileId: FileId }
const onOpen = ['officeNotCreated', 'fileNotOpen'] as const
/** Of what is noted of a file's pieces, by their names, at a day. */
const onPieces = [
  ...onOpen,
  'unknownPiece',
  'tooManyPieces',
  'pieceWithoutText',
  'nameMalformed',
  'dateInFuture',
  'datesMixedUp',
] as const
/** Of an act that uses what is kept of the person (GDPR 18). */
const onUsable = [...onOpen, 'personLimited'] as const
const done = z.strictObject({ reference: FileReference })

/** The paper of the act is issued in the same decision, unless another software gave it: it is then only noted. */
const papered = { issue: z.boolean().default(true) }
/** The paper issued; null where none was, or where the day noted is past: its paper was given that day. */
const papers = done.extend({ document: Issued.nullable() })

/** What names a request, and who makes it. */
const described = {
  procedureId: ProcedureId.nullable(),
  label: typed.optional(),
  serviceId: ServiceId,
  /** What the rules ask, by question: it can decide what silence is worth. */
  answers: z.record(z.string().max(120), z.string().max(120)).optional(),
  person: FilePerson.optional(),
  ministry: Ministry.optional(),
}

/** What is done to a file: each act is a fact, and gives its paper where the law wants one. */
export const fileActs = {
  /**
   * A request is recorded, whatever its channel: `sentOn` is the postmark's date, or that of sending, `receivedOn`
   * that of reception here, `firstReceivedOn` that of reception by an office that forwarded it. Without procedure nor
   * label it waits « à enregistrer ».
   */
  'file.open': command({
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...described,
      channel: z.enum(['counter', 'post', 'email', 'depositBox']),
      sentOn: LocalDate.optional(),
      receivedOn: LocalDate,
      firstReceivedOn: LocalDate.optional(),
      pieces: z.array(FiledPiece).max(200),
    }),
    output: z.strictObject({ fileId: FileId, reference: FileReference }),
    refusals: [
      'officeNotCreated',
      'unknownService',
      'unknownProcedure',
      'unknownAnswer',
      ...demandRefusals,
      'nameMalformed',
      'tooManyPieces',
      'dateInFuture',
      'datesMixedUp',
      'receiptAlreadyRecorded',
    ],
  }),
  /** What was recorded in haste is named, or put right: the procedure, the person, the ministry's receipt. What is not given stays. */
  'file.describe': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      procedureId: ProcedureId.nullable().optional(),
      label: typed.nullable().optional(),
      serviceId: ServiceId.optional(),
      /** Added to those that were given. */
      answers: z.record(z.string().max(120), z.string().max(120)).optional(),
      person: FilePerson.nullable().optional(),
      ministry: Ministry.nullable().optional(),
    }),
    output: done,
    refusals: [
      ...onUsable,
      'unknownService',
      'unknownProcedure',
      'unknownAnswer',
      'receiptAlreadyRecorded',
      'dateInFuture',
      'pieceWithoutText',
      'nameMalformed',
    ],
  }),
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
        doubt: z.string().trim().min(1).max(4000).optional(),
        ...papered,
      })
      .refine(({ kind, dueOn }) => (kind === 'original') === (dueOn === null), { path: ['dueOn'] }),
    output: papers,
    refusals: [
      ...onUsable,
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
  /** The acknowledgement was given or sent (CRPA L112-3): without it, the delays to contest don't run (L112-6). */
  'file.acknowledge': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      form: AcknowledgementForm,
      on: LocalDate,
      /** Last day given for what lacks, where nothing was asked yet. */
      dueOn: LocalDate.optional(),
      ...papered,
    }),
    output: papers,
    refusals: [...onUsable, 'mentionMissing', 'dateInFuture', 'datesMixedUp', 'notElectronic'],
  }),
  /** Sent to another administration, and the person told (CRPA L114-2); `competent`: it decides, and its clocks are two (L114-3). */
  'file.forward': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      to: typed,
      /** Its address, as the person is told it. */
      address: typed.optional(),
      /** How to reach it: hours, telephone, e-mail. */
      contact: Recipient.shape.contact,
      competent: z.boolean().default(true),
      on: LocalDate,
      /** When it was received there, once that is known: the clock of an acceptance runs from then (CRPA L114-3). */
      receivedOn: LocalDate.optional(),
      /** What was sent: « tout le dossier ». */
      sent: typed,
      ...papered,
    }),
    output: papers,
    refusals: [
      ...onUsable,
      'fileAlreadyDecided',
      'mentionMissing',
      'dateInFuture',
      'datesMixedUp',
      'nameMalformed',
      'pieceWithoutText',
      'refusalInWords',
    ],
  }),
  /** A decision: this office's, or the one that came from the authority for which it collects. A refusal has its reason (CRPA L211-5). */
  'file.decide': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      decision: FileDecision,
      on: LocalDate,
      by: DecidedBy.default('office'),
      /** In law and in fact, where no paper is made here of it. */
      reason: z.string().trim().max(2000).optional(),
      /** The reasons in their two parts (CRPA L211-5): the refusal is then issued in the same act. */
      facts: z.string().trim().min(1).max(4000).optional(),
      law: TypedLaw.optional(),
      ground: ChosenGround.optional(),
      /** A reasoned decision of this office that another software issued: who made it, its number. */
      elsewhere: Ministry.optional(),
      printerId: PrinterId.nullable().optional(),
    }),
    output: papers,
    refusals: [
      ...onUsable,
      'fileAlreadyDecided',
      'officeDoesNotDecide',
      'refusalUnwritten',
      'silenceUnknown',
      'silenceNotElapsed',
      'acceptedBySilence',
      ...groundRefusals,
      'notSignatory',
      'capacityNotSaid',
      'pseudonymCannotSign',
      'mentionMissing',
      'unknownPrinter',
      'dateInFuture',
      'datesMixedUp',
      'nameMalformed',
    ],
  }),
  /** The reasons of a refusal as the counter drafts them, kept with the file for who signs; empty, they are forgotten. */
  'file.keepDraft': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      facts: z.string().trim().max(4000),
      law: TypedLaw,
      ground: ChosenGround.optional(),
    }),
    output: done,
    refusals: [...onUsable, 'officeDoesNotDecide', 'fileAlreadyDecided', 'groundNotAllowed'],
  }),
  /** A letter as it is being typed, kept with the file until it is sent; empty, it is forgotten. */
  'file.keepLetter': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({ ...ofFile, letter: FileLetter, typed: LetterTyped }),
    output: done,
    refusals: onUsable,
  }),
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
      slot: z.string().trim().min(1).max(20).nullable().optional(),
      /** The number printed on it, by which it is found again. */
      number: z.string().trim().min(3).max(30).optional(),
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
      /** Which one, where « document » says too little. */
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
      'decisionMissing',
      'takerUnnamed',
      'nameMalformed',
      'dateInFuture',
      'datesMixedUp',
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
  'file.close': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      reason: z.enum(['done', 'withdrawn', 'forwarded', 'duplicate', 'mistake']),
    }),
    output: done,
    refusals: [...onUsable, 'originalsStillHeld', 'titleStillHere', 'decisionMissing', 'notForwarded'],
  }),
  /** The person received has a file already: it is put on the visit's sheet, with the pieces that it still lacks. */
  'visit.takeFile': command({
    onLimited: 'barred',
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ fileId: FileId.optional(), reference: FileReference.optional() }),
    output: z.strictObject({ fileId: FileId, reference: FileReference }),
    refusals: ['counterNotOpen', 'nobodyServed', 'fileNotOpen', 'personLimited'],
  }),
} as const
