import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lintRules } from '../../../shared/procedures/lint.ts'
import { written } from '../../../shared/procedures/problems.ts'
import { changed, file, lint, type Mistake } from '../../fixtures/soundRules.ts'

/** A list of one ground of refusal, in the notation of a rule file. */
const refused = (list: string, more = ''): string =>
  `{ liste: ${list}, titre: T, sources: [texte], motifs: [{ id: m, titre: M, droit: D, sources: [texte]${more} }] }`

const mistakes: readonly Mistake[] = [
  [
    'a silence that counts nothing',
    changed('sens: rejet, délai: { nombre: 2, unité: mois }', 'sens: rejet, délai: null'),
    'silenceIncohérent',
    'essai',
  ],
  [
    'a silence that counts as a decision, and nothing said of how to contest it',
    changed(
      'recours: { titre: Recours, détail: Sans préalable., préalable: non, auprès: le maire, juridiction: tribunal administratif, délai: null, sources: [texte] }',
      'recours: null',
    ),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a recourse that must come first, before nobody',
    changed('préalable: non, auprès: le maire', 'préalable: oui, auprès: null'),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a silence that frees from a delay that nobody knows',
    changed(
      'tribunal administratif, délai: null',
      'tribunal administratif, délai: null, délai après silence: aucun',
    ),
    'entêteIncohérent',
    'essai',
  ],
  [
    'an acknowledgement that is not due, without the exception that says so',
    changed('dû: oui, exception: null', 'dû: non, exception: null'),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a declaration with an acknowledgement, which a request alone has',
    changed('    silence:', '    nature: déclaration\n    silence:'),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a declaration excepted by the article that excepts requests',
    changed('    silence:', '    nature: déclaration\n    silence:').replace(
      'dû: oui, exception: null',
      'dû: non, exception: R112-4 2°',
    ),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a delay counted from no date question',
    changed(
      'délais: []',
      'délais: [{ id: d, titre: D, détail: D., règle: { nom: naissance, entrée: accouchement, selon: carte }, sources: [texte] }]',
    ),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a ground of refusal where the office only collects',
    changed('recueil: non', 'recueil: oui').replace(
      'délais: []',
      `délais: []\n    refus: ${refused('fermée')}`,
    ),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a closed list of no ground',
    changed('délais: []', 'délais: []\n    refus: { liste: fermée, titre: T, sources: [texte], motifs: [] }'),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a ground of refusal that needs a piece which the procedure does not have',
    changed('délais: []', `délais: []\n    refus: ${refused('fermée', ', pièces: [passeport-volant]')}`),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a special case that no named ground decides',
    changed('    délivre: []', '    cas particuliers: [{ si: carte }]\n    délivre: []'),
    'entêteIncohérent',
    'essai',
  ],
  [
    'a proof of domicile where R113-8 allows none',
    changed('id: acte, pourquoi', 'id: acte, nature: domicile, pourquoi'),
    'pièceIllégale',
    'essai . acte',
  ],
  [
    'a certified copy (R113-10)',
    changed('id: acte, pourquoi', 'id: acte, nature: copie certifiée, pourquoi'),
    'pièceIllégale',
    'essai . acte',
  ],
  [
    '« less than three months old » without a text that says so (R113-7)',
    changed('  titre: Acte\n', '  titre: Acte de moins de trois mois\n'),
    'anciennetéSansTexte',
    'essai . acte',
  ],
  [
    'a right whose pieces do not say whether they are indispensable (L114-5-1)',
    changed('droit: non', 'droit: oui'),
    'indispensableAbsent',
    'essai . acte',
  ],
  [
    'an exchange that D114-9-1 does not know',
    changed('id: acte, pourquoi', 'id: acte, échange: voisinage, pourquoi'),
    'échangeInconnu',
    'essai . acte',
  ],
]

describe('the linter names what the law does not let a procedure say', () => {
  test.each(mistakes)('it names %s', (_, yaml, trap, rule) => {
    const found = lint(yaml)
    expect(found.map((problem) => [problem.trap, problem.rule])).toContainEqual([trap, rule])
    for (const problem of found)
      expect(written(problem)).toMatch(/^rules\/essai\/1\.yaml( · .+)? : .+\. ?.*\[/)
  })

  test.each([
    ['a rejection by silence', {}, 'ce qui n’est pas une demande n’est pas réputé rejeté'],
    [
      'an acknowledgement',
      { silence: '{ sens: sansObjet, délai: null, qui: le maire, sources: [texte] }' },
      'seule une demande a un accusé de réception',
    ],
    [
      'an exception of R112-4',
      { accusé: '{ dû: non, exception: R112-4 2°, pourquoi: P., sources: [texte] }' },
      'l’article R112-4 excepte des demandes',
    ],
  ])('a case that is a declaration is judged as one, with what the header gives it: %s', (_, says, found) => {
    const own = Object.entries(says).map(([key, value]) => `, ${key}: ${value}`)
    const one = `    cas particuliers: [{ si: perdue, nature: déclaration${own.join('')} }]\n    délivre: []`
    expect(lint(changed('    délivre: []', one)).map(written).join('\n')).toContain(found)
  })

  test('a declaration whose own text gives it a receipt may have it, as one of works has (C. urb. R423-3)', () => {
    const works = `{ si: perdue, nature: déclaration, silence: { sens: acceptation, délai: { nombre: 1, unité: mois }, qui: le maire, sources: [texte] }, accusé: { dû: oui, exception: null, pourquoi: P., sources: [curb-r423-3] } }`
    const yaml = changed('    délivre: []', `    cas particuliers: [${works}]\n    délivre: []`)
    expect(lintRules(file, parse(yaml), new Set(['texte', 'curb-r423-3'])).map(written)).toEqual([])
  })
})
