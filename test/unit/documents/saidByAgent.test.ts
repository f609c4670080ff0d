import { describe, expect, test } from 'vitest'
import type { FactsOf } from '../../../shared/contract/documents/issued.ts'
import type { DocumentKind } from '../../../shared/contract/documents/kinds.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { specimens } from '../../fixtures/specimens.ts'

// Free words on a paper are told from what its texts say.

describe('what only the agent vouches for', () => {
  const saidBy = (kind: 'regularisation' | 'transmission') => {
    const { notes, sections } = draftContent(specimens[kind])
    return { notes: notes.map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' ')), sections }
  }

  test('a breach and its consequence are said as theirs, and an invitation asks only what its list says', () => {
    const { notes, sections } = saidBy('regularisation')
    const titles = sections.map(({ title }) => title)
    expect(titles).toContain('Ce qui n’a pas été suivi, selon l’agent')
    expect(titles).toContain('Si rien n’est fait dans ce délai, selon l’agent')
    expect(titles).toContain('Ce qu’il faut faire')
    expect(notes).toContain(
      'Cette lettre ne demande rien d’autre que ce qui est écrit sous « Ce qu’il faut faire ».',
    )
  })

  test('what is sent to another administration is said as theirs', () => {
    expect(saidBy('transmission').notes).toContain(
      'Ce qui est transmis, selon l’agent, sans obligation pour vous : tout le dossier.',
    )
  })
})

/** Where an agent's own prose stands in the facts of a paper. */
const prose: { readonly [K in DocumentKind]?: readonly (keyof FactsOf<K>)[] } = {
  nonReception: ['detail'],
  transmission: ['sent'],
  incident: ['what', 'effect'],
  annulation: ['reason'],
  original: ['doubt'],
  regularisation: ['breach', 'consequence'],
}
const head = /selon l’agent|sans obligation pour vous/

describe('words that an agent typed, a demand or a refusal among them', () => {
  const typed = 'Il nous manque votre bail, votre demande est refusée'
  const cases = Object.entries(prose).flatMap(([kind, fields]) =>
    (fields as readonly string[]).map((field) => [kind as DocumentKind, field] as const),
  )

  test.each(cases)(
    'are printed by the paper %s, of its fact %s, under words that ask nothing',
    (kind, field) => {
      const { lead, notes, sections } = draftContent({
        ...specimens[kind],
        [field]: typed,
      } as FactsOf<DocumentKind>)
      for (const line of [lead, ...notes].filter((one) => one.includes(typed))) expect(line).toMatch(head)
      const under = sections.filter((section) => JSON.stringify(section).includes(typed))
      for (const { title } of under) expect(title).toMatch(head)
      expect([lead, ...notes, ...under.map(({ title }) => title)].some((one) => head.test(one))).toBe(true)
    },
  )

  test.each(['refus', 'motifs'] as const)('that give the reasons of the paper %s ask no piece', (kind) => {
    expect(draftContent(specimens[kind]).notes.join(' ')).toContain(
      'Ce document ne vous demande aucune pièce.',
    )
  })
})
