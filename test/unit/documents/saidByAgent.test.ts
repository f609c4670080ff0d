import { describe, expect, test } from 'vitest'
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
      'Rien d’autre ne vous est demandé que ce qui est écrit sous « Ce qu’il faut faire ».',
    )
  })

  test('what is sent to another administration is said as theirs', () => {
    expect(saidBy('transmission').notes).toContain('Ce qui est transmis, selon l’agent : tout le dossier.')
  })
})
