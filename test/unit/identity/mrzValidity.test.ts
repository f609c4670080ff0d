import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { readMrz } from '../../../shared/identity/mrz/read.ts'
import { frenchCard, td3 } from '../../fixtures/zones.ts'

const on = (day: string) => day as LocalDate
const card = (changes: Parameters<typeof frenchCard>[0], day = '2026-11-25') =>
  readMrz(frenchCard(changes).join('\n'), on(day))

describe('a document that bears its expiry', () => {
  const passport = td3({ expiry: '270228' }).join('\n')
  test('is valid until the end of that day, and its zone stays right afterwards', () => {
    expect(readMrz(passport, on('2027-02-28'))).toMatchObject({ valid: true, expired: false })
    expect(readMrz(passport, on('2027-03-01'))).toMatchObject({
      valid: true,
      expired: true,
      validity: { face: '2027-02-28', legal: '2027-02-28', rule: 'printed' },
    })
  })
})

describe('the century of an expiry', () => {
  const end = (expiry: string, day: string) => {
    const { fields, expired } = readMrz(td3({ expiry }).join('\n'), on(day))
    return { end: fields.expirationDate, expired }
  }
  test('a passport that ended in 1995 does not hold until 2095', () => {
    expect(end('950101', '2026-03-03')).toEqual({ end: '1995-01-01', expired: true })
  })
  test('an expiry is fifty years ahead at most', () => {
    expect(end('761231', '2026-03-03')).toEqual({ end: '2076-12-31', expired: false })
    expect(end('770101', '2026-03-03')).toEqual({ end: '1977-01-01', expired: true })
  })
  test('99 is how a card without end writes 9999', () => {
    expect(end('990101', '2026-03-03')).toEqual({ end: '2099-01-01', expired: false })
  })
})

describe('the French card of two lines, which bears no expiry in its zone', () => {
  test('a card issued before 2004 holds ten years', () => {
    expect(card({ issue: '9409' }).validity).toMatchObject({
      face: '2004-09',
      legal: '2004-09',
      rule: 'tenYears',
      source: { title: 'Décret 55-1397, art. 1er', toConfirm: false },
    })
  })

  test('an adult’s card of 2004 to 2013 holds five years more than what it bears', () => {
    expect(card({ issue: '0401' }).validity).toMatchObject({
      face: '2014-01',
      legal: '2019-01',
      rule: 'extendedFiveYears',
      source: { title: 'Décret 2013-1188 du 18 décembre 2013', toConfirm: true },
    })
    expect(card({ issue: '1312' })).toMatchObject({
      expired: false,
      validity: { face: '2023-12', legal: '2028-12' },
    })
  })

  test('an adult’s card from 2014 holds the fifteen years that it bears', () => {
    expect(card({ issue: '1401' }).validity).toMatchObject({
      face: '2029-01',
      legal: '2029-01',
      rule: 'fifteenYears',
    })
  })

  test('a minor’s card holds ten years, whenever it was issued', () => {
    expect(card({ issue: '1312', birth: '960101' }).validity).toMatchObject({
      legal: '2023-12',
      rule: 'tenYears',
    })
    expect(card({ issue: '1706', birth: '000715' }).validity).toMatchObject({
      legal: '2027-06',
      rule: 'tenYears',
    })
  })

  test('who came of age in the month of issue may hold either: the zone can’t say', () => {
    expect(card({ issue: '0903', birth: '910315' })).toMatchObject({
      valid: true,
      expired: null,
      validity: { face: '2019-03', legal: null, rule: 'unknown' },
    })
    expect(card({ issue: '1503', birth: '970315' }).validity).toMatchObject({ face: null, legal: null })
    expect(card({ issue: '0903', birth: '910301' }).validity?.rule).toBe('extendedFiveYears')
    expect(card({ issue: '0903', birth: '91<<<<' }).validity?.rule).toBe('unknown')
    expect(card({ issue: '0903', birth: '9103<<' }).validity?.rule).toBe('unknown')
    expect(card({ issue: '0903', birth: '<<<<<<' }).validity?.rule).toBe('unknown')
  })

  test('in its last month the day printed on the card decides, so the zone says nothing', () => {
    const issued = { issue: '1111' }
    expect(card(issued, '2026-10-31').expired).toBe(false)
    expect(card(issued, '2026-11-01').expired).toBeNull()
    expect(card(issued, '2026-11-30').expired).toBeNull()
    expect(card(issued, '2026-12-01').expired).toBe(true)
    expect(card({ issue: '1201' }, '2026-12-31').expired).toBe(false)
  })
})
