import { fc } from '@fast-check/vitest'
import { LocalDate } from '../../../shared/contract/ids.ts'
import { deadlineRules, earliestStillInTime } from '../../../shared/domain/law/time/deadlines.ts'
import type { Answers, Situation } from '../../../shared/procedures/answers.ts'
import { type Procedure, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { domainDates, frenchDate, injectedDate } from '../../../shared/procedures/engine.ts'
import { type Model, type NamedRule, modelOf } from '../../../shared/procedures/model.ts'
import { reader } from './secondReader.ts'

// Situations of any procedure of the catalogue: nothing here knows one of them by name.

/** What the domain knows on the day of filing; `{}` when it knows nothing. */
export type Known = NonNullable<Situation['dates']>

export type Tried = {
  readonly id: string
  readonly procedure: Procedure
  readonly model: Model
  readonly date: LocalDate
  /** With nothing known of the domain, then with every kind of day that it may give. */
  readonly knowns: readonly Known[]
  /** Full answers: all of them where they are few, else as many of all kinds. */
  readonly wholes: readonly Answers[]
}

const usualDay = LocalDate.parse('2026-03-03')

/** Ballots for which that day comes before the ordinary closing, between the two closings, and after both. */
const ballots = ['2026-06-28', '2026-03-29', '2026-03-08'].map((day) => LocalDate.parse(day))

function domainKnows(date: LocalDate, ballot: LocalDate): Known {
  const { mairie, L30 } = deadlineRules.electoral.compute(
    { scrutin: ballot },
    { territory: 'metropole' },
  ) as {
    mairie: LocalDate
    L30: LocalDate
  }
  const oldest = earliestStillInTime('naissance', date, 'metropole')
  return {
    ...(oldest && { 'plus ancienne naissance déclarable': oldest }),
    'prochain scrutin': ballot,
    'clôture ordinaire des listes': mairie,
    'clôture des listes pour les cas de L30': L30,
  }
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The answers that a question may have; of dates, those around every day to which the rules compare. */
function valuesOf(
  { data }: NamedRule<'question'>,
  model: Model,
  date: LocalDate,
  known: Known,
): readonly string[] {
  if (data.options.length > 0) return data.options.map(({ valeur }) => valeur)
  const around = [date, ...model.injected.flatMap((name) => injectedDate(name, date, known) ?? [])]
  return [...new Set(around.flatMap((day) => [-1, 0, 1].map((days) => dayAfter(day, days))))].toSorted()
}

/** Above this, full answers are drawn rather than listed. */
const most = 1_200

/** Every combination where they are few; else drawn with a fixed seed, so that a test finds the same each time. */
function combine(
  questions: readonly (readonly [id: string, values: readonly string[]])[],
): readonly Answers[] {
  const count = questions.reduce((product, [, values]) => product * values.length, 1)
  if (count <= most)
    return questions.reduce<readonly Answers[]>(
      (sofar, [id, values]) =>
        sofar.flatMap((answers) => values.map((value) => ({ ...answers, [id]: value }))),
      [{}],
    )
  const answers = fc.record(
    Object.fromEntries(questions.map(([id, values]) => [id, fc.constantFrom(...values)])),
  )
  return fc.sample(answers, { numRuns: most, seed: 4 })
}

const shipped = shippedCatalogue().procedures.map((procedure): Tried => {
  const model = modelOf(procedure)
  const date = procedure.validFrom > usualDay ? procedure.validFrom : usualDay
  const full = domainKnows(date, ballots[0] ?? date)
  const knowns: readonly Known[] = model.injected.some((name) => domainDates.some((known) => known === name))
    ? [{}, ...ballots.map((ballot) => domainKnows(date, ballot))]
    : [full]
  return {
    id: `${procedure.procedureId} ${procedure.version}`,
    procedure,
    model,
    date,
    knowns,
    wholes: combine(
      model.questions.map((question) => [question.data.id, valuesOf(question, model, date, full)] as const),
    ),
  }
})

/** Every version of every procedure shipped. */
export const everyProcedure: readonly Tried[] = shipped

/** Any answers: none, some or all, also to questions that nobody would ask. */
export const anyAnswers = ({ wholes }: Tried): fc.Arbitrary<Answers> =>
  fc
    .tuple(fc.constantFrom(...wholes), fc.func(fc.boolean()))
    .map(([whole, keep]) => Object.fromEntries(Object.entries(whole).filter(([id]) => keep(id))))

export const anyWhole = ({ wholes }: Tried): fc.Arbitrary<Answers> => fc.constantFrom(...wholes)
export const anyKnown = ({ knowns }: Tried): fc.Arbitrary<Known> => fc.constantFrom(...knowns)

export const situation = ({ date }: Tried, answers: Answers, dates: Known): Situation => ({
  date,
  answers,
  pieces: [],
  dates,
})

/** Answers and injected days by full rule name, as publicodes and the second reader take them. */
export function byRule({ model, date }: Tried, answers: Answers, known: Known): Record<string, string> {
  const given: Record<string, string> = {}
  for (const name of model.injected) {
    const day = injectedDate(name, date, known)
    if (day !== null) given[name] = frenchDate(day)
  }
  for (const { name, rule, data } of model.questions) {
    const value = answers[data.id]
    if (value === undefined) continue
    given[name] =
      rule['une possibilité'] !== undefined
        ? `'${value}'`
        : data.options.length === 0
          ? frenchDate(value)
          : value
  }
  return given
}

/** What may be shown of a procedure: first its pieces and what the header changes for, then the days to keep. */
const shown = ({ model }: Tried): readonly (readonly string[])[] => [
  [...model.pieces.map(({ name }) => name), ...model.cases.map(({ ground }) => ground)],
  model.dated.map(({ name }) => name),
]

/** What all that comes to, by the second reader: quick enough to try thousands. */
export function outcome(tried: Tried, answers: Answers, known: Known): string {
  const read = reader(tried.procedure.rules, byRule(tried, answers, known))
  return JSON.stringify(shown(tried).flatMap((names) => names.map((name) => read(name).value ?? null)))
}

/** The questions that come, by the second reader alone, when they are answered from full answers. */
export function askedOf(tried: Tried, truth: Answers, known: Known): readonly string[] {
  const { model, procedure } = tried
  const asked: string[] = []
  let answers: Answers = {}
  for (;;) {
    const read = reader(procedure.rules, byRule(tried, answers, known))
    const next = shown(tried)
      .map((names) => {
        const missing = new Set(names.flatMap((name) => [...read(name).missing]))
        return model.questions.find(({ name }) => missing.has(name))
      })
      .find((question) => question !== undefined)
    if (next === undefined || asked.length > model.questions.length) return asked
    asked.push(next.data.id)
    answers = { ...answers, [next.data.id]: truth[next.data.id] ?? '' }
  }
}
