import { z } from 'zod'
import { Instant, LocalDate, TicketNumber } from '../ids.ts'
import { IssuedDocument } from './issued.ts'
import { OfficeAddress } from '../office/settings.ts'
import { Codepage } from '../printing/printers.ts'
import { RuleVersion } from '../law/assessment.ts'
import { PublishedRule } from '../queue/rules.ts'
import { Spoken } from '../media/spoken.ts'
import { Language } from '../text.ts'
import { Announced } from '../waits/waits.ts'

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
  /** What the agent typed of it: printed beside, as theirs. */
  saidSubject: z.string().optional(),
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
  /** It is a declaration on which nobody decides: it is only received. */
  declared: z.literal(true).optional(),
  silence: z.string(),
  ifIncomplete: dueOnPaper,
  /** `noDelay`: no text sets a delay for it. */
  remedy: dueOnPaper.extend({ noDelay: z.boolean().default(false) }).nullable(),
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

/** How a paper is drawn for who reads with difficulty: in large type, or in plain words; on A4 alone. */
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
