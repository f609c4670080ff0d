import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerAgain } from '../../../electron/host/core/repeated.ts'
import { canonicalJson } from '../../../shared/contract/canonical.ts'
import type { Who } from '../../../shared/contract/events.ts'

test('an act that was answered under its former name gives its first answer again, and another act does not', () => {
  const who = { officeId: null, role: 'agent', stationId: 'agent1', agentId: 'agent1' } as unknown as Who
  const input = { partnerId: 'annexe' }
  const kept = (name: string) => ({
    inputHash: hash('sha256', canonicalJson([name, input, who.role, who.stationId, who.agentId])),
    output: '{"first":true}',
  })
  const again = (name: string, given: object = input) =>
    answerAgain(kept(name), who, 'partners.beginAsking', given)
  expect(again('place.begin')).toEqual({ text: '{"first":true}' })
  expect(again('partners.beginAsking')).toEqual({ text: '{"first":true}' })
  expect(again('place.note')).toEqual({ code: 'commandIdReused' })
  expect(again('place.begin', { partnerId: 'autre' })).toEqual({ code: 'commandIdReused' })
})
