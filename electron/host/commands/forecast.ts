import { z } from 'zod'
import { LocalDate } from '../../../shared/contract/ids.ts'
import { heldOutError } from '../../../shared/domain/waits/forecast/backtest.ts'
import type { PastDay } from '../../../shared/domain/waits/forecast/days.ts'
import { forecastFrom } from '../../../shared/domain/waits/forecast/forecast.ts'
import { forecastWords } from '../../../shared/messages/waits/forecast.fr.ts'
import { answerLines, problem } from './lines.ts'

const second = z.number().min(0).max(86_400)
const Coming = z.object({ service: z.string().min(1).max(200), at: second })
const opened = { date: LocalDate, opens: second, closes: second }
const inOrder = ({ opens, closes }: { readonly opens: number; readonly closes: number }) => opens < closes
const closesLater = 'ferme avant d’ouvrir'

const Asked = z
  .object({
    days: z
      .array(z.object({ ...opened, arrivals: z.array(Coming).max(50_000) }).refine(inOrder, closesLater))
      .max(5_000),
    ...opened,
    appointments: z.array(Coming).max(50_000).default([]),
  })
  .refine(inOrder, closesLater)

/**
 * `forecast`: answers each line of the standard input by one line, who is expected by half-hour and service; a line that can't
 * be understood by its sentence. Once all are answered, the error stream says how far the forecast was on the last days of the
 * first question, held out.
 */
export async function answerForecasts(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('Usage : guichet forecast < QUESTIONS\n')
    return 2
  }
  let first: readonly PastDay[] | undefined
  const code = await answerLines((value) => {
    const read = Asked.safeParse(value, { reportInput: true })
    if (!read.success) return { error: problem(read.error) }
    const { days, ...asked } = read.data
    const known = days.filter(({ date }) => date < asked.date)
    first ??= known
    return {
      halfHours: forecastFrom(known)(asked).map(({ from, service, expected, low, high }) => ({
        from,
        service,
        expected,
        low,
        high,
      })),
    }
  })
  if (first === undefined) return code
  const error = heldOutError(first)
  process.stderr.write(
    `${error === null ? forecastWords.cliNone : forecastWords.cli(error.days, error.people, error.usual)}\n`,
  )
  return code
}
