import { z } from 'zod'
import { command, read, view } from '../define.ts'
import { DocumentId, Instant, JobId, PrinterId } from '../ids.ts'
import { written } from '../typed.ts'

export const JobState = z.enum(['waiting', 'printing', 'retrying', 'printed', 'preview', 'cancelled'])
export type JobState = z.infer<typeof JobState>

/** Why a paper is not to come out any more: a closed list, so that it can be kept and says nothing of anyone. */
export const cancelReasons = ['mistake', 'notWanted', 'byHand', 'otherwise'] as const
export const CancelReason = z.enum(cancelReasons)
export type CancelReason = z.infer<typeof CancelReason>

/** A print job as pages see it: what it prints, where, how it goes; `problem` is a French sentence. */
export const PrintJob = z.strictObject({
  jobId: JobId,
  printerId: PrinterId,
  printer: z.string(),
  title: z.string(),
  documentId: DocumentId.nullable(),
  state: JobState,
  attempts: z.int(),
  problem: z.string().nullable(),
  /** Why someone cancelled it, in words. */
  reason: z.string().nullable(),
  createdAt: Instant,
  /** When it is tried again; null when no try is ahead. */
  nextAt: Instant.nullable(),
  /** The paper may have come out, whole or in part: the next one says « réimpression ». */
  reprint: z.boolean(),
})
export type PrintJob = z.infer<typeof PrintJob>

/** A printer as it last said it was; `problem` is a French sentence. */
export const PrinterNow = z.strictObject({
  printerId: PrinterId,
  name: z.string(),
  /** The printer's papers stay on the screen. */
  screen: z.boolean(),
  problem: z.string().nullable(),
  /** Since when it has this problem. */
  since: Instant.nullable(),
  /** The printer prints, and its roll is nearly at an end. */
  nearEnd: z.boolean(),
  /** Papers that are still to come out. */
  waiting: z.int(),
})
export type PrinterNow = z.infer<typeof PrinterNow>

export const printingCalls = {
  /** The print queue whole: each printer's state, the papers that are still to come out, then the latest ones. */
  'printing.view': view({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      zone: z.string(),
      printers: z.array(PrinterNow).max(100),
      jobs: z.array(PrintJob).max(200),
      /** Papers still to come out, those beyond the list among them. */
      total: z.int(),
    }),
  }),
  /** The print queues of the office's machine, by name: whoever adds one there chooses it. None where there is no print service. */
  'printers.found': read({
    only: 'ownSeat',
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({ queues: z.array(z.string().min(1).max(127)).max(100) }),
    refusals: [],
  }),
  /** The job is sent to another printer. */
  'print.redirect': command({
    by: 'printing',
    onLimited: 'barred',
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({ jobId: JobId, printerId: PrinterId }),
    output: z.strictObject({}),
    refusals: ['unknownJob', 'unknownPrinter', 'jobAlreadyPrinted', 'jobCancelled', 'personLimited'],
  }),
  /** Tries again at once rather than at the next delay; never what was cancelled meanwhile. */
  'print.retry': command({
    by: 'printing',
    onLimited: 'barred',
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({ jobId: JobId }),
    output: z.strictObject({}),
    refusals: ['unknownJob', 'jobAlreadyPrinted', 'jobCancelled', 'personLimited'],
  }),
  /** The paper is not to come out any more; what it prints stays issued, and can be printed again. */
  'print.cancel': command({
    by: 'printing',
    onLimited: 'beside',
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({ jobId: JobId, reason: CancelReason }),
    output: z.strictObject({}),
    refusals: ['unknownJob', 'jobAlreadyPrinted'],
  }),
  'print.test': command({
    pace: { admin: 'papers' },
    roles: ['admin'],
    input: z.strictObject({ printerId: PrinterId }),
    output: z.strictObject({ jobId: JobId }),
    refusals: ['officeNotCreated', 'unknownPrinter'],
  }),
  /** A label for an envelope: the addressee's lines as typed, kept nowhere but in the job. */
  'print.label': command({
    onLimited: 'beside',
    pace: { agent: 'papers', supervisor: 'papers', admin: 'papers' },
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({
      printerId: PrinterId,
      lines: z.array(written.min(1).max(60)).min(1).max(7),
      /** The file or document that the envelope holds: « D-2026-42 ». */
      reference: written.min(1).max(40).nullable(),
    }),
    output: z.strictObject({ jobId: JobId }),
    refusals: ['officeNotCreated', 'unknownPrinter', 'nameMalformed'],
  }),
} as const
