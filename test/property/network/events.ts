import { fc } from '@fast-check/vitest'

// Stations paired, paired again, revoked, and hosts that announce themselves, of few ids.

const stationId = fc.constantFrom('poste1', 'poste2', 'inconnu')
const hash = fc.constantFrom('A'.repeat(43), 'B'.repeat(43))
const until = fc.constantFrom(null, 1_772_550_000_000)
const messageId = fc.nat(12).map((n) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`)

export const networkEvents = {
  stationPaired: fc.record({
    stationId,
    role: fc.constantFrom('agent', 'kiosk', 'display', 'supervisor', 'admin'),
    place: fc.record({ name: fc.constant('Hall'), counterId: fc.constantFrom(null, '1', 'inconnu') }),
    kind: fc.constantFrom('program', 'browser'),
    until,
    tokenHash: hash,
  }),
  stationRevoked: fc.record({ stationId }),
  stationSuspended: fc.record({ stationId }),
  stationResumed: fc.record({ stationId }),
  screenSet: fc.record({
    stationId: fc.option(stationId, { nil: null }),
    settings: fc.record({
      diagonal: fc.constantFrom(null, 43),
      distance: fc.constantFrom(null, 10),
      flash: fc.constantFrom('none', 'once', 'thrice'),
      volume: fc.integer({ min: 0, max: 100 }),
      chime: fc.boolean(),
      voice: fc.boolean(),
      still: fc.boolean(),
    }),
  }),
  officeMessageSet: fc.record({
    messageId,
    text: fc.constantFrom({ fr: 'Fermé vendredi' }, { fr: 'Fermé vendredi', ar: 'مغلق' }),
    from: fc.constantFrom(0, 1_772_550_000_000),
    to: fc.constantFrom(1, 1_772_560_000_000),
    place: fc.integer({ min: 1, max: 10 }),
  }),
  officeMessageRemoved: fc.record({ messageId }),
  doorAnnounced: fc.record({
    hostId: fc.nat(20).map((n) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`),
    addresses: fc.constantFrom([], ['https://192.168.1.20:8443']),
    pins: fc.constantFrom(['A'.repeat(43)], ['A'.repeat(43), 'B'.repeat(43)]),
  }),
  followerRenewed: fc.record({
    withdrawn: fc.array(
      fc.nat(20).map((n) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`),
      { maxLength: 16 },
    ),
  }),
  hostPromoted: fc.record({
    epoch: fc.integer({ min: 1, max: 5 }),
    hostId: fc.constant('0198c1f2-0000-7abc-8def-000000000001'),
  }),
}
