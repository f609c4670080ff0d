import { fc } from '@fast-check/vitest'

// Any facts of what is kept of people, in any order.

const uuid = fc.uuid({ version: 7 })
const kinds = fc.array(
  fc.record({ kind: fc.constantFrom('sheet', 'closedFile'), count: fc.integer({ min: 1, max: 9 }) }),
  {
    maxLength: 3,
  },
)

export const keepingEvents = {
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
