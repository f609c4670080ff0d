import { z } from 'zod'
import { command } from '../define.ts'
import { demandRefusals } from '../law/demands.ts'
import { FileId, FileReference, LocalDate, PrinterId, ProcedureId, ServiceId } from '../ids.ts'
import { Recipient } from '../office/recipient.ts'
import { ChosenGround, groundRefusals } from '../documents/grounds.ts'
import { Issued } from '../documents/issuing.ts'
import { TypedLaw } from '../documents/asks.ts'
import { Ministry } from '../visit/sheet.ts'
import {
  AcknowledgementForm,
  DecidedBy,
  FileDecision,
  FileLetter,
  FilePerson,
  FiledPiece,
  LetterTyped,
  typed,
} from './file.ts'
import { acting, described, done, ofFile, onUsable, papered, papers } from './onFile.ts'
import { onRequest } from '../onRequest.ts'
import { written } from '../typed.ts'

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
      'fileAlreadyDecided',
      'acceptedBySilence',
      'unknownService',
      'unknownProcedure',
      'unknownAnswer',
      'receiptAlreadyRecorded',
      'dateInFuture',
      'pieceWithoutText',
      'nameMalformed',
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
    refusals: [
      ...onUsable,
      'fileAlreadyDecided',
      'acknowledgedElsewhere',
      'mentionMissing',
      'dateInFuture',
      'datesMixedUp',
      'termTooShort',
      'notElectronic',
    ],
  }),
  /** Sent to another administration, and the person told (CRPA L114-2); `competent`: it decides, and its clocks are two (L114-3). */
  'file.forward': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      to: typed,
      /** The address of the competent office, as the person is told it. */
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
      'sentToItself',
      'acceptedBySilence',
      'pieceWithoutText',
      'refusalInWords',
    ],
  }),
  /**
   * The last forwarding was noted by mistake: nothing was sent, and the file is here as before. Each paper that told the
   * person is cancelled by another one. What was asked meanwhile stopped no delay, since its letter said so: it is to be
   * asked again.
   */
  'file.cancelForwarding': command({
    names: ['transmissions'],
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      /** Which, from the first one noted. */
      rank: z.int().min(0),
      reason: typed,
    }),
    output: done.extend({
      documents: z.array(Issued),
      /** The days on which what is still awaited was asked in vain. */
      askAgain: z.array(LocalDate).optional(),
    }),
    refusals: [
      ...onUsable,
      'fileAlreadyDecided',
      'forwardingSettled',
      'documentAltered',
      'mentionMissing',
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
      /** In law and in fact, where no paper is made here of it: told of every refusal of what this office decides, or its ground. */
      reason: written.max(2000).optional(),
      /** The reasons in their two parts (CRPA L211-5): the refusal is then issued in the same act. */
      facts: written.min(1).max(4000).optional(),
      law: TypedLaw.optional(),
      ground: ChosenGround.optional(),
      /** A reasoned decision of this office that another software issued: who made it, its number. */
      elsewhere: Ministry.optional(),
      /** The day on which it was notified: a refusal that reached nobody before silence accepted breaks no silence. */
      notifiedOn: LocalDate.optional(),
      printerId: PrinterId.nullable().optional(),
    }),
    output: papers,
    refusals: [
      ...onUsable,
      'fileAlreadyDecided',
      'officeDoesNotDecide',
      'notForwarded',
      'refusalUnwritten',
      'refusalUnreasoned',
      'silenceUnknown',
      'silenceNotElapsed',
      'silenceHasNoPaper',
      'acceptedBySilence',
      'refusalNotNotified',
      'decidedWhenSigned',
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
      facts: written.max(4000),
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
  'file.close': command({
    onLimited: 'barred',
    kept: true,
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      reason: z.enum(['done', 'withdrawn', 'forwarded', 'duplicate', 'mistake']),
    }),
    output: done,
    refusals: [
      ...onUsable,
      'originalsStillHeld',
      'titleStillHere',
      'decisionMissing',
      'notForwarded',
      'acceptedBySilence',
      'refusalNotNotified',
      'refusalNotYetNotified',
    ],
  }),
  /** The person received has a file already: it is put on the visit's sheet, with the pieces that it still lacks. */
  'visit.takeFile': command({
    onLimited: 'barred',
    kept: true,
    roles: ['agent'],
    input: z.strictObject({
      ...onRequest,
      fileId: FileId.optional(),
      reference: FileReference.optional(),
    }),
    output: z.strictObject({ fileId: FileId, reference: FileReference }),
    refusals: ['counterNotOpen', 'nobodyServed', 'requestOver', 'fileNotOpen', 'personLimited'],
  }),
} as const
