import { z } from 'zod'
import { command, read } from './define.ts'
import {
  DocumentId,
  DocumentNumber,
  FileId,
  FileReference,
  Instant,
  JobId,
  LocalDate,
  PrinterId,
  Seq,
  TicketNumber,
} from './ids.ts'
import { Recipient } from './directory.ts'
import { DocumentKind } from './documentKinds.ts'
import { letterFacts, Letterhead, Relation } from './documentFacts.ts'
import { AgentName, Codepage, OfficeAddress } from './office.ts'
import { Outcome } from './outcomes.ts'
import { Presence } from './presenceFacts.ts'
import { RuleVersion, SourceRef } from './procedures.ts'
import { PublishedRule } from './rules.ts'
import { Spoken } from './spoken.ts'
import { Language } from './text.ts'
import { PlaceKept } from './town.ts'
import { Announced } from './waits.ts'

export { Outcome, outcomes } from './outcomes.ts'

/** What was done online with the person, as those who help with it must count it. */
export const assistanceNatures = ['filing', 'account', 'followUp', 'appointment', 'other'] as const
/** « Accompagnement en ligne »: where, under which number, and the mandate that the person gave for it. */
export const Assistance = z.strictObject({
  nature: z.enum(assistanceNatures),
  site: z.string().trim().min(1).max(200),
  number: z.string().trim().min(1).max(60).nullable(),
  /** When the mandate was signed; null when the person did everything themselves. */
  mandateOn: LocalDate.nullable(),
})
export type Assistance = z.infer<typeof Assistance>

/**
 * The facts of the visit's own two documents: what was filed and shown, and that someone was here. What later programs
 * added is optional: what is already issued stays as it was signed.
 */
export const VisitFacts = z.strictObject({
  kind: z.enum(['recepisse', 'attestation']),
  issuedAt: Instant,
  zone: z.string(),
  office: OfficeAddress,
  letterhead: Letterhead.optional(),
  service: z.string(),
  agent: AgentName.nullable(),
  /** Instead of the agent's name, where their safety asks for it (CRPA L111-2). */
  pseudonym: z.string().optional(),
  ticket: TicketNumber,
  /** What was asked: « Carte nationale d’identité, renouvellement ». */
  label: z.string(),
  outcome: Outcome,
  /** The office to which the person was sent, where it was said. */
  forwardedTo: Recipient.optional(),
  /** What that office keeps for the person: their hour of arrival, or an appointment. */
  place: PlaceKept.optional(),
  /** Present from the ticket to the end of the visit. */
  arrivedAt: Instant,
  receivedAt: Instant.nullable(),
  pieces: z.array(
    z.strictObject({
      title: z.string(),
      state: z.enum(['presented', 'missing', 'notExamined']),
      /** Why a missing piece is asked: the text. */
      sources: z.array(SourceRef),
      toConfirm: z.boolean(),
    }),
  ),
  /** « Le silence gardé pendant 2 mois vaut rejet », or « régime du silence : à préciser ». */
  silence: z
    .strictObject({ title: z.string(), sources: z.array(SourceRef), toConfirm: z.boolean() })
    .nullable(),
  /** Whether an acknowledgement is due beside it; why not is said (« accusé non requis : R112-4 2° »). */
  acknowledgement: z
    .strictObject({
      due: z.boolean(),
      why: z.string(),
      sources: z.array(SourceRef),
      toConfirm: z.boolean(),
      /** « R112-4 2° », where an exception of the law is the reason. */
      exception: z.string().nullable().optional(),
      /** Why this paper is not one: not due, another authority's, not complete, or given before. */
      how: z.enum(['notDue', 'elsewhere', 'incomplete', 'before']).optional(),
    })
    .optional(),
  decides: z.string().nullable(),
  rule: RuleVersion.nullable(),
  /** The file in which the request goes on: by it the person finds it again. Absent where there is none. */
  file: FileReference.optional(),
  /** The receipt that the ministry's software gave: named, never doubled. */
  ministry: z.strictObject({ issuer: z.string(), number: z.string() }).optional(),
  /** Read to a person who can't read it, or who can't sign. */
  signing: z.enum(['readAloud', 'cannotSign']).optional(),
  /** Of an attestation: where the person was in their visit, until when, and by whose doing not received. */
  presence: Presence.optional(),
  relates: Relation.optional(),
  /** Training: every paper says SPÉCIMEN. */
  school: z.boolean(),
  personWord: z.string(),
})
export type VisitFacts = z.infer<typeof VisitFacts>

/**
 * The facts of a document, frozen at its issue: data first, then two layouts read them. They are personal
 * data (what a person filed, what an agent typed), so the journal holds a salted commitment only.
 */
export const DocumentFacts = z.discriminatedUnion('kind', [VisitFacts, ...letterFacts])
export type DocumentFacts = z.infer<typeof DocumentFacts>
/** The facts of one kind. */
export type FactsOf<K extends DocumentKind> = K extends VisitFacts['kind']
  ? VisitFacts
  : Extract<DocumentFacts, { kind: K }>
/** Those that a document after the visit's own begins with. */
export type LetterFacts = Exclude<DocumentFacts, VisitFacts>
/** Whether these are the facts of the visit's own two documents, whose shape is older than the others'. */
export const isVisitFacts = (facts: DocumentFacts): facts is VisitFacts =>
  facts.kind === 'recepisse' || facts.kind === 'attestation'

/** What the journal keeps of a document: nothing personal. Hashes are SHA-256 in hex. */
export const DocumentSeal = z.strictObject({
  documentId: DocumentId,
  kind: DocumentKind,
  number: DocumentNumber,
  year: z.int(),
  issuedAt: Instant,
  /** SHA-256 of salt and canonical facts: erasing the facts and the salt erases the person, the chain stays. */
  commitment: z.string(),
  /** The seal's hash of the document before it in this kind and year; 64 zeros for the first. */
  previous: z.string(),
  hash: z.string(),
  /** Ed25519 over the code's payload by the office's key, base64url. */
  signature: z.string(),
})
export type DocumentSeal = z.infer<typeof DocumentSeal>

/**
 * What closes the journal of documents of a day, a month or a year (the spirit of CGI 286 I 3° bis): what was issued, the
 * perpetual total, and the hash over all of it and the closing before, signed by the office's key.
 */
export const DocumentsClosing = z.strictObject({
  period: z.enum(['day', 'month', 'year']),
  /** `2026-11-25`, `2026-11`, `2026`. */
  name: z.string(),
  /** By series: `RD-2026`, with the first and last counts and the last seal's hash. */
  series: z.array(
    z.strictObject({ name: z.string(), first: z.int().min(1), last: z.int().min(1), hash: z.string() }),
  ),
  count: z.int().min(0),
  /** Documents since the office's birth. */
  perpetual: z.int().min(0),
  /** The hash of the closing before it of the same period; 64 zeros for the first. */
  previous: z.string(),
  hash: z.string(),
  /** Ed25519 over the hash's text, base64url. */
  signature: z.string(),
})
export type DocumentsClosing = z.infer<typeof DocumentsClosing>

/**
 * Why a closing does not hold. `altered`: it isn't what was hashed; `forged`: the office did not sign it; `unlinked`: it
 * does not follow the one before; `name`: its date goes back or is there twice; `series`: a number is left out, counted
 * twice, or isn't the seal that is there; `totals`: its sums are not those of what it covers; `missing`: a month or a year
 * before it was not closed.
 */
export const ClosingFault = z.enum(['altered', 'forged', 'unlinked', 'name', 'series', 'totals', 'missing'])
export type ClosingFault = z.infer<typeof ClosingFault>

/** A document as it is drawn: facts, seal, and the code that anyone can check offline with the office's public key. */
export const IssuedDocument = z.strictObject({
  facts: DocumentFacts,
  seal: DocumentSeal,
  salt: z.string(),
  /** What the QR code carries. */
  code: z.string(),
  /** Ten characters to say on the telephone: « 7KQ2M-9XP4T ». */
  shortCode: z.string(),
})
export type IssuedDocument = z.infer<typeof IssuedDocument>

/** The kiosk's ticket: the same for paper and screen. */
export const TicketPaper = z.strictObject({
  number: TicketNumber,
  officeName: z.string(),
  service: z.string(),
  takenAt: Instant,
  zone: z.string(),
  ahead: z.int(),
  bring: z.array(z.string()),
  code: z.string(),
  school: z.boolean(),
  /** What was said of the wait; null when nothing was. */
  announced: Announced.nullable().default(null),
  /** The hour of the appointment that it is for. */
  appointmentAt: Instant.nullable().default(null),
  requests: z.int().min(1).default(1),
  /** This paper replaces one that was lost. */
  replaces: z.boolean().default(false),
  /** Given by a kiosk without its host: nobody knows who is before. */
  provisional: z.boolean().default(false),
  /** Where the ticket is followed on a telephone; null where the office's network does not serve it. */
  follow: z.string().nullable().default(null),
  /** Absent of jobs stored before. */
  spoken: Spoken.optional(),
})
export type TicketPaper = z.infer<typeof TicketPaper>

const headed = { officeName: z.string(), zone: z.string(), at: Instant, school: z.boolean() }

/** The morning sheet: what an office needs to go on by hand all day. */
export const SheetPaper = z.strictObject({
  ...headed,
  date: LocalDate,
  hours: z.array(z.tuple([z.int(), z.int()])),
  services: z.array(
    z.strictObject({ letter: z.string(), name: z.string(), /** The next number to give. */ next: z.int() }),
  ),
  grounds: z.array(z.strictObject({ title: z.string(), source: z.string() })),
  appointments: z.array(z.strictObject({ at: Instant, service: z.string(), code: z.string() })),
  rule: PublishedRule,
  /** Blank lines to fill. */
  lines: z.int().min(1).max(200),
})
export type SheetPaper = z.infer<typeof SheetPaper>

/** The queue's rule, printed for whoever asks. */
export const RulePaper = z.strictObject({
  ...headed,
  rule: PublishedRule,
  grounds: z.array(z.strictObject({ title: z.string(), source: z.string() })),
})
export type RulePaper = z.infer<typeof RulePaper>

/** An appointment given: when, for what, its code to say or type on arrival. */
export const AppointmentPaper = z.strictObject({
  ...headed,
  startsAt: Instant,
  service: z.string(),
  code: z.string(),
  bring: z.array(z.string()),
  address: OfficeAddress,
  spoken: Spoken.optional(),
})
export type AppointmentPaper = z.infer<typeof AppointmentPaper>

const dueOnPaper = z.strictObject({ title: z.string(), detail: z.string().nullable() })

/** Both sides' sheet, for the person: what to bring, what each side owes, by when, and what can be done after. */
export const ObligationsPaper = z.strictObject({
  ...headed,
  address: OfficeAddress,
  personWord: z.string(),
  /** « Carte nationale d’identité, renouvellement » */
  subject: z.string(),
  /** `either`: one of those that are marked so is enough. */
  bring: z.array(dueOnPaper.extend({ state: z.enum(['given', 'missing', 'toBring']), either: z.boolean() })),
  /** What is not to be brought: an administration has it, it is not required, or it may not be asked. */
  notToBring: z.array(
    z.strictObject({ title: z.string(), why: z.enum(['held', 'notRequired', 'forbidden']) }),
  ),
  byPerson: z.array(dueOnPaper),
  fee: z.strictObject({ cents: z.int(), why: z.string() }).nullable(),
  dates: z.array(
    dueOnPaper.extend({ from: LocalDate.nullable(), to: LocalDate.nullable(), late: z.boolean() }),
  ),
  rightToError: dueOnPaper.nullable(),
  ifLate: z.array(dueOnPaper),
  byAdministration: z.array(dueOnPaper),
  decides: z.string(),
  collects: z.boolean(),
  silence: z.string(),
  ifIncomplete: dueOnPaper,
  remedy: dueOnPaper.nullable(),
  delivers: z.array(z.strictObject({ title: z.string(), worth: z.string() })),
  /** What rests on which texts. */
  texts: z.array(z.strictObject({ about: z.string(), sources: z.array(z.string()), toConfirm: z.boolean() })),
  rule: RuleVersion,
  spoken: Spoken.optional(),
})
export type ObligationsPaper = z.infer<typeof ObligationsPaper>

/** A label for an envelope: to whom, what it holds, and who sends it back if nobody takes it. */
export const LabelPaper = z.strictObject({
  lines: z.array(z.string()),
  reference: z.string().nullable(),
  sender: z.string(),
  school: z.boolean(),
})
export type LabelPaper = z.infer<typeof LabelPaper>

/** The same facts for who reads with difficulty: in large type, or in plain words; on A4 alone. */
export const PaperVariant = z.enum(['large', 'plain'])
export type PaperVariant = z.infer<typeof PaperVariant>

/** What a print job prints. */
export const Paper = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('document'),
    document: IssuedDocument,
    copy: z.int().min(1),
    variant: PaperVariant.optional(),
    /** In short in this language too, under the French of record; absent in French. */
    lang: Language.exclude(['fr']).optional(),
  }),
  z.strictObject({ of: z.literal('ticket'), ticket: TicketPaper }),
  z.strictObject({ of: z.literal('sheet'), sheet: SheetPaper }),
  z.strictObject({ of: z.literal('rule'), rule: RulePaper }),
  z.strictObject({ of: z.literal('appointment'), appointment: AppointmentPaper }),
  z.strictObject({ of: z.literal('obligations'), obligations: ObligationsPaper }),
  z.strictObject({
    of: z.literal('test'),
    printer: z.string(),
    at: Instant,
    zone: z.string(),
    officeName: z.string(),
    /** What the printer is said to have, to be seen on paper; absent of jobs stored before. */
    drawer: z.boolean().optional(),
    cutter: z.enum(['none', 'partial', 'full']).optional(),
    codepages: z.array(Codepage).optional(),
  }),
  z.strictObject({ of: z.literal('label'), label: LabelPaper }),
])
export type Paper = z.infer<typeof Paper>

/** What lacks for a document to be issued, with the article that wants it. */
export const MentionLacking = z.strictObject({ mention: z.string(), article: z.string() })

export const DocumentLine = z.strictObject({
  documentId: DocumentId,
  kind: DocumentKind,
  number: DocumentNumber,
  issuedAt: Instant,
  erased: z.boolean(),
  /** When it was handed over; null while nobody noted it. */
  handedAt: Instant.nullable(),
  /** The number of the document that cancels it, or puts it right. */
  cancelledBy: DocumentNumber.nullable(),
  correctedBy: DocumentNumber.nullable(),
})
export type DocumentLine = z.infer<typeof DocumentLine>

export const documents = {
  /** The document itself, to be shown, printed or checked. */
  'document.get': read({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ documentId: DocumentId }),
    output: IssuedDocument,
    refusals: ['unknownDocument', 'documentErased', 'documentAltered', 'personLimited'],
  }),
  /** Documents issued, the latest first, 50 a page; by number, day, kind or file. */
  'document.list': read({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({
      date: LocalDate.optional(),
      until: LocalDate.optional(),
      kind: DocumentKind.optional(),
      /** Whole, or its beginning: « RD-2026-3 ». */
      number: z.string().trim().max(30).optional(),
      fileId: FileId.optional(),
      /** The number of the visit's ticket: with `date`, of that day. */
      ticket: TicketNumber.optional(),
      before: Instant.optional(),
    }),
    output: z.strictObject({
      documents: z
        .array(
          DocumentLine.extend({
            ticket: z.string(),
            file: FileReference.nullable(),
            copies: z.int(),
          }),
        )
        .max(50),
      more: z.boolean(),
    }),
    refusals: [],
  }),
  /**
   * Closings of the journal of documents, the latest first, 50 a page; and whether all of them hold: each follows the one before,
   * leaves no number out and adds up, and those of the page are signed by the office.
   */
  'document.closings': read({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({ before: Seq.optional() }),
    output: z.strictObject({
      closings: z
        .array(
          DocumentsClosing.pick({
            period: true,
            name: true,
            series: true,
            count: true,
            perpetual: true,
          }).extend({ seq: Seq }),
        )
        .max(50),
      more: z.boolean(),
      /** The first that does not hold, and why; null when all do. */
      flaw: z
        .strictObject({ period: DocumentsClosing.shape.period, name: z.string(), why: ClosingFault })
        .nullable(),
    }),
    refusals: [],
  }),
  /** One more copy on paper, at the counter's printer or another one. */
  'document.print': command({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({
      documentId: DocumentId,
      printerId: PrinterId.optional(),
      variant: PaperVariant.optional(),
      /** The copy says the same in short in this language, under the French. */
      lang: Language.optional(),
    }),
    output: z.strictObject({ jobId: JobId, copy: z.int() }),
    refusals: [
      'officeNotCreated',
      'unknownDocument',
      'documentErased',
      'documentAltered',
      'personLimited',
      'unknownPrinter',
    ],
  }),
} as const
