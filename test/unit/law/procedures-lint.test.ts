import { describe, expect, test } from 'vitest'
import { written } from '../../../shared/procedures/problems.ts'
import { changed, lint, sound, type Mistake } from '../../fixtures/soundRules.ts'

test('rules without a mistake pass', () => {
  expect(lint(sound).map(written)).toEqual([])
})
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
