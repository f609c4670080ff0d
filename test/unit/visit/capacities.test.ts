import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { capacities, type CapacityRule, type Capacity } from '../../../shared/contract/law/assessment.ts'
import type { CapacitySeen } from '../../../shared/contract/visit/sheet.ts'
import { capacityDefinitions, mayDo, type CapacityAct } from '../../../shared/identity/capacities.ts'

const on = '2026-11-25' as LocalDate
const shown: CapacitySeen = { proofSeen: true }
const may = (
  capacity: Capacity,
  act: CapacityAct,
  { seen = shown, rules = null }: { seen?: CapacitySeen | null; rules?: readonly CapacityRule[] | null } = {},
) => mayDo(capacity, act, { seen, rules, on })

const rule = (
  capacity: Capacity,
  acts: CapacityRule['may'],
  over: Partial<CapacityRule> = {},
): CapacityRule => ({
  capacity,
  title: capacity,
  detail: null,
  may: acts,
  proof: null,
  sources: [],
  toConfirm: false,
  ...over,
})

const acts = ['file', 'sign', 'collect'] as const

describe('by default', () => {
  test('every capacity is defined, and none is without a text but what needs none', () => {
    expect(Object.keys(capacityDefinitions).toSorted()).toEqual([...capacities].toSorted())
    const without = capacities.filter((each) => capacityDefinitions[each].sources.length === 0)
    expect(without).toEqual(['self', 'relative', 'accompanied'])
  })

  test.each(['self', 'accompanied', 'interpreter'] as const)(
    '%s: the person does all of it, nothing to show',
    (capacity) => {
      for (const act of acts) expect(may(capacity, act, { seen: null }).answer).toBe('yes')
    },
  )

  test.each(['legalRepresentative', 'tutelle', 'habilitationFamiliale', 'mandate'] as const)(
    '%s: acts for another once the proof is seen',
    (capacity) => {
      for (const act of acts) {
        expect(may(capacity, act, { seen: null })).toMatchObject({
          answer: 'proofFirst',
          why: expect.stringContaining(capacityDefinitions[capacity].proof ?? '-'),
        })
        expect(may(capacity, act).answer).toBe('yes')
      }
    },
  )

  test('a curator assists, and never acts in the place of the person', () => {
    for (const act of acts) expect(may('curatelle', act).answer).toBe('together')
  })

  test('a relative may nothing, unless the procedure names them', () => {
    for (const act of acts) expect(may('relative', act).answer).toBe('no')
    expect(may('relative', 'file', { rules: [rule('relative', ['file'])] }).answer).toBe('yes')
  })

  test('a mandate or a measure that is over gives nothing any more', () => {
    const until = (text: string) => ({ proofSeen: true, until: text as LocalDate })
    expect(may('mandate', 'file', { seen: until('2026-11-24') }).answer).toBe('ended')
    expect(may('mandate', 'file', { seen: until('2026-11-25') }).answer).toBe('yes')
    expect(may('tutelle', 'sign', { seen: until('2020-01-01') }).answer).toBe('ended')
  })

  test('texts that were not read in the official base are to confirm', () => {
    expect(may('tutelle', 'file').toConfirm).toBe(true)
    expect(may('interpreter', 'file').toConfirm).toBe(false)
  })
})

describe('a procedure', () => {
  const rules = [
    rule('self', ['file', 'sign', 'collect']),
    rule('legalRepresentative', ['file', 'sign'], { proof: 'Livret de famille' }),
    rule('mandate', [], { detail: 'Le titre est remis à la personne elle-même.' }),
  ]

  test('narrows what a capacity may do, and says why', () => {
    expect(may('legalRepresentative', 'collect', { rules }).answer).toBe('no')
    expect(may('mandate', 'collect', { rules })).toMatchObject({
      answer: 'no',
      why: 'Le titre est remis à la personne elle-même.',
    })
    expect(may('tutelle', 'file', { rules }).answer).toBe('no')
  })

  test('names its own proof', () => {
    expect(may('legalRepresentative', 'file', { rules, seen: null })).toMatchObject({
      answer: 'proofFirst',
      why: expect.stringContaining('Livret de famille'),
    })
  })

  test('that lets the person act lets them act with help', () => {
    expect(may('accompanied', 'sign', { rules }).answer).toBe('yes')
    expect(may('interpreter', 'sign', { rules }).answer).toBe('yes')
  })

  test('never makes of an assistance a representation', () => {
    expect(may('curatelle', 'sign', { rules: [rule('curatelle', ['sign'])] }).answer).toBe('together')
  })
})
