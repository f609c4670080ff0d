import { canonicalJson } from '../../contract/canonical.ts'
import type { RecordingId } from '../../contract/ids.ts'
import {
  mostBytesIn,
  mostRecordings,
  recordingBytes,
  type RecordingFormat,
  type RecordingLanguage,
  type RecordingOf,
} from '../../contract/media/recordings.ts'
import type { Context, Decide, Evolve, PersonalChange } from '../decision.ts'
import { serviceOf, type Office } from '../state.ts'
import { publishedRule } from '../queue/rules.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { View } from '../view.ts'
import type { KeptRecording } from './state.ts'

const letters = (head: Uint8Array, from: number, to: number): string =>
  String.fromCodePoint(...head.subarray(from, to))

/**
 * What bytes are, by their beginning; null for anything else.
 * @param head the first sixty-four bytes, or all of them
 */
export function formatOf(head: Uint8Array): RecordingFormat | null {
  const mark = letters(head, 0, 4)
  if (mark === '\u001AEß£' && letters(head, 4, 64).includes('webm')) return 'webm'
  if (letters(head, 4, 8) === 'ftyp') return 'mp4'
  if (mark === 'OggS') return 'ogg'
  if (mark === 'RIFF' && letters(head, 8, 12) === 'WAVE') return 'wav'
  // A tag, or the first frame: eleven bits at one, then a version and a layer that exist.
  const [first = 0, second = 0] = head
  const frame =
    first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) === 0x02
  return mark.startsWith('ID3') || frame ? 'mp3' : null
}

/** Whether a language may be in that format: what is seen is a video. */
export const fits = (lang: RecordingLanguage, format: RecordingFormat): boolean =>
  lang !== 'lsf' || format === 'webm' || format === 'mp4'

/** What two recordings have in common when one takes the place of the other. */
export const recordingKey = (what: RecordingOf, lang: RecordingLanguage): string =>
  canonicalJson([what, lang])

/** Where a piece of a recording is kept. */
export const pieceKey = (recordingId: RecordingId, index: number): string => `${recordingId} ${index}`

const dropping = (recordingId: RecordingId, pieces: number): readonly PersonalChange[] =>
  Array.from({ length: pieces }, (_, index) => ({
    op: 'drop' as const,
    kind: 'recording' as const,
    id: pieceKey(recordingId, index),
  }))

/** Why nothing of the office has this name; null where something has. */
function stranger(office: Office, context: Context, what: RecordingOf) {
  if (what.of === 'service') return serviceOf(office, what.serviceId) ? null : 'unknownService'
  if (what.of === 'procedure')
    return procedureNow(office, context, what.procedureId) ? null : 'unknownProcedure'
  return null
}

/**
 * A recorded sentence, in place of the one before. The file came in pieces before the act, and its SHA-256 is what was
 * announced.
 */
export const addRecording: Decide<'recording.add'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { what, lang, sha256 } = input
  const unknown = stranger(office, context, what)
  if (unknown !== null) return { refusal: unknown }
  const { sent } = context
  if (!sent || sent.sha256 !== sha256) return { refusal: 'recordingIncomplete' }
  if (sent.size > mostBytesIn(lang)) return { refusal: 'recordingTooBig' }
  const format = formatOf(sent.head)
  if (format === null || !fits(lang, format)) return { refusal: 'recordingUnreadable' }
  const key = recordingKey(what, lang)
  const before = [...office.recordings.values()].filter((one) => recordingKey(one.what, one.lang) === key)
  const others = office.recordings.removeAll(before.map(({ recordingId }) => recordingId))
  const size = others.reduce((sum, one) => sum + one.size, sent.size)
  if (size > recordingBytes.all || others.size >= mostRecordings) return { refusal: 'recordingsFull' }
  const recordingId = context.newId() as RecordingId
  const pieces = sent.pieces.length
  return {
    events: [
      ...before.map((one) => ({
        type: 'recordingRemoved' as const,
        data: { recordingId: one.recordingId, pieces: one.pieces },
      })),
      {
        type: 'recordingAdded',
        data: { recordingId, ...input, format, size: sent.size, pieces },
      },
    ],
    personal: [
      ...before.flatMap((one) => dropping(one.recordingId, one.pieces)),
      ...sent.pieces.map((value, index) => ({
        op: 'put' as const,
        kind: 'recording' as const,
        id: pieceKey(recordingId, index),
        value,
        at: context.now,
      })),
    ],
    output: { recordingId },
  }
}

/** Erases the recording; the synthetic voice says the sentence again. */
export const removeRecording: Decide<'recording.remove'> = (office, { recordingId }) => {
  const one = office.recordings.get(recordingId)
  if (!one) return { refusal: 'unknownRecording' }
  return { ...erased(one), output: {} }
}

/** What erases a recording. */
export const erased = ({ recordingId, pieces }: Pick<KeptRecording, 'recordingId' | 'pieces'>) => ({
  events: [{ type: 'recordingRemoved' as const, data: { recordingId, pieces } }],
  personal: dropping(recordingId, pieces),
})

/** What a video of the rule says: where all services have the same rule, their names are no part of it. */
function ruleNow(office: Office): string {
  const rule = publishedRule(office)
  if (rule === null) return canonicalJson(null)
  const { targets, maximums, ...rest } = rule
  const [first] = maximums
  const everywhere =
    maximums.length === targets.length && maximums.every(({ minutes }) => minutes === first?.minutes)
  return canonicalJson({
    ...rest,
    targets: rule.weighted ? targets : null,
    maximums: everywhere ? (first?.minutes ?? null) : maximums,
  })
}

/** A recording of the rule remembers the rule that it says: once the rule changes, it is no longer played. */
export const evolveRecordings: Evolve = (office, { event }) => {
  switch (event.type) {
    case 'recordingAdded': {
      const { data } = event
      const rule = data.what.of === 'rule' ? ruleNow(office) : null
      return { ...office, recordings: office.recordings.set(data.recordingId, { ...data, rule }) }
    }
    case 'recordingRemoved':
      return { ...office, recordings: office.recordings.delete(event.data.recordingId) }
    default:
      return undefined
  }
}

/** A video of a rule that is no longer the office's would tell whoever signs another rule than everybody reads. */
export const recordingsView: View<'recordings.view'> = (office) => ({
  recordings: [...office.recordings.values()]
    .toSorted((one, other) => (one.recordingId < other.recordingId ? -1 : 1))
    .slice(0, mostRecordings)
    .map(({ rule, ...one }) => ({ ...one, current: rule === null || rule === ruleNow(office) })),
})
