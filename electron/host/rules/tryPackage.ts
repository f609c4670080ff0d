import type { LocalDate } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Answers } from '../../../shared/procedures/answers.ts'
import { assess } from '../../../shared/procedures/assess.ts'
import type { Catalogue, Procedure } from '../../../shared/procedures/catalogue.ts'
import { packagedProcedures } from '../../../shared/procedures/installed.ts'
import { modelOf } from '../../../shared/procedures/model.ts'
import type { RulePackage } from '../../../shared/procedures/package.ts'
import { changesBetween } from '../../../shared/procedures/sentences.ts'

/** Situations tried of one procedure, at most. */
const mostSituations = 400

const statusWords = {
  required: 'exigée',
  alternative: 'au choix',
  notRequired: 'non exigible',
  heldByAdministration: 'détenue par une administration',
  mayNotBeAsked: 'ne peut être demandée',
  unknown: 'selon les réponses',
  absent: 'absente de la liste',
} as const

/**
 * Situations of a procedure: every combination of its answers that its own questions lead to, following each answer in
 * turn; the first so many, in the order of the options, when there are more.
 */
export function situationsOf(procedure: Procedure, date: LocalDate): readonly Answers[] {
  const found: Answers[] = []
  const days = modelOf(procedure).questions.filter(({ data }) => data.options.length === 0)
  const follow = (answers: Answers): void => {
    if (found.length >= mostSituations) return
    const { question } = assess(procedure, { date, answers, pieces: [] })
    if (question === null) {
      found.push(answers)
      return
    }
    const isDay = days.some(({ data }) => data.id === question.questionId)
    const values = isDay ? [date, '1990-01-01'] : question.options.map(({ value }) => value)
    for (const value of values) follow({ ...answers, [question.questionId]: value })
  }
  follow({})
  return found
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
export function differences(
  before: Catalogue,
  after: Catalogue,
  added: RulePackage,
  today: LocalDate,
): Output<'rules.tryPackage'> {
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
    if (!old || !then) continue
    changes.push({
      procedureId,
      version,
      title,
      changes: changesBetween(old, then).map((one) => ({ ...one })),
    })
    for (const answers of situationsOf(old, date)) {
      situations++
      const [a, b] = [statuses(old, date, answers), statuses(then, date, answers)]
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
