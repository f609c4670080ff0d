import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { readCertificate } from '../../../shared/identity/twoDDoc/certificate.ts'
import { readTwoDDoc } from '../../../shared/identity/twoDDoc/read.ts'
import type { Trust } from '../../../shared/identity/twoDDoc/trust.ts'
import { chance } from '../../fixtures/offices/chance.ts'
import { certificateDer, signWith } from '../../fixtures/twoDDocAuthority.ts'
import {
  base32,
  bill,
  bytesOf,
  dataOf,
  dayHex,
  gs,
  rs,
  signedCode,
  testTrust,
  textOf,
  today,
  trusted,
  us,
} from '../../fixtures/twoDDocCodes.ts'

/** Twelve thousand by day, a million by night. */
const inputs = Math.min(1_000_000, Number(process.env['GUICHET_RUNS'] ?? 100) * 120)
/**
 * A signature costs a hundred times the rest: one input in twenty is read with the certificates at hand, the others
 * without, where nothing may be authentic and the whole of header, data, separators and Base32 is tried.
 */
const oneVerifiedIn = 20

const nobody: Trust = { certificates: {}, revoked: [] }
const version01 = dataOf({ version: '01' })
const mixed = dataOf() + textOf(Uint8Array.from([1, 3, 0, 1, 2]))
const mixedSignature = signWith('P-256', bytesOf(mixed))

/** Codes of every form that the standard has; each is authentic as it is. */
const goodCodes: readonly string[] = [
  signedCode(),
  signedCode({ version: '02' }),
  signedCode({ version: '03' }),
  version01 + textOf(signWith('P-256', bytesOf(version01))),
  mixed + textOf(Uint8Array.from([255, mixedSignature.length])) + textOf(mixedSignature),
  signedCode({ type: 'A2', message: `AHABC1234567890DEF${gs}AI30062030` }),
  signedCode({ message: `${bill}20${'A'.repeat(38)}2CMARSE${rs}1C010320261G0` }),
  `${signedCode()}${gs}22AUTRE RUE${gs}0112`,
  signedCode({ type: '28', issued: null, message: `432,75${gs}44227801234567845202146MARTIN MAELYS${gs}` }),
  signedCode({ certificate: 'G384', curve: 'P-384' }),
  signedCode({ certificate: 'G521', curve: 'P-521' }),
]

/** Header, message and signature: what follows is an annex, which may be anything. */
function signedPart(code: string): string {
  const at = code.indexOf(us)
  const end = at < 0 ? -1 : code.indexOf(gs, at)
  return end < 0 ? code : code.slice(0, end)
}

/** Whether a code has all that was signed in one of the good ones, unchanged, with or without an annex after it. */
function isOriginal(altered: string): boolean {
  const code = altered.trimStart().replace(/[\r\n\t]{1,4}$/, '')
  return goodCodes.some((good) => {
    const signed = signedPart(good)
    const more = code.slice(signed.length)
    // Blocks of a binary annex need no separator.
    return code.startsWith(signed) && (more === '' || more.startsWith(gs) || good.startsWith(mixed))
  })
}

type Chance = ReturnType<typeof chance>

/** Another text near a code: as a bad print, a bad reader, a hurried copy or a forger would make it. */
function changed(code: string, { unit }: Chance): string {
  const below = (count: number) => Math.floor(unit() * count)
  const at = below(code.length)
  const us1 = code.indexOf(us)
  const instead = (place: number, one: string) => code.slice(0, place) + one + code.slice(place + 1)
  switch (below(14)) {
    case 0:
      return instead(at, String.fromCharCode(code.charCodeAt(at) ^ (1 << below(8))))
    case 1:
      return instead(at, String.fromCharCode(below(256)))
    case 2:
      return instead(below(26), 'ABCDEF0123456789'.charAt(below(16)))
    case 3:
      return instead(
        us1 + 1 + below(code.length - us1 - 1),
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(below(32)),
      )
    case 4:
      return code.slice(0, at) + code.slice(at + 1 + below(5))
    case 5:
      return code.slice(0, at) + [gs, rs, us, ' ', 'A', '0', '\n'][below(7)] + code.slice(at)
    case 6:
      return code.slice(0, at)
    case 7:
      return code.replaceAll([gs, ' ', us][below(3)]!, '')
    case 8: {
      // Two separators, or two letters, that change places.
      const other = below(code.length)
      const [low, high] = at < other ? [at, other] : [other, at]
      return `${code.slice(0, low)}${code[high]}${code.slice(low + 1, high)}${code[low]}${code.slice(high + 1)}`
    }
    case 9:
      return `${code}${gs}${code.slice(at)}`
    case 10: {
      // The data of one with the signature of another.
      const other = goodCodes[below(goodCodes.length)]!
      return code.slice(0, us1) + other.slice(Math.max(0, other.indexOf(us)))
    }
    case 11:
      return code.slice(0, at) + code.slice(at).toLowerCase()
    case 12:
      return code + code.slice(at)
    default:
      return code
  }
}

describe('any text', () => {
  test(`${inputs} codes altered in fourteen ways: never authentic unless nothing signed has changed`, () => {
    const random = chance(2_000)
    const counts: Record<string, number> = {}
    for (let input = 0; input < inputs; input += 1) {
      const verified = input % oneVerifiedIn === 0
      // The largest curve costs more than all the others: one verified input in forty is on it.
      const curves = verified && input % 1600 !== 0 ? goodCodes.length - 2 : goodCodes.length
      const code = goodCodes[Math.floor(random.unit() * curves)]!
      const altered = changed(random.unit() < 0.2 ? changed(code, random) : code, random)
      const reading = readTwoDDoc(altered, { trust: verified ? testTrust : nobody, at: today })
      counts[reading.verdict] = (counts[reading.verdict] ?? 0) + 1
      if (!verified) {
        // Nobody is trusted: neither proof nor accusation can come of it.
        if (['authentic', 'forged', 'expired', 'revoked'].includes(reading.verdict))
          expect.fail(`${reading.verdict} without any certificate: ${JSON.stringify(altered)}`)
      } else if (reading.verdict === 'authentic' && !isOriginal(altered))
        expect.fail(`authentic, and altered: ${JSON.stringify(altered)}`)
    }
    // What was tried reached the signature, and the codes left as they are were believed.
    expect(counts['forged']).toBeGreaterThan(inputs / oneVerifiedIn / 5)
    expect(counts['authentic']).toBeGreaterThan(inputs / oneVerifiedIn / 50)
    expect(counts['malformed']).toBeGreaterThan(inputs / 8)
    expect(counts['unverifiable']).toBeGreaterThan(inputs / 8)
  })

  property.prop([fc.string({ unit: 'binary', maxLength: 400 })])('has a reading, and is no code', (text) => {
    expect(readTwoDDoc(text, { trust: testTrust, at: today }).verdict).toBe('malformed')
  })

  const pieces = fc.constantFrom(
    ...'DC04FR0129A',
    gs,
    rs,
    us,
    '10',
    '24',
    'ZZ',
    '\u00ff',
    '\u0000',
    ' ',
    '<GS>',
    '␝',
  )
  property.prop([fc.array(pieces, { maxLength: 200 }), fc.constantFrom('01', '02', '03', '04')])(
    'after a good header has a reading, and is not authentic',
    (parts, version) => {
      const text = dataOf({ version, message: parts.join('') })
      expect(readTwoDDoc(text, { trust: testTrust, at: today }).verdict).not.toBe('authentic')
    },
  )

  test('is read in a time that grows as its length: 300 kB of each kind of junk say nothing', () => {
    const header = dataOf({ message: '' })
    for (const junk of [
      gs,
      us,
      'A',
      '10',
      '\u00ff',
      `20${gs}`,
      '<GS>',
      '␝',
      '\u0000',
      ' ',
      `ZZ${rs}`,
      '\n',
    ]) {
      for (const start of ['', header, `]d2${header}`, '\u00dc\u0004']) {
        // The longest that is looked at, then what is too long to be.
        for (const length of [37_000, 300_000]) {
          const text = start + junk.repeat(Math.ceil(length / junk.length))
          expect(readTwoDDoc(text, { trust: testTrust, at: today }).verdict).toBe('malformed')
        }
      }
    }
  })
})

const capitals = (max: number) =>
  fc
    .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '), { minLength: 1, maxLength: max })
    .map((all) => all.join('').trim())
    .filter((text) => text !== '')

describe('any issuer’s bill', () => {
  const options = { numRuns: Math.max(20, Math.ceil(inputs / 2000)) }

  property.prop(
    [
      fc.record({ name: capitals(38), street: capitals(38), town: capitals(32) }),
      fc.constantFrom('02', '03', '04'),
      fc.date({ min: new Date('2020-01-02'), max: new Date('2026-03-03'), noInvalidDate: true }),
    ],
    options,
  )('is read as it was written, whatever its version and the length of its values', (data, version, date) => {
    const day = date.toISOString().slice(0, 10)
    // A value of the greatest length has no separator.
    const field = (id: string, value: string, max: number) => id + value + (value.length < max ? gs : '')
    const message = `26FR2477590${field('10', data.name, 38)}${field('22', data.street, 38)}${field('25', data.town, 32)}`
    const reading = readTwoDDoc(signedCode({ version, message, issued: day, signed: day }), {
      trust: testTrust,
      at: today,
    })
    expect(reading).toMatchObject({
      verdict: 'authentic',
      issuedOn: day,
      fields: { 10: data.name, 22: data.street, 25: data.town },
    })
  })

  property.prop([fc.nat(), fc.integer({ min: 1, max: 7 })], options)(
    'is forged with any bit of its signature changed',
    (where, bit) => {
      const signature = Buffer.from(signWith('P-256', bytesOf(dataOf())))
      const at = where % signature.length
      signature[at] = (signature[at] ?? 0) ^ (1 << bit)
      expect(readTwoDDoc(dataOf() + us + base32(signature), { trust: testTrust, at: today }).verdict).toBe(
        'forged',
      )
    },
  )

  property.prop([fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 400 })], options)(
    'is authentic exactly when it was signed in its certificate’s period',
    (offset, length) => {
      const from = Date.UTC(2025, 0, 1)
      const day = 86_400_000
      const iso = (instant: number) => new Date(instant).toISOString().slice(0, 10)
      const certificate = trusted({ from: iso(from), to: iso(from + length * day) })
      const signed = iso(from + offset * day)
      const { verdict } = readTwoDDoc(signedCode({ issued: signed, signed }), {
        trust: { certificates: { 'FR09-G001': certificate }, revoked: [] },
        at: '2027-01-01',
      })
      expect(verdict).toBe(offset >= 0 && offset <= length ? 'authentic' : 'expired')
    },
  )

  property.prop([fc.integer({ min: 0, max: 65_534 })])('has the day that its four figures count', (count) => {
    const day = new Date(Date.UTC(2000, 0, 1) + count * 86_400_000).toISOString().slice(0, 10)
    expect(dayHex(day)).toBe(count.toString(16).toUpperCase().padStart(4, '0'))
    expect(readTwoDDoc(dataOf({ issued: day }) + us, { trust: nobody, at: today }).issuedOn).toBe(day)
  })
})

describe('any bytes', () => {
  property.prop([fc.uint8Array({ maxLength: 300 })])('are no certificate', (bytes) => {
    expect(() => readCertificate(bytes)).not.toThrow()
  })
  property.prop([fc.nat(), fc.nat(255)])(
    'of a certificate with one changed make another, or none, and no crash',
    (at, value) => {
      const der = Uint8Array.from(certificateDer())
      der[at % der.length] = value
      expect(() => readCertificate(der)).not.toThrow()
    },
  )
})
