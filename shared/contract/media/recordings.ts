import { z } from 'zod'
import { command, read, view } from '../define.ts'
import { ProcedureId, RecordingId, ServiceId } from '../ids.ts'
import { Language } from '../text.ts'
import { written } from '../typed.ts'

/** A language in which an office records: French Sign Language, seen, or one of the kiosk's, heard. */
export const RecordingLanguage = z.enum(['lsf', ...Language.options])
export type RecordingLanguage = z.infer<typeof RecordingLanguage>

/** What a recording says: the name of what people come for, the queue's rule, or how the kiosk begins. */
export const RecordingOf = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('service'), serviceId: ServiceId }),
  z.strictObject({ of: z.literal('procedure'), procedureId: ProcedureId }),
  z.strictObject({ of: z.literal('rule') }),
  z.strictObject({ of: z.literal('welcome') }),
])
export type RecordingOf = z.infer<typeof RecordingOf>

/** What the bytes are, by what they begin with. */
export const RecordingFormat = z.enum(['webm', 'mp4', 'ogg', 'mp3', 'wav'])
export type RecordingFormat = z.infer<typeof RecordingFormat>

/** Bytes in a piece at most, so that in base64 it fits in a message of any door (256 KiB). */
export const pieceBytes = 96 * 1024
/**
 * Bytes at most: of a video (two minutes at 1 Mbit/s), of a voice (two minutes at 64 kbit/s), of all that an office keeps.
 * Each hourly backup holds them all, and some forty are kept.
 */
export const recordingBytes = { sign: 16 * 1024 * 1024, voice: 1024 * 1024, all: 64 * 1024 * 1024 } as const
/** Recordings that an office keeps at most. */
export const mostRecordings = 200

/** How many bytes a recording in this language may have. */
export const mostBytesIn = (lang: RecordingLanguage): number =>
  lang === 'lsf' ? recordingBytes.sign : recordingBytes.voice

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const about = {
  what: RecordingOf,
  lang: RecordingLanguage,
  /** How long it lasts, as the page that sent it measured. */
  milliseconds: z.int().min(1).max(600_000),
  /** What the recording says in writing, for who neither sees nor hears it (RGAA 4.1). */
  transcript: written.min(1).max(2000),
  sha256: Sha256,
}

export const recordingFacts = {
  recordingId: RecordingId,
  ...about,
  format: RecordingFormat,
  size: z.int().min(1).max(recordingBytes.sign),
  /** How many pieces of `pieceBytes` it is read in. */
  pieces: z.int().min(1).max(200),
}

export const Recording = z.strictObject({
  ...recordingFacts,
  /** False where the queue's rule has changed since it was recorded: it is shown to nobody. */
  current: z.boolean(),
})
export type Recording = z.infer<typeof Recording>

export const recordings = {
  /** What the office recorded itself, for the kiosk and the display to say. */
  'recordings.view': view({
    roles: ['kiosk', 'display', 'supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({ recordings: z.array(Recording).max(mostRecordings) }),
  }),
  /** One piece of a recording, in base64. */
  'recording.piece': read({
    roles: ['kiosk', 'display', 'supervisor', 'admin'],
    input: z.strictObject({ recordingId: RecordingId, index: z.int().min(0).max(199) }),
    output: z.strictObject({ bytes: z.base64() }),
    refusals: ['unknownRecording'],
  }),
  /** Sends one piece to the host, in order; the first one begins again. Nothing is stored before `recording.add`. */
  'recording.send': command({
    by: 'media',
    roles: ['admin'],
    input: z.strictObject({
      index: z.int().min(0).max(199),
      bytes: z
        .base64()
        .min(4)
        .max((pieceBytes / 3) * 4),
    }),
    output: z.strictObject({}),
    refusals: ['recordingIncomplete', 'recordingTooBig'],
  }),
  /** Keeps what was sent, in place of what said the same in the same language. */
  'recording.add': command({
    by: 'media',
    decided: true,
    roles: ['admin'],
    input: z.strictObject(about),
    output: z.strictObject({ recordingId: RecordingId }),
    refusals: [
      'officeNotCreated',
      'unknownService',
      'unknownProcedure',
      'recordingIncomplete',
      'recordingTooBig',
      'recordingUnreadable',
      'recordingsFull',
    ],
  }),
  /** Erases a recording, bytes and all: when it is of no more use, or when whoever signs or speaks in it asks. */
  'recording.remove': command({
    roles: ['admin'],
    input: z.strictObject({ recordingId: RecordingId }),
    output: z.strictObject({}),
    refusals: ['unknownRecording'],
  }),
} as const
