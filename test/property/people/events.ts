import { fc } from '@fast-check/vitest'

// Any facts of people and of their access, in any order.

const agentId = fc.constantFrom('agent1', 'agent2', 'agent9')
const until = fc.constantFrom(1_772_523_000_000, 1_772_550_000_000)

export const peopleEvents = {
  agentRightsSet: fc.record({ agentId, rights: fc.subarray(['agent', 'supervisor', 'admin']) }),
  agentSecretSet: fc.record({ agentId, kind: fc.constantFrom('pin', 'passphrase') }),
  agentInvited: fc.record({ agentId, until }),
  agentLocked: fc.record({ agentId, until }),
  agentUnlocked: fc.record({ agentId }),
  agentBadgeSet: fc.record({ agentId }),
  agentBadgeRemoved: fc.record({ agentId }),
  agentLoginSet: fc.record({ agentId }),
  agentLoginRemoved: fc.record({ agentId }),
  loginSet: fc.record({ kind: fc.constantFrom('proconnect', 'other', null) }),
  accessSet: fc.record({
    access: fc.record({
      lockAfterMinutes: fc.option(fc.integer({ min: 1, max: 120 })),
      badgeAlone: fc.boolean(),
    }),
  }),
  counterRelieved: fc.record({ counterId: fc.constantFrom('1', '2', '3', 'inconnu'), agentId }),
}
