import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import { documentContent } from '../../../shared/documents/content.ts'
import { missingMentions } from '../../../shared/documents/mentions.ts'
import { issue } from '../../fixtures/papers.ts'
import { specimens } from '../../fixtures/specimens.ts'

// What a decision says of how to contest it, whatever the rules know of it.

const address = 'le tribunal judiciaire, 2 avenue du Général-Leclerc, 77000 Melun'
const someRemedies = fc
  .record({
    prior: fc.constantFrom('yes', 'no', 'unknown'),
    authority: fc.constantFrom(null, '', 'le maire, 1 place de la Mairie'),
    court: fc.constantFrom(null, 'le tribunal judiciaire', address),
    delay: fc.option(
      fc.record({ count: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom('days', 'months') }),
    ),
    noDelay: fc.constantFrom(undefined, true),
  })
  .map(({ noDelay, ...rest }) => ({ ...rest, ...(noDelay && { noDelay }) }))
const decision = fc.constantFrom('refus', 'motifs')

const decided = (kind: 'refus' | 'motifs', remedies: object) => {
  const { title, sources } = specimens.refus.remedies!
  const said = { title, detail: null, sources, toConfirm: false, ...remedies }
  return DocumentFacts.parse({ ...specimens[kind], remedies: said })
}
const text = (facts: DocumentFacts): string =>
  documentContent(issue(facts), { copy: 1, reprint: false })
    .sections.flatMap((section) => (section.is === 'text' ? section.lines : []))
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ')

describe('a decision', () => {
  property.prop([decision, someRemedies])(
    'that is issued says how long one has to contest it or that no text says it, never both, and before which judge',
    (kind, remedies) => {
      const facts = decided(kind, remedies)
      fc.pre(missingMentions(facts).length === 0)
      const said = text(facts)
      const bounded = /Dans (?:les \d+ (?:mois|jours) qui suivent|le (?:mois|jour) qui suit)/.test(said)
      expect(said.includes('Aucun texte ne fixe de délai')).toBe(!bounded)
      expect(said).toContain(address)
    },
  )

  property.prop([decision, someRemedies])(
    'of which nobody knows how long one has, nor that no text says it, is not issued',
    (kind, { prior, authority, court }) => {
      const lacks = missingMentions(decided(kind, { prior, authority, court, delay: null })).map(
        ({ mention }) => mention,
      )
      expect(lacks).toContain('remedies')
    },
  )
})
