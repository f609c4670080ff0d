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
  ServiceId,
  TicketNumber,
} from '../ids.ts'
import { Assessment, Capacity, PieceState, SourceRef } from '../law/assessment.ts'
import { Text } from '../text.ts'
import { PlaceKept } from '../appointments/keptPlace.ts'
import { InterruptKind, PauseKind, UndoBar, toldAct } from '../queue/counters.ts'
import {
  AbsentTicket,
  CalledTicket,
  CallReason,
  Fault,
  ParkedTicket,
  WaitingTicket,
} from '../queue/tickets.ts'

const typed = z.string().trim().min(1).max(200)
const Cerfa = z.string().regex(/^[0-9]{5}(\*[0-9]{2})?$/)

/** Titles that prove identity; `declared` has no paper, which never blocks a filing. */
export const identityKinds = [
  'cni',
  'passport',
  'residencePermit',
  'drivingLicence',
  'carteVitalePhoto',
  'carteCombattant',
  'cmi',
  'carteFonctionnaire',
  'carteMilitaire',
  'permisChasser',
  'carteParlementaire',
  'carteEluLocal',
  'recepisseL2241',
  'other',
  'declared',
] as const

/** Identity as it was *seen*: no number, no copy, no photograph. */
export const Identity = z.strictObject({
  kind: z.enum(identityKinds),
  issuer: z.string().trim().max(100).nullable().optional(),
  issuedOn: LocalDate.nullable().optional(),
  validUntil: LocalDate.nullable().optional(),
  verified: z.boolean().optional(),
  /** How it was read: by the agent's eyes, by its machine-readable zone, by its 2D-Doc. */
  read: z.enum(['seen', 'mrz', '2ddoc']).optional(),
})
export type Identity = z.infer<typeof Identity>

/**
 * For whom the request is made. The family name addresses them (CRPA L111-3); the name of use only where they asked
 * for it. All of it is personal, and optional: identity declared without a paper never blocks a filing.
 */
export const Person = z.strictObject({
  familyName: z.string().trim().min(1).max(100),
  firstName: z.string().trim().max(100).nullable().optional(),
  usageName: z
    .strictObject({ name: z.string().trim().min(1).max(100), askedOn: LocalDate })
    .nullable()
    .optional(),
  birthDate: LocalDate.nullable().optional(),
})
export type Person = z.infer<typeof Person>

/** The mandate or the judgment seen, its scope and its end: what the capacity allows today. */
export const CapacitySeen = z.strictObject({
  proofSeen: z.boolean(),
  scope: z.string().trim().max(200).nullable().optional(),
  until: LocalDate.nullable().optional(),
})
export type CapacitySeen = z.infer<typeof CapacitySeen>

/** A number that the ministry's own software gave: recorded, never doubled by a receipt of ours. */
export const Ministry = z.strictObject({
  issuer: z.string().trim().min(1).max(100),
  number: z.string().trim().min(1).max(60),
})
export type Ministry = z.infer<typeof Ministry>

/**
 * `read`: a verified 2D-Doc filled it, which can't be refused (CRPA R113-8). `askedAgain`: an administration holds it, and
 * it is asked all the same because the exchange could not give it (CRPA L114-10).
 */
const pieceNotes = { read: z.literal('2ddoc').optional(), askedAgain: z.literal(true).optional() }

/**
 * A piece by its id in the rules, or by a label that the agent typed. A labelled one lacks only on a text: `source` names an
 * article of the base, or the local regulation, that requires it.
 */
export const SheetPiece = z.union([
  z.strictObject({ pieceId: PieceId, state: PieceState, ...pieceNotes }),
  z.strictObject({ label: typed, state: PieceState, source: typed.optional() }),
])
export type SheetPiece = z.infer<typeof SheetPiece>

/** What a page may note of a piece: that it is asked again though held elsewhere has its own act, with its reason. */
const noted = { state: PieceState, read: pieceNotes.read }
const NotedPiece = z.union([
  z.strictObject({ pieceId: PieceId, ...noted }),
  z.strictObject({ label: typed, ...noted, source: typed.optional() }),
])

/** The working sheet of a visit: what the agent notes while receiving. It is personal, saved at each act and dropped at its term. */
export const Sheet = z.strictObject({
  procedureId: ProcedureId.nullable(),
  label: z.string().nullable(),
  capacity: Capacity.nullable(),
  identity: Identity.nullable(),
  answers: z.record(z.string(), z.string()),
  pieces: z.array(SheetPiece),
  note: z.string().nullable(),
  person: Person.nullable().default(null),
  capacitySeen: CapacitySeen.nullable().default(null),
  /** The file for which the person came back. */
  fileId: FileId.nullable().default(null),
  ministry: Ministry.nullable().default(null),
  assisted: Assistance.nullable().default(null),
  /** « Lecture faite », or « ne peut signer ». */
  signing: z.enum(['readAloud', 'cannotSign']).nullable().default(null),
  /** Forms handed out, by their cerfa number: a reason to come back. */
  forms: z.array(Cerfa).default([]),
  /** Pieces kept in original, to be returned (CRPA R113-5): by the names that the sheet gives them. */
  originals: z.array(typed).default([]),
  /** The place that another office keeps for the person sent there. */
  elsewhere: PlaceKept.optional(),
  /** Begun from the request before, of the same household: where they live, who represents them. */
  household: z.literal(true).optional(),
})
export type Sheet = z.infer<typeof Sheet>

export const visits = {
  /** The working sheet, patched: what is given replaces, `null` forgets, what is not given stays. */
  'sheet.update': command({
    repeats: 'sheet',
    onLimited: 'beside',
    kept: true,
    roles: ['agent'],
    input: z.strictObject({
      procedureId: ProcedureId.nullable().optional(),
      label: typed.nullable().optional(),
      capacity: Capacity.nullable().optional(),
      identity: Identity.nullable().optional(),
      answers: z.record(z.string().max(120), z.string().max(120).nullable()).optional(),
      pieces: z.array(NotedPiece).max(100).optional(),
      note: z.string().trim().max(2000).nullable().optional(),
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
      originals: z.array(typed).max(40).optional(),
    }),
    output: z.strictObject({
      sheet: Sheet,
      /** Pieces that lacked and that nothing requires any more: they are set back to « non examinée ». */
      setBack: z.array(z.string()).default([]),
    }),
    refusals: [
      'counterNotOpen',
      'nobodyServed',
      'unknownProcedure',
      'unknownAnswer',
      'dateInFuture',
      ...demandRefusals,
      'nameMalformed',
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
    input: z.strictObject({ pieceId: PieceId, reason: typed }),
    output: z.strictObject({ sheet: Sheet }),
    refusals: ['counterNotOpen', 'nobodyServed', 'unknownPiece', 'pieceNotHeld', 'pieceMayNotBeAsked'],
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
    input: z.strictObject({}),
    output: z.strictObject({ printed: z.boolean(), paper: ObligationsPaper }),
    refusals: ['counterNotOpen', 'nobodyServed', 'unknownProcedure'],
  }),
  /** One more request in the same visit, done after the one under way. */
  'visit.addService': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ serviceId: ServiceId, procedureId: ProcedureId.optional() }),
    output: z.strictObject({ requests: z.int() }),
    refusals: ['counterNotOpen', 'nobodyServed', 'unknownService', 'unknownProcedure', 'requestsFull'],
  }),
  /**
   * The request under way ends with its outcome; the papers that this outcome requires are issued in the same act.
   * The visit ends with its last request, or with this one (`last`), and the person is then free to go.
   */
  'visit.close': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({
      outcome: Outcome,
      last: z.boolean().optional(),
      /** By whose doing, when the person was not served. */
      fault: Fault.optional(),
      /** Last day given to produce what lacks (CRPA L114-5): the acknowledgement can then be complete. */
      dueOn: LocalDate.optional(),
      /** Which office the person is sent to, where the outcome is that: their paper says it. */
      to: Recipient.optional(),
      /** How the handing over of a title is proved, where one waits in the drawer and the outcome is that: its file says it. */
      proof: HandedProof.optional(),
      /** Who takes that title, by name; required where it is not its holder. */
      receiver: typed.optional(),
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
      'labelMissing',
      'mentionMissing',
      'datesMixedUp',
      'refusalIsNoEnd',
      'nothingLacks',
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
