import { verify, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { certificateDer, orderOf, otherSecret, signWith } from '../../fixtures/twoDDocAuthority.ts'
import {
  base32,
  bytesOf,
  dataOf,
  gs,
  signedCode,
  textOf,
  us,
  read,
  verdictOf,
} from '../../fixtures/twoDDocCodes.ts'

describe('a code of an issuer that is trusted', () => {
  test('is authentic, and says its data by identifier as they are written', () => {
    expect(read(signedCode())).toMatchObject({
      verdict: 'authentic',
      type: '01',
      typeName: 'Facture d’énergie, de téléphone, d’accès à internet ou d’eau',
      proves: 'domicile',
      fields: { 26: 'FR', 24: '77590', 10: 'MME/MARTIN/MAELYS', 22: '3 RUE DU GENERAL ROUX' },
      authority: 'FR09',
      certificate: 'G001',
      issuedOn: '2026-02-01',
      signedOn: '2026-02-02',
      unsigned: [],
    })
  })

  test('says each datum beside its name, in words, to be compared with what is printed', () => {
    const { details } = read(signedCode())
    expect(details.map(({ label, value }) => `${label} : ${value}`)).toEqual([
      'Pays de service des prestations : France',
      'Code postal ou code cedex du point de service des prestations : 77590',
      'Bénéficiaire : ligne 1 de l’adresse (qualité, prénom, nom) : MME MARTIN MAELYS',
      'Ligne 4 de l’adresse du point de service des prestations : 3 RUE DU GENERAL ROUX',
    ])
  })

  test.each(['02', '03', '04'] as const)('is read in version %s', (version) => {
    expect(read(signedCode({ version }))).toMatchObject({
      verdict: 'authentic',
      type: '01',
      issuedOn: '2026-02-01',
    })
  })

  test('is read in version 01, whose signature is in bytes after the message', () => {
    const data = dataOf({ version: '01' })
    expect(read(data + textOf(signWith('P-256', bytesOf(data))))).toMatchObject({
      verdict: 'authentic',
      fields: { 24: '77590' },
    })
  })

  test.each([
    ['P-256', 'G001', 103],
    ['P-384', 'G384', 154],
    ['P-521', 'G521', 212],
  ] as const)('is verified on %s, as OpenSSL does', (curve, certificate, length) => {
    const data = dataOf({ certificate })
    const signature = signWith(curve, bytesOf(data))
    expect(base32(signature)).toHaveLength(length)
    const { publicKey } = new X509Certificate(certificateDer({ curve }))
    const digest = { 'P-256': 'sha256', 'P-384': 'sha384', 'P-521': 'sha512' }[curve]
    expect(verify(digest, bytesOf(data), { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    expect(verdictOf({ certificate, curve })).toBe('authentic authentic')
  })

  test('is authentic with an s of either half of the order', () => {
    const data = dataOf()
    const signature = Buffer.from(signWith('P-256', bytesOf(data)))
    const s = BigInt(`0x${signature.subarray(32).toString('hex')}`)
    const other = (orderOf('P-256') - s).toString(16).padStart(64, '0')
    const mirrored = Buffer.concat([signature.subarray(0, 32), Buffer.from(other, 'hex')])
    expect(read(data + us + base32(signature)).verdict).toBe('authentic')
    expect(read(data + us + base32(mirrored)).verdict).toBe('authentic')
  })

  test('of domicile says that it can’t be refused, and of what text that is', () => {
    expect(read(signedCode()).conclusion).toContain('ne peut être refusé')
    expect(read(signedCode()).conclusion).toContain('R113-8')
  })

  test('of a mobility card proves a priority, and leaves neither a name nor a number to keep', () => {
    const card = read(signedCode({ type: 'A2', message: `AHABC1234567890DEF${gs}AI30062030` }))
    expect(card).toMatchObject({ verdict: 'authentic', proves: 'priority', validUntil: '2030-06-30' })
    expect(card.kept).toBe('Carte mobilité inclusion (2D-Doc), valable jusqu’au 30 juin 2030 : authentique')
  })

  test('leaves no datum of its message in the words that a file may keep', () => {
    expect(read(signedCode()).kept).toBe(
      'Facture d’énergie, de téléphone, d’accès à internet ou d’eau (2D-Doc), du 1er février 2026 : authentique',
    )
  })
})

describe('a code is forged', () => {
  test('when a character of it is another', () => {
    expect(read(signedCode().replace('ROUX', 'ROUZ')).verdict).toBe('forged')
  })
  test('when a space was lost', () => {
    expect(read(signedCode().replace('GENERAL ROUX', 'GENERALROUX')).verdict).toBe('forged')
  })
  test('when another key signed it', () => {
    expect(verdictOf({ secret: otherSecret })).toBe('forged signature')
  })
  test('when its signature is another document’s', () => {
    const other = signedCode({ issued: '2025-02-01' })
    expect(read(dataOf() + other.slice(other.indexOf(us))).verdict).toBe('forged')
  })
  test('when its signature is as long as another curve’s', () => {
    expect(verdictOf({ curve: 'P-384' })).toBe('forged signature')
    expect(verdictOf({ certificate: 'G384' })).toBe('forged signature')
  })

  const order = orderOf('P-256')
  const hex = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
  test.each([
    ['r is zero', 0n, 1n],
    ['s is zero', 1n, 0n],
    ['both are zero', 0n, 0n],
    ['r is the order', order, 1n],
    ['s is the order', 1n, order],
    ['r is the greatest', 2n ** 256n - 1n, 1n],
  ])('when its signature is such that %s', (_, r, s) => {
    expect(read(dataOf() + us + base32(Buffer.concat([hex(r), hex(s)]))).verdict).toBe('forged')
  })

  test('even when it bears a date outside of its certificate’s period: a forger chooses that too', () => {
    expect(verdictOf({ certificate: 'LATE', secret: otherSecret })).toBe('forged signature')
  })
})

describe('a code of a test authority is never authentic', () => {
  test.each([
    { authority: 'FR00', certificate: '0001' },
    { authority: 'FR09', certificate: '0000' },
  ])('$authority-$certificate with a good signature is a specimen', (signer) => {
    expect(verdictOf(signer)).toBe('specimen specimen')
    expect(read(signedCode(signer)).proves).toBeNull()
  })
  test('with a false signature it is forged', () => {
    expect(verdictOf({ authority: 'FR00', certificate: '0001', secret: otherSecret })).toBe(
      'forged signature',
    )
  })
  test('without its certificate it is a specimen all the same, and its signature is said unchecked', () => {
    expect(verdictOf({ authority: 'DE00', certificate: 'A1B2' })).toBe('specimen specimenUnchecked')
    expect(verdictOf({ certificate: 'TEST' })).toBe('specimen specimenUnchecked')
  })
})

describe('a signature that can’t be answered for', () => {
  test('without certificate is neither proof nor suspicion', () => {
    const { verdict, sentence, conclusion } = read(signedCode({ certificate: 'G002' }))
    expect(verdict).toBe('unverifiable')
    expect(sentence).toBe(
      'Structure valide, signature non vérifiable : le certificat FR09-G002 n’est pas connu ici.',
    )
    expect(conclusion).toContain('ni une preuve ni un soupçon')
  })
  test('of a revoked certificate is revoked, whatever it says', () => {
    expect(verdictOf({ certificate: 'GONE' })).toBe('revoked revoked')
    expect(verdictOf({ certificate: 'GONE', secret: otherSecret })).toBe('revoked revoked')
  })
  test('made before or after its certificate’s period is out of date', () => {
    expect(verdictOf({ certificate: 'LATE' })).toBe('expired outOfPeriod')
    expect(verdictOf({ certificate: 'LATE', signed: '2026-02-03' })).toBe('authentic authentic')
    expect(verdictOf({ signed: '2035-01-01' }, '2036-01-01')).toBe('authentic authentic')
    expect(verdictOf({ signed: '2035-01-02' }, '2036-01-01')).toBe('expired outOfPeriod')
  })
  test('made on a day to come is not believed, one day aside for clocks and zones', () => {
    expect(verdictOf({ signed: '2026-03-04' })).toBe('authentic authentic')
    expect(verdictOf({ signed: '2026-03-05' })).toBe('unverifiable future')
  })
  test('of a kind that is not known here is good, and means nothing', () => {
    expect(verdictOf({ type: 'Z9' })).toBe('unverifiable unknownKind')
    expect(verdictOf({ perimeter: '02' })).toBe('unverifiable unknownKind')
    expect(verdictOf({ type: 'Z9', secret: otherSecret })).toBe('forged signature')
  })
})

describe('a document that was good until a day', () => {
  const card = (until: string) => ({ type: 'A2', message: `AHABC${gs}AI${until}` })

  test('is good on that day, and is over on the next', () => {
    expect(verdictOf(card('03032026'), '2026-03-03')).toBe('authentic authentic')
    expect(verdictOf(card('03032026'), '2026-03-04')).toBe('expired ended')
  })
  test('is over by the first of its ends', () => {
    expect(verdictOf({ type: 'A2', message: `08255FAHABC${gs}AI30062030` }, '2026-03-13')).toBe(
      'expired ended',
    )
  })
  test('of identity that is over may still be admitted, and the agent is told so', () => {
    const title = `60MAELYS${gs}62MARTIN${gs}65ID66X4RTBPFW4${gs}67FR68F6CFR6O01022026`
    const { verdict, conclusion } = read(signedCode({ type: '07', message: title }))
    expect(verdict).toBe('expired')
    expect(conclusion).toContain('peut rester admis')
  })
  test('is forged rather than over when it is both', () => {
    expect(verdictOf({ ...card('03032020'), secret: otherSecret })).toBe('forged signature')
  })
  test('an old bill is not over: how old it may be is the procedure’s own rule', () => {
    expect(verdictOf({ issued: '2021-01-01', signed: '2021-01-01' })).toBe('authentic authentic')
  })
})
