import { fc } from '@fast-check/vitest'
import { id as slipId } from '../fewIds.ts'

// Any facts of what is kept of people, in any order.

const uuid = fc.uuid({ version: 7 })
const kinds = fc.array(
  fc.record({ kind: fc.constantFrom('sheet', 'closedFile'), count: fc.integer({ min: 1, max: 9 }) }),
  {
    maxLength: 3,
  },
)

export const privacyEvents = {
  personalPurged: fc.record({ kinds }),
  personalErased: fc.record({
    fileId: fc.option(uuid),
    ticketId: fc.option(uuid),
    erased: kinds,
    kept: kinds,
    visa: fc.boolean(),
    requestId: uuid,
    rows: fc.array(fc.record({ kind: fc.constantFrom('sheet', 'closedFile'), id: uuid }), { maxLength: 3 }),
  }),
  fileLimited: fc.record({ fileId: uuid, limited: fc.boolean(), requestId: uuid }),
}

const months = fc.option(fc.integer({ min: 1, max: 1200 }))
const archive = fc.constantFrom('document', 'closedFile', 'tillNote', 'rightsRequest', 'incident')
const number = fc.integer({ min: 1, max: 5 })
const visaNumber = fc.constantFrom('AD77-2026-12', 'B 4/2026')
const on = fc.constantFrom('2026-03-03', '2026-03-04')

/** Any facts of public archives: slips of few ids meet their visa now and then. */
export const archiveEvents = {
  archiveTermSet: fc.record({
    kind: archive,
    term: fc.record({ months, fate: fc.constantFrom('elimination', 'sorting', 'transfer') }),
  }),
  slipDrawn: fc.record({
    slipId,
    fate: fc.constantFrom('elimination', 'transfer'),
    number,
    rows: fc.array(
      fc.record({ kind: archive, id: uuid, ref: fc.option(fc.constant('RD-2026-1')), at: fc.nat() }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  slipWithdrawn: fc.record({ slipId }),
  slipVisaRecorded: fc.record({
    slipId,
    visaNumber,
    on,
    withheld: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
  }),
  archivesEliminated: fc.record({
    slipId,
    number,
    visaNumber,
    on,
    counts: fc.array(
      fc.record({ kind: archive, count: fc.integer({ min: 1, max: 9 }), from: fc.nat(), to: fc.nat() }),
      { maxLength: 2 },
    ),
    rows: fc.array(fc.record({ kind: archive, id: uuid }), { maxLength: 3 }),
  }),
  archivesTransferred: fc.record({
    slipId,
    number,
    visaNumber,
    on,
    counts: fc.array(
      fc.record({ kind: archive, count: fc.integer({ min: 1, max: 9 }), from: fc.nat(), to: fc.nat() }),
      { maxLength: 2 },
    ),
    rows: fc.array(fc.record({ kind: archive, id: uuid }), { maxLength: 3 }),
  }),
}
