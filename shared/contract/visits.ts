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
} from './ids.ts'
import { Assessment, PieceState } from './procedures.ts'
import { Text } from './text.ts'
import { CalledTicket, CallReason, WaitingTicket } from './tickets.ts'

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
  /** The visit ends with its outcome; the papers that this outcome requires are issued in the same act. */
  'visit.close': command({
    roles: ['agent'],
    input: z.strictObject({ outcome: Outcome }),
    output: z.strictObject({
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
      state: z.enum(['noCounter', 'free', 'calling', 'serving']),
      dayOpen: z.boolean(),
      closesAt: Instant.nullable(),
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
