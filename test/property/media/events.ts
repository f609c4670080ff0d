import { fc } from '@fast-check/vitest'

// What an office recorded, of few ids, so that what is removed was there.

const id = fc.nat(5).map((n) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`)

export const mediaEvents = {
  recordingAdded: fc.record({
    recordingId: id,
    what: fc.constantFrom(
      { of: 'rule' },
      { of: 'welcome' },
      { of: 'service', serviceId: 'inconnu' },
      { of: 'procedure', procedureId: 'cni' },
    ),
    lang: fc.constantFrom('lsf', 'fr', 'ar'),
    milliseconds: fc.integer({ min: 1, max: 600_000 }),
    transcript: fc.constant('La carte d’identité'),
    sha256: fc.constant('0'.repeat(64)),
    format: fc.constantFrom('webm', 'ogg'),
    size: fc.integer({ min: 1, max: 1000 }),
    pieces: fc.integer({ min: 1, max: 3 }),
  }),
  recordingRemoved: fc.record({ recordingId: id, pieces: fc.integer({ min: 1, max: 3 }) }),
}
