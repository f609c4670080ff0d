/** What the log takes from a page. */
type Noted = { readonly what: string; readonly facts: Readonly<Record<string, string>> }

const unplayable = /^recordingUnplayable ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const missing = /^recordingMissing ([a-z]{2}) ([a-z]+)$/

/**
 * What the log takes of what a page writes on its console; null for all else, where a name may be. A call that the room heard
 * otherwise than by its recordings, one of the office's own that can't be played: who looks after them reads it there.
 */
export function noted(message: string): Noted | null {
  const [, recordingId] = unplayable.exec(message) ?? []
  if (recordingId !== undefined) return { what: 'recordingUnplayable', facts: { recordingId } }
  const [, language, instead] = missing.exec(message) ?? []
  if (language === undefined || instead === undefined) return null
  return { what: 'recordingMissing', facts: { language, instead } }
}
