import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { deadlineRules, isDeadlineName } from '../../../shared/domain/law/time/deadlines.ts'
import type { Answers } from '../../../shared/procedures/answers.ts'
import { type Assessment, assess } from '../../../shared/procedures/assess.ts'
import { trace } from '../../../shared/procedures/trace.ts'
import {
  type Known,
  anyAnswers,
  anyKnown,
  anyWhole,
  askedOf,
  byRule,
  everyProcedure,
  outcome,
  situation,
} from './procedureCases.ts'
import { reader } from './secondReader.ts'

const asked = fc.readConfigureGlobal().numRuns ?? 100
/** Cases in a property, for each procedure: more by night. */
const runs = Math.ceil(asked / (asked > 100 ? 8 : 20))

describe.each(everyProcedure)('$id', (tried) => {
  const { procedure, model, knowns, wholes } = tried
  const seen = (answers: Answers, known: Known): Assessment =>
    assess(procedure, situation(tried, answers, known))
  const checklist = (answers: Answers, known: Known) => seen(answers, known).pieces
  /** Whether the domain gives every day to which these rules compare. */
  const informed = (known: Known) =>
    model.injected.every((name) => byRule(tried, {}, known)[name] !== undefined)

  property.prop([anyAnswers(tried), anyKnown(tried)], { numRuns: 2 * runs })(
    'two readers of the same rules agree on every value and every missing answer',
    (answers, known) => {
      const given = byRule(tried, answers, known)
      const evaluation = model.evaluate(given)
      const read = reader(procedure.rules, given)
      for (const [name, rule] of Object.entries(procedure.rules)) {
        if (['procédure', 'groupe', 'injecté'].includes(rule._g.genre)) continue
        const second = read(name)
        expect([name, evaluation.value(name)]).toEqual([name, second.value])
        expect([name, evaluation.missing(name).toSorted()]).toEqual([name, [...second.missing].toSorted()])
      }
    },
  )

  /** Asks until nothing more matters, answering from full answers. */
  function interview(truth: Answers, known: Known) {
    let answers: Answers = {}
    const asked: string[] = []
    for (;;) {
      const { question } = seen(answers, known)
      if (question === null) return { asked, answers }
      asked.push(question.questionId)
      if (asked.length > model.questions.length) throw new Error(`still asking: ${asked.join(', ')}`)
      answers = { ...answers, [question.questionId]: truth[question.questionId] ?? '' }
    }
  }

  property.prop([anyWhole(tried), anyKnown(tried)], { numRuns: runs })(
    'questions come as a second reader would ask them, end, and settle every piece',
    (truth, known) => {
      const { asked, answers } = interview(truth, known)
      expect(asked).toEqual(askedOf(tried, truth, known))
      expect(new Set(asked).size).toBe(asked.length)
      expect(checklist(answers, known)).toEqual(checklist(truth, known))
      if (informed(known))
        expect(checklist(answers, known).filter(({ status }) => status === 'unknown')).toEqual([])
    },
  )

  property.prop([anyWhole(tried), anyKnown(tried)], { numRuns: Math.ceil(runs / 3) })(
    'no question is useless: two of its answers change a piece, what the header says, or a day to keep',
    (truth, known) => {
      let sofar: Answers = {}
      for (const id of askedOf(tried, truth, known)) {
        const before = sofar
        const others = [...new Set(wholes.map((whole) => whole[id] ?? ''))]
        const differs = (whole: Answers) =>
          new Set(others.map((value) => outcome(tried, { ...whole, ...before, [id]: value }, known))).size > 1
        const useful = wholes.some((whole) => differs(whole))
        expect([id, useful]).toEqual([id, true])
        sofar = { ...sofar, [id]: truth[id] ?? '' }
      }
    },
  )

  test('every delay is a rule of legal time, counted from a field that it knows', () => {
    for (const { id, règle } of procedure.header.délais) {
      if (règle === null) continue
      expect([id, règle.nom, isDeadlineName(règle.nom)]).toEqual([id, règle.nom, true])
      if (!isDeadlineName(règle.nom)) continue
      const { input, compute } = deadlineRules[règle.nom]
      const from = { [règle.entrée]: tried.date }
      expect([id, input.safeParse(from).success]).toEqual([id, true])
      expect(() => compute(from, { territory: 'metropole' })).not.toThrow()
    }
  })

  test('every question is asked in some situation', () => {
    const never = new Set(model.questions.map(({ data }) => data.id))
    // A long stride: neighbours in a list of all combinations differ by one answer only.
    for (let at = 0; at < wholes.length && never.size > 0; at += 1) {
      const whole = wholes[(at * 7_919) % wholes.length] ?? {}
      for (const known of knowns) for (const id of askedOf(tried, whole, known)) never.delete(id)
    }
    expect([...never]).toEqual([])
  })

  property.prop([anyAnswers(tried), anyKnown(tried)], { numRuns: runs })(
    'a question answered is not asked again, and what was kept is kept again',
    (answers, known) => {
      const once = seen(answers, known)
      expect(once.answered.map(({ questionId }) => questionId)).not.toContain(once.question?.questionId)
      expect(seen(once.answers, known)).toEqual(once)
    },
  )

  property.prop([anyAnswers(tried), fc.infiniteStream(fc.nat()), anyKnown(tried)], { numRuns: runs })(
    'answers lead to the same checklist in whatever order they are given',
    (answers, ranks, known) => {
      const order = Object.entries(answers)
        .map((entry) => [ranks.next().value ?? 0, entry] as const)
        .toSorted(([a], [b]) => a - b)
      let kept: Answers = {}
      for (const [, [id, value]] of order) kept = seen({ ...kept, [id]: value }, known).answers
      const atOnce = seen(answers, known)
      expect(kept).toEqual(atOnce.answers)
      expect(checklist(kept, known)).toEqual(atOnce.pieces)
    },
  )

  property.prop([anyAnswers(tried), anyAnswers(tried), anyKnown(tried)], { numRuns: runs })(
    'answers once forgotten never come back, whatever is answered next',
    (answers, later, known) => {
      const { answers: kept } = seen(answers, known)
      const forgotten = Object.keys(answers).filter((id) => !(id in kept))
      const added = Object.fromEntries(Object.entries(later).filter(([id]) => !(id in answers)))
      const withThem = seen({ ...answers, ...added }, known)
      expect(withThem).toEqual(seen({ ...kept, ...added }, known))
      for (const id of forgotten) expect(withThem.answers).not.toHaveProperty(id)
    },
  )

  property.prop([fc.dictionary(fc.string(), fc.string())], { numRuns: runs })(
    'answers that mean nothing are forgotten and break nothing',
    (junk) => {
      const strange = Object.fromEntries(
        Object.entries(junk).filter(([id]) => !model.questions.some(({ data }) => data.id === id)),
      )
      expect(seen(strange, {})).toEqual(seen({}, {}))
    },
  )

  property.prop([anyAnswers(tried), anyKnown(tried)], { numRuns: Math.ceil(runs / 2) })(
    'every piece has a reason and a source, and its reasoning begins with its name',
    (answers, known) => {
      for (const piece of checklist(answers, known)) {
        expect(piece.why).not.toBe('')
        expect(piece.sources.length).toBeGreaterThan(0)
        expect(piece.toConfirm).toBe(piece.sources.some(({ confidence }) => confidence === 'aConfirmer'))
        const lines = trace(procedure, situation(tried, answers, known), piece.pieceId)
        expect(lines[0]?.text.startsWith(piece.title)).toBe(true)
        if (piece.status === 'unknown') expect(lines).toHaveLength(1)
      }
    },
  )

  property.prop([anyAnswers(tried), anyKnown(tried)], { numRuns: runs })(
    'no answer makes an unlawful ask: neither a certified copy, nor a domicile where R113-8 does not let it be proved',
    (answers, known) => {
      const asked = checklist(answers, known).filter(
        ({ status }) => !['mayNotBeAsked', 'notRequired', 'unknown'].includes(status),
      )
      expect(asked.filter(({ title }) => /certifiée? conforme|légalisé/iu.test(title))).toEqual([])
      if (['interdite', 'sansObjet'].includes(procedure.header.domicile.preuve))
        expect(asked.filter(({ domicile }) => domicile)).toEqual([])
    },
  )
})
