import { describe, expect, test } from 'vitest'
import { mentionCodes, missingMentions } from '../../../shared/documents/mentions.ts'
import { mentionWords } from '../../../shared/messages/documents/mentions.fr.ts'
import { issue, issuedAt, someFacts } from '../../fixtures/papers.ts'

const { office } = someFacts()
const attestation = {
  kind: 'attestation',
  outcome: 'notServed',
  pieces: [],
  rule: null,
  silence: null,
  decides: null,
}

describe('a document that lacks a mandatory mention is not issued', () => {
  test.each([
    ['date', { zone: 'Europe/Nulle-Part' }],
    ['service', { service: ' ' }],
    ['agent', { agent: null }],
    ['request', { label: '' }],
    ['outcome', { outcome: 'information' }],
    ['ruleVersion', { rule: null }],
    ['pieceTitles', { pieces: [{ title: '', state: 'presented', sources: [], toConfirm: false }] }],
  ])('a receipt without its %s', (mention, change) => {
    const facts = someFacts(change)
    expect(missingMentions(facts).map((lack) => lack.mention)).toEqual([mention])
    expect(() => issue(facts)).toThrow(mention)
  })

  test.each([
    ['address', { office: { ...office, street: '' } }],
    ['phone', { office: { ...office, phone: '' } }],
    ['service', { office: { ...office, name: '' } }],
  ])('an office without its %s', (mention, change) => {
    const facts = { ...someFacts(), ...change }
    expect(missingMentions(facts).map((lack) => lack.mention)).toEqual([mention])
  })

  test('a mention that lacks is named with the article that asks it', () => {
    expect(missingMentions({ ...someFacts(), agent: null })).toEqual([
      { mention: 'agent', article: 'CRPA, art. L111-2' },
    ])
  })

  test('a certificate says who received, unless nobody did', () => {
    expect(missingMentions(someFacts({ ...attestation, agent: null, receivedAt: null }))).toEqual([])
    expect(missingMentions(someFacts({ ...attestation, agent: null })).map((lack) => lack.mention)).toEqual([
      'agent',
    ])
  })

  test('a certificate whose hours contradict each other is not issued', () => {
    const facts = someFacts({ ...attestation, arrivedAt: issuedAt + 1, receivedAt: null })
    expect(missingMentions(facts).map((lack) => lack.mention)).toEqual(['presence'])
  })
})

describe('nobody leaves without a trace because a box was not ticked', () => {
  test('a receipt without any piece is issued, and says that none was shown', () => {
    expect(missingMentions(someFacts({ pieces: [], rule: null, silence: null }))).toEqual([])
  })

  test('« autre démarche » needs no rule', () => {
    const pieces = [{ title: 'Courrier', state: 'presented', sources: [], toConfirm: false }]
    expect(missingMentions(someFacts({ pieces, rule: null, silence: null, decides: null }))).toEqual([])
  })

  test('an office without e-mail issues', () => {
    expect(missingMentions(someFacts({ office: { ...office, email: null } }))).toEqual([])
  })
})

test('each mention has its words', () => {
  expect(Object.keys(mentionWords).toSorted()).toEqual([...mentionCodes].toSorted())
})
