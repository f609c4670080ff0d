import { z } from 'zod'
import { territories } from '../../../shared/contract/office/calendar.ts'
import { deadlineRules, isDeadlineName } from '../../../shared/domain/law/time/deadlines.ts'
import { answerLines, problem } from './lines.ts'

const Question = z.object({ rule: z.string().max(100), input: z.record(z.string(), z.unknown()) })

/** Words that say where the office stands. Beside the input they would be lost, and metropolitan law applied. */
const placeWords = ['territoire', 'territory', 'alsace'] as const

/** Where the office stands, said in any rule's input: `alsace` alone is the short form of `territoire`. */
const Place = z
  .object({ territoire: z.enum(territories).optional(), alsace: z.boolean().optional() })
  .refine(
    ({ territoire, alsace }) => alsace !== true || (territoire ?? 'alsaceMoselle') === 'alsaceMoselle',
    {
      path: ['alsace'],
      message: '« territoire » dit un autre lieu',
    },
  )
  .transform(({ territoire, alsace }) => territoire ?? (alsace === true ? 'alsaceMoselle' : 'metropole'))

/** `deadline`: works out each `{rule, input}` of the standard input in one line, until its end. */
export async function answerDeadlines(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('Usage : guichet deadline < QUESTIONS\n')
    return 2
  }
  return answerLines(answer)
}

function answer(value: unknown): object {
  const question = Question.safeParse(value, { reportInput: true })
  if (!question.success) return { error: problem(question.error) }
  const lost = placeWords.find((word) => Object.hasOwn(value as object, word))
  if (lost !== undefined)
    return { error: `« ${lost} » n’est pas à sa place : dire le lieu dans « input », par « territoire ».` }
  const { rule: asked, input } = question.data
  // A case may carry its date: « naissance-2026-05-04 », « electoral-2026 ».
  const name = isDeadlineName(asked) ? asked : asked.replace(/-\d{4}(-\d{2}-\d{2})?$/, '')
  if (!isDeadlineName(name)) return { error: `« rule » : la règle « ${asked} » n’est pas connue.` }
  const place = Place.safeParse(input, { reportInput: true })
  if (!place.success) return { error: problem(place.error) }
  const rule = deadlineRules[name]
  const { territoire: _, alsace: __, ...own } = input
  const read = rule.input.safeParse(own, { reportInput: true })
  if (!read.success) return { error: problem(read.error) }
  const result = rule.compute(own, { territory: place.data })
  const { title, source, confidence, toConfirm } = rule
  return { rule: name, title, result, ...spread(result), source, confidence, toConfirm }
}

/** A result at the top of the answer too: a date as `date`, several by their names, and as `date` where there is one. */
function spread(result: ReturnType<(typeof deadlineRules)['naissance']['compute']>): object {
  if (result === null || typeof result === 'string') return { date: result }
  const dates = Object.values(result)
  return dates.length === 1 ? { date: dates[0], ...result } : result
}
