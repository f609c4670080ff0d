import { assistanceNatures } from '../visit/assistance.ts'
import {
  AcknowledgementForm,
  DecidedBy,
  FileChannel,
  FileCloseReason,
  FileDecision,
  FileRegime,
  FromVisit,
  HandedWhat,
  KeptPiece,
  NoticeMeans,
  PieceKey,
  RequestKind,
} from './file.ts'
import { HandedMeans, HandedProof } from '../documents/kinds.ts'
import { DocumentNumber, FileId, FileReference, LocalDate, ProcedureId, ServiceId } from '../ids.ts'
import { RuleVersion, Capacity } from '../law/assessment.ts'
import { z } from 'zod'

const file = { fileId: FileId }
/** What the request is; the words typed for it are the personal row's, committed to with a salt. */
const requestFields = {
  procedureId: ProcedureId.nullable(),
  rule: RuleVersion.nullable(),
  regime: FileRegime,
  serviceId: ServiceId,
  /** Nobody has said yet what is asked. */
  named: z.boolean(),
  commitment: z.string(),
}

/** What becomes of a request after the visit. */
export const filesEvents = {
  fileOpened: {
    v: 1,
    data: z.strictObject({
      ...file,
      ...requestFields,
      reference: FileReference,
      channel: FileChannel,
      sentOn: LocalDate.nullable(),
      receivedOn: LocalDate,
      /** By the office first seised, when another one forwarded the request. */
      firstReceivedOn: LocalDate,
      pieces: z.array(KeptPiece),
      /** What was done online with the person; null for any other request, or when it was not said. */
      assistance: z.enum(assistanceNatures).nullable(),
      visit: FromVisit.nullable(),
    }),
  },
  fileDescribed: {
    v: 1,
    data: z.strictObject({
      ...file,
      ...requestFields,
      visit: FromVisit.nullable(),
      /** Pieces asked before, that the request as it is now described does not require; absent where there is none. */
      setBack: z.array(PieceKey).optional(),
      /** The office's day on which they were set back; absent where there is none, and from what was noted before version 43. */
      on: LocalDate.optional(),
    }),
  },
  filePieceAdded: {
    v: 1,
    data: z.strictObject({
      ...file,
      pieces: z.array(PieceKey),
      sentOn: LocalDate.nullable(),
      receivedOn: LocalDate,
      visit: FromVisit.nullable(),
      /** Pieces asked before, that what came dispenses from: the other of two alternatives; absent where there is none. */
      setBack: z.array(PieceKey).optional(),
    }),
  },
  filePiecesRequested: {
    v: 1,
    data: z.strictObject({
      ...file,
      kind: RequestKind,
      pieces: z.array(PieceKey),
      on: LocalDate,
      dueOn: LocalDate.nullable(),
      moves: z.boolean(),
      /** The closing whose acknowledgement asked them; absent for any other. */
      visit: FromVisit.optional(),
      /** The paper that asks them, issued by the same act; absent where none was, and from what was noted before version 41. */
      paper: DocumentNumber.optional(),
    }),
  },
  fileAcknowledged: {
    v: 1,
    data: z.strictObject({
      ...file,
      form: AcknowledgementForm,
      on: LocalDate,
      /** The closing that gave it; absent for any other. */
      visit: FromVisit.optional(),
      /** The paper that gives it, issued by the same act; absent where none was, and from what was noted before version 41. */
      paper: DocumentNumber.optional(),
    }),
  },
  /**
   * A paper says again what was asked or acknowledged, or puts right the one that did. What it tells is named by the first
   * paper that told it.
   */
  fileLetterTold: {
    v: 1,
    data: z.strictObject({
      ...file,
      paper: DocumentNumber,
      requests: z.array(DocumentNumber),
      acknowledged: z.array(DocumentNumber),
      /** The paper that it puts right, which holds no more; absent from one that only says it again. */
      replaces: DocumentNumber.optional(),
      /** The closing that gave it; absent for any other. */
      visit: FromVisit.optional(),
    }),
  },
  /** A paper that asked pieces, or acknowledged, was cancelled: what no other tells is withdrawn from that day. */
  fileLetterCancelled: {
    v: 1,
    data: z.strictObject({ ...file, paper: DocumentNumber, on: LocalDate }),
  },
  fileForwarded: {
    v: 1,
    data: z.strictObject({
      ...file,
      competent: z.boolean(),
      on: LocalDate,
      /** When it was received there, where that is known. */
      receivedOn: LocalDate.nullable(),
    }),
  },
  /** A forwarding was noted by mistake: nothing was sent. `rank`: which, from the first one noted; why is personal. */
  fileForwardingCancelled: {
    v: 1,
    data: z.strictObject({ ...file, rank: z.int().min(0), on: LocalDate }),
  },
  fileDecided: {
    v: 1,
    data: z.strictObject({ ...file, decision: FileDecision, by: DecidedBy, on: LocalDate }),
  },
  fileTitleArrived: {
    v: 1,
    data: z.strictObject({ ...file, arrivedOn: LocalDate, slot: z.string().nullable() }),
  },
  fileNoticeSent: { v: 1, data: z.strictObject({ ...file, means: NoticeMeans, on: LocalDate }) },
  fileTitleDestroyed: { v: 1, data: z.strictObject({ ...file, on: LocalDate }) },
  fileHandedOver: {
    v: 1,
    data: z.strictObject({
      ...file,
      what: HandedWhat,
      means: HandedMeans,
      on: LocalDate,
      to: Capacity,
      /** The person would not take it. */
      refused: z.boolean(),
      /** How it is proved that they took it; absent where nobody said it. */
      proof: HandedProof.optional(),
      visit: FromVisit.nullable(),
    }),
  },
  originalsHeld: {
    v: 1,
    data: z.strictObject({
      ...file,
      pieces: z.array(PieceKey),
      on: LocalDate,
      visit: FromVisit.nullable(),
    }),
  },
  originalsReturned: {
    v: 1,
    data: z.strictObject({ ...file, means: HandedMeans, on: LocalDate, to: Capacity }),
  },
  fileClosed: {
    v: 1,
    data: z.strictObject({ ...file, reason: FileCloseReason, visit: FromVisit.nullable() }),
  },
  /** What a visit's closing did on a file, taken back with it: a file that it opened is annulled, its number stays used. */
  fileActUndone: { v: 1, data: z.strictObject({ ...file, visit: FromVisit }) },
} as const
