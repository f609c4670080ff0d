import { expect, test } from 'vitest'
import { formerNames } from '../../../shared/contract/formerNames.ts'
import { callNames, contractVersion, formerNameOf, nameAt, nameOf } from '../../../shared/contract/index.ts'

const minor = (version: string) => Number(version.split('.')[1])

test('a former name means one call of the contract, and is the name of no other', () => {
  const rows = Object.entries(formerNames)
  for (const [former, { name }] of rows) {
    expect(callNames, former).not.toContain(former)
    expect([nameOf(former), nameOf(name), formerNameOf(name)]).toEqual([name, name, former])
  }
  expect(new Set(rows.map(([, { name }]) => name)).size).toBe(rows.length)
})

test('a former name is gone from the version that no longer answers it', () => {
  for (const [former, { since, until }] of Object.entries(formerNames)) {
    expect(minor(since), former).toBeLessThanOrEqual(minor(contractVersion))
    expect(minor(until), former).toBeGreaterThan(minor(contractVersion))
  }
})

test('a host is asked by the name that its version knows', () => {
  const asked = ['1.4', '1.5', '1.10'].map((version) => nameAt(version, 'training.view'))
  expect(asked).toEqual(['lesson.view', 'training.view', 'training.view'])
  expect(nameAt('1.4', 'queue.view')).toBe('queue.view')
})
