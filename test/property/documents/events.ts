import { fc } from '@fast-check/vitest'
import { id, counterId, agentId, hex } from '../fewIds.ts'

// Documents issued, handed over, related, closed; what papers bear and who reviewed their texts.

export const issuedEvents = {
  documentIssued: fc.record({
    ticketId: fc.option(id),
    visitId: fc.option(id),
    counterId: fc.option(counterId),
    fileId: fc.option(id),
    documentId: id,
    kind: fc.constantFrom('recepisse', 'attestation'),
    number: fc.constantFrom('RD-2026-1', 'RD-2026-7', 'AP-2027-1'),
    year: fc.constantFrom(2026, 2027),
    issuedAt: fc.nat(),
    commitment: hex,
    previous: hex,
    hash: hex,
    signature: fc.constant('signature'),
  }),
}

export const documentsEvents = {
  documentHandedOver: fc.record({
    documentId: id,
    means: fc.constantFrom('counter', 'post', 'registeredPost', 'email'),
    to: fc.constantFrom('self', 'mandate'),
    refused: fc.boolean(),
  }),
  documentRelated: fc.record({
    documentId: id,
    by: id,
    number: fc.constantFrom('AN-2026-1', 'RD-2026-8'),
    how: fc.constantFrom('duplicate', 'correction', 'cancellation'),
    reasonId: fc.option(id),
  }),
  documentsClosed: fc.record({
    period: fc.constantFrom('day', 'month', 'year'),
    name: fc.constantFrom('2026-03-03', '2026-03', '2026'),
    series: fc.constant([]),
    count: fc.nat(9),
    perpetual: fc.nat(99),
    previous: hex,
    hash: hex,
    signature: fc.constant('signature'),
  }),
  paperSet: fc.record({
    paper: fc.record({
      lines: fc.array(fc.constant('Département'), { maxLength: 2 }),
      logo: fc.constant(null),
      dataContact: fc.option(fc.constant('dpd@office.example')),
      delegations: fc.constant([]),
    }),
  }),
  textsReviewed: fc.record({
    set: fc.constantFrom('kiosk', 'voice'),
    lang: fc.constantFrom('en', 'uk'),
    review: fc.option(
      fc.record({
        by: fc.constant('translator'),
        on: fc.constant('2026-03-03'),
        digest: fc.constant('0123456789abcdef'),
      }),
    ),
  }),
  agentShielded: fc.record({ agentId, pseudonym: fc.option(fc.constant('Agent 7')), reasonId: id }),
  documentPrinted: fc.record({ documentId: id, copy: fc.integer({ min: 1, max: 9 }) }),
}
