import { describe, expect, test } from 'vitest'
import { Language } from '../../../shared/contract/text.ts'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { modelOf } from '../../../shared/procedures/model.ts'
import { shippedProcedure, situationOf } from '../../fixtures/situations.ts'

// What a counter needs of every procedure, whatever its law: lines that fit, words that are recognised, every language of
// the public, and few questions before the usual case is settled.

const procedures = shippedCatalogue().procedures
const named = procedures.map(
  (procedure) => [`${procedure.procedureId} ${procedure.version}`, procedure] as const,
)

describe.each(named)('%s at the counter', (_, procedure) => {
  const { pieces } = modelOf(procedure)

  test('has no piece whose title is longer than a line', () => {
    expect(pieces.map(({ rule }) => rule.titre).filter((title) => title.length > 60)).toEqual([])
  })

  test('knows ten wordings at least of each piece that may never be asked', () => {
    const poor = pieces.filter(
      ({ rule, data }) => rule.valeur === "'interdite'" && (data.mots ?? []).length < 10,
    )
    expect(poor.map(({ data }) => data.id)).toEqual([])
  })

  test('says in every language of the public what it is, who decides, and what to bring', () => {
    const { titre, décide, apporter } = procedure.header
    const texts = [
      titre,
      décide.titre,
      ...apporter.flatMap((bring) => [bring.titre, ...(bring.détail ? [bring.détail] : [])]),
    ]
    for (const text of texts)
      for (const language of Language.options) expect(text[language], `${text.fr}, ${language}`).toBeTruthy()
  })

  test('settles its usual case in six questions at most: the first answer of each is the usual one', () => {
    const asked: string[] = []
    let answers: Readonly<Record<string, string>> = {}
    for (;;) {
      const { question } = assess(
        procedure,
        situationOf({ on: procedure.header.du, ballot: '2027-04-18' }, answers),
      )
      if (question === null) break
      asked.push(question.questionId)
      expect(asked.length, asked.join(', ')).toBeLessThanOrEqual(6)
      const usual = question.kind === 'date' ? procedure.header.du : question.options[0]?.value
      answers = { ...answers, [question.questionId]: usual ?? '' }
    }
    expect(new Set(asked).size).toBe(asked.length)
  })
})

describe('words that agents use', () => {
  const caught = (procedureId: string, label: string, answers: Readonly<Record<string, string>> = {}) => {
    const procedure = shippedProcedure(procedureId)
    return unlawfulIn(procedure, assess(procedure, situationOf({}, answers)).pieces, label)?.title
  }

  test.each([
    ['attestation-accueil', 'la pièce d’identité de l’invité', 'Copie du passeport du visiteur'],
    ['attestation-accueil', 'une assurance rapatriement', 'Attestation d’assurance du visiteur'],
    ['c2s', 'une attestation CPAM', 'Attestation de droits à l’assurance maladie'],
    ['carte-grise', 'la carte verte', 'Attestation d’assurance, permis ou contrôle technique'],
    ['copie-acte', 'le courrier du notaire : à quoi sert l’acte', 'Raison de la demande'],
    ['inscription-scolaire', 'accord des deux parents', 'Accord de l’autre parent, ou jugement'],
    ['inscription-scolaire', 'carte de résident du père', 'Titre de séjour des parents'],
    ['inscription-scolaire', 'la page des vaccins', 'Vaccinations'],
    ['naissance', 'attestation d’hébergement des parents', 'Justificatif de domicile, hors reconnaissance'],
    ['paiement', 'une procuration pour payer', 'Lien avec la personne pour qui l’on paie'],
    ['passeport', 'la réservation de l’hôtel', 'Preuve d’un voyage'],
    ['recensement', 'la taxe foncière des parents', 'Justificatif de domicile'],
    ['rsa', 'assurance habitation', 'Justificatif de domicile'],
    ['urbanisme', 'le compromis de vente', 'Titre de propriété'],
    ['urbanisme', 'un extrait kbis', 'Pièce d’identité'],
  ])('%s: « %s » is caught', (procedureId, label, title) => {
    expect(caught(procedureId, label)).toBe(title)
  })

  // What looks like it, and may be asked: a recogniser that cries wolf is soon ignored.
  test.each([
    ['attestation-accueil', 'attestation d’assurance du logement'],
    ['inscription-scolaire', 'un justificatif de domicile'],
    ['legalisation', 'le bail à signer'],
    ['pacs', 'la légalisation de l’acte étranger'],
    ['reclamation-fiscale', 'le bail du logement loué'],
    ['reclamation-fiscale', 'l’avis de taxe d’habitation contesté'],
    ['rsa', 'l’avis d’imposition'],
  ])('%s: « %s » is not', (procedureId, label) => {
    expect(caught(procedureId, label)).toBeUndefined()
  })
})

describe('what an absent piece does', () => {
  test.each(['prestations-familiales', 'prime-activite'])(
    '%s: the delay of instruction is suspended (CSS L161-1-4, read), the request is received all the same',
    (procedureId) => {
      const { ifIncomplete, dueByAdministration } = assess(shippedProcedure(procedureId), situationOf({}))
      expect(ifIncomplete).toMatchObject({ effect: 'suspends', toConfirm: false })
      expect(ifIncomplete.sources.map(({ label }) => label)).toContain('CSS L161-1-4')
      expect(dueByAdministration.map(({ dueId }) => dueId)).toContain('reception')
    },
  )

  test('the means of a family are declared, without a tax notice to join: the office of benefits has them (CSS L583-3)', () => {
    const { pieces } = assess(shippedProcedure('prestations-familiales'), situationOf({}))
    expect(pieces.find(({ pieceId }) => pieceId === 'ressources')).toMatchObject({
      title: 'Ressources du foyer',
      indispensable: false,
    })
  })
})

describe('residence permits', () => {
  const permit = (answers: Readonly<Record<string, string>>) =>
    assess(shippedProcedure('sejour', '2026-06-01'), situationOf({ on: '2026-06-01' }, answers))

  test('a family ground has the papers of the family too (R431-10 3°), another has not', () => {
    const status = (titre: string) =>
      permit({ demande: 'renouvellement', titre }).pieces.find(
        ({ pieceId }) => pieceId === 'etat-civil-famille',
      )?.status
    expect(status('familiale')).toBe('required')
    expect(status('salarié')).toBeUndefined()
  })

  test('what is missing is asked for, with a reasonable delay (R431-11)', () => {
    const duty = permit({}).dueByAdministration.find(({ dueId }) => dueId === 'pieces-manquantes')
    expect(duty?.sources.map(({ label }) => label)).toEqual(['CRPA L114-5', 'CESEDA R431-11 et annexe 10'])
  })

  test('the titles whose silence is of ninety days are named beside the question (R432-2)', () => {
    const { question } = permit({ demande: 'renouvellement', depot: 'en ligne' })
    expect(question?.questionId).toBe('titre')
    expect(question?.note).toContain('jeune au pair')
  })
})

describe('the electoral roll', () => {
  const piece = (id: string, answers: Readonly<Record<string, string>> = {}) =>
    assess(shippedProcedure('elections'), situationOf({}, answers)).pieces.find(
      ({ pieceId }) => pieceId === id,
    )

  test('plain paper is enough at the counter, the form is required by post (R5)', () => {
    expect(piece('demande-libre')?.detail).toBe(
      'Signée de l’électeur ; par courrier, le formulaire est exigé',
    )
  })

  test('who pays a local tax without living there says that they want to vote there (L11 I 2°)', () => {
    expect(piece('avis-imposition', { attache: 'contribuable' })?.detail).toContain('déclare vouloir y voter')
  })
})

describe('a protected adult', () => {
  test.each(['cni', 'passeport', 'sejour'])(
    '%s: under curatelle one acts alone, and shows no judgment',
    (procedureId) => {
      const { whoMayAct } = assess(shippedProcedure(procedureId), situationOf({}))
      expect(whoMayAct.find(({ capacity }) => capacity === 'curatelle')).toMatchObject({
        may: ['file', 'sign', 'collect'],
        proof: null,
        toConfirm: false,
      })
      expect(whoMayAct.map(({ capacity }) => capacity)).toEqual(
        expect.arrayContaining(['tutelle', 'habilitationFamiliale']),
      )
    },
  )
})

test('the kiosk never sends anyone for a paper that an instruction has turned away: no tax notice for a title', () => {
  for (const procedureId of ['cni', 'passeport'])
    expect(JSON.stringify(shippedProcedure(procedureId).header.apporter)).not.toMatch(/imposition|tax notice/)
})
