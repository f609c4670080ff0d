import { z } from 'zod'
import { command, view } from './define.ts'
import { DocumentKind, DocumentLine, Outcome, PrintJob } from './documents.ts'
import {
  CounterId,
  DocumentId,
  DocumentNumber,
  Instant,
  LocalDate,
  PieceId,
  PrinterId,
  ProcedureId,
  ServiceId,
  TicketNumber,
} from './ids.ts'
import { Assessment, PieceState } from './procedures.ts'
import { Text } from './text.ts'
import { InterruptKind, PauseKind, UndoableAct, UndoBar } from './counters.ts'
import { AbsentTicket, CalledTicket, CallReason, Fault, ParkedTicket, WaitingTicket } from './tickets.ts'

const typed = z.string().trim().min(1).max(200)

/** In what capacity the person is here: for themselves, or for someone who can't come. */
export const Capacity = z.enum(['self', 'legalRepresentative', 'mandate', 'accompanied'])
export type Capacity = z.infer<typeof Capacity>

/** Identity as it was *seen*: no number, no copy, no photograph. `declared` has no paper, which never blocks a filing. */
export const Identity = z.strictObject({
  kind: z.enum(['cni', 'passport', 'residencePermit', 'drivingLicence', 'other', 'declared']),
  issuer: z.string().trim().max(100).nullable().optional(),
  validUntil: LocalDate.nullable().optional(),
  verified: z.boolean().optional(),
})
export type Identity = z.infer<typeof Identity>

/** A piece by its id in the rules, or by a label that the agent typed. */
export const SheetPiece = z.union([
  z.strictObject({ pieceId: PieceId, state: PieceState }),
  z.strictObject({ label: typed, state: PieceState }),
])
export type SheetPiece = z.infer<typeof SheetPiece>

/** The working sheet of a visit: what the agent notes while receiving. It is personal, saved at each act and dropped at its term. */
export const Sheet = z.strictObject({
  procedureId: ProcedureId.nullable(),
  label: z.string().nullable(),
  capacity: Capacity.nullable(),
  identity: Identity.nullable(),
  answers: z.record(z.string(), z.string()),
  pieces: z.array(SheetPiece),
  note: z.string().nullable(),
})
export type Sheet = z.infer<typeof Sheet>

export const visits = {
  /** The working sheet, patched: what is given replaces, `null` forgets, what is not given stays. */
  'sheet.update': command({
    roles: ['agent'],
    input: z.strictObject({
      procedureId: ProcedureId.nullable().optional(),
      label: typed.nullable().optional(),
      capacity: Capacity.nullable().optional(),
      identity: Identity.nullable().optional(),
      answers: z.record(z.string().max(120), z.string().max(120).nullable()).optional(),
      pieces: z.array(SheetPiece).max(100).optional(),
      note: z.string().trim().max(2000).nullable().optional(),
    }),
    output: z.strictObject({ sheet: Sheet }),
    refusals: [
      'counterNotOpen',
      'nobodyServed',
      'unknownProcedure',
      'unknownPiece',
      'unknownAnswer',
      'pieceMayNotBeAsked',
      'tooManyPieces',
    ],
  }),
  /** One more request in the same visit, done after the one under way. */
  'visit.addService': command({
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
    roles: ['agent'],
    input: z.strictObject({
      outcome: Outcome,
      last: z.boolean().optional(),
      /** By whose doing, when the person was not served. */
      fault: Fault.optional(),
    }),
    output: z.strictObject({
      /** Requests that this visit still has to do. */
      remaining: z.int(),
      documents: z.array(
        z.strictObject({ documentId: DocumentId, kind: DocumentKind, number: DocumentNumber }),
      ),
    }),
    refusals: ['counterNotOpen', 'nobodyServed', 'labelMissing', 'mentionMissing'],
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
          act: UndoableAct,
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
          sheet: Sheet,
          assessment: Assessment.nullable(),
          /** What each end would issue, so that the page can say it before. */
          ends: z.array(z.strictObject({ outcome: Outcome, documents: z.array(DocumentKind) })),
        })
        .nullable(),
      procedures: z.array(z.strictObject({ procedureId: ProcedureId, title: Text })),
      documents: z.array(DocumentLine.extend({ ticket: z.string() })).max(10),
      jobs: z.array(PrintJob).max(20),
      printers: z.array(z.strictObject({ printerId: PrinterId, name: z.string() })),
    }),
  }),
} as const
