import { once } from 'node:events'
import { z } from 'zod'
import { estimateService, type EstimateService } from '../../../shared/domain/wait/service.ts'

// One line in, one line out, in order. Who asks may wait for each answer before the next question, so each is
// written at once. A line that can't be understood is answered by a sentence, and teaches nothing.

/** Longer is no question: its bytes are dropped as they come, so that they fill no memory. */
const longestLine = 64 * 1024 * 1024

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
    process.stderr.write('Usage : npm run -s guichet -- estimate < QUESTIONS\n')
    return 2
  }
  // A reader who has seen enough closes the pipe: that is no fault.
  process.stdout.on('error', () => process.exit(0))
  const service = estimateService()
  for await (const line of linesOf(process.stdin)) {
    const answer = line === null ? { error: 'Cette ligne est trop longue.' } : answerTo(service, line)
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain')
  }
  return 0
}

function answerTo(service: EstimateService, line: string): object {
  if (line.trim() === '') return { error: 'Cette ligne est vide : une question est attendue.' }
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return { error: 'Cette ligne n’est pas du JSON.' }
  }
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

/** The first thing that is wrong, and where: « counters[0].state : … ». */
function problem({ issues: [first] }: z.ZodError): string {
  if (!first) return 'Cette question n’est pas comprise.'
  const place = first.path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('')
  const where = place === '' ? 'La question' : `« ${place} »`
  switch (first.code) {
    case 'invalid_type':
      return first.input === undefined
        ? `${where} manque.`
        : `${where} n’a pas la forme attendue (${kinds[first.expected] ?? first.expected}).`
    case 'too_small':
    case 'too_big':
      return `${where} a une valeur hors de ce qui est possible.`
    case 'custom':
      return `${where} n’est pas possible : ${first.message}.`
    default:
      return `${where} a une valeur inattendue.`
  }
}

const kinds: Readonly<Record<string, string>> = {
  number: 'un nombre',
  string: 'un texte',
  boolean: 'vrai ou faux',
  array: 'une liste',
  object: 'un objet',
  tuple: 'un couple',
}

/** The lines of a stream, cut at line feeds alone; null stands for one that is too long. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string | null> {
  input.setEncoding('utf8')
  let parts: string[] = []
  let length = 0
  for await (const chunk of input as AsyncIterable<string>) {
    let from = 0
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      length += at - from
      yield length > longestLine ? null : parts.join('') + chunk.slice(from, at)
      parts = []
      length = 0
      from = at + 1
    }
    length += chunk.length - from
    if (length > longestLine) parts = []
    else if (from < chunk.length) parts.push(chunk.slice(from))
  }
  if (length > 0) yield length > longestLine ? null : parts.join('')
}
