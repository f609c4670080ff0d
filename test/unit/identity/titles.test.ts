import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { accepts, type SeenTitle, type TitleKind, type TitleList } from '../../../shared/identity/titles.ts'

const day = (text: string) => text as LocalDate
const today = day('2026-11-25')
const seen = (kind: TitleKind, over: Partial<SeenTitle> = {}): SeenTitle => ({
  kind,
  issuedOn: null,
  validUntil: null,
  adultAtIssue: null,
  ...over,
})
const outcome = (list: TitleList, title: SeenTitle, on = today) => accepts(list, title, on).outcome

describe('the electoral list (arrêté du 16 novembre 2018, art. 1er)', () => {
  test.each([
    'cni',
    'passport',
    'carteParlementaire',
    'carteEluLocal',
    'carteVitalePhoto',
    'carteCombattant',
    'cmi',
    'carteFonctionnaire',
    'carteMilitaire',
    'drivingLicence',
    'permisChasser',
    'recepisseL2241',
  ] as const)('accepts a valid %s', (kind) => {
    expect(accepts('electoral', seen(kind, { validUntil: day('2027-01-01') }), today)).toMatchObject({
      outcome: 'accepted',
      toConfirm: false,
      sources: [{ title: 'Arrêté du 16 novembre 2018, art. 1er', id: 'JORFTEXT000037627369' }],
    })
  })

  test.each(['cni', 'passport'] as const)(
    'tolerates a %s expired for less than five years, and no more',
    (kind) => {
      const title = seen(kind, { validUntil: day('2024-06-15'), adultAtIssue: false })
      expect(outcome('electoral', title, day('2024-06-15'))).toBe('accepted')
      expect(outcome('electoral', title, day('2024-06-16'))).toBe('tolerated')
      expect(accepts('electoral', title, day('2029-06-15'))).toMatchObject({
        outcome: 'tolerated',
        until: '2029-06-15',
      })
      expect(outcome('electoral', title, day('2029-06-16'))).toBe('refused')
    },
  )

  test('tolerates no other title once expired', () => {
    for (const kind of ['cmi', 'carteMilitaire', 'recepisseL2241'] as const)
      expect(outcome('electoral', seen(kind, { validUntil: day('2026-11-24') }))).toBe('refused')
  })

  test('a pink driving licence is in force until 19 January 2033', () => {
    const pink = seen('drivingLicence', { issuedOn: day('1998-05-04') })
    expect(accepts('electoral', pink, today)).toMatchObject({ outcome: 'accepted', until: '2033-01-19' })
    expect(outcome('electoral', pink, day('2033-01-20'))).toBe('refused')
  })

  test('a title outside the list is refused, one that the text says elsewhere is to be checked', () => {
    expect(outcome('electoral', seen('other'))).toBe('refused')
    expect(accepts('electoral', seen('residencePermit'), today)).toMatchObject({
      outcome: 'toAssess',
      toConfirm: true,
    })
  })

  test('a card or a passport whose end is not read is neither accepted nor refused', () => {
    expect(outcome('electoral', seen('cni'))).toBe('toAssess')
    expect(outcome('electoral', seen('carteVitalePhoto'))).toBe('accepted')
  })
})

describe('for a card or a passport (décret 55-1397, art. 4)', () => {
  test('the other title dispenses until five years after its end; nothing else does', () => {
    expect(outcome('secureTitle', seen('passport', { validUntil: day('2022-01-10') }))).toBe('tolerated')
    expect(outcome('secureTitle', seen('passport', { validUntil: day('2021-01-10') }))).toBe('refused')
    expect(outcome('secureTitle', seen('drivingLicence', { validUntil: day('2030-01-01') }))).toBe('refused')
  })
  test('the text was read in a commentary: to confirm', () => {
    expect(accepts('secureTitle', seen('cni', { validUntil: day('2030-01-01') }), today).toConfirm).toBe(true)
  })
})

describe('where no text makes a list', () => {
  test('a valid title is enough, whatever it is', () => {
    for (const kind of ['other', 'residencePermit', 'cmi'] as const)
      expect(outcome('open', seen(kind, { validUntil: day('2027-01-01') }))).toBe('accepted')
  })
  test('an expired one is for the agent to judge: no text refuses it', () => {
    expect(outcome('open', seen('passport', { validUntil: day('2020-01-01') }))).toBe('toAssess')
  })
  test('an identity declared without a title refuses nothing, in any list', () => {
    for (const list of ['open', 'electoral', 'secureTitle'] as const)
      expect(accepts(list, seen('declared'), today)).toMatchObject({
        outcome: 'toAssess',
        why: expect.stringContaining('la demande se dépose'),
      })
  })
})

describe('identity cards issued to adults from 2004 to 2013 (décret 2013-1188)', () => {
  const card = (validUntil: string, adultAtIssue: boolean | null) =>
    seen('cni', { validUntil: day(validUntil), adultAtIssue })

  test('are valid five years more than the date that they bear', () => {
    expect(accepts('electoral', card('2022-03-01', true), today)).toMatchObject({
      outcome: 'accepted',
      until: '2027-03-01',
      why: expect.stringContaining('cinq ans de plus que la date portée'),
      toConfirm: true,
    })
    expect(outcome('open', card('2022-03-01', true))).toBe('accepted')
    // Their tolerance runs from their end in law.
    expect(outcome('electoral', card('2019-03-01', true))).toBe('tolerated')
    expect(outcome('electoral', card('2014-03-01', true))).toBe('refused')
  })

  test('a minor’s card of those years is not prolonged', () => {
    expect(outcome('electoral', card('2022-03-01', false))).toBe('tolerated')
    expect(outcome('electoral', card('2019-03-01', false))).toBe('refused')
  })

  test('when the holder’s age at issue is not known, what depends on it is said', () => {
    expect(outcome('electoral', card('2022-03-01', null))).toBe('tolerated')
    expect(outcome('electoral', card('2019-03-01', null))).toBe('toAssess')
    expect(outcome('electoral', card('2014-03-01', null))).toBe('refused')
  })

  test('cards of before or after bear their end', () => {
    expect(accepts('electoral', card('2013-12-31', true), day('2014-01-02')).until).toBe('2018-12-31')
    expect(accepts('electoral', card('2029-05-01', true), today).until).toBe('2029-05-01')
  })
})

test('a title holds nothing but its kind and its dates', () => {
  expect(Object.keys(seen('cni')).toSorted()).toEqual(['adultAtIssue', 'issuedOn', 'kind', 'validUntil'])
})
