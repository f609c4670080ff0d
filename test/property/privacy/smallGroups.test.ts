import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { besides, smallest, untold } from '../../../shared/domain/privacy/smallGroups.ts'

// Statistical secrecy, against whoever subtracts: what is published, its total, and every table that would give the same.

const table = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 300 })), { maxLength: 12 })
  .map((sizes) => new Map(sizes.map((people, at) => [`s${at}`, people])))

/** How few and how many people a group may be, for whoever knows the total and all that is said, and that no group is empty. */
function guessed(groups: ReadonlyMap<string, number>, unsaid: ReadonlySet<string>) {
  const total = [...groups.values()].reduce((sum, people) => sum + people, 0)
  const said = [...groups].reduce((sum, [group, people]) => (unsaid.has(group) ? sum : sum + people), 0)
  const left = total - said
  return unsaid.size === 1 ? { least: left, most: left } : { least: 1, most: left - (unsaid.size - 1) }
}

describe('what is published of groups of people', () => {
  property.prop([table])('never has a group of fewer than five', (groups) => {
    const { unsaid } = untold(groups)
    for (const [group, people] of groups) if (people > 0 && people < smallest) expect(unsaid).toContain(group)
  })

  property.prop([table])(
    'lets nobody tell a group that goes unsaid from the total less what is said',
    (groups) => {
      const { unsaid, total } = untold(groups)
      if (unsaid.size === 0 || !total) return
      const { least, most } = guessed(groups, unsaid)
      expect(least).toBeLessThan(smallest)
      expect(most).toBeGreaterThanOrEqual(smallest)
    },
  )

  property.prop([table])('says the total unless every group together is too few for that', (groups) => {
    const { unsaid, total } = untold(groups)
    if (!total) expect(unsaid.size).toBe([...groups.values()].filter((people) => people > 0).length)
  })

  property.prop([table])(
    'says all that can be: without the last one left out, the total would tell',
    (groups) => {
      const { unsaid } = untold(groups)
      const beside = [...unsaid].filter((group) => groups.get(group)! >= smallest)
      if (beside.length === 0) return
      const last = beside.reduce((one, other) => (groups.get(other)! >= groups.get(one)! ? other : one))
      const fewer = new Set([...unsaid].filter((group) => group !== last))
      const { least, most } = guessed(groups, fewer)
      expect(least === most || most < smallest).toBe(true)
    },
  )

  property.prop([table, fc.integer({ min: 1, max: 4 })])(
    'is as safe beside a group that went unsaid elsewhere under the same total',
    (groups, people) => {
      const { unsaid, total } = besides(groups, { people, groups: 1 })
      if (!total) return
      const all = new Map([...groups, ['elsewhere', people]])
      const { least, most } = guessed(all, new Set([...unsaid, 'elsewhere']))
      expect([least < smallest, most >= smallest]).toEqual([true, true])
    },
  )
})

test('an empty group is nobody’s secret', () => {
  expect(
    untold(
      new Map([
        ['morning', 0],
        ['afternoon', 40],
      ]),
    ),
  ).toEqual({ unsaid: new Set(), total: true })
})

test('five people who came to five services would each be told by their number alone: the total goes too', () => {
  const each = new Map(['a', 'b', 'c', 'd', 'e'].map((service) => [service, 1]))
  expect(untold(each)).toEqual({ unsaid: new Set(each.keys()), total: false })
})
