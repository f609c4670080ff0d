import { describe, expect, test } from 'vitest'
import { readTwoDDoc } from '../../../shared/identity/twoDDoc/read.ts'
import { type CurveName, signWith } from '../../fixtures/twoDDocAuthority.ts'
import {
  bill,
  bytesOf,
  dataOf,
  gs,
  rs,
  signedCode,
  testTrust,
  textOf,
  today,
  us,
  read,
  verdictOf,
} from '../../fixtures/twoDDocCodes.ts'

describe('a code is malformed', () => {
  const code = signedCode()
  const signature = code.slice(code.indexOf(us) + 1)
  const after = (rest: string) => read(dataOf() + us + rest).finding

  test.each([
    ['nothing', '', 'notTwoDDoc'],
    ['a bar code of another kind', '3760123456789', 'notTwoDDoc'],
    ['a header cut short', code.slice(0, 25), 'header'],
    ['a version that is not of the standard', code.replace('DC04', 'DC05'), 'header'],
    ['a date that is not hexadecimal', code.replace('DC04FR09G0012', 'DC04FR09G001Z'), 'header'],
    ['a message without signature', dataOf(), 'noSignature'],
    ['three hundred thousand letters', 'DC04'.padEnd(300_000, 'A'), 'tooLong'],
  ])('with %s', (_, text, finding) => {
    expect(read(text)).toMatchObject({ verdict: 'malformed', finding })
  })

  test('when its signature has not 103, 154 or 212 symbols', () => {
    for (const length of [0, 1, 102, 104, 153, 155, 211, 213])
      expect(after('A'.repeat(length))).toBe('signatureForm')
  })
  test('when its signature has a small letter, or one that Base32 has not', () => {
    expect(after(signature.toLowerCase())).toBe('signatureForm')
    for (const strange of ['0', '1', '8', '9', '=', ' ', 'é'])
      expect(after(strange + signature.slice(1))).toBe('signatureForm')
  })
  test('when bits that no byte needs are not zero: two texts never are one signature', () => {
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    const value = last.indexOf(signature.slice(-1))
    for (let bits = 1; bits < 8; bits++)
      expect(after(signature.slice(0, -1) + last.charAt(value | bits))).toBe('signatureForm')
  })
  test('when a datum misses that its kind requires, and the sentence names it', () => {
    const { finding, sentence } = read(signedCode({ message: `26FR247759010MME/MARTIN/MAELYS${gs}` }))
    expect(finding).toBe('missing')
    expect(sentence).toContain('(22)')
  })
  test('when the document’s own date misses where its kind requires one', () => {
    expect(verdictOf({ issued: null })).toBe('malformed undated')
  })
  test('when the day until which it holds can’t be', () => {
    expect(verdictOf({ type: 'A2', message: `AHABC${gs}AI31022030` })).toBe('malformed impossibleEnd')
  })
  test('when a value of fixed length is short, or cut', () => {
    expect(verdictOf({ message: `${bill}267` })).toBe('malformed field')
    expect(verdictOf({ message: `${bill}2C${gs}2B775${rs}90` })).toBe('malformed field')
  })
  test('when a value holds a control character', () => {
    expect(verdictOf({ message: bill.replace('ROUX', 'RO\u0000UX') })).toBe('malformed field')
  })
  test('when something that is no annex follows the signature', () => {
    expect(read(`${code}${gs}?!`).finding).toBe('annex')
    expect(read(`${signedCode({ version: '03' })}${gs}01AB`).finding).toBe('annex')
  })
})

describe('data of a message', () => {
  const fieldsOf = (message: string) => read(signedCode({ message: `${bill}${message}` })).fields

  test('of fixed length follow one another without separator', () => {
    expect(fieldsOf('1G01C01032026')).toMatchObject({ '1G': '0', '1C': '01032026' })
  })
  test('of the greatest length need no separator, and bear one', () => {
    const long = 'A'.repeat(38)
    expect(fieldsOf(`20${long}21B`)).toMatchObject({ 20: long, 21: 'B' })
    expect(fieldsOf(`20${long}${gs}21B`)).toMatchObject({ 20: long, 21: 'B' })
  })
  test('may be empty, and the last may do without separator', () => {
    expect(fieldsOf(`20${gs}23${gs}18FACT1`)).toMatchObject({ 20: '', 23: '', 18: 'FACT1' })
  })
  test('cut short by the issuer are said to be', () => {
    const { details } = read(signedCode({ message: `${bill}2CMARSE${rs}` }))
    expect(details.at(-1)).toMatchObject({ id: '2C', raw: 'MARSE', truncated: true })
    expect(details.at(0)?.truncated).toBe(false)
  })
  test('of a later version of the standard are shown, and change nothing', () => {
    const { verdict, details } = read(signedCode({ message: `${bill}ZZNOUVEAU${gs}` }))
    expect(verdict).toBe('authentic')
    expect(details.at(-1)).toMatchObject({
      id: 'ZZ',
      label: 'Donnée « ZZ », absente de la norme lue',
      value: 'NOUVEAU',
    })
  })

  test.each([
    ['1C', '01032026', '1er mars 2026', '2026-03-01'],
    ['69', '00001973', '1973', null],
    ['69', '00071973', 'juillet 1973', null],
    ['69', '31021973', '31021973', null],
    ['53', '2553', '28 février 2026', '2026-02-28'],
    ['70', '200420170905', '20 avril 2017 à 9 h 05', '2017-04-20T09:05'],
    ['07', '142530', '14 h 25', null],
    ['58', '1319,24', '1\u202f319,24\u00a0€', null],
    ['38', '-234,78', '-234,78\u00a0€', null],
    ['41', '1042876', '1\u202f042\u202f876\u00a0€', null],
    ['67', 'DE', 'Allemagne', null],
    ['67', 'XB', 'Réfugié (convention de 1951)', null],
    ['67', 'Q1', 'Q1', null],
    ['68', 'F', 'féminin', null],
    ['1G', '1', 'oui', null],
    ['65', 'P ', 'Passeport', null],
    ['65', 'ID', 'Carte d’identité', null],
    ['A7', '082', '130 g/km', null],
    ['AG', 'Z', '35 points', null],
    ['BF', '7DF', '2014-2015', null],
    ['E5', '50', 'Valide', null],
    ['6J', '2', 'Attestation de prolongation d’instruction d’une demande de titre de séjour', null],
    // The address of §16.2, written in Base32 because C40 has no small letters.
    ['0C', 'NB2WS43TNFSXELLKOVZXI2LDMUXGM4RPGE4DSNRVGQ3TQNJTIFBA', 'huissier-justice.fr/1896547853AB', null],
  ])('%s « %s » reads « %s »', (id, raw, value, date) => {
    const { details } = read(signedCode({ message: `${bill}${id}${raw}${gs}` }))
    expect(details.find((datum) => datum.id === id && datum.raw === raw)).toMatchObject({ value, date })
  })
})

describe('an annex', () => {
  const annexed = `${signedCode()}${gs}22 1 RUE DU FAUX${gs}0112`

  test('changes nothing of what is signed, and is never among it', () => {
    const { verdict, fields } = read(annexed)
    expect(verdict).toBe('authentic')
    expect(fields[22]).toBe('3 RUE DU GENERAL ROUX')
    expect(fields['01']).toBeUndefined()
  })
  test('is shown apart, as unsigned', () => {
    expect(read(annexed).unsigned.map(({ id, value }) => [id, value])).toEqual([
      ['22', '1 RUE DU FAUX'.padStart(14)],
      ['01', '12'],
    ])
  })
  test('never fills a datum that the message lacks', () => {
    const lacking = signedCode({ message: `26FR247759010MME/MARTIN/MAELYS${gs}` })
    expect(read(`${lacking}${gs}223 RUE DU GENERAL ROUX`).finding).toBe('missing')
  })
})

describe('the tax notice', () => {
  const notice = `432,75${gs}44227801234567845202146MARTIN MAELYS${gs}`
  test.each([
    ['04', `${notice}473001123456789`, 'malformed missing'],
    ['04', `${notice}4730011234567894A31072025`, 'authentic authentic'],
    ['18', `${notice}4B31052025`, 'authentic authentic'],
    // Absent from the published version, and used since.
    ['28', `${notice}4A310720254V3542${gs}4W182`, 'authentic authentic'],
  ])('of type %s holds what its kind requires: %s', (type, message, verdict) => {
    expect(verdictOf({ type, message, issued: null })).toBe(verdict)
  })
  test('signed before it was described anew is read as it was then', () => {
    const old = { type: '04', message: `10M/MARTIN/PAUL${gs}4012345678901234114732`, signed: '2021-07-01' }
    expect(verdictOf(old)).toBe('authentic authentic')
    expect(verdictOf({ ...old, signed: '2022-06-23' })).toBe('malformed missing')
  })
})

describe('a binary code', () => {
  const bytes = (hex: string) => textOf(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
  // FRA, FR09 and certificate 0A001 packed in C40; 1 and 2 February 2026 as the numbers 2012026 and 2022026.
  const header = bytes('DC04') + c40('FRA') + c40('FR090A001') + bytes('1EB37A 1EDA8A 07 0001')
  const message = bytes('0A 04 5A94B3DE AF 00')
  const trust = { certificates: { 'FR09-0A001': testTrust.certificates['FR09-G001']! }, revoked: [] }
  const sealed = (data: string, curve: CurveName = 'P-256') => {
    const signature = signWith(curve, bytesOf(data))
    return data + bytes(`FF ${signature.length.toString(16)}`) + textOf(signature)
  }
  const readBinary = (code: string) => readTwoDDoc(code, { trust, at: today })

  test('has its header, its blocks and its signature in bytes', () => {
    expect(readBinary(sealed(header + message))).toMatchObject({
      verdict: 'authentic',
      authority: 'FR09',
      certificate: '0A001',
      issuedOn: '2026-02-01',
      signedOn: '2026-02-02',
      fields: { '0A': '5A94B3DE', AF: '' },
    })
  })
  test('may have an annex in blocks, shown apart', () => {
    const { verdict, unsigned } = readBinary(sealed(header + message) + bytes('01 02 4142'))
    expect(verdict).toBe('authentic')
    expect(unsigned.map(({ id, raw }) => [id, raw])).toEqual([['01', '4142']])
  })
  test('with a changed byte is forged, and cut short is malformed', () => {
    const code = sealed(header + message)
    expect(readBinary(code.replace(bytes('B3DE'), bytes('B3DF'))).verdict).toBe('forged')
    for (let end = 1; end < code.length; end++)
      expect(readBinary(code.slice(0, end)).verdict).toBe('malformed')
  })
  test('may begin as text: a mixed code is one signature over both parts', () => {
    const mixed = sealed(dataOf() + bytes('01 03 000102'))
    expect(read(mixed)).toMatchObject({ verdict: 'authentic', fields: { 24: '77590', '01': '000102' } })
    expect(read(mixed.replace('ROUX', 'ROUZ')).verdict).toBe('forged')
  })

  function c40(text: string): string {
    const values = Array.from(text, (one) => ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(one) + 3)
    let packed = ''
    for (let at = 0; at < values.length; at += 3) {
      const word = values[at]! * 1600 + values[at + 1]! * 40 + values[at + 2]! + 1
      packed += String.fromCharCode(word >> 8, word & 255)
    }
    return packed
  }
})

describe('what a reader or a person gives', () => {
  const code = signedCode({ message: `${bill}2CMARSE${rs}` })
  const shown = (g: string, r: string, u: string) =>
    code.replaceAll(gs, g).replaceAll(rs, r).replaceAll(us, u)

  test.each([
    ['the reader’s mark of the symbology', `]d2${code}`],
    ['a newline at the end', `${code}\n`],
    ['a carriage return and a newline', `${code}\r\n`],
    ['a tabulation at the end', `${code}\t`],
    ['a byte-order mark', `\ufeff${code}`],
    ['separators written as names', shown('<GS>', '<RS>', '<US>')],
    ['separators written as names in braces', shown('{GS}', '{RS}', '{US}')],
    ['separators as pictures', shown('\u241d', '\u241e', '\u241f')],
    ['pictures in the bytes of UTF-8', textOf(Buffer.from(shown('\u241d', '\u241e', '\u241f'), 'utf8'))],
  ])('with %s is the same code', (_, text) => {
    expect(read(text)).toMatchObject({ verdict: 'authentic', fields: { '2C': 'MARSE' } })
  })

  test('a character that is no byte is never taken for the byte under it', () => {
    // Ł is U+0141, and A is 41.
    expect(read(code.replace('MAELYS', 'M\u0141ELYS')).verdict).toBe('malformed')
    const data = dataOf({ version: '01' })
    const signature = textOf(signWith('P-256', bytesOf(data)))
    expect(read(data + String.fromCharCode(signature.charCodeAt(0) + 256) + signature.slice(1)).verdict).toBe(
      'malformed',
    )
  })

  test('a binary part that ends as a line does loses nothing, and a newline after it is passed over', () => {
    // So many serial numbers that some signature ends with a newline of its own.
    const ends = Array.from({ length: 400 }, (_, serial) => {
      const data = dataOf() + textOf(Uint8Array.from([1, 2, serial >> 8, serial & 255]))
      const signature = signWith('P-256', bytesOf(data))
      return data + textOf(Uint8Array.from([255, 64])) + textOf(signature)
    }).filter((one) => /[\r\n\t]$/.test(one))
    expect(ends).not.toHaveLength(0)
    for (const one of ends) {
      expect(read(one).verdict).toBe('authentic')
      expect(read(`${one}\n`).verdict).toBe('authentic')
      expect(read(`${one}\r\n`).verdict).toBe('authentic')
    }
  })

  test('without its separators it is not guessed', () => {
    expect(read(shown('', '', '')).verdict).toBe('malformed')
  })
})
