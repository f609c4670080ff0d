import { fc, test as property } from '@fast-check/vitest'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import type { DocumentSeal, IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import { fromBase64url, toBase64url } from '../../../shared/documents/base64url.ts'
import { asciiLabel, firstPayload, verifyCode } from '../../../shared/documents/code.ts'
import { commitmentOf, documentYear, sealedText, verifyFacts } from '../../../shared/documents/seal.ts'
import { verifySeals } from '../../fixtures/seals.ts'
import { issue, officeId, officeKey, someFacts } from '../../fixtures/papers.ts'

const { publicKey } = officeKey(7)
const document = issue(someFacts())

/** A chain of receipts and certificates, mixed. */
function chain(kinds: readonly ('recepisse' | 'attestation')[]): readonly IssuedDocument[] {
  const last = new Map<string, { count: number; hash: string }>()
  return kinds.map((kind) => {
    const issued = issue(someFacts({ kind }), last.get(kind) ?? null)
    last.set(kind, { count: (last.get(kind)?.count ?? 0) + 1, hash: issued.seal.hash })
    return issued
  })
}
const someChain = fc
  .array(fc.constantFrom('recepisse', 'attestation'), { minLength: 1, maxLength: 12 })
  .map(chain)

describe('a code proves its document offline, with the public key alone', () => {
  test('an authentic code says number, kind, instant, office, request and counts', () => {
    expect(verifyCode(document.code, publicKey)).toEqual({
      is: 'authentic',
      school: false,
      kind: 'recepisse',
      number: 'RD-2026-1',
      issuedAt: document.facts.issuedAt,
      officeId,
      hash: document.seal.hash,
      presented: 2,
      missing: 1,
      label: 'cni-renouvellement',
    })
    expect(document.code.length).toBeLessThanOrEqual(300)
    expect(document.code).not.toContain('Ferrand')
    expect(document.shortCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  property.prop([fc.stringMatching(/^[A-Za-z ]{1,30}$/)])(
    'nothing that was typed of the request is in it, and a code that bears it from before still holds',
    (typed) => {
      const facts = someFacts({ label: `Passeport de Zoé Œuvrard ${typed}`, rule: null, pieces: [] })
      const issued = issue(facts)
      expect(issued.code.split('|')[7]).toBe("Titres d'identite")
      const { seal } = issued
      const signedBefore = firstPayload(facts, seal, officeId, fromBase64url(publicKey) ?? new Uint8Array())
      const signature = toBase64url(officeKey(7).sign(utf8ToBytes(signedBefore)))
      const before = { ...issued, seal: { ...seal, signature }, code: `${signedBefore}|${signature}` }
      expect(verifyFacts(before, publicKey)).toMatchObject({
        is: 'authentic',
        label: expect.stringMatching(/^Passeport de/),
      })
    },
  )

  test('any change of one character is found', () => {
    const others = ['A', 'z', '0', '|', '-', '_', 'é', ' ', '\u0000']
    for (let at = 0; at < document.code.length; at++) {
      const other = others.find((one, turn) => turn >= at % others.length && one !== document.code[at]) ?? 'B'
      const altered = document.code.slice(0, at) + other + document.code.slice(at + 1)
      expect(verifyCode(altered, publicKey).is, altered).not.toBe('authentic')
    }
  })

  property.prop([fc.nat(), fc.nat(8)])('a code cut or lengthened is found', (where, length) => {
    const at = where % document.code.length
    const cut = document.code.slice(0, at) + document.code.slice(at + 1 + length)
    expect(verifyCode(cut, publicKey).is).not.toBe('authentic')
    expect(verifyCode(`${document.code}${'A'.repeat(length + 1)}`, publicKey).is).not.toBe('authentic')
  })

  test('the code of another office is told from an altered one', () => {
    const theirs = issue(someFacts(), null, officeKey(9))
    expect(verifyCode(theirs.code, publicKey)).toEqual({ is: 'otherOffice' })
    expect(verifyCode(document.code.replace('|2/1|', '|3/0|'), publicKey)).toEqual({ is: 'altered' })
  })

  test('a training code says that it is one, and cannot be made real', () => {
    const school = issue(someFacts({ school: true }))
    expect(verifyCode(school.code, publicKey)).toMatchObject({ is: 'authentic', school: true })
    expect(verifyCode(school.code.replace('SPECIMEN1', 'GUICHET1'), publicKey)).toEqual({ is: 'altered' })
  })

  property.prop([
    fc.oneof(fc.string({ unit: 'binary' }), fc.string()),
    fc.oneof(fc.string(), fc.constant(publicKey)),
  ])('junk is malformed and never throws', (junk, key) => {
    expect(verifyCode(junk, key)).toEqual({ is: 'malformed' })
  })

  property.prop([fc.uint8Array({ minLength: 32, maxLength: 32 })])(
    'any 32 bytes as a key never throw',
    (key) => {
      expect(verifyCode(document.code, toBase64url(key)).is).not.toBe('authentic')
    },
  )

  property.prop([fc.string({ unit: 'binary', maxLength: 300 })])(
    'any label gives a code that verifies',
    (label) => {
      const facts = someFacts({ label: `x${label}` })
      expect(verifyCode(issue(facts).code, publicKey).is).toBe('authentic')
      expect(asciiLabel(label)).toMatch(/^[\x20-\x7b\x7d\x7e]{0,40}$/)
    },
  )
})

describe('a document says exactly what was signed', () => {
  test('a document is authentic as it was issued', () => {
    expect(verifyFacts(document, publicKey).is).toBe('authentic')
    expect(verifyFacts(JSON.parse(JSON.stringify(document)), publicKey).is).toBe('authentic')
  })

  test('any fact, seal, salt or short code changed is found', () => {
    for (const altered of alterations(document)) {
      expect(verifyFacts(altered, publicKey).is, JSON.stringify(altered)).not.toBe('authentic')
    }
    // The salt is on the document: whoever changes a fact can make its commitment again, and the hash over it.
    for (const facts of alterations(document.facts)) {
      const seal = { ...document.seal, commitment: commitmentOf(document.salt, facts) }
      const hashed = { ...seal, hash: bytesToHex(sha256(utf8ToBytes(sealedText(seal)))) }
      for (const forged of [seal, hashed])
        expect(verifyFacts({ ...document, facts, seal: forged }, publicKey).is).not.toBe('authentic')
    }
  })

  test('spaces that a schema would trim are found', () => {
    const { facts } = document
    const altered = {
      ...document,
      facts: { ...facts, office: { ...facts.office, city: `${facts.office.city} ` } },
    }
    expect(verifyFacts(altered, publicKey)).toEqual({ is: 'altered' })
  })

  property.prop([fc.jsonValue()])('junk is malformed and never throws', (junk) => {
    expect(verifyFacts(junk, publicKey)).toEqual({ is: 'malformed' })
  })

  property.prop([fc.jsonValue()])('junk in the place of facts is malformed and never throws', (junk) => {
    expect(verifyFacts({ ...document, facts: junk }, publicKey)).toEqual({ is: 'malformed' })
  })
})

describe('the chain of seals', () => {
  property.prop([someChain, fc.nat()])('verifies without the facts, in any order', (documents, turn) => {
    const seals = documents.map(({ seal }) => seal)
    const at = turn % seals.length
    expect(verifySeals([...seals.slice(at), ...seals.slice(0, at)])).toEqual({
      holds: true,
      count: seals.length,
    })
  })

  property.prop([someChain, fc.nat()])(
    'a document taken out of the middle leaves a gap',
    (documents, which) => {
      const seals = documents.map(({ seal }) => seal)
      const taken = seals[which % seals.length]
      const last = seals.filter(({ kind }) => kind === taken?.kind).at(-1)
      const verdict = verifySeals(seals.filter((seal) => seal !== taken))
      if (taken === last) expect(verdict.holds).toBe(true)
      else expect(verdict).toMatchObject({ holds: false, why: 'gap' })
    },
  )

  property.prop([someChain, fc.nat()])('a document twice is found', (documents, which) => {
    const seals = documents.map(({ seal }) => seal)
    const again = seals[which % seals.length]
    expect(again && verifySeals([...seals, again])).toMatchObject({ holds: false, why: 'repeated' })
  })

  property.prop([
    someChain,
    fc.nat(),
    fc.constantFrom<keyof DocumentSeal>('documentId', 'issuedAt', 'commitment', 'previous', 'hash'),
  ])('a seal altered anywhere is found and named', (documents, which, member) => {
    const seals = documents.map(({ seal }) => seal)
    const at = which % seals.length
    const altered = seals.map((seal, index) =>
      index === at
        ? {
            ...seal,
            [member]: member === 'issuedAt' ? seal.issuedAt + 1 : `f${String(seal[member]).slice(1)}x`,
          }
        : seal,
    )
    expect(verifySeals(altered as DocumentSeal[])).toMatchObject({ holds: false, number: seals[at]?.number })
  })

  test('a series rewritten from its middle does not fit what follows', () => {
    const [one, two, three] = chain(['recepisse', 'recepisse', 'recepisse'])
    const forged = issue(someFacts({ label: 'Autre chose' }), { count: 1, hash: one?.seal.hash ?? '' })
    const seals = [one?.seal, forged.seal, three?.seal].filter((seal) => seal !== undefined)
    expect(two?.seal.number).toBe(forged.seal.number)
    expect(verifySeals(seals)).toEqual({ holds: false, number: 'RD-2026-3', why: 'unlinked' })
  })
})

test('the year is the office’s, not UTC’s', () => {
  const newYear = Date.UTC(2025, 11, 31, 23, 30)
  expect(documentYear(newYear, 'Europe/Paris')).toBe(2026)
  expect(documentYear(newYear, 'America/Martinique')).toBe(2025)
  expect(issue(someFacts({ issuedAt: newYear, arrivedAt: newYear, receivedAt: null })).seal.number).toBe(
    'RD-2026-1',
  )
})

test('the same facts give the same code: nothing is drawn at random', () => {
  expect(issue(someFacts()).code).toBe(document.code)
})

property.prop([fc.uint8Array({ maxLength: 80 })])(
  'base64url gives bytes back, as Node’s own does',
  (bytes) => {
    const text = toBase64url(bytes)
    expect(text).toBe(Buffer.from(bytes).toString('base64url'))
    expect(fromBase64url(text)).toEqual(bytes)
  },
)

/** Each leaf of the document changed, one at a time. */
function* alterations(value: unknown): Generator<unknown> {
  if (typeof value === 'string') {
    yield `${value}x`
    if (value !== '') yield value.slice(1)
  } else if (typeof value === 'number') yield value + 1
  else if (typeof value === 'boolean') yield !value
  else if (value === null) yield 'x'
  else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      for (const changed of alterations(item)) yield value.toSpliced(at, 1, changed)
      yield value.toSpliced(at, 1)
    }
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      for (const changed of alterations(item)) yield { ...value, [key]: changed }
    }
  }
}
