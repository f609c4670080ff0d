import { expect, test } from 'vitest'
import { offeredEnds } from '../../../renderer/counter/ends.ts'
import { visitEnds } from '../../../shared/contract/queue/outcomes.ts'

type Assessed = Parameters<typeof offeredEnds>[0]
const assessed = (collects: boolean) => ({ collects }) as Assessed

test('the first key is the deposit as the list implies it, and the written refusal is offered only where the office decides', () => {
  expect(offeredEnds(assessed(true), 1)).toMatchObject({
    first: ['incomplete', 'information', 'forwarded'],
    refuses: false,
  })
  expect(offeredEnds(assessed(false), 0)).toMatchObject({ first: ['filed', 'information'], refuses: true })
  expect(offeredEnds(null, 0).refuses).toBe(false)
})

test('every end of a visit is offered once, by a key or behind « Autre… »', () => {
  for (const assessment of [assessed(true), assessed(false), null])
    for (const missing of [0, 2]) {
      const { first, others } = offeredEnds(assessment, missing)
      expect([...first, ...others].toSorted()).toEqual([...visitEnds].toSorted())
    }
})
