import type { Host } from '../host.ts'

// The Prometheus text format 0.0.4, which nothing but a few lines is needed for; names by its conventions: a prefix,
// base units, `_total` for what only grows. Services and counters by their short names; never an agent, never a person.

type Sample = { readonly labels?: Readonly<Record<string, string>>; readonly value: number }
type Measure = {
  readonly name: string
  readonly type: 'gauge' | 'counter'
  readonly help: string
  readonly samples: readonly Sample[]
}

const label = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)

const sampleText = (name: string, { labels = {}, value }: Sample): string => {
  const pairs = Object.entries(labels).map(([key, one]) => `${key}="${label(one)}"`)
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`
}

const text = (measures: readonly Measure[]): string =>
  measures
    .map(
      ({ name, type, help, samples }) =>
        `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map((sample) => sampleText(name, sample)).join('')}`,
    )
    .join('')

/** What was answered over HTTP since the start, by status. */
export type Answered = ReadonlyMap<number, number>

/** The office and its host at this moment, as Prometheus reads them. */
export function measures(host: Host, answered: Answered): string {
  const office = host.office()
  const services = office.settings?.services ?? []
  const { rss } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const one = (value: number): readonly Sample[] => [{ value }]
  const byService = (of: (serviceId: (typeof services)[number]['serviceId']) => number) =>
    services.map(({ serviceId }) => ({ labels: { service: serviceId }, value: of(serviceId) }))
  const counters = { free: 0, busy: 0, paused: 0 }
  for (const { agentId, ticketId, pause } of office.counters.values())
    if (agentId !== null) counters[pause ? 'paused' : ticketId === null ? 'free' : 'busy']++
  const ended = services.flatMap(({ serviceId }) =>
    Object.entries(office.ended.get(serviceId) ?? {}).map(([outcome, value]) => ({
      labels: { service: serviceId, outcome },
      value,
    })),
  )
  const printing = host.printers()
  return text([
    gauge('guichet_day_open', 'Whether the day is open.', one(office.day === null ? 0 : 1)),
    gauge(
      'guichet_tickets_waiting',
      'Tickets that wait now.',
      byService((serviceId) => office.waiting.get(serviceId)?.size ?? 0),
    ),
    gauge('guichet_tickets_ended', 'Tickets of the date by what became of them.', ended),
    gauge(
      'guichet_counters',
      'Open counters by what they do.',
      Object.entries(counters).map(([state, value]) => ({ labels: { state }, value })),
    ),
    gauge(
      'guichet_wait_expected_seconds',
      'Wait said to who would come now.',
      [...host.waits().said].flatMap(([serviceId, { p50, p90 }]) => [
        { labels: { service: serviceId, quantile: '0.5' }, value: p50 },
        { labels: { service: serviceId, quantile: '0.9' }, value: p90 },
      ]),
    ),
    gauge(
      'guichet_printer_up',
      'Whether each printer works, as it last said.',
      printing.map(({ printerId, problem }) => ({
        labels: { printer: printerId },
        value: problem === null ? 1 : 0,
      })),
    ),
    gauge(
      'guichet_print_jobs_waiting',
      'Papers that are still to come out.',
      printing.map(({ printerId, waiting }) => ({ labels: { printer: printerId }, value: waiting })),
    ),
    counter('guichet_journal_events_total', 'Events of the journal.', one(host.seq())),
    counter(
      'guichet_http_responses_total',
      'Answers over HTTP since the start.',
      [...answered].map(([status, value]) => ({ labels: { code: String(status) }, value })),
    ),
    gauge('process_resident_memory_bytes', 'Resident memory size in bytes.', one(rss)),
    counter(
      'process_cpu_seconds_total',
      'Total user and system CPU time spent in seconds.',
      one((user + system) / 1e6),
    ),
    gauge(
      'process_start_time_seconds',
      'Start time of the process since unix epoch in seconds.',
      one(Math.round(Date.now() / 1000 - process.uptime())),
    ),
  ])
}

const gauge = (name: string, help: string, samples: readonly Sample[]): Measure => ({
  name,
  type: 'gauge',
  help,
  samples,
})
const counter = (name: string, help: string, samples: readonly Sample[]): Measure => ({
  name,
  type: 'counter',
  help,
  samples,
})
