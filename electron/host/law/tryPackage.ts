import { setImmediate } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Answers } from '../../../shared/procedures/answers.ts'
import { assess, questionAsked } from '../../../shared/procedures/assess.ts'
import type { Catalogue, Procedure } from '../../../shared/procedures/catalogue.ts'
import { packagedProcedures } from '../../../shared/procedures/installed.ts'
import { injectedDate } from '../../../shared/procedures/engine.ts'
import { modelOf } from '../../../shared/procedures/model.ts'
import type { RulePackage } from '../../../shared/procedures/package.ts'
import { type Change, changesBetween, sentencesOf } from '../../../shared/procedures/sentences.ts'

/** Situations tried of one procedure, at most: with more, some are drawn. */
const most = { all: 400, drawn: 200 } as const

const statusWords = {
  required: 'exigée',
  alternative: 'au choix',
  notRequired: 'non exigible',
  heldByAdministration: 'détenue par une administration',
  mayNotBeAsked: 'ne peut être demandée',
  unknown: 'selon les réponses',
  absent: 'absente de la liste',
} as const

type Situations = {
  readonly answers: readonly Answers[]
  /** There were too many for each to be tried. */
  readonly drawn: boolean
}

/**
 * Situations of a procedure: every combination of answers that its own questions lead to. Where there are more than can
 * be tried, some are drawn, so that the answers to the first questions don't hide the others; the same each time. By
 * steps, between which the host serves its counters: the longest procedures take seconds.
 */
async function situationsOf(procedure: Procedure, date: LocalDate): Promise<Situations> {
  const next = nextOf(procedure, date)
  // The first questions before the others: what is open leads each to one situation at least, so that too many are known
  // as such before they are reached, and those to draw begin by what was asked here.
  const open: Answers[] = [{}]
  let ends = 0
  // It grows as it is gone through.
  for (const [at, answers] of open.entries()) {
    if (ends + open.length - at > most.all) return { answers: await drawnFrom(next), drawn: true }
    const after = await next(answers)
    if (after.length === 0) ends++
    open.push(...after)
  }
  return { answers: await endsFrom({}, next), drawn: false }
}

/** The answers given, each with one more; nothing where no question is left. */
type Next = (answers: Answers) => Promise<readonly Answers[]>

/** What follows some answers, asked of the procedure once. */
function nextOf(procedure: Procedure, date: LocalDate): Next {
  const { questions, injected } = modelOf(procedure)
  const days = new Set(questions.flatMap(({ data }) => (data.options.length === 0 ? [data.id] : [])))
  const daysTried = [...new Set([date, longAgo, ...injected.flatMap((name) => around(name, date))])]
  const asked = (answers: Answers): readonly Answers[] => {
    const question = questionAsked(procedure, { date, answers, pieces: [] })
    if (question === null) return []
    const values = days.has(question.questionId) ? daysTried : question.options.map(({ value }) => value)
    return values.map((value) => ({ ...answers, [question.questionId]: value }))
  }
  const known = new Map<string, readonly Answers[]>()
  return async (answers) => {
    const key = JSON.stringify(answers)
    const there = known.get(key)
    if (there) return there
    await setImmediate()
    const after = asked(answers)
    known.set(key, after)
    return after
  }
}

/** The situations that some answers lead to, in the order of the questions and of their answers. */
async function endsFrom(answers: Answers, next: Next): Promise<readonly Answers[]> {
  const after = await next(answers)
  if (after.length === 0) return [answers]
  const ends: Answers[] = []
  for (const each of after) ends.push(...(await endsFrom(each, next)))
  return ends
}

/** A day far enough for any period to be over. */
const longAgo = '1990-01-01'

/** The day to which rules compare (« il y a 16 ans ») and its eve, one on each side; none for one that the host has not. */
function around(name: string, date: LocalDate): readonly string[] {
  const day = injectedDate(name, date)
  return day === null ? [] : [day, Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()]
}

/** Situations drawn: at each question, any of its answers is as likely as the others. */
async function drawnFrom(next: Next): Promise<readonly Answers[]> {
  const draw = drawer()
  const found = new Map<string, Answers>()
  for (let tries = 0; found.size < most.drawn && tries < most.drawn * 2; tries++) {
    let answers: Answers = {}
    for (;;) {
      const ways = await next(answers)
      const way = ways[draw(ways.length)]
      if (way === undefined) {
        found.set(JSON.stringify(answers), answers)
        break
      }
      answers = way
    }
  }
  return [...found.values()]
}

/** Numbers from 0 to `under`, the same at each run (Park and Miller 1988). */
function drawer(): (under: number) => number {
  let state = 20_260_303
  return (under) => {
    state = (state * 48_271) % 2_147_483_647
    return state % Math.max(1, under)
  }
}

const statuses = (procedure: Procedure, date: LocalDate, answers: Answers) =>
  new Map(
    assess(procedure, { date, answers, pieces: [] }).pieces.map(({ pieceId, title, status }) => [
      pieceId as string,
      { title, status },
    ]),
  )

/** The answers in words: « Pour qui : Majeure ; Ancienne carte : Perdue ». */
function inWords(procedure: Procedure, answers: Answers): string {
  const { questions } = modelOf(procedure)
  return Object.entries(answers)
    .map(([id, value]) => {
      const question = questions.find(({ data }) => data.id === id)
      const option = question?.data.options.find(({ valeur }) => valeur === value)
      return `${question?.rule.titre ?? id} : ${option?.titre ?? value}`
    })
    .join(' ; ')
}

/** What a package changes: piece by piece on situations of the version before, and rule by rule between the two texts. */
export async function differences(
  before: Catalogue,
  after: Catalogue,
  added: RulePackage,
  today: LocalDate,
): Promise<Output<'rules.tryPackage'>> {
  const found: Output<'rules.tryPackage'>['differences'] = []
  const changes: Output<'rules.tryPackage'>['changes'] = []
  let situations = 0
  let changed = 0
  for (const procedure of packagedProcedures(before, added)) {
    const { procedureId, version, title } = procedure
    const date = procedure.validFrom > today ? procedure.validFrom : today
    const old = before.procedures.find(
      (one) =>
        one.procedureId === procedureId &&
        one.validFrom <= date &&
        (one.validTo === null || date <= one.validTo),
    )
    const then = after.procedures.find((one) => one.procedureId === procedureId && one.version === version)
    if (!then) continue
    const tried = await situationsOf(old ?? then, date)
    situations += tried.answers.length
    changes.push({
      procedureId,
      version,
      title,
      isNew: old === undefined,
      drawn: tried.drawn,
      changes: (old ? changesBetween(old, then) : wordsOf(then)).map((one) => ({ ...one })),
    })
    for (const answers of tried.answers) {
      await setImmediate()
      const b = statuses(then, date, answers)
      if (!old) continue
      const a = statuses(old, date, answers)
      const moved = [...new Set([...a.keys(), ...b.keys()])].filter(
        (piece) => a.get(piece)?.status !== b.get(piece)?.status,
      )
      if (moved.length > 0) changed++
      for (const piece of moved)
        if (found.length < 200)
          found.push({
            procedureId,
            situation: inWords(old, answers),
            piece: (b.get(piece) ?? a.get(piece))?.title ?? piece,
            before: statusWords[a.get(piece)?.status ?? 'absent'],
            after: statusWords[b.get(piece)?.status ?? 'absent'],
          })
    }
  }
  return { situations, changed, differences: found, changes }
}

/** All that a procedure says which the office did not have. */
const wordsOf = (procedure: Procedure): readonly Change[] =>
  sentencesOf(procedure).flatMap(({ title, sentences }) =>
    sentences.map(({ ruleId, text }) => ({ section: title, ruleId, before: null, after: text })),
  )
