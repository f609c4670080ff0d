import { z } from 'zod'
import { estimateService, type EstimateService } from '../../../shared/domain/waits/service.ts'
import { answerLines, problem } from './lines.ts'

// A line that can't be understood teaches nothing.

const dayAndHalf = 36 * 3600
const instant = z
  .number()
  .min(-dayAndHalf)
  .max(2 * dayAndHalf)
const name = z.string().min(1).max(200)
const period = z.tuple([instant, instant]).refine(([from, to]) => from <= to, 'finit avant de commencer')

const Row = z
  .object({ service: name, arrived: instant, started: instant, ended: instant })
  // Times rounded each on its own may cross by a second.
  .refine(
    (row) => row.arrived <= row.started + 1 && row.started <= row.ended + 1,
    'n’est pas dans l’ordre du temps',
  )

const CounterNow = z.object({
  services: z.array(name).max(200),
  state: z.enum(['free', 'busy', 'paused']),
  since: instant,
  service: name.nullish().transform((value) => value ?? null),
  ticket: z
    .union([name, z.number().transform(String)])
    .nullish()
    .transform((value) => value ?? null),
  resumesAt: instant.nullish().transform((value) => value ?? null),
  breaks: z.array(period).max(100).default([]),
})

const Waiting = z.object({
  id: z.union([name, z.number().transform(String)]),
  service: name,
  since: instant,
  priority: z.boolean(),
})

const present = {
  now: instant,
  closesAt: instant,
  counters: z.array(CounterNow).max(500),
  waiting: z.array(Waiting).max(20_000),
  for: z.object({ service: name, priority: z.boolean() }),
}

const notLater = (value: {
  now: number
  counters: { since: number; state: string }[]
  waiting: { since: number }[]
}): boolean =>
  value.counters.every(({ since, state }) => state !== 'busy' || since <= value.now + 1) &&
  value.waiting.every(({ since }) => since <= value.now + 1)

/** A counter that is free from a later instant opens then: until then it is as one in a pause whose end is known. */
function opening<Asked extends { now: number; counters: z.infer<typeof CounterNow>[] }>(asked: Asked): Asked {
  const counters = asked.counters.map((counter) =>
    counter.state === 'free' && counter.since > asked.now
      ? { ...counter, state: 'paused' as const, since: asked.now, resumesAt: counter.since }
      : counter,
  )
  return { ...asked, counters }
}

const Question = z
  .object({ ...present, history: z.array(Row).max(500_000) })
  .refine(notLater, 'quelqu’un y attend, ou un guichet y est occupé, depuis un instant à venir')
  .transform(opening)

/** What was asked, as far as it is given again; without its history, which has been learnt. */
const State = z.object(present).refine(notLater).transform(opening)

const Observed = z.object({
  observed: z.object({
    service: name,
    arrived: instant,
    estimate: z.unknown().optional(),
    waited: z.number().min(0).max(dayAndHalf),
    state: z.unknown().optional(),
  }),
})

const Estimated = z.object({ p90: z.number() })

/** `estimate`: answers each line of the standard input by one line, until its end. */
export async function answerEstimates(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('Usage : guichet estimate < QUESTIONS\n')
    return 2
  }
  const service = estimateService()
  return answerLines((value) => answerTo(service, value))
}

function answerTo(service: EstimateService, value: unknown): object {
  if (typeof value === 'object' && value !== null && 'observed' in value) {
    const read = Observed.safeParse(value, { reportInput: true })
    if (!read.success) return { error: problem(read.error) }
    const { observed } = read.data
    service.observe({
      service: observed.service,
      arrived: observed.arrived,
      waited: observed.waited,
      announced90: Estimated.safeParse(observed.estimate).data?.p90 ?? null,
      asked: State.safeParse(observed.state).data ?? null,
    })
    return { ok: true }
  }
  const read = Question.safeParse(value, { reportInput: true })
  return read.success ? service.ask(read.data) : { error: problem(read.error) }
}
