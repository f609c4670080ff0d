import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { isAhead } from '../../../shared/procedures/answers.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { LocalDate } from '../../../shared/contract/ids.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const naissance = shippedProcedure('naissance')
const seen = (answers: Readonly<Record<string, string>>, on?: string) =>
  assess(naissance, situationOf(on === undefined ? {} : { on }, answers))

const noDomicile = ['justificatif-domicile', 'copie-certifiee-conforme']

tellSituations('naissance', [
  {
    situation: 'married parents, two days after the birth, with a family booklet',
    interview: [
      ['jour-accouchement', '2026-03-01'],
      ['parents', 'mariés'],
      ['livret', 'oui'],
      ['choix-nom', 'non'],
    ],
    case: 'dans le délai, parents mariés',
    required: ['certificat-accouchement', 'identite-parents', 'livret-famille'],
    mayNotBeAsked: noDomicile,
    cents: 0,
    deadlines: { declaration: '2026-03-06' },
    dueByPerson: ['delai', 'relire'],
    dueByAdministration: ['acte', 'enfant-decede'],
  },
  {
    situation: 'unmarried parents, a child acknowledged before the birth, whose name they choose',
    interview: [
      ['jour-accouchement', '2026-03-02'],
      ['parents', 'non mariés'],
      ['reconnaissance', 'avant la naissance'],
      ['livret', 'non'],
      ['choix-nom', 'oui'],
    ],
    case: 'dans le délai, reconnu avant la naissance',
    required: ['certificat-accouchement', 'identite-parents', 'reconnaissance', 'choix-nom'],
    mayNotBeAsked: noDomicile,
    cents: 0,
    // The fifth day is a Saturday: Monday.
    deadlines: { declaration: '2026-03-09' },
  },
  {
    situation: 'acknowledged today: identity with a photograph, and a domicile or its election',
    interview: [
      ['jour-accouchement', '2026-03-02'],
      ['parents', 'non mariés'],
      ['reconnaissance', 'aujourd’hui'],
      ['livret', 'non'],
      ['choix-nom', 'non'],
    ],
    case: 'dans le délai, reconnaissance aujourd’hui',
    required: ['certificat-accouchement', 'identite-parents', 'identite-auteur'],
    alternative: ['domicile-auteur', 'election-domicile'],
    mayNotBeAsked: noDomicile,
    cents: 0,
    deadlines: { declaration: '2026-03-09' },
  },
  {
    situation:
      'unmarried, no acknowledgement today: the birth is registered all the same, without any domicile',
    interview: [
      ['jour-accouchement', '2026-03-02'],
      ['parents', 'non mariés'],
      ['reconnaissance', 'pas maintenant'],
      // One filiation only: there is no name to choose yet (C. civ. 311-21).
      ['livret', 'non'],
    ],
    case: 'dans le délai, sans reconnaissance',
    required: ['certificat-accouchement', 'identite-parents'],
    mayNotBeAsked: noDomicile,
    cents: 0,
    deadlines: { declaration: '2026-03-09' },
  },
  {
    situation:
      'two women, married or not: the joint recognition made before the notary, and no domicile (C. civ. 342-11)',
    interview: [
      ['jour-accouchement', '2026-03-02'],
      ['parents', 'deux mères'],
      ['livret', 'non'],
      ['choix-nom', 'oui'],
    ],
    case: 'dans le délai, reconnaissance conjointe',
    required: ['certificat-accouchement', 'identite-parents', 'reconnaissance-conjointe', 'choix-nom'],
    mayNotBeAsked: noDomicile,
    cents: 0,
    deadlines: { declaration: '2026-03-09' },
  },
  {
    situation:
      'the mother asked for secrecy: her identity is not asked, and neither booklet nor name is a question (CASF L222-6)',
    interview: [
      ['jour-accouchement', '2026-03-02'],
      ['parents', 'secret'],
      ['reconnaissance', 'pas maintenant'],
    ],
    case: 'dans le délai, secret de la mère, parents non désignés',
    required: ['certificat-accouchement'],
    mayNotBeAsked: ['identite-mere', ...noDomicile],
    cents: 0,
    deadlines: { declaration: '2026-03-09' },
    dueByAdministration: ['acte', 'secret', 'prenoms', 'enfant-decede'],
  },
  {
    situation:
      'the mother asked for secrecy and the father acknowledges the child today: he proves who he is (C. civ. 57, 316)',
    interview: [
      ['jour-accouchement', '2026-03-02'],
      ['parents', 'secret'],
      ['reconnaissance', 'aujourd’hui'],
    ],
    case: 'dans le délai, secret de la mère, reconnaissance aujourd’hui',
    required: ['certificat-accouchement', 'identite-auteur'],
    alternative: ['domicile-auteur', 'election-domicile'],
    mayNotBeAsked: ['identite-mere', ...noDomicile],
    cents: 0,
    deadlines: { declaration: '2026-03-09' },
    dueByAdministration: ['acte', 'secret', 'prenoms', 'enfant-decede'],
  },
  {
    situation:
      'the mother asked for secrecy and the father acknowledged the child before: his act is brought (C. civ. 62-1)',
    interview: [
      ['jour-accouchement', '2026-03-02'],
      ['parents', 'secret'],
      ['reconnaissance', 'avant la naissance'],
    ],
    case: 'dans le délai, secret de la mère, reconnu avant la naissance',
    required: ['certificat-accouchement', 'reconnaissance'],
    mayNotBeAsked: ['identite-mere', ...noDomicile],
    cents: 0,
    deadlines: { declaration: '2026-03-09' },
  },
  {
    situation: 'on the last day, it is still registered',
    interview: [
      ['jour-accouchement', '2026-02-26'],
      ['parents', 'mariés'],
      ['livret', 'non'],
      ['choix-nom', 'non'],
    ],
    case: 'dans le délai, parents mariés',
    required: ['certificat-accouchement', 'identite-parents'],
    mayNotBeAsked: noDomicile,
    cents: 0,
    deadlines: { declaration: '2026-03-03' },
  },
  {
    situation: 'a day too late: nothing but a judgment, and the prosecutor is told',
    interview: [['jour-accouchement', '2026-02-25']],
    case: 'hors délai, jugement déclaratif',
    required: ['jugement-declaratif'],
    mayNotBeAsked: noDomicile,
    cents: 0,
    deadlines: { declaration: '2026-03-02' },
    dueByPerson: [],
    dueByAdministration: ['refus', 'procureur', 'recepisse', 'enfant-decede'],
  },
  {
    situation: 'a week later, the fifth day being a Saturday',
    on: '2026-05-11',
    interview: [
      ['jour-accouchement', '2026-05-04'],
      ['parents', 'mariés'],
      ['livret', 'non'],
      ['choix-nom', 'non'],
    ],
    case: 'dans le délai, parents mariés',
    required: ['certificat-accouchement', 'identite-parents'],
    mayNotBeAsked: noDomicile,
    cents: 0,
    deadlines: { declaration: '2026-05-11' },
  },
])

describe('a birth declared late', () => {
  const late = seen({ 'jour-accouchement': '2026-02-20' })

  test('can’t be registered: the remedy is a judgment, at the court of the birth’s place', () => {
    expect(late.remedy).toMatchObject({
      title: 'Jugement déclaratif de naissance',
      court: 'tribunal judiciaire du lieu de naissance',
      delay: null,
      noDelay: 'always',
    })
    // Of a refusal to draw the act, nobody has read whether a text sets one.
    expect(seen({ 'jour-accouchement': '2026-03-01' }).remedy).toMatchObject({ delay: null, noDelay: null })
    expect(seen({ 'jour-accouchement': '2026-03-01' }).remedy?.court).toBe('tribunal judiciaire')
  })

  test('asks no more question, and no piece that only the act would need', () => {
    expect(late.question).toBeNull()
    expect(withStatus(late, 'required')).toEqual(['jugement-declaratif'])
  })

  test('is decided by legal time alone: an answer kept from before is forgotten', () => {
    const kept = seen({ 'jour-accouchement': '2026-02-20', parents: 'mariés', livret: 'oui' })
    expect(kept.answers).toEqual({ 'jour-accouchement': '2026-02-20' })
  })

  test('the opposite rule stands beside: a death of the same day is registered', () => {
    const death = assess(
      shippedProcedure('deces'),
      situationOf({}, { declarant: 'établissement', circonstances: 'non', 'jour-deces': '2026-02-20' }),
    )
    expect(withStatus(death, 'required')).toEqual(['certificat-deces'])
    expect(death.ifLate[0]?.title).toBe('Le décès est inscrit, même en retard')
    expect(late.ifLate[0]?.title).toBe('La naissance ne peut plus être inscrite sans jugement')
  })

  test('what it costs is for a judge: the code says the same fact twice, a petty offence and an offence', () => {
    expect(late.ifLate[1]?.detail).toContain('Un juge choisit et prononce, jamais la mairie')
    expect(late.ifLate[1]?.sources.map(({ label }) => label)).toEqual(['C. pén. R645-4', 'C. pén. 433-18-1'])
    expect(late.rightToError?.title).toBe('Aucune sanction ne vient du guichet')
  })
})

describe('a birth, the law behind', () => {
  const start = seen({})

  test('before any answer, the certificate and the parents’ identity are on the list', () => {
    expect(withStatus(start, 'required')).toEqual(['certificat-accouchement', 'identite-parents'])
    expect(start.question).toMatchObject({
      questionId: 'jour-accouchement',
      kind: 'date',
      note: 'Encore déclarable aujourd’hui : né le 26/02/2026 ou après.',
    })
  })

  test('a birth in the future is refused', () => {
    const on = LocalDate.parse('2026-03-03')
    expect(isAhead(naissance, 'jour-accouchement', '2026-03-04', on)).toBe(true)
    expect(isAhead(naissance, 'jour-accouchement', '2026-03-03', on)).toBe(false)
  })

  test('no word of an agent asks who a mother is who asked for secrecy', () => {
    const secret = seen({ 'jour-accouchement': '2026-03-01', parents: 'secret' })
    for (const words of [
      'la carte d’identité de la mère',
      'l’identité de la mère',
      'le passeport de la mère',
    ])
      expect([words, unlawfulIn(naissance, secret.pieces, words)?.title]).toEqual([
        words,
        'Identité de la mère',
      ])
    // The father who acknowledges the child proves who he is (C. civ. 316).
    for (const words of ['la pièce d’identité du père', 'une pièce d’identité'])
      expect([words, unlawfulIn(naissance, secret.pieces, words)]).toEqual([words, null])
    const named = seen({ 'jour-accouchement': '2026-03-01', parents: 'mariés' })
    expect(unlawfulIn(naissance, named.pieces, 'la carte d’identité de la mère')).toBeNull()
  })

  test.each([{}, { 'jour-accouchement': '2026-03-01' }, { parents: 'secret' }])(
    'until it is known that the parents are named, nobody asks who the mother is: %o',
    (answers: Readonly<Record<string, string>>) => {
      const { pieces } = seen(answers)
      expect(unlawfulIn(naissance, pieces, 'la carte d’identité de la mère')?.title).toBe(
        'Identité de la mère',
      )
    },
  )

  test('the domicile is never proved, but by who acknowledges the child, on a text of its own', () => {
    const { pieces } = seen({ 'jour-accouchement': '2026-03-01', parents: 'mariés' })
    expect(
      unlawfulIn(naissance, pieces, 'une facture d’électricité et un justificatif de domicile'),
    ).toMatchObject({ title: 'Justificatif de domicile, hors reconnaissance', toConfirm: false })
    // Before any answer too: nobody waits for the questions to be told so.
    expect(unlawfulIn(naissance, start.pieces, 'un justificatif de domicile')?.title).toBe(
      'Justificatif de domicile, hors reconnaissance',
    )
    const today = seen({
      'jour-accouchement': '2026-03-01',
      parents: 'non mariés',
      reconnaissance: 'aujourd’hui',
    })
    const proof = today.pieces.find(({ pieceId }) => pieceId === 'domicile-auteur')
    expect(proof).toMatchObject({ status: 'alternative', toConfirm: false })
    expect(proof?.sources.map(({ label }) => label)).toContain('C. civ. 316')
  })

  test('a declaration has no silence and no acknowledgement: the act is its proof', () => {
    expect(start.silence).toMatchObject({ sense: 'sansObjet', delay: null })
    expect(start.acknowledgement.due).toBe(false)
  })

  test('the father first, then who attended the birth, by C. civ. 56 as it stands', () => {
    expect(start.whoMayAct.map(({ capacity }) => capacity)).toEqual(['legalRepresentative', 'relative'])
    expect(start.whoMayAct[1]).toMatchObject({ toConfirm: false })
  })
})

test('a mother who asked for secrecy: nothing of the list, nor of what is given, speaks of a family booklet', () => {
  for (const reconnaissance of ['avant la naissance', 'aujourd’hui', 'pas maintenant']) {
    const secret = seen({ 'jour-accouchement': '2026-03-01', parents: 'secret', reconnaissance })
    expect(secret.delivers.map(({ title }) => title)).toEqual(['Copie de l’acte de naissance'])
    const asked = secret.pieces.filter(({ status }) => status === 'required' || status === 'alternative')
    const shown = [secret.ifIncomplete, secret.handingOver, secret.delivers, secret.dueByPerson, asked]
    expect(JSON.stringify(shown)).not.toMatch(/livret|mère/i)
  }
  const named = seen({ 'jour-accouchement': '2026-03-01', parents: 'mariés' })
  expect(named.delivers.map(({ title }) => title)).toContain('Livret de famille, établi ou complété')
})

test('a mother who asked for secrecy: her identity is not asked either while the day of the birth is not known', () => {
  for (const reconnaissance of [undefined, 'avant la naissance', 'aujourd’hui']) {
    const secret = seen({ parents: 'secret', ...(reconnaissance && { reconnaissance }) })
    expect(withStatus(secret, 'required')).toEqual(['certificat-accouchement'])
    expect(secret.question?.questionId).toBe('jour-accouchement')
    const listed = secret.pieces.filter(
      ({ conditional, status }) => !conditional && status !== 'mayNotBeAsked',
    )
    expect(JSON.stringify(listed)).not.toMatch(/livret|mère|des parents/i)
    expect(secret.dueByAdministration.map(({ dueId }) => dueId)).toContain('secret')
  }
  expect(withStatus(seen({ parents: 'mariés' }), 'required')).toContain('identite-parents')
})

describe('what a birth gives', () => {
  const given = (answers: Readonly<Record<string, string>>) =>
    seen(answers).delivers.map(({ title }) => title)

  test('is nothing out of time: the birth is not registered without a judgment (C. civ. 55)', () => {
    expect(given({ 'jour-accouchement': '2026-02-20' })).toEqual([])
    expect(given({ 'jour-accouchement': '2026-02-20', parents: 'secret' })).toEqual([])
  })

  test('promises no family booklet while nothing tells whether the mother asked for secrecy', () => {
    for (const answers of [{}, { parents: 'secret' }, { 'jour-accouchement': '2026-03-01' }])
      expect(given(answers)).not.toContain('Livret de famille, établi ou complété')
    expect(given({ 'jour-accouchement': '2026-03-01' })).toEqual(['Copie de l’acte de naissance'])
  })
})
