import { describe, expect, test } from 'vitest'
import { LocalDate, PieceId } from '../../../shared/contract/ids.ts'
import type { Answers, TickedPiece } from '../../../shared/procedures/answers.ts'
import { type Assessment, assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { trace } from '../../../shared/procedures/trace.ts'
import { shippedProcedure, withStatus } from '../../fixtures/situations.ts'

const date = LocalDate.parse('2026-03-03')

const cni = shippedProcedure('cni')

const seen = (answers: Answers, pieces: readonly TickedPiece[] = []): Assessment =>
  assess(cni, { date, answers, pieces })
const presented = (...ids: readonly string[]): readonly TickedPiece[] =>
  ids.map((id) => ({ pieceId: PieceId.parse(id), state: 'presented' }))
const piece = (assessment: Assessment, id: string) => assessment.pieces.find(({ pieceId }) => pieceId === id)

describe('before any answer', () => {
  const start = seen({})

  test('the checklist stands: what everyone brings is required, what some cases need can be folded', () => {
    expect(withStatus(start, 'required')).toEqual(['photo', 'justificatif-domicile'])
    expect(withStatus(start, 'alternative')).toEqual(['pre-demande', 'formulaire'])
    expect(
      start.pieces.filter(({ status, conditional }) => status === 'unknown' && !conditional),
    ).toMatchObject([{ pieceId: 'ancienne-carte' }])
    expect(piece(start, 'timbre')).toMatchObject({
      status: 'unknown',
      conditional: true,
      why: 'Seulement si l’ancienne carte est perdue ou volée, sauf personne indigente',
    })
  })

  test('no price is assumed, and the case is said to be open', () => {
    expect(start.fee).toBeNull()
    expect(start.case).toBe('')
  })

  test('the first question has its keys in order and its text', () => {
    expect(start.question).toMatchObject({
      questionId: 'personne',
      kind: 'choice',
      options: [{ value: 'majeure' }, { value: 'mineure' }, { value: 'en tutelle' }],
    })
    expect(start.question?.sources.length).toBeGreaterThan(0)
  })
})

describe('what a lost or stolen card costs', () => {
  test.each([
    ['perdue', 'entier', 2500, 'required'],
    ['volée', 'entier', 2500, 'required'],
    ['perdue', 'gratuit', 0, 'notRequired'],
    ['volée', 'Guyane', 1250, 'required'],
  ])('%s, %s: %i cents', (card, tarif, cents, status) => {
    const lost = seen({ 'ancienne-carte': card, tarif })
    expect(lost.fee).toMatchObject({ cents, toConfirm: false })
    expect(piece(lost, 'timbre')).toMatchObject({ status, toConfirm: false })
  })

  test('is not known before the tariff is, and a card that is shown has none', () => {
    expect(seen({ 'ancienne-carte': 'perdue' }).fee).toBeNull()
    const shown = seen({ 'ancienne-carte': 'présentée', tarif: 'Guyane' })
    expect(shown.fee?.cents).toBe(0)
    expect(piece(shown, 'timbre')).toBeUndefined()
  })

  test('the half of Guyane is offered there alone', () => {
    const offered = (place: 'metropole' | 'guyane') => {
      const answers: Record<string, string> = { 'ancienne-carte': 'perdue' }
      for (;;) {
        const { question } = assess(cni, { date, answers, pieces: [], place })
        if (question === null) return []
        if (question.questionId === 'tarif') return question.options.map(({ value }) => value)
        answers[question.questionId] = question.options[0]?.value ?? ''
      }
    }
    expect(offered('metropole')).toEqual(['entier', 'gratuit'])
    expect(offered('guyane')).toEqual(['entier', 'gratuit', 'Guyane'])
  })
})

describe('ticks', () => {
  test('presenting the former card says that it is neither lost nor stolen, without a question', () => {
    const ticked = seen({}, presented('ancienne-carte'))
    expect(ticked.case).toBe('renouvellement, ancienne carte présentée')
    expect(ticked.answered).toMatchObject([{ questionId: 'ancienne-carte', from: 'piece' }])
    expect(ticked.answers).toEqual({})
    expect(piece(ticked, 'timbre')).toBeUndefined()
  })

  test('an answer given by a person goes before what a tick says', () => {
    const lost = seen({ 'ancienne-carte': 'perdue' }, presented('ancienne-carte'))
    expect(lost.case).toBe('renouvellement, carte perdue')
  })

  test('of the online form and the paper one, the one presented makes the other leave the list', () => {
    const ticked = seen({}, presented('formulaire'))
    expect(piece(ticked, 'formulaire')?.status).toBe('required')
    expect(piece(ticked, 'pre-demande')).toBeUndefined()
  })

  test.each([
    ['2026-03-03', 'valide'],
    ['2026-03-02', 'moins de 5 ans'],
    ['2021-03-04', 'moins de 5 ans'],
    ['2021-03-03', 'aucun'],
  ])('a passport seen, valid until %s, answers « %s » by itself', (validUntil, answer) => {
    const lost = { date, answers: { 'ancienne-carte': 'perdue' }, pieces: [] }
    const identity = { kind: 'passport', validUntil: LocalDate.parse(validUntil) }
    const { answered } = assess(cni, { ...lost, identity })
    expect(answered.find(({ questionId }) => questionId === 'passeport')).toMatchObject({
      value: answer,
      from: 'piece',
    })
  })

  test('another title, or one whose end was not read, says nothing of the passport', () => {
    for (const identity of [{ kind: 'passport' }, null])
      expect(assess(cni, { date, answers: {}, pieces: [], identity })).toEqual(seen({}))
    const card = { kind: 'cni', validUntil: date }
    expect(assess(cni, { date, answers: {}, pieces: [], identity: card }).answered).toMatchObject([
      { questionId: 'validite-carte', value: 'oui' },
    ])
  })

  test('a missing piece says nothing of the case', () => {
    const missing = seen({}, [{ pieceId: PieceId.parse('ancienne-carte'), state: 'missing' }])
    expect(missing).toEqual(seen({}))
  })
})

describe('the law behind', () => {
  test('the five years are worked out from the day of filing, so that nobody counts', () => {
    const { question } = seen({ personne: 'majeure', 'ancienne-carte': 'perdue' })
    expect(question?.note).toBe('Expiré depuis moins de 5 ans : fin de validité après le 03/03/2021.')
  })

  test('a card of 2004-2013 given to an adult is good for five years more than it says, as the official sheet does', () => {
    const { question } = seen({ personne: 'majeure', 'ancienne-carte': 'présentée' })
    expect(question?.note).toBe(
      'Fin de validité après le 03/03/2021. Une carte délivrée à un majeur de 2004 à 2013 vaut cinq ans de plus que sa date.',
    )
    expect(question?.sources.map(({ label }) => label)).toContain('fiche F35005')
    expect(question?.toConfirm).toBe(false)
  })

  test('the passport dispenses by the decree, as the minister told the Senate', () => {
    const act = piece(seen({ 'ancienne-carte': 'perdue', passeport: 'valide' }), 'acte-naissance')
    expect(act?.why).toBe('Passeport valide, ou expiré depuis moins de 5 ans')
    expect(act?.sources.map(({ sourceId }) => sourceId)).toEqual(['decrets-titres-dispense', 'crpa-r113-9'])
    expect(act?.toConfirm).toBe(false)
  })

  test('a supplier’s confirmation rests on verified articles', () => {
    const proof = piece(seen({ logement: 'fournisseur' }), 'justificatif-domicile')
    expect(proof).toMatchObject({ status: 'notRequired', toConfirm: false })
  })

  test('one year for the proof of domicile rests on the official sheet, that part alone', () => {
    const sources = piece(seen({}), 'justificatif-domicile')?.sources ?? []
    expect(sources.filter(({ label }) => label.startsWith('fiche'))).toMatchObject([
      { about: 'durée d’un an', label: 'fiche F14807', confidence: 'verifie' },
    ])
  })

  test('both sides have their duties: collect within three months, by a decree still to be read as amended; receive even if incomplete', () => {
    const { dueByPerson, dueByAdministration } = seen({})
    expect(dueByPerson.map(({ dueId }) => dueId)).toEqual(['presence', 'retrait'])
    expect(dueByPerson[1]).toMatchObject({ detail: 'Sinon détruite', toConfirm: true })
    expect(dueByPerson[1]?.sources.map(({ label }) => label)).toEqual(['décret 55-1397, art. 5'])
    expect(dueByAdministration.map(({ dueId }) => dueId)).toEqual(expect.arrayContaining(['reception']))
    expect(seen({}).ifLate[0]?.title).toBe('Ancien titre invalidé après un changement de nom ou de prénom')
    expect(seen({}).delivers[0]?.worth).toContain('nom d’usage si la personne le demande')
    expect(seen({ personne: 'mineure' }).dueByPerson.map(({ dueId }) => dueId)).toContain(
      'representant-present',
    )
  })

  test('an adult under guardianship may come alone, with an attestation that the guardian knows', () => {
    const { dueByPerson } = seen({ personne: 'en tutelle' })
    expect(dueByPerson.find(({ dueId }) => dueId === 'tuteur-present')).toMatchObject({
      title: 'Venir avec le tuteur, ou avec son attestation',
      sources: [{ label: 'fiche F12883', confidence: 'verifie' }],
    })
  })

  test.each(['cni', 'passeport'])(
    'parental authority is shown by the act or by a decision, never by the family record book (%s)',
    (procedureId) => {
      const minor = procedureId === 'cni' ? 'mineure' : 'moins de 15 ans'
      const { pieces, whoMayAct } = assess(shippedProcedure(procedureId), {
        date,
        answers: { personne: minor },
        pieces: [],
      })
      const proof = pieces.find(({ pieceId }) => pieceId === 'preuve-autorite')
      expect(proof?.detail).toContain('Ni livret de famille, ni accord de l’autre parent')
      expect(proof?.sources.some(({ label }) => /décret .*, art\. (4-4|8)$/.test(label))).toBe(true)
      expect(JSON.stringify(whoMayAct)).not.toContain('Livret')
    },
  )

  test.each(['cni', 'passeport'])('the words of %s say who receives and who decides', (procedureId) => {
    const said = JSON.stringify(shippedProcedure(procedureId).rules)
    expect(said).toContain('reçoit le dossier, le préfet décide')
    expect(said).not.toContain('recueille')
  })

  test('the town hall collects, the prefect decides; two months of silence are a refusal, to confirm', () => {
    const { decides, silence, acknowledgement } = seen({})
    expect(decides).toMatchObject({ title: { fr: 'le préfet' }, toConfirm: false })
    expect(silence).toMatchObject({
      sense: 'rejet',
      delay: { count: 2, unit: 'months' },
      who: 'le préfet',
      toConfirm: true,
    })
    expect(acknowledgement.due).toBe(false)
  })

  test.each([
    ['le sien', 'justificatif-domicile'],
    ['hébergée', 'justificatif-hebergeant'],
    ['aucun', 'election-domicile'],
  ])('everyone proves a domicile: « %s » by « %s »', (logement, id) => {
    for (const personne of ['majeure', 'mineure', 'en tutelle'])
      expect(withStatus(seen({ personne, logement }), 'required')).toContain(id)
  })

  test('an exchange with suppliers spares the holder of the contract, never the host’s proof', () => {
    const held = (logement: string) => {
      const told = assess(cni, { date, answers: { logement }, pieces: [], exchanges: ['justif-adresse'] })
      return withStatus(told, 'heldByAdministration')
    }
    expect(held('le sien')).toEqual(['justificatif-domicile'])
    expect(held('hébergée')).toEqual([])
  })

  test('an old card that is still good can be changed for the new format, without another reason', () => {
    const ids = (answers: Answers) => seen(answers).dueByAdministration.map(({ dueId }) => dueId)
    expect(ids({ personne: 'majeure', 'ancienne-carte': 'présentée' })).toContain('nouveau-format')
    expect(ids({ personne: 'mineure', 'ancienne-carte': 'présentée' })).not.toContain('nouveau-format')
    expect(ids({ personne: 'majeure', 'ancienne-carte': 'perdue' })).not.toContain('nouveau-format')
  })

  test('tax notices « not accepted » is an instruction: the text that it goes against is beside', () => {
    expect(piece(seen({}), 'justificatif-domicile')?.consignes).toMatchObject([{ against: ['CRPA R113-8'] }])
  })

  test('the act is of less than three months, by the decree itself (R113-7 allows it), not yet read: to confirm', () => {
    const act = piece(
      seen({ 'ancienne-carte': 'aucune', passeport: 'aucun', comedec: 'non' }),
      'acte-naissance',
    )
    expect(act).toMatchObject({
      title: 'Acte de naissance, moins de 3 mois',
      status: 'required',
      toConfirm: true,
      consignes: [],
    })
    expect(act?.sources.filter(({ about }) => about === 'trois mois').map(({ label }) => label)).toEqual([
      'décret 55-1397, art. 4',
      'fiche F10449',
    ])
  })

  test.each(['un extrait de naissance', 'une copie intégrale de son acte', 'une fiche d’état civil'])(
    '« %s » is caught where the commune of birth sends the act',
    (label) => {
      const { pieces } = seen({ 'ancienne-carte': 'aucune', passeport: 'aucun', comedec: 'oui' })
      expect(unlawfulIn(cni, pieces, label)?.title).toBe('Acte de naissance, moins de 3 mois')
    },
  )

  test('the reasoning goes from the conclusion to the answers', () => {
    const lines = trace(
      cni,
      { date, answers: { 'ancienne-carte': 'perdue', passeport: 'moins de 5 ans' }, pieces: [] },
      PieceId.parse('acte-naissance'),
    )
    expect(lines.map(({ depth, text }) => `${'  '.repeat(depth)}${text}`)).toEqual([
      'Acte de naissance, moins de 3 mois : non exigible',
      '  Un titre dispense de l’acte de naissance',
      '    Passeport valide, ou expiré depuis moins de 5 ans',
      '      Passeport : Expiré depuis moins de 5 ans',
    ])
  })

  test('there is no reasoning to show before the piece is settled', () => {
    const lines = trace(cni, { date, answers: { personne: 'majeure' }, pieces: [] }, PieceId.parse('timbre'))
    expect(lines).toHaveLength(1)
    expect(lines[0]?.text).toBe('Timbre fiscal : pas encore établi, dépend de « Ancienne carte », « Tarif »')
  })

  test('past the review date, the checklist says so', () => {
    const late = assess(cni, { date: LocalDate.parse('2027-07-01'), answers: {}, pieces: [] })
    expect([seen({}).reviewOverdue, late.reviewOverdue]).toEqual([false, true])
  })
})
