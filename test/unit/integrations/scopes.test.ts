import { expect, test } from 'vitest'
import { callNames, calls } from '../../../shared/contract/index.ts'
import { scopes } from '../../../shared/contract/integrations/scopes.ts'

// A token of other software opens what its scopes name: a role alone opens nothing to it.

test('each call that other software may ask is in a scope', () => {
  const opened = new Set(Object.values(scopes).flat())
  const declared = callNames.filter((name) => calls[name].roles.includes('integration'))
  expect(declared.length).toBeGreaterThan(5)
  expect(
    declared.filter((name) => !opened.has(name)),
    'no token opens them: name them in shared/contract/integrations/scopes.ts',
  ).toEqual([])
})
