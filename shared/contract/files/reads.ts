import { z } from 'zod'
import { read, view } from '../define.ts'
import { ConsultationId, FileId, FileReference, LocalDate, PieceId, ProcedureId, ServiceId } from '../ids.ts'
import { ChosenGround, RefusalGrounds } from '../documents/grounds.ts'
import { Refusing } from '../documents/refusing.ts'
import { TypedLaw } from '../documents/asks.ts'
import { Assistance } from '../visit/assistance.ts'
import { Assessment, PieceState, Question } from '../law/assessment.ts'
import { Text } from '../text.ts'
import { Ministry } from '../visit/sheet.ts'
import { FileLetter, FilePerson, LetterTyped, founded, typed } from './file.ts'
import { DueKind, DueLine, FileAct, FileShown, Look, heading } from './shown.ts'
import { FileLine, WorkLine, WorkPart } from './lines.ts'
import { written } from '../typed.ts'

const acting = ['agent', 'supervisor'] as const
const ofFile = { fileId: FileId }

/** What is shown of files, and found: what falls due, one file whole, what waits to be collected. */
export const fileReads = {
  /**
   * « Échéances »: what falls when, overdue first. No page asks it since `files.work`: stations of the contract 1.4 do, and it may go
   * with 1.6.
   */
  'files.due': view({
    roles: acting,
    input: z.strictObject({ kinds: z.array(DueKind).min(1).optional(), serviceId: ServiceId.optional() }),
    output: z.strictObject({
      today: LocalDate,
      rows: z.array(DueLine).max(200),
      total: z.int(),
      /** By kind, of the service asked, whatever the kinds asked. */
      counts: z.record(DueKind, z.int()),
      /** Requests received that nobody has named yet, the oldest first. */
      toRecord: z.array(z.strictObject(heading)).max(50),
      toRecordTotal: z.int(),
      /** Files whose refusal is drafted and waits for a signature: first those that who asks may sign. */
      toSign: z
        .array(z.strictObject({ ...heading, signs: z.boolean() }))
        .max(50)
        .default([]),
      /** Files whose silence no text that we know settles: no date of theirs is shown as one. */
      unknownSilence: z.int(),
    }),
  }),
  /** What is next on each open file, by whose turn it is, the soonest first; 50 a page. */
  'files.work': view({
    roles: acting,
    input: z.strictObject({
      /** Whose turn it is; every file when it is left out, the office's first. */
      part: WorkPart.optional(),
      serviceId: ServiceId.optional(),
      /** How many lines to pass over. */
      from: z.int().min(0).max(100_000).optional(),
    }),
    output: z.strictObject({
      today: LocalDate,
      rows: z.array(WorkLine).max(50),
      total: z.int(),
      /** Where the page begins: the last page, where fewer files are left than were to pass over. */
      from: z.int(),
      /** By whose turn it is, of the service asked. */
      counts: z.record(WorkPart, z.int()),
    }),
  }),
  /** Who the files of a page are: each look leaves a trace, like those of any reading. */
  'files.names': read({
    pace: { agent: 'consultations', supervisor: 'consultations' },
    roles: acting,
    input: z.strictObject({ fileIds: z.array(FileId).min(1).max(50) }),
    output: z.strictObject({
      people: z
        .array(z.strictObject({ fileId: FileId, person: FilePerson.nullable(), erased: z.boolean() }))
        .max(50),
    }),
    refusals: ['officeNotCreated'],
  }),
  /** An open file, or one closed today; null for any other: `file.get` knows them all. */
  'file.view': view({
    pace: { agent: 'consultations', supervisor: 'consultations' },
    roles: acting,
    input: z.strictObject(ofFile),
    output: z.strictObject({
      today: LocalDate,
      file: FileShown.nullable(),
      /** The one question whose answer (`file.describe`) could tell what silence is worth here; null when none can. */
      question: Question.nullable(),
      /** The reasons that were drafted for a refusal; null when none are. */
      draft: z.strictObject({ facts: z.string(), law: TypedLaw, ground: ChosenGround.optional() }).nullable(),
      /** The letters that someone began, and has not sent. */
      letters: z
        .array(z.strictObject({ letter: FileLetter, typed: LetterTyped }))
        .max(FileLetter.options.length)
        .default([]),
      /** On what grounds it can be refused; null where the office does not decide, or no list is known. */
      refusal: RefusalGrounds.nullable().default(null),
      /** What a refusal says that nobody types; null where the office does not decide. */
      refusing: Refusing.nullable().default(null),
    }),
  }),
  /** What a request needs to be recorded or completed: the office's services and procedures, and, for one of them, what the rules say of it on the day of its reception. */
  'request.view': view({
    roles: acting,
    input: z.strictObject({
      /** A file: its procedure, answers, birth date and pieces are then its own. */
      fileId: FileId.optional(),
      procedureId: ProcedureId.optional(),
      receivedOn: LocalDate.optional(),
      answers: z.record(z.string().max(120), z.string().max(120)).optional(),
      pieces: z
        .array(z.strictObject({ pieceId: PieceId, state: PieceState }))
        .max(100)
        .optional(),
    }),
    output: z.strictObject({
      today: LocalDate,
      services: z.array(z.strictObject({ serviceId: ServiceId, name: Text })),
      /** The procedures in force on the day of reception, with the service that takes them; `autre` last. */
      procedures: z.array(
        z.strictObject({ procedureId: ProcedureId, title: Text, serviceId: ServiceId.nullable() }),
      ),
      assessment: Assessment.nullable(),
    }),
  }),
  /** The drawer: titles to collect, those soonest destroyed first. */
  'files.toCollect': view({
    roles: acting,
    input: z.strictObject({ from: z.int().min(0).max(100_000).optional() }),
    output: z.strictObject({
      today: LocalDate,
      rows: z
        .array(
          z.strictObject({
            ...heading,
            slot: z.string().nullable(),
            arrivedOn: LocalDate,
            collectBy: LocalDate.nullable(),
            /** Past its date: to be destroyed. */
            overdue: z.boolean(),
            notices: z.int(),
            lastNoticeOn: LocalDate.nullable(),
            ...founded,
          }),
        )
        .max(200),
      total: z.int(),
    }),
  }),
  /**
   * By reference, by the number of the ministry's receipt, by family name and birth date (accents and case forgiven), or by
   * `words`: a name alone, or any number that a paper of the office bears. Each look leaves a trace.
   */
  'files.find': read({
    pace: { agent: 'consultations', supervisor: 'consultations' },
    roles: acting,
    input: z
      .strictObject({
        reference: FileReference.optional(),
        receipt: written.min(1).max(60).optional(),
        familyName: typed.optional(),
        birthDate: LocalDate.optional(),
        /** As typed: « Durand », « Durand Michel », « RD-2026-412 », « A 42 » of today, the number of a title. */
        words: written.min(2).max(80).optional(),
      })
      .refine(
        ({ reference, receipt, familyName, birthDate, words }) =>
          [reference, receipt, familyName, words].filter((given) => given !== undefined).length === 1 &&
          (familyName === undefined) === (birthDate === undefined),
      ),
    output: z.strictObject({ files: z.array(FileLine).max(50), more: z.boolean() }),
    refusals: ['officeNotCreated'],
  }),
  /**
   * Titles of the drawer, for who hands one over: by family name or its beginning, by the file's reference, by the number of the
   * request or of the title as it was recorded, by that of a paper of the file. Each look leaves a trace.
   */
  'files.findTitles': read({
    pace: { agent: 'consultations', supervisor: 'consultations' },
    roles: acting,
    input: z.strictObject({ text: written.min(2).max(60) }),
    output: z.strictObject({
      titles: z
        .array(
          z.strictObject({
            ...heading,
            person: FilePerson.nullable(),
            number: z.string().nullable(),
            slot: z.string().nullable(),
            arrivedOn: LocalDate,
            collectBy: LocalDate.nullable(),
          }),
        )
        .max(20),
      more: z.boolean(),
    }),
    refusals: ['officeNotCreated'],
  }),
  /** A file whole, open or not, with the person and its history; the look leaves a trace. */
  'file.get': read({
    pace: { agent: 'consultations', supervisor: 'consultations' },
    roles: acting,
    input: z.strictObject(ofFile),
    output: z.strictObject({
      file: FileShown,
      person: FilePerson.nullable(),
      ministry: Ministry.nullable(),
      assistance: Assistance.nullable(),
      erased: z.boolean(),
      /** Who took each thing that was handed over, in their order; null where nobody wrote it. */
      receivers: z.array(z.string().nullable()).default([]),
      acts: z.array(FileAct).max(500),
    }),
    refusals: ['officeNotCreated', 'unknownFile'],
  }),
  /** Who looked up which files, the latest first, 50 a page. */
  'files.looks': read({
    roles: ['admin'],
    input: z.strictObject({ before: ConsultationId.optional() }),
    output: z.strictObject({ looks: z.array(Look).max(50), more: z.boolean() }),
    refusals: ['officeNotCreated'],
  }),
  /** « Accompagnement en ligne »: how many, by month, procedure and nature, without a name. */
  'assisted.export': read({
    pace: { supervisor: 'exports', admin: 'exports' },
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ year: z.int().min(2000).max(9999), format: z.enum(['csv', 'ods']) }),
    output: z.strictObject({ name: z.string(), type: z.string(), base64: z.string() }),
    refusals: ['officeNotCreated'],
  }),
} as const
