import Engine from 'publicodes'
import { LocalDate } from '../../shared/contract/ids.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { assessSheet } from '../../shared/domain/law/checklist.ts'
import { blankSheet } from '../../shared/domain/queue/sheet.ts'
import type { Answers } from '../../shared/procedures/answers.ts'
import { assess } from '../../shared/procedures/assess.ts'
import {
  allProcedures,
  compiledSet,
  proceduresOf,
  shippedCatalogue,
} from '../../shared/procedures/catalogue.ts'
import { engineOptions, evaluator, publicodesRules } from '../../shared/procedures/engine.ts'
import { alone, microseconds, milliseconds, type Part, type Row } from './measure.ts'

const date = LocalDate.parse('2026-03-03')

/** Answers that lead to the end of the questions: the first option each time, `date` for a day. */
function interview(procedure: Parameters<typeof assess>[0]): Answers {
  let answers: Answers = {}
  for (;;) {
    const { question } = assess(procedure, { date, answers, pieces: [] })
    if (question === null) return answers
    answers = { ...answers, [question.questionId]: question.options[0]?.value ?? date }
  }
}

/** The rules of every procedure: made ready, and asked again at each answer. The bare alternative is publicodes alone. */
export const procedures: Part = {
  name: 'procedures',
  title: 'Les règles de toutes les démarches',
  run: ({ quick }) => {
    const samples = quick ? 3 : 20
    const all = allProcedures(shippedCatalogue(), date)
    const ms = (work: () => unknown, batch: number) => milliseconds(microseconds(work, batch, samples))
    const rows: Row[] = [
      alone(
        `les règles de ${all.length} démarches lues et indexées (du JSON livré)`,
        'ms',
        ms(() => proceduresOf(compiledSet()), 1),
      ),
      alone(
        `${all.length} moteurs faits et interrogés une fois`,
        'ms',
        ms(() => all.forEach(({ rules }) => evaluator(rules)({}).value(Object.keys(rules)[0]!)), 1),
      ),
      alone(
        'publicodes seul : les mêmes règles analysées',
        'ms',
        ms(() => all.forEach(({ rules }) => new Engine(publicodesRules(rules), engineOptions)), 1),
      ),
    ]
    const ready = all.map((procedure) => ({ procedure, answers: interview(procedure) }))
    const step = ms(
      () => ready.forEach(({ procedure, answers }) => assess(procedure, { date, answers, pieces: [] })),
      1,
    )
    rows.push(
      alone(`la liste et la question refaites, toutes réponses données, ${all.length} démarches`, 'ms', step),
    )
    const slowest = ready
      .map(({ procedure, answers }) => ({
        procedure,
        time: ms(() => assess(procedure, { date, answers, pieces: [] }), 5),
      }))
      .toSorted((a, b) => b.time.p50 - a.time.p50)[0]!
    rows.push(
      alone(`la plus lente (${slowest.procedure.procedureId}) : après une réponse`, 'ms', slowest.time, {
        most: 5,
      }),
    )
    const { procedureId } = slowest.procedure
    const sheet: Sheet = {
      ...blankSheet({ procedureId, visit: null }),
      answers: ready.find(({ procedure }) => procedure === slowest.procedure)!.answers,
    }
    const rules = {
      catalogue: shippedCatalogue(),
      date,
      territory: 'metropole',
      exchanges: [],
      regulations: [],
      dates: {},
    } as const
    rows.push(
      alone(
        'la même, avec ses dates et ses textes, comme la page la reçoit',
        'ms',
        ms(() => assessSheet(rules, sheet), 5),
        { most: 5 },
      ),
    )
    return Promise.resolve(rows)
  },
}
