import { z } from 'zod'
import { command, read, view } from './define.ts'
import {
  AgentId,
  FileId,
  FileReference,
  Instant,
  LocalDate,
  LookId,
  PieceId,
  ProcedureId,
  ServiceId,
  StationId,
  VisitId,
} from './ids.ts'
import { Assistance } from './documents.ts'
import { Assessment, Delay, PieceState, Question, RuleVersion } from './procedures.ts'
import { Text } from './text.ts'
import { Capacity, Ministry, Person } from './visits.ts'

const typed = z.string().trim().min(1).max(200)

/** How a request came. `title`: nothing was filed here, a title to hand over arrived. */
export const FileChannel = z.enum(['counter', 'post', 'email', 'depositBox', 'title', 'assisted'])
export type FileChannel = z.infer<typeof FileChannel>

/** A text that a file's dates rest on, as it was named when the file was opened. */
export const FileSource = z.strictObject({ title: z.string(), id: z.string().nullable() })
export type FileSource = z.infer<typeof FileSource>

const founded = { sources: z.array(FileSource), toConfirm: z.boolean() }

/** What the law attaches to a request, frozen when it is recorded: later rules change nothing of it. */
export const FileRegime = z.strictObject({
  /** What silence is worth; `inconnu` stays so, and is said. */
  silence: z.strictObject({
    sense: z.enum(['rejet', 'acceptation', 'inconnu', 'sansObjet']),
    delay: Delay.nullable(),
    /** « Le silence gardé par le préfet pendant 2 mois vaut décision de rejet ». */
    title: z.string(),
    ...founded,
  }),
  /** Whether the request gives a right (CRPA L114-5-1): only an indispensable piece then moves the clock. */
  right: z.boolean(),
  /** Whether an acknowledgement is due (CRPA L112-3, R112-4). */
  acknowledgement: z.strictObject({ due: z.boolean(), ...founded }),
  /** The office only collects: another authority decides. */
  collectsOnly: z.boolean(),
  /** After how long a title that nobody collects is destroyed; null when no text is known. */
  destruction: z.strictObject({ delay: Delay.nullable(), ...founded }),
  /** Months for which the file is kept; null when the duration is not known: nothing is then eliminated (C. patr. L214-3). */
  keepMonths: z.int().min(1).nullable(),
})
export type FileRegime = z.infer<typeof FileRegime>

/** A person as they are addressed: by family name, the usual name only when they asked for it (CRPA L111-3). */
export const FilePerson = Person.extend({
  /** A telephone number or an address, as given. */
  contact: typed.nullable().optional(),
})
export type FilePerson = z.infer<typeof FilePerson>

/** A piece by its id in the rules, or by a name that was typed. */
const named = [z.strictObject({ pieceId: PieceId }), z.strictObject({ label: typed })] as const
export const PieceName = z.union(named)
export type PieceName = z.infer<typeof PieceName>
const FiledPiece = z.union([named[0].extend({ state: PieceState }), named[1].extend({ state: PieceState })])

/** The same in the journal: a typed name is the personal row's, by its rank there. */
export const PieceKey = z.union([
  z.strictObject({ pieceId: PieceId }),
  z.strictObject({ labelled: z.int().min(0) }),
])
export type PieceKey = z.infer<typeof PieceKey>
export const KeptPiece = z.union([
  z.strictObject({ pieceId: PieceId, state: PieceState }),
  z.strictObject({ labelled: z.int().min(0), state: PieceState }),
])
export type KeptPiece = z.infer<typeof KeptPiece>

/** The visit, and which of its requests, that an act on a file came from: undoing its closing takes it back. */
export const FromVisit = z.strictObject({ visitId: VisitId, request: z.int().min(0) })
export type FromVisit = z.infer<typeof FromVisit>

export const FileDecision = z.enum([
  'granted',
  'partlyGranted',
  'refused',
  'implicitAcceptance',
  'implicitRejection',
])
export type FileDecision = z.infer<typeof FileDecision>

/** Who decided: this office, or the authority for which it collects. */
export const DecidedBy = z.enum(['office', 'authority'])

export const FileCloseReason = z.enum([
  'done',
  'withdrawn',
  'forwarded',
  'titleDestroyed',
  'duplicate',
  'mistake',
  'assisted',
])
export type FileCloseReason = z.infer<typeof FileCloseReason>

export const HandedWhat = z.enum(['title', 'decision', 'document'])
export const HandedMeans = z.enum(['counter', 'post', 'registeredPost', 'email'])
export const NoticeMeans = z.enum(['telephone', 'sms', 'email', 'post'])
/** `aee`, `are`: what an e-mail receives (CRPA R112-11-1 and -2); `ar`: the acknowledgement on paper. */
export const AcknowledgementForm = z.enum(['ar', 'aee', 'are'])
export type AcknowledgementForm = z.infer<typeof AcknowledgementForm>

/** What falls on a date. */
export const DueKind = z.enum(['silence', 'pieces', 'acknowledgement', 'originals', 'collection'])
export type DueKind = z.infer<typeof DueKind>

/** What happens on that date if nobody does anything. */
export const DueEffect = z.enum([
  'rejet',
  'acceptation',
  /** The clock of a rejection runs again from there (CRPA L114-5). */
  'clockResumes',
  /** The pieces asked are awaited until there; the clock of an acceptance starts with them (CRPA L114-5). */
  'piecesAwaited',
  'delaysNotOpposable',
  'promiseMissed',
  /** Originals go back without delay (CRPA R113-5). */
  'returnLate',
  'destruction',
])
export type DueEffect = z.infer<typeof DueEffect>

const heading = {
  fileId: FileId,
  reference: FileReference,
  serviceId: ServiceId,
  procedureId: ProcedureId.nullable(),
  procedureTitle: Text.nullable(),
  /** What was typed to name it; null when nothing was, or when it is erased. */
  label: z.string().nullable(),
  channel: FileChannel,
  sentOn: LocalDate.nullable(),
  receivedOn: LocalDate,
}

/** One date of one file. */
export const DueLine = z.strictObject({
  ...heading,
  kind: DueKind,
  effect: DueEffect,
  dueOn: LocalDate,
  overdue: z.boolean(),
  /** What the file waits for; null when nothing but an act of the office. */
  waitsFor: z.enum(['pieces', 'collection', 'decision']).nullable(),
  /** The clock stands still since then; `dueOn` is the latest date, pieces received earlier bring it nearer. */
  suspendedSince: LocalDate.nullable(),
  form: AcknowledgementForm.nullable(),
  ...founded,
})
export type DueLine = z.infer<typeof DueLine>

/** What the person is asked for: what lacks (CRPA L114-5), or the original of a doubtful copy (R113-6), which no day ends. */
export const RequestKind = z.enum(['missing', 'original'])

/** The clock of silence, as it runs on a file today; the rule that gives it is in `domain/legal/silence.ts`. */
export const FileClock = z.strictObject({
  sense: z.enum(['rejet', 'acceptation']),
  /** The day on which silence is worth it; null while nothing can tell it. */
  on: LocalDate.nullable(),
  state: z.enum(['running', 'suspended', 'waiting', 'decided']),
  /** From when it runs, and since which event; null while it waits to begin. */
  from: LocalDate.nullable(),
  since: z.enum(['receipt', 'firstReceipt', 'competentReceipt', 'pieces']).nullable(),
  waitsFor: z.enum(['competentOffice', 'missing', 'original']).nullable(),
  suspensions: z.array(z.strictObject({ kind: RequestKind, from: LocalDate, until: LocalDate.nullable() })),
  suspendedDays: z.int().nullable(),
  ...founded,
})
export type FileClock = z.infer<typeof FileClock>

const ShownPiece = z.strictObject({
  /** Null when a typed name is erased. */
  name: PieceName.nullable(),
  title: z.string().nullable(),
  state: PieceState,
})

/** An open file as it stands, without the person's name: that one is looked up, and each look leaves a trace. */
export const FileShown = z.strictObject({
  ...heading,
  state: z.enum(['open', 'closed', 'annulled']),
  openedAt: Instant,
  rule: RuleVersion.nullable(),
  regime: FileRegime,
  /** From when each clock counts: sent and received are two dates (CRPA L112-1), first office and this one too (L114-3). */
  firstReceivedOn: LocalDate,
  /** The day that counts for the person's own deadline, and by what: « cachet de la poste » (CRPA L112-1, L112-13). */
  effective: z.strictObject({
    on: LocalDate,
    by: z.enum(['postmark', 'electronicAcknowledgement', 'receipt']),
    source: z.string().nullable(),
  }),
  pieces: z.array(ShownPiece),
  requests: z.array(
    z.strictObject({
      kind: RequestKind,
      pieces: z.array(ShownPiece),
      on: LocalDate,
      dueOn: LocalDate.nullable(),
      /** Whether the clock moves: where a right is at stake, only for what is indispensable (CRPA L114-5-1). */
      moves: z.boolean(),
      receivedOn: LocalDate.nullable(),
      /** All of it was sent by the last day given, the postmark counting (CRPA L112-1); null while it has not all come. */
      inTime: z.boolean().nullable(),
    }),
  ),
  /** Null where silence has no sense that we know: `regime.silence` says which. */
  clock: FileClock.nullable(),
  dues: z.array(DueLine),
  acknowledged: z.array(z.strictObject({ form: AcknowledgementForm, on: LocalDate })),
  forwarded: z.array(
    z.strictObject({
      on: LocalDate,
      receivedOn: LocalDate.nullable(),
      competent: z.boolean(),
      to: z.string().nullable(),
    }),
  ),
  decision: z.strictObject({ decision: FileDecision, on: LocalDate, by: DecidedBy }).nullable(),
  title: z
    .strictObject({
      arrivedOn: LocalDate,
      collectBy: LocalDate.nullable(),
      slot: z.string().nullable(),
      notices: z.int(),
      state: z.enum(['here', 'handedOver', 'destroyed']),
    })
    .nullable(),
  originals: z.array(
    z.strictObject({ title: z.string().nullable(), heldOn: LocalDate, returnedOn: LocalDate.nullable() }),
  ),
  handedOver: z.array(
    z.strictObject({ what: HandedWhat, means: HandedMeans, on: LocalDate, refused: z.boolean() }),
  ),
  /** Why it ended; null while it is open. */
  closed: z.strictObject({ reason: FileCloseReason, at: Instant }).nullable(),
})
export type FileShown = z.infer<typeof FileShown>

/** A file in the results of a search. */
export const FileLine = z.strictObject({
  ...heading,
  state: z.enum(['open', 'closed', 'annulled']),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  person: FilePerson.nullable(),
  /** Its personal data had its time. */
  erased: z.boolean(),
})
export type FileLine = z.infer<typeof FileLine>

/** One act on a file, as its history shows it: which, when, by whom. */
const FileAct = z.strictObject({
  act: z.enum([
    'opened',
    'described',
    'pieceAdded',
    'piecesRequested',
    'acknowledged',
    'forwarded',
    'decided',
    'titleArrived',
    'noticeSent',
    'titleDestroyed',
    'originalsHeld',
    'originalsReturned',
    'handedOver',
    'closed',
    'visitUndone',
  ]),
  at: Instant,
  agentId: AgentId.nullable(),
})

const Look = z.strictObject({
  lookId: LookId,
  at: Instant,
  agentId: AgentId.nullable(),
  stationId: StationId,
  by: z.enum(['reference', 'name', 'file']),
  /** Which files were shown: what was typed is not kept. */
  files: z.array(z.strictObject({ fileId: FileId, reference: FileReference.nullable() })),
})

const acting = ['agent', 'supervisor'] as const
const ofFile = { fileId: FileId }
const onOpen = ['officeNotCreated', 'fileNotOpen'] as const
const done = z.strictObject({ reference: FileReference })

/** What names a request, and who makes it. */
const described = {
  procedureId: ProcedureId.nullable(),
  label: typed.optional(),
  serviceId: ServiceId,
  /** What the rules ask, by question: it can decide what silence is worth. */
  answers: z.record(z.string().max(120), z.string().max(120)).optional(),
  person: FilePerson.optional(),
  ministry: Ministry.optional(),
}

export const files = {
  /**
   * A request is recorded, whatever its channel: `sentOn` is the postmark's date, or that of sending, `receivedOn`
   * that of reception here, `firstReceivedOn` that of reception by an office that forwarded it. Without procedure nor
   * label it waits « à enregistrer ».
   */
  'file.open': command({
    roles: acting,
    input: z.strictObject({
      ...described,
      channel: z.enum(['counter', 'post', 'email', 'depositBox']),
      sentOn: LocalDate.optional(),
      receivedOn: LocalDate,
      firstReceivedOn: LocalDate.optional(),
      pieces: z.array(FiledPiece).max(200),
    }),
    output: z.strictObject({ fileId: FileId, reference: FileReference }),
    refusals: [
      'officeNotCreated',
      'unknownService',
      'unknownProcedure',
      'unknownAnswer',
      'unknownPiece',
      'pieceMayNotBeAsked',
      'tooManyPieces',
      'dateInFuture',
      'datesMixedUp',
      'receiptAlreadyRecorded',
    ],
  }),
  /** What was recorded in haste is named, or put right: the procedure, the person, the ministry's receipt. What is not given stays. */
  'file.describe': command({
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      procedureId: ProcedureId.nullable().optional(),
      label: typed.nullable().optional(),
      serviceId: ServiceId.optional(),
      /** Added to those that were given. */
      answers: z.record(z.string().max(120), z.string().max(120)).optional(),
      person: FilePerson.nullable().optional(),
      ministry: Ministry.nullable().optional(),
    }),
    output: done,
    refusals: [
      ...onOpen,
      'unknownService',
      'unknownProcedure',
      'unknownAnswer',
      'receiptAlreadyRecorded',
      'dateInFuture',
    ],
  }),
  /** Pieces received: those that were asked end the wait, and the clock goes on from their reception (CRPA L114-5). */
  'file.addPiece': command({
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      pieces: z.array(PieceName).min(1).max(50),
      sentOn: LocalDate.optional(),
      receivedOn: LocalDate,
    }),
    output: done.extend({ /** Pieces asked that are still awaited. */ awaited: z.int() }),
    refusals: [...onOpen, 'unknownPiece', 'tooManyPieces', 'dateInFuture', 'datesMixedUp'],
  }),
  /** Missing pieces are asked, each with the text that requires it, by a date (CRPA L114-5). */
  'file.requestPieces': command({
    roles: acting,
    input: z
      .strictObject({
        ...ofFile,
        kind: RequestKind.default('missing'),
        /** `source`: the text that requires the piece, needed where the rules know none. */
        pieces: z
          .array(
            z.union([
              named[0],
              named[1].extend({ source: typed, indispensable: z.boolean().default(false) }),
            ]),
          )
          .min(1)
          .max(50),
        on: LocalDate,
        /** Last day given; null for an original, which no delay ends. */
        dueOn: LocalDate.nullable(),
      })
      .refine(({ kind, dueOn }) => (kind === 'original') === (dueOn === null), { path: ['dueOn'] }),
    output: done,
    refusals: [
      ...onOpen,
      'unknownPiece',
      'pieceMayNotBeAsked',
      'pieceAlreadyReceived',
      'tooManyPieces',
      'dateInFuture',
      'datesMixedUp',
    ],
  }),
  /** The acknowledgement was given or sent (CRPA L112-3): without it, the delays to contest don't run (L112-6). */
  'file.acknowledge': command({
    roles: acting,
    input: z.strictObject({ ...ofFile, form: AcknowledgementForm, on: LocalDate }),
    output: done,
    refusals: [...onOpen, 'dateInFuture', 'datesMixedUp'],
  }),
  /** Sent to another administration, and the person told (CRPA L114-2); `competent`: it decides, and its clocks are two (L114-3). */
  'file.forward': command({
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      to: typed,
      competent: z.boolean().default(true),
      on: LocalDate,
      /** When it was received there, once that is known: the clock of an acceptance runs from then (CRPA L114-3). */
      receivedOn: LocalDate.optional(),
      /** What was sent: « tout le dossier ». */
      sent: typed,
    }),
    output: done,
    refusals: [...onOpen, 'fileAlreadyDecided', 'dateInFuture', 'datesMixedUp'],
  }),
  /** A decision: this office's, or the one that came from the authority for which it collects. A refusal has its reason (CRPA L211-5). */
  'file.decide': command({
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      decision: FileDecision,
      on: LocalDate,
      by: DecidedBy.default('office'),
      /** In law and in fact. */
      reason: z.string().trim().max(2000).optional(),
    }),
    output: done,
    refusals: [
      ...onOpen,
      'fileAlreadyDecided',
      'officeDoesNotDecide',
      'reasonMissing',
      'silenceUnknown',
      'silenceNotElapsed',
      'dateInFuture',
      'datesMixedUp',
    ],
  }),
  /** A title arrived, to be collected: for a file, or for a request that was not recorded here (`request`). */
  'file.titleArrived': command({
    roles: acting,
    input: z.strictObject({
      fileId: FileId.optional(),
      request: z.strictObject(described).optional(),
      arrivedOn: LocalDate,
      /** The drawer's box: « 14 ». */
      slot: z.string().trim().min(1).max(20).nullable().optional(),
    }),
    output: z.strictObject({ fileId: FileId, reference: FileReference, collectBy: LocalDate.nullable() }),
    refusals: [
      ...onOpen,
      'unknownService',
      'unknownProcedure',
      'unknownAnswer',
      'titleAlreadyHere',
      'receiptAlreadyRecorded',
      'dateInFuture',
      'datesMixedUp',
    ],
  }),
  /** The person was told that their title is here. */
  'file.notify': command({
    roles: acting,
    input: z.strictObject({ fileIds: z.array(FileId).min(1).max(50), means: NoticeMeans, on: LocalDate }),
    output: z.strictObject({ noticed: z.int() }),
    refusals: [...onOpen, 'noTitleHere', 'dateInFuture', 'datesMixedUp'],
  }),
  /** Titles that nobody collected in the time that the text gives. */
  'file.destroyTitles': command({
    roles: acting,
    input: z.strictObject({ fileIds: z.array(FileId).min(1).max(50), on: LocalDate }),
    output: z.strictObject({ destroyed: z.int() }),
    refusals: [...onOpen, 'noTitleHere', 'titleStillDue', 'dateInFuture'],
  }),
  /** Handed over or notified: from then the decision is opposable (CRPA L221-8). `refused`: the person would not take it. */
  'file.handOver': command({
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      what: HandedWhat,
      /** Which one, where « document » says too little. */
      label: typed.optional(),
      means: HandedMeans,
      on: LocalDate,
      to: Capacity,
      refused: z.boolean().default(false),
    }),
    output: done,
    refusals: [...onOpen, 'noTitleHere', 'decisionMissing', 'dateInFuture', 'datesMixedUp'],
  }),
  /** Originals kept for a while: each is registered, and returned without delay (CRPA R113-5). */
  'file.holdOriginals': command({
    roles: acting,
    input: z.strictObject({ ...ofFile, pieces: z.array(PieceName).min(1).max(50), on: LocalDate }),
    output: done,
    refusals: [...onOpen, 'unknownPiece', 'tooManyPieces', 'dateInFuture', 'datesMixedUp'],
  }),
  /** All the originals that are still held go back. */
  'file.returnOriginals': command({
    roles: acting,
    input: z.strictObject({ ...ofFile, means: HandedMeans, on: LocalDate, to: Capacity }),
    output: done.extend({ returned: z.int() }),
    refusals: [...onOpen, 'noOriginalsHeld', 'dateInFuture', 'datesMixedUp'],
  }),
  'file.close': command({
    roles: acting,
    input: z.strictObject({
      ...ofFile,
      reason: z.enum(['done', 'withdrawn', 'forwarded', 'duplicate', 'mistake']),
    }),
    output: done,
    refusals: [...onOpen, 'originalsStillHeld', 'titleStillHere', 'decisionMissing', 'notForwarded'],
  }),
  /** The person received has a file already: it is put on the visit's sheet, with the pieces that it still lacks. */
  'visit.takeFile': command({
    roles: ['agent'],
    input: z.strictObject({ fileId: FileId.optional(), reference: FileReference.optional() }),
    output: z.strictObject({ fileId: FileId, reference: FileReference }),
    refusals: ['counterNotOpen', 'nobodyServed', 'fileNotOpen'],
  }),
  /** « Échéances »: what falls when, overdue first. */
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
      /** Files whose silence no text that we know settles: no date of theirs is shown as one. */
      unknownSilence: z.int(),
    }),
  }),
  /** An open file, or one closed today; null for any other: `file.get` knows them all. */
  'file.view': view({
    roles: acting,
    input: z.strictObject(ofFile),
    output: z.strictObject({
      today: LocalDate,
      file: FileShown.nullable(),
      /** The one question whose answer (`file.describe`) could tell what silence is worth here; null when none can. */
      question: Question.nullable(),
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
      /** Those in force on the day of reception, with the service that takes them; `autre` last. */
      procedures: z.array(
        z.strictObject({ procedureId: ProcedureId, title: Text, serviceId: ServiceId.nullable() }),
      ),
      assessment: Assessment.nullable(),
    }),
  }),
  /** The drawer: titles to collect, those soonest destroyed first. */
  'files.toCollect': view({
    roles: acting,
    input: z.strictObject({}),
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
  /** By reference, by the number of the ministry's receipt, or by family name and birth date (accents and case forgiven). Each look leaves a trace. */
  'files.find': read({
    roles: acting,
    input: z
      .strictObject({
        reference: FileReference.optional(),
        receipt: z.string().trim().min(1).max(60).optional(),
        familyName: typed.optional(),
        birthDate: LocalDate.optional(),
      })
      .refine(
        ({ reference, receipt, familyName, birthDate }) =>
          [reference, receipt, familyName].filter((given) => given !== undefined).length === 1 &&
          (familyName === undefined) === (birthDate === undefined),
      ),
    output: z.strictObject({ files: z.array(FileLine).max(50), more: z.boolean() }),
    refusals: ['officeNotCreated'],
  }),
  /** A file whole, open or not, with the person and its history; the look leaves a trace. */
  'file.get': read({
    roles: acting,
    input: z.strictObject(ofFile),
    output: z.strictObject({
      file: FileShown,
      person: FilePerson.nullable(),
      ministry: Ministry.nullable(),
      assistance: Assistance.nullable(),
      erased: z.boolean(),
      acts: z.array(FileAct).max(500),
    }),
    refusals: ['officeNotCreated', 'unknownFile'],
  }),
  /** Who looked up which files, the latest first, 50 a page. */
  'files.looks': read({
    roles: ['admin'],
    input: z.strictObject({ before: LookId.optional() }),
    output: z.strictObject({ looks: z.array(Look).max(50), more: z.boolean() }),
    refusals: ['officeNotCreated'],
  }),
  /** « Accompagnement en ligne »: how many, by month, procedure and nature, without a name. */
  'assisted.export': read({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ year: z.int().min(2000).max(9999), format: z.enum(['csv', 'ods']) }),
    output: z.strictObject({ name: z.string(), type: z.string(), base64: z.string() }),
    refusals: ['officeNotCreated'],
  }),
} as const
