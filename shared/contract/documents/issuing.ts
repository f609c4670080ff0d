import { z } from 'zod'
import { command, view } from '../define.ts'
import { ChosenGround, groundRefusals } from './grounds.ts'
import { DocumentFacts } from './issued.ts'
import { SigningCapacity } from './signing.ts'
import { MentionLacking, onDocument } from './kept.ts'
import { demandRefusals } from '../law/demands.ts'
import { DocumentKind, HandedMeans } from './kinds.ts'
import {
  AgentId,
  DocumentId,
  DocumentNumber,
  FileId,
  Instant,
  JobId,
  LocalDate,
  PrinterId,
  ProcedureId,
  TicketId,
  TicketNumber,
} from '../ids.ts'
import { Capacity } from '../law/assessment.ts'

const line = z.string().trim().min(1).max(200)
const paragraph = z.string().trim().min(1).max(4000)

/** Who may sign which decisions, from when to when, and by which act; without an act, by their own power (CRPA L212-1). */
export const Delegation = z.strictObject({
  agentId: AgentId,
  /** Null for every procedure of the office. */
  procedures: z.array(ProcedureId).max(100).nullable(),
  from: LocalDate,
  until: LocalDate.nullable(),
  /** « arrêté n° 2026-12 du 4 janvier 2026 ». */
  act: line.nullable(),
  /** In what capacity: nobody signs a decision before it is said. */
  capacity: SigningCapacity.optional(),
})
export type Delegation = z.infer<typeof Delegation>

/**
 * Facts that come back, written once by the office for a procedure, or for one ground of it, then read by a jurist: it is
 * proposed only once someone else than its author validated it.
 */
export const ReasonTemplate = z
  .strictObject({
    templateId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    procedureId: ProcedureId,
    /** Null for every ground of the procedure. */
    groundId: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
      .nullable(),
    title: line,
    facts: paragraph,
    author: line,
    writtenOn: LocalDate,
    validator: line.nullable(),
    validatedOn: LocalDate.nullable(),
  })
  .refine(({ validator, validatedOn }) => (validator === null) === (validatedOn === null), {
    path: ['validatedOn'],
  })
export type ReasonTemplate = z.infer<typeof ReasonTemplate>

/** What an office puts on its papers. Texts are texts: whatever is typed is drawn as it is typed. */
export const PaperSettings = z.strictObject({
  /** Lines above the office's name: « Département de Seine-et-Marne ». */
  lines: z.array(line).max(4).default([]),
  /** A PNG as a data address, at most 96 KiB; drawn on A4 and on the screen. */
  logo: z
    .string()
    .max(131_072)
    // The first eight bytes of every PNG, in base64.
    .regex(/^data:image\/png;base64,iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/)
    .nullable()
    .default(null),
  /** Whom to ask about personal data: « dpd@fontaine.example ». */
  dataContact: line.nullable().default(null),
  delegations: z.array(Delegation).max(200).default([]),
  /** Absent: those that are there stay as they are. */
  reasons: z
    .array(ReasonTemplate)
    .max(100)
    .refine((reasons) => new Set(reasons.map(({ templateId }) => templateId)).size === reasons.length)
    .optional(),
})
export type PaperSettings = z.infer<typeof PaperSettings>
export const noPaperSettings: PaperSettings = { lines: [], logo: null, dataContact: null, delegations: [] }

/** The texts applied, by the titles that were typed, with what each says here. */
export const TypedLaw = z.array(z.strictObject({ title: line, said: line.nullable() })).max(20)
export type TypedLaw = z.infer<typeof TypedLaw>
/**
 * Where to contest, said by who signs: only where the rules of the procedure know no remedy, or not the whole of it. The
 * delay is the two months of CJA R421-1, or no text sets one.
 */
const saidRemedies = z
  .strictObject({
    prior: z.enum(['yes', 'no']),
    authority: line.nullable(),
    court: line,
    delay: z.enum(['twoMonths', 'none']).default('twoMonths'),
  })
  .optional()
const ofFile = { fileId: FileId }
const ask = <const K extends DocumentKind, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape })

/**
 * Which document, of what, with what only a person can say; all the rest is the office's own facts. `ticketId: null` is
 * the person received at this counter.
 */
export const DocumentAsk = z.discriminatedUnion('kind', [
  ask('recepisse', { ticketId: TicketId.nullable() }),
  ask('attestation', {
    ticketId: TicketId.nullable(),
    /** A ticket of any day: by what its paper bears, or by its number on that date. */
    code: z.string().trim().toUpperCase().min(1).max(20).optional(),
    ofDay: z.strictObject({ number: TicketNumber, date: LocalDate }).optional(),
  }),
  ask('accuse', {
    ...ofFile,
    form: z.enum(['ar', 'are', 'aee']),
    /** Last day given for what lacks, where nothing was asked yet: the acknowledgement asks it (CRPA L114-5). */
    dueOn: LocalDate.optional(),
  }),
  ask('pieces', ofFile),
  ask('original', { ...ofFile, doubt: paragraph }),
  ask('transmission', { ...ofFile, address: line.nullable() }),
  ask('refus', {
    ...ofFile,
    facts: paragraph,
    law: TypedLaw,
    ground: ChosenGround.optional(),
    /** Where no decision is noted yet: all of it, unless a part is said. */
    extent: z.enum(['whole', 'part']).optional(),
    remedies: saidRemedies,
  }),
  ask('acceptation', ofFile),
  ask('motifs', {
    ...ofFile,
    askedOn: LocalDate,
    facts: paragraph,
    law: TypedLaw,
    ground: ChosenGround.optional(),
    remedies: saidRemedies,
  }),
  ask('trace', { fileId: FileId.nullable(), documentId: DocumentId.nullable() }),
  ask('regularisation', {
    fileId: FileId.nullable(),
    breach: paragraph,
    law: TypedLaw,
    formalities: z.array(line).min(1).max(20),
    dueOn: LocalDate,
    consequence: paragraph,
  }),
  ask('urbanisme', {
    ...ofFile,
    registration: line,
    permit: z.enum(['declaration', 'house', 'demolition', 'other']),
  }),
  ask('sejour', {
    fileId: FileId.nullable(),
    paper: z.enum(['recepisse', 'depositAttestation', 'extensionAttestation']),
    until: LocalDate.nullable(),
  }),
  /** Those that are held go back by it: at the counter, to the person, unless it is said otherwise. */
  ask('originaux', { ...ofFile, means: HandedMeans.optional(), to: Capacity.optional() }),
  ask('incident', {
    ticketId: TicketId.nullable(),
    what: paragraph,
    from: Instant,
    until: Instant.nullable(),
    effect: paragraph,
  }),
  /** What is declared beside the name and the birth date of the sheet (C. service national R111-7). */
  ask('recensement', {
    birthPlace: line.nullable(),
    domicile: line.nullable(),
    residence: line.nullable().optional(),
  }),
])
export type DocumentAsk = z.infer<typeof DocumentAsk>

export const Issued = z.strictObject({
  documentId: DocumentId,
  kind: DocumentKind,
  number: DocumentNumber,
  /** Null where no printer is: the paper is on the screen. */
  jobId: JobId.nullable(),
})
export type Issued = z.infer<typeof Issued>

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
  'officeDoesNotDecide',
  'fileAlreadyDecided',
  'acceptedBySilence',
  'decisionMissing',
  'silenceUnknown',
  'silenceNotElapsed',
  'noOriginalsHeld',
  'notForwarded',
  ...demandRefusals,
  'stepWithoutText',
  'refusalInWords',
  'nameMalformed',
  'notElectronic',
  ...groundRefusals,
  'pieceHeld',
  'notSignatory',
  'capacityNotSaid',
  'pseudonymCannotSign',
  'dateInFuture',
  'timeInPast',
  'datesMixedUp',
  'termTooShort',
  'noDuplicate',
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
    input: z.strictObject({ what: DocumentAsk, printerId: PrinterId.nullable().optional() }),
    output: Issued,
    refusals: [...askRefusals, 'mentionMissing', 'personLimited', 'unknownPrinter'],
  }),
  /** The same facts under a new number, which names the first. */
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
      'notSignatory',
      'capacityNotSaid',
      'pseudonymCannotSign',
      'nothingToCorrect',
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
    output: Issued,
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
    refusals: [...onDocument, 'documentCancelled', 'documentHandedOver'],
  }),
  'paper.set': command({
    roles: ['admin'],
    input: PaperSettings,
    output: z.strictObject({}),
    refusals: [
      'officeNotCreated',
      'unknownAgent',
      'unknownProcedure',
      'datesMixedUp',
      'delegationNotAllowed',
      'delegationActMissing',
      'nameMalformed',
    ],
  }),
  'paper.view': view({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      paper: PaperSettings,
      /** Agents who speak under a safety pseudonym, for the administration alone; empty for the others. */
      shields: z.array(
        z.strictObject({ agentId: AgentId, pseudonym: z.string(), reason: z.string().nullable() }),
      ),
      /** The grounds of refusal for which a template can be written, for the administration alone. */
      grounds: z
        .array(z.strictObject({ procedureId: ProcedureId, groundId: z.string(), title: z.string() }))
        .default([]),
      /** The office's Ed25519 key, base64url: with it alone anyone checks what it issued. */
      publicKey: z.string(),
    }),
  }),
  /** A safety pseudonym, for a reason that is kept (CRPA L111-2); null gives the name back. */
  'agent.shield': command({
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId, pseudonym: line.nullable(), reason: line }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownAgent', 'pseudonymTaken', 'nameMalformed', 'pieceWithoutText'],
  }),
} as const
