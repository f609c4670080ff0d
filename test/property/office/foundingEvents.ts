import { fc } from '@fast-check/vitest'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { id, counterId, serviceId, agentId, visit, hex, number } from '../fewIds.ts'

// An office created and furnished, and the law as it settled it.

const printer = { ...schoolOffice.settings.printers[0], printerId: 'p' }

export const foundingEvents = {
  officeCreated: fc.record({
    officeId: id,
    settings: fc.constant(schoolOffice.settings),
    school: fc.boolean(),
    publicKey: fc.constant('clef'),
  }),
  drillBegun: fc.constant({}),
  addressSet: fc.record({ address: fc.constant(schoolOffice.settings.address) }),
  printersSet: fc.record({
    printers: fc.constantFrom([], [printer]),
    ticketPrinterId: fc.constantFrom(null, 'p', 'inconnue'),
    counters: fc.array(fc.record({ counterId, printerId: fc.constantFrom(null, 'p') }), { maxLength: 3 }),
  }),
  agentSet: fc.record({ agentId, services: fc.array(serviceId, { maxLength: 3 }) }),
  lawSet: fc.record({
    law: fc.record({
      exchanges: fc.constantFrom([], ['foyer-fiscal'], ['inconnu']),
      ballots: fc.constantFrom([], ['2026-03-15']),
      remedies: fc.constant([]),
      regulations: fc.constantFrom(
        [],
        [{ title: 'Aides', number: '1', date: '2024-02-01', procedureId: 'autre', piece: 'Plan' }],
      ),
    }),
  }),
  procedureValidated: fc.record({
    procedureId: fc.constant('cni'),
    version: number,
    hash: hex,
    validationId: id,
  }),
  rulesPublished: fc.record({ hash: hex, name: number, version: number, validationId: id }),
  rulesWithdrawn: fc.record({ hash: hex }),
  draftValidated: fc.record({
    draftId: fc.constantFrom('f2191', 'inconnu'),
    partIds: fc.constantFrom([], ['titre']),
    validationId: id,
  }),
  pieceAskedAgain: fc.record({
    ...visit,
    procedureId: fc.constant('cni'),
    pieceId: fc.constant('photo'),
    exchangeId: fc.constantFrom('foyer-fiscal', 'inconnu'),
    reasonId: id,
  }),
}
