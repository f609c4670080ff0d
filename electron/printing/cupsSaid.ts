import type { PrinterProblem } from '../../shared/messages/printing/printing.fr.ts'

// What `lpstat -l` says of a queue and of its jobs, in English: a line each, then lines that begin with a tab; « Alerts: »
// holds job-state-reasons and printer-state-reasons (RFC 8011 5.3.8 and 5.4.12).

/** How a job ended: `unlisted` where the service keeps none of those that did. */
export type JobEnd = 'completed' | 'cancelled' | 'aborted' | 'unlisted'

/** How a queue is: nothing goes out of it, or what its printer lacks. */
export type QueueSaid = {
  readonly paused: boolean
  readonly problem: PrinterProblem | null
  /** What it lacks, if its job does not move: printing may go on meanwhile. */
  readonly warning: PrinterProblem | null
  readonly nearEnd: boolean
}

const begins = (line: string): boolean => !line.startsWith('\t')

/** The lines under the one that begins so. */
function under(said: string, beginning: string): readonly string[] | undefined {
  const lines = said.split('\n')
  const at = lines.findIndex((line) => line.startsWith(beginning))
  if (at < 0) return undefined
  const rest = lines.slice(at + 1)
  const end = rest.findIndex(begins)
  return rest.slice(0, end < 0 ? rest.length : end).map((line) => line.trim())
}

const alerts = (lines: readonly string[]): readonly string[] =>
  lines
    .filter((line) => line.startsWith('Alerts:'))
    .flatMap((line) => line.slice('Alerts:'.length).trim().split(/\s+/))
    .filter((reason) => reason !== '' && reason !== 'none')

/**
 * A job among those that are not completed; undefined when it is not there.
 * @param job its id, « QUEUE-12 »
 * @returns `began` where the printer has had some of it
 */
export function waitingJob(said: string, job: string): { readonly began: boolean } | undefined {
  const lines = under(said, `${job} `)
  if (lines === undefined) return undefined
  const idle = ['job-incoming', 'job-queued', 'job-hold-until-specified']
  return { began: alerts(lines).some((reason) => !idle.includes(reason)) }
}

/** What CUPS notes of a job that came out; before 2.4.9 it left some with what it wrote while they stopped. */
const cameOut = /^(job-completed-|processing-to-stop-point$)/

/**
 * A job among those that ended: one that was not cancelled and has another reason than that it came out is aborted, whatever
 * the reason (CUPS: `aborted-by-system`, `document-unprintable-error`).
 * @param job its id, « QUEUE-12 »
 */
export function endedJob(said: string, job: string): JobEnd {
  const lines = under(said, `${job} `)
  if (lines === undefined) return 'unlisted'
  const reasons = alerts(lines)
  if (reasons.some((reason) => /^(job-)?cancell?ed-/.test(reason))) return 'cancelled'
  return reasons.length === 0 || reasons.some((reason) => cameOut.test(reason)) ? 'completed' : 'aborted'
}

/** By the beginning of a reason. */
const troubles: readonly (readonly [RegExp, PrinterProblem])[] = [
  [/^media-(empty|needed)/, 'paperOut'],
  [/^(cover|door|interlock)-open/, 'coverOpen'],
  [/^(media-jam|toner-empty|marker-supply-empty|fuser)/, 'deviceError'],
  [/^offline/, 'offline'],
  [/^(connecting-to-device|shutdown|timed-out)/, 'unreachable'],
]

const troubleOf = (reasons: readonly string[]): PrinterProblem | undefined =>
  troubles.find(([pattern]) => reasons.some((reason) => pattern.test(reason)))?.[1]

/**
 * A report stops nothing and a warning may not (RFC 8011 5.4.12), but for what CUPS's backends call so: a printer that is
 * not connected (`offline-report`), and a jam, which leaves paper no way.
 */
const stops = (reason: string): boolean =>
  reason === 'offline-report' || reason === 'media-jam-warning' || !/-(report|warning)$/.test(reason)

/** A queue of CUPS. @param queue its name */
export function queueOf(said: string, queue: string): QueueSaid {
  const lines = under(said, `printer ${queue} `) ?? []
  const reasons = alerts(lines)
  // What the network backends say while nobody answers them, without a reason of its own.
  const away = lines.some((line) => /may not exist or is unavailable|not responding|unreachable/i.test(line))
  return {
    paused: said.split('\n').some((line) => line.startsWith(`printer ${queue} disabled`)),
    problem: troubleOf(reasons.filter(stops)) ?? (away ? 'unreachable' : null),
    // SNMP says `media-empty-warning` of one tray: another may have paper.
    warning: troubleOf(reasons.filter((reason) => reason.endsWith('-warning'))) ?? null,
    nearEnd: reasons.some((reason) => reason.startsWith('media-low')),
  }
}
