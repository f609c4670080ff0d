import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { LocalDate, ProcedureId } from '../../shared/contract/ids.ts'
import { type Answers } from '../../shared/procedures/answers.ts'
import { type AssessedPiece, assess } from '../../shared/procedures/assess.ts'
import { type Procedure, procedureOn } from '../../shared/procedures/catalogue.ts'
import { modelOf } from '../../shared/procedures/model.ts'
import { trace } from '../../shared/procedures/trace.ts'
import { read } from './secondReader.ts'

/** Cases in a property: more by night. */
const runs = fc.readConfigureGlobal().numRuns ?? 100
const date = LocalDate.parse('2026-03-03')
const cni = found(procedureOn(ProcedureId.parse('cni'), date))
const model = modelOf(cni)
const { questions } = model

function found(procedure: Procedure | undefined): Procedure {
  if (procedure === undefined) throw new Error('procedure not found')
  return procedure
}

/** Any answers: none, some or all, also to questions that nobody would ask. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    Object.fromEntries(
      questions.map(({ data }) => [data.id, fc.constantFrom(...data.options.map(({ valeur }) => valeur))]),
    ),
    { requiredKeys: [] },
  )
  .map((answers) =>
    Object.fromEntries(
      Object.entries(answers).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
    ),
  )

/** Every full situation: 1,536 of them. */
const full: readonly Answers[] = questions.reduce<readonly Answers[]>(
  (sofar, { data }) =>
    sofar.flatMap((answers) => data.options.map(({ valeur }) => ({ ...answers, [data.id]: valeur }))),
  [{}],
)
const anyFull = fc.constantFrom(...full)

/** Answers by full rule name, as publicodes and the second reader take them. */
const byRule = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ name, rule, data }) => {
      const value = answers[data.id]
      if (value === undefined) return []
      return [[name, rule['une possibilité'] === undefined ? value : `'${value}'`]]
    }),
  )

const checklist = (answers: Answers): readonly AssessedPiece[] =>
  assess(cni, { date, answers, pieces: [] }).pieces

/** What the pieces come to, by the second reader: quick enough to try every completion. */
const outcome = (answers: Answers): string =>
  JSON.stringify(model.pieces.map(({ name }) => read(cni.rules, byRule(answers), name).value ?? null))

describe('two readers of the same rules agree', () => {
  test.prop([anyAnswers], { numRuns: 4 * runs })('on every value and every missing answer', (answers) => {
    const evaluation = model.evaluate({ ...byRule(answers), 'il y a 5 ans': '03/03/2021' })
    for (const [name, rule] of Object.entries(cni.rules)) {
      if (['procédure', 'groupe', 'injecté'].includes(rule._g.genre)) continue
      const second = read(cni.rules, byRule(answers), name)
      expect([name, evaluation.value(name)]).toEqual([name, second.value])
      expect([name, evaluation.missing(name).toSorted()]).toEqual([name, [...second.missing].toSorted()])
    }
  })
})

/** Asks until nothing more matters, answering from a full situation. */
function interview(truth: Answers): { readonly asked: readonly string[]; readonly answers: Answers } {
  let answers: Answers = {}
  const asked: string[] = []
  for (;;) {
    const { question } = assess(cni, { date, answers, pieces: [] })
    if (question === null) return { asked, answers }
    asked.push(question.questionId)
    if (asked.length > questions.length) throw new Error(`still asking: ${asked.join(', ')}`)
    answers = { ...answers, [question.questionId]: truth[question.questionId] ?? '' }
  }
}

describe('questions', () => {
  const outcomes = new Map(full.map((answers) => [JSON.stringify(answers), outcome(answers)]))
  const agrees = (some: Answers) => (whole: Answers) =>
    Object.entries(some).every(([id, value]) => whole[id] === value)

  test.prop([anyFull])('end, are asked once each, and settle every piece', (truth) => {
    const { asked, answers } = interview(truth)
    expect(new Set(asked).size).toBe(asked.length)
    expect(checklist(answers).every(({ status }) => status !== 'unknown')).toBe(true)
    expect(checklist(answers)).toEqual(checklist(truth))
  })

  test.prop([anyFull], { numRuns: Math.ceil(runs / 3) })(
    'are never useless: two of their answers lead to other pieces',
    (truth) => {
      const { asked } = interview(truth)
      let sofar: Answers = {}
      for (const id of asked) {
        const open = full.filter(agrees(sofar))
        const useful = open.some((whole) => {
          const here = outcomes.get(JSON.stringify(whole))
          const options = questions.find(({ data }) => data.id === id)?.data.options ?? []
          return options.some(
            ({ valeur }) => outcomes.get(JSON.stringify({ ...whole, [id]: valeur })) !== here,
          )
        })
        expect([id, useful]).toEqual([id, true])
        sofar = { ...sofar, [id]: truth[id] ?? '' }
      }
    },
  )

  test.prop([anyAnswers])('are not asked again once answered', (answers) => {
    const { question, answered } = assess(cni, { date, answers, pieces: [] })
    expect(answered.map(({ questionId }) => questionId)).not.toContain(question?.questionId)
  })
})

describe('answers', () => {
  test.prop([anyAnswers, fc.array(fc.nat(), { minLength: 8, maxLength: 8 })])(
    'lead to the same checklist in whatever order they are given',
    (answers, ranks) => {
      const order = Object.entries(answers)
        .map((entry, at) => [ranks[at] ?? 0, entry] as const)
        .toSorted(([a], [b]) => a - b)
      let kept: Answers = {}
      for (const [, [id, value]] of order)
        kept = assess(cni, { date, answers: { ...kept, [id]: value }, pieces: [] }).answers
      const atOnce = assess(cni, { date, answers, pieces: [] })
      expect(kept).toEqual(atOnce.answers)
      expect(checklist(kept)).toEqual(atOnce.pieces)
    },
  )

  test.prop([anyAnswers, anyAnswers])(
    'once forgotten never come back, whatever is answered next',
    (answers, later) => {
      const { answers: kept } = assess(cni, { date, answers, pieces: [] })
      const forgotten = Object.keys(answers).filter((id) => !(id in kept))
      const added = Object.fromEntries(Object.entries(later).filter(([id]) => !(id in answers)))
      const withThem = assess(cni, { date, answers: { ...answers, ...added }, pieces: [] })
      const without = assess(cni, { date, answers: { ...kept, ...added }, pieces: [] })
      expect(withThem).toEqual(without)
      for (const id of forgotten) expect(withThem.answers).not.toHaveProperty(id)
    },
  )

  test.prop([anyAnswers])('that were kept are all kept again', (answers) => {
    const once = assess(cni, { date, answers, pieces: [] })
    expect(assess(cni, { date, answers: once.answers, pieces: [] })).toEqual(once)
  })

  test.prop([fc.dictionary(fc.string(), fc.string())])(
    'that mean nothing are forgotten and break nothing',
    (junk) => {
      expect(assess(cni, { date, answers: junk, pieces: [] })).toEqual(
        assess(cni, { date, answers: {}, pieces: [] }),
      )
    },
  )
})

describe('whatever the situation', () => {
  test.prop([anyAnswers])(
    'everyone proves a domicile: by paper, by election, or through a supplier',
    (answers) => {
      const status = new Map<string, string>(checklist(answers).map((piece) => [piece.pieceId, piece.status]))
      const proved =
        status.get('justificatif-domicile') === 'required' ||
        status.get('election-domicile') === 'required' ||
        answers['logement'] === 'fournisseur'
      expect(proved).toBe(true)
    },
  )

  test.prop([anyAnswers])('a certified copy may not be asked', (answers) => {
    const copy = checklist(answers).find(({ pieceId }) => pieceId === 'copie-certifiee-conforme')
    expect(copy?.status).toBe('mayNotBeAsked')
  })

  test.prop([anyAnswers])(
    'R113-5 dispenses from nothing here: R113-9 excludes it for this card',
    (answers) => {
      const cited = checklist(answers).flatMap(({ sources }) => sources.map(({ sourceId }) => sourceId))
      expect(cited).not.toContain('crpa-r113-5')
    },
  )

  test.prop([anyAnswers])(
    'every piece has a reason and a source, and its reasoning ends in answers',
    (answers) => {
      for (const piece of checklist(answers)) {
        expect(piece.why).not.toBe('')
        expect(piece.sources.length).toBeGreaterThan(0)
        expect(piece.toConfirm).toBe(piece.sources.some(({ confidence }) => confidence === 'aConfirmer'))
        const lines = trace(cni, { date, answers, pieces: [] }, piece.pieceId)
        expect(lines[0]?.text.startsWith(piece.title)).toBe(true)
        if (piece.status === 'unknown') expect(lines).toHaveLength(1)
      }
    },
  )

  test.prop([anyFull])('the stamp, the price and the declaration go together', (answers) => {
    const { pieces, fee } = assess(cni, { date, answers, pieces: [] })
    const ids = new Set<string>(pieces.map(({ pieceId }) => pieceId))
    const declared = ids.has('declaration-perte') || ids.has('declaration-vol')
    expect(ids.has('timbre')).toBe(declared)
    expect(fee?.cents).toBe(declared ? 2500 : 0)
  })
})
