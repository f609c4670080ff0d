import { z } from 'zod'

// Branded, so that a ticket's id can't be passed for a visit's. Ids that the office chooses are short
// words (« titres », « 1 »); ids that the host makes are UUIDs of version 7.

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const uuid = z.uuid()

export const OfficeId = uuid.brand('OfficeId')
export type OfficeId = z.infer<typeof OfficeId>
export const ServiceId = word.brand('ServiceId')
export type ServiceId = z.infer<typeof ServiceId>
export const CounterId = word.brand('CounterId')
export type CounterId = z.infer<typeof CounterId>
// Not a role's name: an agent's station and token are called by this id, beside those of the roles.
export const AgentId = word
  .regex(/^(?!(kiosk|display|supervisor|admin|integration|hote|follower)$)/)
  .brand('AgentId')
export type AgentId = z.infer<typeof AgentId>
export const StationId = word.brand('StationId')
export type StationId = z.infer<typeof StationId>
export const PrinterId = word.brand('PrinterId')
export type PrinterId = z.infer<typeof PrinterId>
/** The business day: an id fixed at its opening, whatever the clock does afterwards. */
export const DayId = uuid.brand('DayId')
export type DayId = z.infer<typeof DayId>
export const TicketId = uuid.brand('TicketId')
export type TicketId = z.infer<typeof TicketId>
export const VisitId = uuid.brand('VisitId')
export type VisitId = z.infer<typeof VisitId>
export const DocumentId = uuid.brand('DocumentId')
export type DocumentId = z.infer<typeof DocumentId>
export const FileId = uuid.brand('FileId')
export type FileId = z.infer<typeof FileId>
/** What happens once for each call (chime, voice) carries this id. */
export const CallId = uuid.brand('CallId')
export type CallId = z.infer<typeof CallId>
/** A video or a voice that the office recorded itself. */
export const RecordingId = uuid.brand('RecordingId')
export type RecordingId = z.infer<typeof RecordingId>
/** A message of the office to the public. */
export const OfficeMessageId = uuid.brand('OfficeMessageId')
export type OfficeMessageId = z.infer<typeof OfficeMessageId>
export const JobId = uuid.brand('JobId')
export type JobId = z.infer<typeof JobId>
export const AppointmentId = uuid.brand('AppointmentId')
export type AppointmentId = z.infer<typeof AppointmentId>
/** A list of public archives to eliminate, which the archives' visa allows or not. */
export const SlipId = uuid.brand('SlipId')
export type SlipId = z.infer<typeof SlipId>
/** What a person typed to explain an act: the text is a personal row of this id, the journal holds the id alone. */
export const ReasonId = uuid.brand('ReasonId')
export type ReasonId = z.infer<typeof ReasonId>
/** Chosen by whoever asks: the same id gives the same answer again. */
export const CommandId = z
  .string()
  .regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/)
  .transform((id) => id.toLowerCase())
  .brand('CommandId')
export type CommandId = z.infer<typeof CommandId>
/** The journal's position: 0 before the first event. */
export const Seq = z.int().min(0)
export type Seq = z.infer<typeof Seq>

export const ProcedureId = word.brand('ProcedureId')
export type ProcedureId = z.infer<typeof ProcedureId>
export const PieceId = word.brand('PieceId')
export type PieceId = z.infer<typeof PieceId>

/** An instant in milliseconds since 1970 in UTC. */
export const Instant = z.int().min(0).max(8_640_000_000_000_000).brand('Instant')
export type Instant = z.infer<typeof Instant>
/** A day of the calendar in the office's zone, `2026-03-03`. */
export const LocalDate = z.iso.date().brand('LocalDate')
export type LocalDate = z.infer<typeof LocalDate>

/**
 * The series' letter, then the count without leading zeros: `A42` in data, « A 42 » when shown. A kiosk's own series
 * may have two letters, `PA12`.
 */
export const TicketNumber = z
  .string()
  .regex(/^[A-Z]{1,2}[1-9][0-9]{0,3}$/)
  .brand('TicketNumber')
export type TicketNumber = z.infer<typeof TicketNumber>
/** Kind's letters, year, count: `RD-2026-318`. */
export const DocumentNumber = z
  .string()
  .regex(/^[A-Z]{2}-[0-9]{4}-[1-9][0-9]*$/)
  .brand('DocumentNumber')
export type DocumentNumber = z.infer<typeof DocumentNumber>
/** One consultation of personal data, in the order of time. */
export const ConsultationId = uuid.brand('ConsultationId')
export type ConsultationId = z.infer<typeof ConsultationId>
/** A file's number in its year, without gap: `DO-2026-42`. */
export const FileReference = z
  .string()
  .regex(/^DO-[0-9]{4}-[1-9][0-9]*$/)
  .brand('FileReference')
export type FileReference = z.infer<typeof FileReference>
