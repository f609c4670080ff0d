import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { RuleFile } from '../../../shared/procedures/format.ts'
import { lintRules, lintSources, lintVersions } from '../../../shared/procedures/lint.ts'
import { type Trap, written } from '../../../shared/procedures/problems.ts'

// A small procedure without a mistake; each test makes one. Publicodes accepts most of them in silence.
const sound = `
essai:
  titre: Essai
  _g:
    genre: procédure
    procédure: essai
    version: '1'
    du: 2026-01-01
    au: null
    revue: 2027-01-01
    titre: { fr: Essai }
    décide: { titre: { fr: le maire }, détail: Il décide., recueil: non, sources: [texte] }
    population: { titre: Habitant, définition: Qui habite ici., sources: [texte] }
    silence: { sens: rejet, délai: { nombre: 2, unité: mois }, qui: le maire, sources: [texte] }
    accusé: { dû: oui, exception: null, pourquoi: Toujours., sources: [texte] }
    incomplet: { titre: Incomplet, détail: Reçu., effet: suspend, sources: [texte] }
    recours: { titre: Recours, détail: Sans préalable., préalable: non, auprès: le maire, juridiction: tribunal administratif, délai: null, sources: [texte] }
    remise: null
    délivre: []
    qui peut agir: [{ capacité: soi, titre: La personne, peut: [déposer], preuve: null, sources: [texte] }]
    délais: []
    retard: []
    erreur: null
    domicile: { preuve: interdite, détail: Rien., sources: [texte] }
    dispenses: { R113-5: oui, pourquoi: Voilà., sources: [texte] }
    titres admis: { liste: ouverte, détail: Tous., sources: [texte] }
    droit: non
    formulaires: []
    conservation: { titre: Un an., mois: 12, sources: [texte] }
    apporter: []
il y a 5 ans:
  titre: cinq ans avant
  _g: { genre: injecté }
essai . passeport:
  titre: Passeport
  question: Un passeport ?
  _g: { genre: question, id: passeport, options: [{ valeur: oui, titre: Oui }, { valeur: non, titre: Non }], pourquoi: Voilà., sources: [texte] }
essai . fin:
  titre: Fin de validité
  question: Quelle fin ?
  applicable si: avec passeport
  _g: { genre: question, id: fin, options: [], pourquoi: Voilà., sources: [texte] }
essai . carte:
  titre: Carte
  question: Quelle carte ?
  une possibilité: ["'perdue'", "'volée'"]
  _g: { genre: question, id: carte, options: [{ valeur: perdue, titre: Perdue }, { valeur: volée, titre: Volée }], pourquoi: Voilà., sources: [texte] }
essai . avec passeport:
  titre: un passeport
  valeur: passeport
  _g: { genre: motif, si faux: aucun passeport, sources: [texte] }
essai . probant:
  titre: passeport récent
  toutes ces conditions:
    - avec passeport
    - fin > il y a 5 ans
  _g: { genre: motif, si faux: aucun passeport récent, sources: [texte] }
essai . perdue:
  titre: carte perdue
  valeur: carte = 'perdue'
  _g: { genre: motif, si faux: carte volée, sources: [texte] }
essai . acte:
  titre: Acte
  variations:
    - si: perdue
      alors: "'interdite'"
    - si: probant
      alors: "'dispensée'"
    - sinon: "'requise'"
  _g: { genre: pièce, id: acte, pourquoi: Voilà., sources: [texte] }
essai . prix:
  titre: Prix
  variations:
    - si: perdue
      alors: 25 €
    - sinon: 0 €
  _g: { genre: prix, pourquoi: Voilà., sources: [texte] }
`
const file = 'rules/essai/1.yaml'
const lint = (yaml: string) => lintRules(file, parse(yaml), new Set(['texte']))

function changed(from: string, to: string): string {
  if (!sound.includes(from)) throw new Error(`not in the sound rules: ${from}`)
  return sound.replace(from, to)
}

test('rules without a mistake pass', () => {
  expect(lint(sound).map(written)).toEqual([])
})

type Mistake = readonly [what: string, yaml: string, trap: Trap, rule: string]

/** A list of one ground of refusal, in the notation of a rule file. */
const refused = (list: string, more = ''): string =>
  `{ liste: ${list}, titre: T, sources: [texte], motifs: [{ id: m, titre: M, droit: D, sources: [texte]${more} }] }`

const mistakes: readonly Mistake[] = [
  [
    'a misspelt mechanism',
    changed(
      '  variations:\n    - si: perdue\n      alors: "',
      '  variation:\n    - si: perdue\n      alors: "',
    ),
    'mécanismeInconnu',
    'essai . acte',
  ],
  [
    'a missing dash before « sinon »',
    changed('    - sinon: "', '      sinon: "'),
    'sinonSansTiret',
    'essai . acte',
  ],
  ['no « sinon »', changed(`    - sinon: "'requise'"\n`, ''), 'sinonManquant', 'essai . acte'],
  [
    'a typo in a compared answer',
    changed("carte = 'perdue'", "carte = 'perdu'"),
    'énumérationInconnue',
    'essai . perdue',
  ],
  [
    'a number where a yes or no is meant',
    changed('  valeur: passeport\n', '  valeur: passeport = 1\n'),
    'comparaisonDeTypes',
    'essai . avec passeport',
  ],
  [
    'a quoted oui where a yes or no is meant',
    changed('  valeur: passeport\n', "  valeur: passeport = 'oui'\n"),
    'comparaisonDeTypes',
    'essai . avec passeport',
  ],
  [
    'a choice taken for a condition',
    changed('    - avec passeport\n', '    - carte\n'),
    'comparaisonDeTypes',
    'essai . probant',
  ],
  [
    'an order between texts',
    changed("carte = 'perdue'", "carte > 'perdue'"),
    'comparaisonDeTypes',
    'essai . perdue',
  ],
  [
    '« durée » as a mechanism',
    changed('  valeur: passeport\n', '  durée: { depuis: fin }\n'),
    'mécanismeInterdit',
    'essai . avec passeport',
  ],
  [
    'a computation on dates',
    changed('fin > il y a 5 ans', 'fin > aujourd’hui - 5 ans'),
    'expressionInterdite',
    'essai . probant',
  ],
  [
    '« et » in an expression',
    changed('  valeur: passeport\n', '  valeur: passeport et probant\n'),
    'expressionInterdite',
    'essai . avec passeport',
  ],
  [
    '« = non » on what may not apply',
    changed('fin > il y a 5 ans', 'fin != il y a 5 ans'),
    'nonApplicableComparé',
    'essai . probant',
  ],
  [
    '« par défaut »',
    changed('  question: Quelle carte ?', '  par défaut: oui\n  question: Quelle carte ?'),
    'mécanismeInterdit',
    'essai . carte',
  ],
  ['a unit that has two spellings', changed('alors: 25 €', 'alors: 25 an'), 'unitéInterdite', 'essai . prix'],
  [
    '« an » in the plural',
    changed('il y a 5 ans:', 'il y a 5 an:').replace('> il y a 5 ans', '> il y a 5 an'),
    'injectionInconnue',
    'il y a 5 an',
  ],
  [
    'a parent that does not exist',
    changed('essai . prix:', 'essai . argent . prix:'),
    'orphelin',
    'essai . argent . prix',
  ],
  [
    'rules that read one another',
    changed('  valeur: passeport\n', '  valeur: probant\n'),
    'cycle',
    'essai . fin',
  ],
  [
    'a name with a parenthesis',
    changed('essai . prix:', 'essai . prix (ttc):'),
    'nomInvalide',
    'essai . prix (ttc)',
  ],
  [
    'a name that starts with a digit',
    changed('essai . prix:', 'essai . 2 prix:'),
    'nomInvalide',
    'essai . 2 prix',
  ],
  [
    'a name that holds an operator',
    changed('essai . prix:', 'essai . prix ou don:'),
    'nomInvalide',
    'essai . prix ou don',
  ],
  ['a reference to nothing', changed('- si: probant', '- si: probent'), 'référenceInconnue', 'essai . acte'],
  ['no source', changed('carte volée, sources: [texte]', 'carte volée'), 'sourceManquante', 'essai . perdue'],
  [
    'an unknown source',
    changed('carte volée, sources: [texte]', 'carte volée, sources: [texto]'),
    'sourceInconnue',
    'essai . perdue',
  ],
  [
    'a question that computes',
    changed('  question: Un passeport ?', '  question: Un passeport ?\n  valeur: oui'),
    'questionCalculée',
    'essai . passeport',
  ],
  [
    'options that are not the answers',
    changed('{ valeur: volée, titre: Volée }', '{ valeur: vol, titre: Volée }'),
    'questionMalPosée',
    'essai . carte',
  ],
  [
    'a condition that has no name',
    changed('    - si: perdue\n      alors: "', "    - si: carte = 'perdue'\n      alors: \""),
    'motifNonNommé',
    'essai . acte',
  ],
  ['two branches of one value', changed("'interdite'", "'dispensée'"), 'branchesÉgales', 'essai . acte'],
  ['a status that is none', changed("'dispensée'", "'dispensé'"), 'statutInconnu', 'essai . acte'],
  ['a price without a unit', changed('alors: 25 €', 'alors: "25"'), 'valeurInattendue', 'essai . prix'],
  ['an alternative to nothing', changed("'requise'", "'alternative'"), 'groupeSeul', 'essai . acte'],
  [
    'a tick that answers nothing',
    changed('id: acte,', 'id: acte, répond: { question: carte, valeur: brûlée },'),
    'réponseInconnue',
    'essai . acte',
  ],
  [
    'a title that answers nothing',
    changed(
      'id: carte, ',
      'id: carte, identité: { titre: passport, si valide: perdue, si périmé depuis moins de: { ans: 5, valeur: volée }, sinon: brûlée }, ',
    ),
    'réponseInconnue',
    'essai . carte',
  ],
  [
    'a question that no piece needs',
    changed('    - si: perdue\n      alors: "\'interdite\'"\n', ''),
    'règleInutile',
    'essai . carte',
  ],
  ['two questions of one id', changed('id: fin', 'id: carte'), 'identifiantEnDouble', 'essai . carte'],
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
  ['a version that is not its file’s', changed("version: '1'", "version: '2'"), 'entête', 'essai'],
  ['a rule left empty', `${sound}\nessai . vide:\n`, 'formeInattendue', 'essai . vide'],
]

describe('the linter names what publicodes would let pass', () => {
  test.each(mistakes)('it names %s', (_, yaml, trap, rule) => {
    const found = lint(yaml)
    expect(found.map((problem) => [problem.trap, problem.rule])).toContainEqual([trap, rule])
    for (const problem of found)
      expect(written(problem)).toMatch(/^rules\/essai\/1\.yaml( · .+)? : .+\. ?.*\[/)
  })

  test('a close name is suggested, and what it leaves unused is not reported beside', () => {
    expect(lint(changed('- si: probant', '- si: probent')).map(written)).toEqual([
      'rules/essai/1.yaml · essai . acte : « probent » n’est pas une règle. Vouliez-vous dire « probant » ? [référenceInconnue]',
    ])
  })

  test('a file that is no rules is refused as a whole', () => {
    expect(lint('- a\n- b')).toMatchObject([{ rule: null, trap: 'formeInattendue' }])
  })
})

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
