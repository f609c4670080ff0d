import { describe, expect, test } from 'vitest'
import {
  noPaces,
  pacesOf,
  withoutCounter,
  withoutToday,
  withPaced,
} from '../../../shared/domain/waits/paces.ts'
import { chance } from '../../fixtures/offices/chance.ts'

const random = chance(31)
/** So many visits at a counter, of a service whose mean is ten minutes, multiplied by its pace. */
const at = (counter: string, pace: number, visits: number) =>
  Array.from({ length: visits }, () => ({ counter, lasted: pace * random.gamma(600, 3), usual: 600 }))
const day = (paces: readonly number[], visits = 40) =>
  paces.flatMap((pace, rank) => at(String(rank), pace, visits))

describe('the paces of counters within a day', () => {
  test('nothing is believed of a counter before a visit, and little after one', () => {
    expect(pacesOf(noPaces).size).toBe(0)
    const after = pacesOf(withPaced(noPaces, [{ counter: '1', lasted: 1_800, usual: 600 }]))
    expect(after.get('1')).toBeGreaterThan(1)
    expect(after.get('1')).toBeLessThan(1.1)
  })

  test('where counters differ, each is known by the end of a day; where they don’t, all stay alike', () => {
    let differing = noPaces
    let alike = noPaces
    for (let before = 0; before < 5; before++) {
      differing = withoutToday(withPaced(differing, day([0.6, 0.8, 1, 1.2, 1.4])))
      alike = withoutToday(withPaced(alike, day([1, 1, 1, 1, 1])))
    }
    const known = pacesOf(withPaced(differing, day([1.4, 0.6])))
    expect(known.get('0')).toBeGreaterThan(1.2)
    expect(known.get('1')).toBeLessThan(0.8)
    for (const pace of pacesOf(withPaced(alike, day([1, 1, 1]))).values()) {
      expect(pace).toBeGreaterThan(0.93)
      expect(pace).toBeLessThan(1.07)
    }
  })

  test('the day ends, or somebody else takes the counter: nothing is left of who was slow', () => {
    const known = withPaced(noPaces, day([1.5, 0.7]))
    expect(withoutToday(known).today.size).toBe(0)
    expect(pacesOf(withoutToday(known)).size).toBe(0)
    const changed = withoutCounter(known, '0')
    expect([...pacesOf(changed).keys()]).toEqual(['1'])
    // How much counters differ is told of all of them together, whichever was forgotten first.
    expect(withoutToday(changed)).toEqual(withoutToday(known))
    expect(withoutCounter(known, '9')).toBe(known)
  })

  test('a visit of a whole day, or none at all, never stops a counter nor makes it endless', () => {
    const slow = pacesOf(withPaced(withoutToday(withPaced(noPaces, day([0.2, 3]))), at('1', 90, 200)))
    expect(slow.get('1')).toBeLessThanOrEqual(2)
    const none = Array.from({ length: 200 }, () => ({ counter: '1', lasted: 0, usual: 600 }))
    expect(pacesOf(withPaced(noPaces, none)).get('1')).toBeGreaterThanOrEqual(0.5)
    expect(withPaced(noPaces, [{ counter: '1', lasted: 600, usual: 0 }]).today.size).toBe(0)
  })
})
