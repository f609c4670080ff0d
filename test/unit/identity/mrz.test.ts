import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { checkDigit } from '../../../shared/identity/mrz/checkDigit.ts'
import { readMrz } from '../../../shared/identity/mrz/read.ts'
import { mrzSentence } from '../../../shared/messages/identity/mrz.fr.ts'
import { frenchCard, td1, td2, td3, visa } from '../../fixtures/zones.ts'

const today = '2026-11-25' as LocalDate
const read = (lines: readonly string[], on = today) => readMrz(lines.join('\n'), on)
const errorsOf = (lines: readonly string[]) => read(lines).errors.map(({ code, field }) => `${code} ${field}`)

describe('check digits', () => {
  // Doc 9303-3 §4.9, example 1; 9303-4 appendix.
  test.each([
    ['520727', '3'],
    ['AB2134<<<', '5'],
    ['L898902C3', '6'],
    ['<<<<<<<<<', '0'],
  ])('of %s is %s', (text, digit) => {
    expect(checkDigit(text)).toBe(digit)
  })
})

describe('formats', () => {
  const person = {
    lastName: 'DOE',
    firstName: 'JANE ALIX',
    issuingState: 'UTO',
    nationality: 'UTO',
    documentNumber: 'AB1234567',
    birthDate: '1981-02-24',
    sex: 'female',
    expirationDate: '2033-06-30',
    namesTruncated: false,
  }
  test.each([
    ['TD1', td1()],
    ['TD2', td2()],
    ['TD3', td3()],
    ['MRV_A', visa(44)],
    ['MRV_B', visa(36)],
  ] as const)('%s is read whole', (format, lines) => {
    expect(read(lines)).toMatchObject({ valid: true, format, expired: false, fields: person, errors: [] })
  })

  test('the French card of two lines gives its number, month of issue, department and office, and each name on its own', () => {
    expect(read(frenchCard())).toMatchObject({
      valid: true,
      format: 'FRENCH_NATIONAL_ID',
      fields: {
        documentCode: 'ID',
        issuingState: 'FRA',
        nationality: 'FRA',
        documentNumber: '090377100042',
        lastName: 'DUPONT',
        firstName: 'ALIX CAMILLE',
        issueDate: '2009-03',
        administrativeCode: '771002',
        administrativeCode2: '771',
        birthDate: '1981-02-24',
        expirationDate: null,
      },
    })
  })

  test('the French driving licence of one line gives neither birth date nor given names', () => {
    // Public specimen.
    expect(read(['D1FRA13AA000026181231MARTIN<<9'])).toMatchObject({
      valid: true,
      format: 'FRENCH_DRIVING_LICENSE',
      expired: true,
      fields: { documentNumber: '13AA00002', lastName: 'MARTIN', firstName: null, birthDate: null },
    })
  })

  test('French residence permits and cards are those of three lines', () => {
    expect(read(td1({ code: 'IR', state: 'FRA', nationality: 'UKR' }))).toMatchObject({
      valid: true,
      fields: { documentCode: 'IR', issuingState: 'FRA', nationality: 'UKR' },
    })
  })

  test.each(['', 'bonjour', 'IDFRA', '<'.repeat(90), '0'.repeat(88), 'X'.repeat(300_000)])(
    'no zone in « %.10s… »',
    (text) => {
      const reading = readMrz(text, today)
      expect(reading).toMatchObject({ valid: false, format: null, expired: null, validity: null })
      expect(reading.errors.map(mrzSentence)).toEqual([
        expect.stringContaining('n’est pas la bande de lecture'),
      ])
    },
  )
})

describe('what a wedge or an optical reader sends', () => {
  const [one = '', two = '', three = ''] = td1()
  test.each([
    ['lines ended by CR LF', `${one}\r\n${two}\r\n${three}\r\n`],
    ['lines ended by CR alone', `${one}\r${two}\r${three}\r`],
    ['lines separated by spaces', `${one} ${two} ${three}`],
    ['lines separated by tabs', `${one}\t${two}\t${three}\t`],
    ['lines joined in one', one + two + three],
    ['lower-case letters', `${one}\n${two}\n${three}`.toLowerCase()],
    ['lines between STX and ETX, after a byte order mark', `\uFEFF\u0002${one}\r${two}\r${three}\u0003`],
    ['blanks within and around', `  ${one.replaceAll('<<<', '< <<')}\n\n ${two}\n${three}  `],
    ['two fillers read as one guillemet', `${one}\n${two}\n${three}`.replaceAll('<<', '«')],
  ])('%s are read all the same', (_name, text) => {
    expect(readMrz(text, today)).toMatchObject({ valid: true, format: 'TD1' })
  })

  test('a line too short beside one too long is no zone', () => {
    expect(readMrz(`${one}${two.slice(0, 1)}\n${two.slice(1)}\n${three}`, today).valid).toBe(false)
  })
})

describe('what is wrong is named', () => {
  const changed = (lines: readonly string[], line: number, at: number, character: string) =>
    lines.map((text, k) => (k === line ? text.slice(0, at) + character + text.slice(at + 1) : text))

  test('each check digit that is wrong is named, and the one over them all', () => {
    expect(errorsOf(changed(td1(), 0, 14, '9'))).toEqual([
      'checkDigit documentNumber',
      'checkDigit composite',
    ])
    expect(errorsOf(changed(td1(), 1, 6, '9'))).toEqual(['checkDigit birthDate', 'checkDigit composite'])
    expect(errorsOf(changed(td1(), 1, 14, '9'))).toEqual([
      'checkDigit expirationDate',
      'checkDigit composite',
    ])
    expect(errorsOf(changed(td1(), 1, 29, '9'))).toEqual(['checkDigit composite'])
    expect(errorsOf(changed(td3({ optional1: 'ZZ12' }), 1, 42, '<'))).toEqual([
      'checkDigit personalNumber',
      'checkDigit composite',
    ])
  })

  test('a filler is no check digit of a date or of a usual number', () => {
    expect(errorsOf(changed(td2(), 1, 19, '<'))).toContain('checkDigit birthDate')
    expect(errorsOf(changed(td2(), 1, 9, '<'))).toContain('checkDigit documentNumber')
  })

  test('a letter read for a figure is named, and a figure for a letter', () => {
    expect(errorsOf(td3({ state: 'UT0' }))).toEqual(['state issuingState'])
    expect(errorsOf(td3({ last: 'D0E' }))).toEqual(['name lastName'])
    expect(errorsOf(td3({ birth: '8I0224' }))).toEqual(['date birthDate'])
    expect(errorsOf(td3({ sex: '5' }))).toEqual(['sex sex'])
    expect(errorsOf(td1({ number: '<<<<<<<<<' }))).toEqual(['documentNumber documentNumber'])
    expect(errorsOf(changed(td2(), 0, 8, 'É'))).toEqual(['character null', 'name lastName'])
  })

  test('an expiry or a birth on a day that does not exist is named', () => {
    expect(errorsOf(td3({ expiry: '330231' }))).toEqual(['date expirationDate'])
    expect(errorsOf(td3({ birth: '811301' }))).toEqual(['date birthDate'])
    expect(errorsOf(td3({ birth: '810229' }))).toEqual(['date birthDate'])
  })

  test('a card issued in the future is named', () => {
    expect(errorsOf(frenchCard({ issue: '2612' }))).toEqual(['issueInFuture issueDate'])
    expect(errorsOf(frenchCard({ issue: '0913' }))).toEqual(['date issueDate'])
  })

  test('of a zone that is not right, nothing is concluded', () => {
    expect(read(changed(td1({ expiry: '200101' }), 1, 14, '9'))).toMatchObject({
      expired: null,
      validity: null,
    })
  })

  test('a sentence says what to do', () => {
    for (const error of read(changed(td1(), 1, 14, '9')).errors)
      expect(mrzSentence(error)).toMatch(/^La clé de contrôle .* est fausse\. Relisez la bande, ou saisissez/)
  })
})

describe('numbers', () => {
  test('a long number goes on in the optional data of a card, with its check digit there', () => {
    expect(read(td1({ number: '007777779ZZ9', optional1: 'REST' })).fields).toMatchObject({
      documentNumber: '007777779ZZ9',
      optional1: 'REST',
    })
    expect(read(td1({ number: '007777779ZZ9' })).valid).toBe(true)
  })

  test('a number of nine characters with a filler for its digit, and nothing that goes on, is wrong', () => {
    const [one = '', ...others] = td1()
    expect(read([`${one.slice(0, 14)}<${one.slice(15)}`, ...others]).errors).toContainEqual({
      code: 'checkDigit',
      field: 'documentNumber',
    })
  })

  test('an unused personal number has a filler or 0 for its digit', () => {
    expect(read(td3({}, '<')).valid).toBe(true)
    expect(read(td3({}, '0')).valid).toBe(true)
    expect(read(td3({ optional1: 'ZE184226B' })).fields.personalNumber).toBe('ZE184226B')
  })
})

describe('states', () => {
  test('Germany’s D is DEU', () => {
    expect(read(td3({ state: 'D<<', nationality: 'D<<' })).fields).toMatchObject({
      issuingState: 'DEU',
      nationality: 'DEU',
    })
  })
  test.each(['UTO', 'GBD', 'XXA', 'XXB', 'XXC', 'EUE', 'RKS', 'UNO', 'XOM', 'FRA'])(
    'the code %s is that of a state',
    (state) => {
      expect(read(td3({ state, nationality: state })).valid).toBe(true)
    },
  )
  test('a code that nobody has is not', () => {
    expect(errorsOf(td3({ nationality: 'FRB' }))).toEqual(['state nationality'])
  })
})

describe('names', () => {
  test('a name stands alone, or has several words', () => {
    expect(read(td3({ last: 'ARKFREITH', first: '' })).fields).toMatchObject({
      lastName: 'ARKFREITH',
      firstName: null,
    })
    expect(read(td3({ last: 'VAN<DER<BERG', first: 'JEAN<PAUL' })).fields).toMatchObject({
      lastName: 'VAN DER BERG',
      firstName: 'JEAN PAUL',
    })
  })
  test('a field full to its last character may hide the rest', () => {
    expect(read(td1({ last: 'CACADOR<DE<ARAUJO', first: 'ANDRE<ESTEVAO' })).fields).toMatchObject({
      firstName: 'ANDRE ESTEV',
      namesTruncated: true,
    })
    expect(read(frenchCard({ first: 'MARIE<<ELISABETH' })).fields.namesTruncated).toBe(true)
  })
})

describe('births', () => {
  const born = (birth: string, on = today) => read(td3({ birth }), on).fields

  test('a birth is of the nearest century that is not in the future', () => {
    expect(born('261125').birthDate).toBe('2026-11-25')
    expect(born('261126').birthDate).toBe('1926-11-26')
    expect(born('261126', '2026-11-26' as LocalDate).birthDate).toBe('2026-11-26')
  })
  test('a centenarian has a child’s zone: it is said', () => {
    expect(born('200224')).toMatchObject({ birthDate: '2020-02-24', birthCenturyCertain: false })
    expect(born('810224')).toMatchObject({ birthDate: '1981-02-24', birthCenturyCertain: true })
  })
  test('nobody is born after the document’s expiry or issue', () => {
    expect(read(td3({ birth: '150101', expiry: '120415' })).fields.birthDate).toBe('1915-01-01')
    expect(read(frenchCard({ birth: '100101', issue: '0903' })).fields.birthDate).toBe('1910-01-01')
  })
  test('29 February decides of the century where one alone has it', () => {
    expect(born('000229').birthDate).toBe('2000-02-29')
  })
  test('parts that are unknown stay unknown', () => {
    expect(born('8102<<').birthDate).toBe('1981-02')
    expect(born('81<<<<').birthDate).toBe('1981')
    expect(born('<<<<<<')).toMatchObject({ birthDate: null })
    expect(read(td3({ birth: '<<<<<<' })).valid).toBe(true)
    expect(errorsOf(td3({ birth: '81<<24' }))).toEqual(['date birthDate'])
  })
})
