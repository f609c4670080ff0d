import { expect, test } from 'vitest'
import { packaged, tried } from '../../fixtures/triedPackage.ts'

test('what a package would change is tried on situations drawn where there are too many, the same each time', async () => {
  const made = packaged('cni', (text) => text.replaceAll("'requise'", "'dispensée'"))
  const [one, other] = [await tried(made), await tried(made)]
  expect(one.changes).toMatchObject([{ procedureId: 'cni', drawn: true }])
  expect(one.situations).toBeGreaterThan(100)
  expect(one).toEqual(other)
})
