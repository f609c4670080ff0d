import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { capacities, type CapacityRule, type Capacity } from '../../../shared/contract/law/assessment.ts'
import type { CapacitySeen } from '../../../shared/contract/visit/sheet.ts'
import {
  capacityDefinitions,
  isProofSeen,
  mayDo,
  proofInList,
  proofPieces,
  type CapacityAct,
} from '../../../shared/identity/capacities.ts'
import { isSaidAtOnce } from '../../../renderer/counter/capacity.ts'
import { assessSheet } from '../../../shared/domain/law/checklist.ts'
import { procedureOn, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { modelOf } from '../../../shared/procedures/model.ts'
import { blankSheet } from '../../../shared/domain/queue/sheet.ts'

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

describe('the proof of a capacity that the list asks', () => {
  const rules = {
    catalogue: shippedCatalogue(),
    date: on,
    exchanges: [],
    regulations: [],
    dates: {},
    territory: 'metropole',
  } as never
  const child = {
    ...blankSheet({ procedureId: 'cni' as never, visit: null }),
    capacity: 'legalRepresentative' as Capacity,
    answers: { personne: 'mineure' },
  }
  const assessment = assessSheet(rules, child)
  const showing = (...pieceIds: string[]) => ({
    ...child,
    pieces: pieceIds.map((pieceId) => ({ pieceId, state: 'presented' }) as never),
  })

  test('is seen once: ticked in the list, it is seen; and the list alone says it of another child', () => {
    expect(proofInList(child, assessment)).toEqual(['preuve-autorite', 'identite-representant'])
    expect(isProofSeen(showing('preuve-autorite', 'identite-representant'), assessment)).toBe(true)
    expect(isProofSeen(showing('identite-representant'), assessment)).toBe(false)
    const next = { ...showing('identite-representant'), capacitySeen: { proofSeen: true } }
    expect(isProofSeen(next, assessment), 'the proof of one child is not that of the next').toBe(false)
  })

  test('is seen beside the list where the list asks none', () => {
    const other = { ...child, procedureId: 'autre' as never, answers: {} }
    const none = assessSheet(rules, other)
    expect(proofInList(other, none)).toEqual([])
    expect(isProofSeen(other, none)).toBe(false)
    expect(isProofSeen({ ...other, capacitySeen: { proofSeen: true } }, none)).toBe(true)
  })

  test('seen in the list, leaves nothing to say of a parent; a guardian still tells the scope and the end', () => {
    const adult = { ...child, capacity: 'tutelle' as Capacity, answers: { personne: 'en tutelle' } }
    const shown = {
      pieces: proofInList(adult, assessSheet(rules, adult)).map(
        (pieceId) => ({ pieceId, state: 'presented' }) as const,
      ),
    }
    const asked = { assessment: assessSheet(rules, adult), on }
    expect(isProofSeen({ ...adult, ...shown }, asked.assessment)).toBe(true)
    expect(isSaidAtOnce('tutelle', shown, asked)).toBe(false)
    const parent = showing('preuve-autorite', 'identite-representant')
    expect(isSaidAtOnce('legalRepresentative', parent, { assessment, on })).toBe(true)
    expect(isSaidAtOnce('legalRepresentative', child, { assessment, on })).toBe(false)
    expect(isSaidAtOnce('self', child, { assessment, on })).toBe(true)
  })

  test('is named by pieces that lists have', () => {
    const known = new Set(
      ['cni', 'passeport', 'carte-grise'].flatMap((id) =>
        modelOf(procedureOn(shippedCatalogue(), id as never, on)!).pieces.map(
          ({ data }) => data.id as string,
        ),
      ),
    )
    for (const pieceId of Object.values(proofPieces).flat()) expect(known).toContain(pieceId)
  })
})
