import { z } from 'zod'
import { Instant, LocalDate } from '../ids.ts'
import { Text } from '../text.ts'
import { AcknowledgementForm, FilePerson } from './file.ts'
import { heading } from './shown.ts'

// A file as a list shows it: with what is next on it, or as a search found it.

/** Whose turn it is on a file: the office's, the person's, who decides, or a title that waits in its drawer. */
export const WorkPart = z.enum(['office', 'pieces', 'authority', 'collect'])
export type WorkPart = z.infer<typeof WorkPart>

/** What is to be done next on a file. The first ones are the office's; what another does is followed. */
export const FileTodo = z.enum([
  'name',
  'sign',
  'acknowledge',
  /** Silence would be a rejection. */
  'decide',
  /** Silence would be an acceptance. */
  'decideOrTacit',
  /** Nothing that we know says what silence is worth. */
  'decideUnknown',
  /** Silence has decided: it is noted. */
  'noteSilence',
  /** What was asked did not come by its day. */
  'remind',
  'returnOriginals',
  'destroy',
  /** Decided here: the decision goes to the person. */
  'giveDecision',
  'finish',
  /** The person brings what lacks. */
  'bring',
  'authorityDecides',
  /** Decided by the authority: its title, or the end of the file, is awaited. */
  'authorityDecided',
  'collect',
])
export type FileTodo = z.infer<typeof FileTodo>

/** What is next on one file: one line a file, whatever the number of its dates. */
export const FileWork = z.strictObject({
  part: WorkPart,
  todo: FileTodo,
  /** By when; null where no text that we know gives a day. */
  by: LocalDate.nullable(),
  overdue: z.boolean(),
  form: AcknowledgementForm.nullable(),
  /** What lacks, or comes back: the names that pages show. */
  pieces: z.array(z.string()).max(20),
  /** Who asks may sign the refusal that was drafted. */
  signs: z.boolean(),
  /** Where a title waits, and how many times the person was told. */
  slot: z.string().nullable(),
  notices: z.int(),
  /** Who decides on it, in the words of its rules, « Le préfet »; null where none says it. */
  decides: Text.nullable().default(null),
  officeDecides: z.boolean().default(false),
})
export type FileWork = z.infer<typeof FileWork>

/** One file of the list of work, without the person: who it is, is looked up (`files.names`). */
export const WorkLine = z.strictObject({ ...heading, ...FileWork.shape })
export type WorkLine = z.infer<typeof WorkLine>

/** A file in the results of a search. */
export const FileLine = z.strictObject({
  ...heading,
  state: z.enum(['open', 'closed', 'annulled']),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  person: FilePerson.nullable(),
  /** The file's personal data was erased at its term. */
  erased: z.boolean(),
  /** What is next on it; null once it is over. */
  work: FileWork.nullable().default(null),
})
export type FileLine = z.infer<typeof FileLine>
