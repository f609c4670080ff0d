import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { RuleFile } from '../../../shared/procedures/format.ts'
import { lintSources, lintVersions } from '../../../shared/procedures/lint.ts'
import { sound } from '../../fixtures/soundRules.ts'

describe('versions of one procedure', () => {
  const version = (number: number, du: string, au: string | null) => ({
    file: `rules/essai/${number}.yaml`,
    rules: RuleFile.parse(
      parse(
        sound
          .replace("version: '1'", `version: '${number}'`)
          .replace('du: 2026-01-01', `du: ${du}`)
          .replace('au: null', `au: ${au ?? 'null'}`),
      ),
    ),
  })

  test('follow one another to the day', () => {
    expect(lintVersions([version(1, '2024-01-01', '2024-02-29'), version(2, '2024-03-01', null)])).toEqual([])
  })

  test.each([
    ['overlap', '2024-03-01'],
    ['leave a hole', '2024-02-28'],
  ])('no two of them may %s', (_, au) => {
    const problems = lintVersions([version(1, '2024-01-01', au), version(2, '2024-03-01', null)])
    expect(problems).toMatchObject([{ trap: 'versionsMêlées', file: 'rules/essai/1.yaml' }])
  })

  test('an open end may not be followed', () => {
    expect(lintVersions([version(1, '2024-01-01', null), version(2, '2024-03-01', null)])).toHaveLength(1)
  })
})

test('a made-up article id is refused in the sources', () => {
  const article = {
    libellé: 'texte',
    article: '1',
    legi: 'LEGIARTI42',
    du: null,
    au: null,
    extrait: null,
    résumé: 'Voilà.',
    url: null,
    marque: 'M',
    lu: 'de mémoire',
  }
  const problems = lintSources('sources/x.yaml', { texte: 'Textes', articles: { texte: article } })
  expect(problems).toMatchObject([{ rule: 'texte', trap: 'formeInattendue' }])
})
