import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const pacs = shippedProcedure('pacs')
/** Partners whose case has to be told part by part. */
const seen = (answers: Readonly<Record<string, string>>, presented: readonly string[] = []) =>
  assess(pacs, situationOf({ presented }, { situation: 'autre', ...answers }))
const piece = (answers: Readonly<Record<string, string>>, id: string) =>
  seen(answers).pieces.find(({ pieceId }) => pieceId === id)

const never = ['justificatif-domicile', 'legalisation', 'copie-certifiee-conforme']
const always = [
  'convention',
  'declaration',
  'attestation-non-parente',
  'attestation-residence',
  'identite-premier',
  'identite-second',
]

tellSituations('pacs', [
  {
    situation:
      'two French partners, never married: one act each, less than three months old, and two statements',
    interview: [
      ['situation', 'usuelle'],
      ['comedec-premier', 'non'],
      ['comedec-second', 'non'],
    ],
    case: '',
    required: [...always, 'acte-premier', 'acte-second'],
    mayNotBeAsked: never,
    cents: 0,
    dueByPerson: ['presence', 'attester'],
    dueByAdministration: ['deplacement', 'restitution', 'recepisse', 'transmission'],
  },
  {
    situation: 'both communes send their acts: neither may be asked',
    interview: [
      ['situation', 'autre'],
      ['naissance-premier', 'français'],
      ['comedec-premier', 'oui'],
      ['union-premier', 'jamais'],
      ['protection-premier', 'aucune'],
      ['naissance-second', 'français'],
      ['comedec-second', 'oui'],
      ['union-second', 'jamais'],
      ['protection-second', 'aucune'],
      ['parente', 'non'],
    ],
    case: '',
    required: always,
    mayNotBeAsked: [...never, 'acte-premier', 'acte-second'],
    cents: 0,
  },
  {
    situation: 'one French and divorced, the other foreign, born abroad: each has pieces of their own',
    interview: [
      ['situation', 'autre'],
      ['naissance-premier', 'français'],
      ['comedec-premier', 'non'],
      ['union-premier', 'divorcé'],
      ['protection-premier', 'aucune'],
      ['naissance-second', 'étranger'],
      ['union-second', 'jamais'],
      ['protection-second', 'aucune'],
      ['parente', 'non'],
    ],
    case: '',
    required: [...always, 'acte-premier', 'acte-etranger-second', 'non-pacs-second', 'coutume-second'],
    alternative: ['divorce-premier', 'acte-divorce-premier'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a refugee, and a widow under curatelle: the certificate of Ofpra, the death, the judgment',
    interview: [
      ['situation', 'autre'],
      ['naissance-premier', 'Ofpra'],
      ['union-premier', 'jamais'],
      ['protection-premier', 'aucune'],
      ['naissance-second', 'français'],
      ['comedec-second', 'non'],
      ['union-second', 'veuf'],
      ['protection-second', 'curatelle'],
      ['parente', 'non'],
    ],
    case: '',
    required: [...always, 'certificat-ofpra-premier', 'non-pacs-premier', 'acte-second', 'jugement-second'],
    alternative: ['livret-deces-second', 'deces-second'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a partner still married: the end of that union is asked, and a refusal must be reasoned',
    interview: [
      ['situation', 'autre'],
      ['naissance-premier', 'français'],
      ['comedec-premier', 'non'],
      ['union-premier', 'engagé'],
      ['protection-premier', 'aucune'],
      ['naissance-second', 'étranger né en France'],
      ['comedec-second', 'non'],
      ['union-second', 'jamais'],
      ['protection-second', 'tutelle'],
      ['parente', 'non'],
    ],
    case: 'empêchement déclaré',
    required: [
      ...always,
      'acte-premier',
      'fin-union-premier',
      'acte-second',
      'coutume-second',
      'jugement-second',
    ],
    mayNotBeAsked: never,
    cents: 0,
    dueByAdministration: [
      'deplacement',
      'restitution',
      'recepisse',
      'transmission',
      'irrecevabilite-motivee',
    ],
  },
  {
    situation: 'brother and sister: nobody may be made to sign a false statement; a reasoned decision is due',
    interview: [
      ['situation', 'autre'],
      ['naissance-premier', 'français'],
      ['comedec-premier', 'oui'],
      ['union-premier', 'jamais'],
      ['protection-premier', 'aucune'],
      ['naissance-second', 'français'],
      ['comedec-second', 'oui'],
      ['union-second', 'jamais'],
      ['protection-second', 'aucune'],
      ['parente', 'parents'],
    ],
    case: 'empêchement déclaré',
    required: always.filter((id) => id !== 'attestation-non-parente'),
    mayNotBeAsked: [...never, 'acte-premier', 'acte-second', 'attestation-non-parente'],
    cents: 0,
    dueByAdministration: [
      'deplacement',
      'restitution',
      'recepisse',
      'transmission',
      'irrecevabilite-motivee',
    ],
  },
])

describe('the domicile (the first unlawful demand that was found in a real office)', () => {
  test('is common residence, stated on one’s honour: no proof of it may be asked, with the texts', () => {
    const domicile = piece({}, 'justificatif-domicile')
    expect(domicile?.status).toBe('mayNotBeAsked')
    expect(domicile?.sources.map(({ label }) => label)).toEqual([
      'CRPA R113-8',
      'circulaire du 10 mai 2017',
      'fiche F1608',
    ])
    expect(seen({}).domicile.proof).toBe('forbidden')
    expect(piece({}, 'attestation-residence')?.status).toBe('required')
  })

  test.each([
    'Justificatif de domicile',
    'justificatifs de domicile des deux partenaires',
    'une facture EDF',
    'Avis d’imposition commun',
    'la quittance de loyer',
    'un bail',
  ])('« %s », typed by an agent, is caught', (label) => {
    expect(unlawfulIn(pacs, seen({}).pieces, label)?.title).toBe('Justificatif de domicile')
  })

  test.each([
    ['signatures légalisées', 'Légalisation des signatures'],
    ['copie certifiée conforme de la carte', 'Copie certifiée conforme'],
  ])('« %s » is caught too', (label, title) => {
    expect(unlawfulIn(pacs, seen({}).pieces, label)?.title).toBe(title)
  })

  test.each(['Certificat de coutume', 'Livret de famille', 'légalisation de l’acte étranger'])(
    '« %s » may be asked',
    (label) => {
      expect(unlawfulIn(pacs, seen({}).pieces, label)).toBeNull()
    },
  )
})

describe('the usual case', () => {
  const usual = assess(pacs, situationOf({}, { situation: 'usuelle' }))

  test('is settled in one answer, but for what the communes of birth send', () => {
    expect(withStatus(usual, 'unknown')).toEqual(['acte-premier', 'acte-second'])
    expect(usual.question?.questionId).toBe('comedec-premier')
  })

  test('forgets what was told part by part before', () => {
    const told = assess(pacs, situationOf({}, { situation: 'usuelle', 'union-premier': 'divorcé' }))
    expect(told.answers).toEqual({ situation: 'usuelle' })
  })
})

describe('civil-status records', () => {
  test.each([
    ['acte-premier', { 'naissance-premier': 'français', 'comedec-premier': 'non' }, 'durée de 3 mois'],
    ['acte-etranger-premier', { 'naissance-premier': 'étranger' }, 'durée de 6 mois'],
  ])('%s: its age has a source of its own, a sheet read on its official page', (id, answers, about) => {
    const act = piece(answers, id)
    expect(act?.status).toBe('required')
    expect(act?.toConfirm).toBe(false)
    expect(
      act?.sources
        .filter((source) => source.about === about)
        .map(({ label, confidence }) => [label, confidence]),
    ).toEqual([['fiche F10449', 'verifie']])
  })

  test('an act that the commune sends may not be asked: the decree says so, and it was read', () => {
    const act = piece({ 'naissance-second': 'français', 'comedec-second': 'oui' }, 'acte-second')
    expect(act).toMatchObject({ status: 'mayNotBeAsked' })
    expect(act?.sources[0]).toMatchObject({ sourceId: 'decret-2006-1806-1', confidence: 'verifie' })
  })

  test('a valid identity card dispenses from no act here: it shows no impediment', () => {
    const identity = { kind: 'cni', validUntil: '2030-01-01' }
    const answers = { 'naissance-premier': 'français', 'comedec-premier': 'non' }
    const told = assess(pacs, situationOf({ identity }, { situation: 'autre', ...answers }))
    expect(withStatus(told, 'required')).toContain('acte-premier')
  })

  test('what one partner answers says nothing of the other', () => {
    const told = seen({ 'naissance-premier': 'étranger', 'union-premier': 'divorcé' })
    expect(withStatus(told, 'required').filter((id) => id.endsWith('second'))).toEqual(['identite-second'])
    expect(withStatus(told, 'unknown')).toContain('acte-second')
  })

  test('a French act bears the divorce in its margin (CPC 1082): the family book is one way, not the only one', () => {
    const divorced = { 'naissance-premier': 'français', 'comedec-premier': 'non', 'union-premier': 'divorcé' }
    const told = seen(divorced, ['acte-divorce-premier'])
    expect(withStatus(told, 'required')).toContain('acte-divorce-premier')
    expect(told.pieces.map(({ pieceId }) => pieceId)).not.toContain('divorce-premier')
  })

  test('of the two proofs of a death, the one presented is enough', () => {
    const told = seen({ 'union-second': 'veuf' }, ['deces-second'])
    expect(withStatus(told, 'required')).toContain('deces-second')
    expect(told.pieces.map(({ pieceId }) => pieceId)).not.toContain('livret-deces-second')
  })
})

describe('civil partnership, the law behind', () => {
  test('it is registered at once: silence has no object, and a declaration has no acknowledgement (L112-3)', () => {
    expect(seen({}).silence).toMatchObject({ sense: 'sansObjet', delay: null })
    expect(seen({}).acknowledgement).toMatchObject({ due: false, exception: 'autre' })
    expect(seen({}).nature).toBe('declaration')
  })

  test('a refusal goes to the president of the tribunal judiciaire, not to the administrative court', () => {
    expect(seen({}).remedy).toMatchObject({
      prior: 'no',
      authority: '',
      court: 'le président du tribunal judiciaire',
    })
  })

  test('no text sets a delay for it: that is known, and is not a delay that nobody knows', () => {
    expect(seen({}).remedy).toMatchObject({ delay: null, noDelay: 'always' })
    expect(seen({}).remedy?.sources.map(({ label }) => label)).toContain('CE 23 mai 2003, n° 248982')
  })

  test('a curateur or tuteur helps to sign the agreement only; both partners come themselves', () => {
    expect(seen({}).whoMayAct.map(({ capacity, may }) => [capacity, may])).toEqual([
      ['self', ['file', 'sign', 'collect']],
      ['curatelle', ['sign']],
      ['tutelle', ['sign']],
    ])
  })

  test('the certificate of registration is handed over on the spot, and is no receipt of filing', () => {
    expect(seen({}).delivers).toMatchObject([{ onTheSpot: true }])
    expect(seen({}).delivers[0]?.worth).toMatch(/N’est pas un récépissé de dépôt/)
  })
})
