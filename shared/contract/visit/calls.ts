import { z } from 'zod'
import { command, view } from '../define.ts'
import { demandRefusals } from '../law/demands.ts'
import { DocumentKind, HandedProof } from '../documents/kinds.ts'
import { NumberChecked } from '../appointments/coordination.ts'
import { Recipient } from '../office/recipient.ts'
import { Assistance } from './assistance.ts'
import { DocumentLine, MentionLacking } from '../documents/kept.ts'
import { ObligationsPaper } from '../documents/papers.ts'
import { Outcome } from '../queue/outcomes.ts'
import { PrintJob } from '../printing/calls.ts'
import {
  CounterId,
  DocumentId,
  DocumentNumber,
  FileId,
  Instant,
  LocalDate,
  PieceId,
  PrinterId,
  ProcedureId,
  Seq,
  ServiceId,
  TicketNumber,
} from '../ids.ts'
import { Assessment, Capacity, SourceRef } from '../law/assessment.ts'
import { Text } from '../text.ts'
import { line, written } from '../typed.ts'
import { InterruptKind, PauseKind, UndoBar, toldAct } from '../queue/counters.ts'
import { AbsentTicket, CalledTicket, ParkedTicket, WaitingTicket } from '../queue/rows.ts'
import { CallReason, Fault } from '../queue/reasons.ts'
import { RequestKey, onRequest, received } from '../onRequest.ts'
import { Identity, NotedPiece, Person, CapacitySeen, Ministry, Cerfa, Sheet } from './sheet.ts'

export const visits = {
  /** The working sheet, patched: what is given replaces, `null` forgets, what is not given stays. */
  'sheet.update': command({
    repeats: 'sheet',
    onLimited: 'beside',
    kept: true,
    roles: ['agent'],
    input: z.strictObject({
      ...onRequest,
      procedureId: ProcedureId.nullable().optional(),
      label: line.nullable().optional(),
      capacity: Capacity.nullable().optional(),
      identity: Identity.nullable().optional(),
      answers: z.record(z.string().max(120), z.string().max(120).nullable()).optional(),
      pieces: z.array(NotedPiece).max(100).optional(),
      note: written.max(2000).nullable().optional(),
      person: Person.nullable().optional(),
      /** `null` lets the file go; `visit.takeFile` takes one. */
      fileId: z.null().optional(),
      /** `null`: another household, nothing is taken from the request before. */
      household: z.null().optional(),
      capacitySeen: CapacitySeen.nullable().optional(),
      ministry: Ministry.nullable().optional(),
      assisted: Assistance.nullable().optional(),
      signing: z.enum(['readAloud', 'cannotSign']).nullable().optional(),
      forms: z.array(Cerfa).max(20).optional(),
      originals: z.array(line).max(40).optional(),
    }),
    output: z.strictObject({
      sheet: Sheet,
      /** Pieces that lacked and that nothing requires any more: they are set back to « non examinée ». */
      setBack: z.array(z.string()).default([]),
    }),
    refusals: [
      'counterNotOpen',
      'nobodyServed',
      'requestOver',
      'unknownProcedure',
      'unknownAnswer',
      'dateInFuture',
      ...demandRefusals,
      'nameMalformed',
      'fileAlreadyDecided',
      'proofCannotBeRefused',
      'birthInFuture',
      'birthTooOld',
      'issuedAfterEnd',
      'tooManyPieces',
    ],
  }),
  /**
   * A piece that an administration holds, asked all the same because the exchange fails or can't give it (CRPA L114-10):
   * with a typed reason, and counted.
   */
  'piece.askAgain': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ ...onRequest, pieceId: PieceId, reason: line }),
    output: z.strictObject({ sheet: Sheet }),
    refusals: [
      'counterNotOpen',
      'nobodyServed',
      'requestOver',
      'unknownPiece',
      'pieceNotHeld',
      'pieceMayNotBeAsked',
      'fileAlreadyDecided',
    ],
  }),
  /** The reasoning behind one piece's status, line by line: what the counter shows on « Pourquoi ? ». */
  'trace.view': view({
    roles: ['agent'],
    input: z.strictObject({ pieceId: PieceId }),
    output: z.strictObject({
      lines: z.array(
        z.strictObject({
          depth: z.int(),
          text: z.string(),
          sources: z.array(SourceRef),
          toConfirm: z.boolean(),
        }),
      ),
    }),
  }),
  /** Both sides' sheet, for the person received: printed at the counter, or given back to be shown where no printer is. */
  'obligations.print': command({
    kept: true,
    pace: { agent: 'papers' },
    roles: ['agent'],
    input: z.strictObject(onRequest),
    output: z.strictObject({ printed: z.boolean(), paper: ObligationsPaper }),
    refusals: ['counterNotOpen', 'nobodyServed', 'requestOver', 'unknownProcedure'],
  }),
  /** One more request in the same visit, done after the one under way. */
  'visit.addService': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ ...onRequest, serviceId: ServiceId, procedureId: ProcedureId.optional() }),
    output: z.strictObject({ requests: z.int() }),
    refusals: [
      'counterNotOpen',
      'nobodyServed',
      'requestOver',
      'unknownService',
      'unknownProcedure',
      'requestsFull',
    ],
  }),
  /**
   * The request under way ends with its outcome; the papers that this outcome requires are issued in the same act.
   * The visit ends with its last request, or with this one (`last`), and the person is then free to go.
   */
  'visit.close': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({
      ...onRequest,
      outcome: Outcome,
      last: z.boolean().optional(),
      /** By whose doing, when the person was not served. */
      fault: Fault.optional(),
      /** Last day given to produce what lacks (CRPA L114-5): the acknowledgement can then be complete. */
      dueOn: LocalDate.optional(),
      /** Which office the person is sent to: required where the outcome is that and their file was sent to nobody. */
      to: Recipient.optional(),
      /** How the handing over of a title is proved, where one waits in the drawer and the outcome is that: its file says it. */
      proof: HandedProof.optional(),
      /** Who takes that title, by name; required where it is not its holder. */
      receiver: line.optional(),
    }),
    output: z.strictObject({
      /** Requests that this visit still has to do. */
      remaining: z.int(),
      documents: z.array(
        z.strictObject({ documentId: DocumentId, kind: DocumentKind, number: DocumentNumber }),
      ),
      /** The file that the request opens, or goes on with. */
      fileId: FileId.nullable().default(null),
    }),
    refusals: [
      'counterNotOpen',
      'nobodyServed',
      'requestOver',
      'labelMissing',
      'mentionMissing',
      'datesMixedUp',
      'refusalIsNoEnd',
      'nothingLacks',
      'fileAlreadyDecided',
      'sentToAnother',
      'sentToItself',
      'termTooShort',
      'noTitleHere',
      'takerUnnamed',
      'nameMalformed',
    ],
  }),
  /** Everything that the counter's page shows. */
  'counter.view': view({
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({
      counter: z
        .strictObject({
          counterId: CounterId,
          name: Text,
          services: z.array(z.strictObject({ serviceId: ServiceId, name: Text })),
          printerId: PrinterId.nullable(),
        })
        .nullable(),
      state: z.enum(['noCounter', 'free', 'calling', 'serving', 'paused']),
      /** Whose request an act is on that may be of nobody. */
      ...received,
      dayOpen: z.boolean(),
      closesAt: Instant.nullable(),
      lastTickets: z.boolean(),
      pause: z
        .strictObject({
          kind: PauseKind,
          since: Instant,
          until: Instant.nullable(),
          reason: z.string().nullable(),
        })
        .nullable(),
      interrupted: z.strictObject({ kind: InterruptKind, since: Instant }).nullable(),
      /** What « Annuler » would take back, or why it no longer can. */
      undo: z
        .strictObject({
          ...toldAct,
          number: TicketNumber.nullable(),
          /** The act itself, which `counter.undo` names. A host of the version before does not say it. */
          of: Seq.optional(),
          bar: UndoBar.nullable(),
        })
        .nullable(),
      parked: z.array(ParkedTicket).max(200),
      absent: z.array(AbsentTicket).max(200),
      /** All services, for a transfer or one more request: where the person would wait, and who receives there. */
      services: z.array(
        z.strictObject({
          serviceId: ServiceId,
          name: Text,
          waiting: z.int(),
          openCounters: z.int(),
          mine: z.boolean(),
        }),
      ),
      /** The printed code is asked when the person comes to the counter. */
      checkCode: z.boolean(),
      /** Whom F2 would call now, and why. */
      next: z.strictObject({ ticket: WaitingTicket, reason: CallReason }).nullable(),
      /** Who waits for this counter's services, by arrival. */
      waiting: z.array(WaitingTicket).max(200),
      total: z.int(),
      elsewhere: z.array(z.strictObject({ serviceId: ServiceId, name: Text, waiting: z.int() })),
      current: z
        .strictObject({
          ticket: CalledTicket,
          /** Which request is under way: an act on it names it. A host of the version before does not say it. */
          request: RequestKey.nullable().default(null),
          reason: CallReason,
          startedAt: Instant.nullable(),
          /** When « Absent » becomes possible: so many calls more, and not before this instant. */
          absence: z.strictObject({ callsLeft: z.int(), from: Instant }),
          /** Pre-application numbers as the national service has them; absent where none is checked. */
          numbers: z.array(NumberChecked).max(40).optional(),
          sheet: Sheet,
          assessment: Assessment.nullable(),
          /** Pieces noted as lacking under other rules, and that these do not require: the sheet has them as not examined. */
          setBack: z.array(z.string()).optional(),
          /**
           * What each end would issue, so that the page can say it before; what lacks for a complete acknowledgement
           * (CRPA R112-5), which `visit.close` gives where nothing does but the day to produce what is missing.
           */
          ends: z.array(
            z.strictObject({
              outcome: Outcome,
              documents: z.array(DocumentKind),
              acknowledgement: z.enum(['given', 'notDue', 'incomplete']),
              lacks: z.array(MentionLacking),
              /** The last day that this end gives for what lacks, unless another is said; absent where nothing lacks. */
              dueOn: LocalDate.optional(),
              /** No other day is earlier: a text sets it. */
              notBefore: LocalDate.optional(),
              /** The delay of the decision is suspended until what lacks is brought (CRPA L114-5). */
              suspends: z.boolean().optional(),
              /** What silence makes of the request, and when, with the day given for what lacks. */
              implicit: z.strictObject({ sense: z.enum(['rejet', 'acceptation']), on: LocalDate }).optional(),
              /** It opens a file, or goes on with the one taken up; absent where it does neither. */
              onFile: z.enum(['opens', 'goesOn']).optional(),
            }),
          ),
          /** Where the office decides and the text lists the grounds of refusal: their articles, and whether others exist. */
          refusal: z.strictObject({ closed: z.boolean(), texts: z.array(z.string()) }).optional(),
        })
        .nullable(),
      procedures: z.array(z.strictObject({ procedureId: ProcedureId, title: Text })),
      documents: z.array(DocumentLine.extend({ ticket: z.string().nullable() })).max(10),
      jobs: z.array(PrintJob).max(20),
      printers: z.array(z.strictObject({ printerId: PrinterId, name: z.string() })),
    }),
  }),
} as const
