import { describe, expect, test } from 'vitest'
import { endedJob, queueOf } from '../../../electron/printing/cupsSaid.ts'

/** What `lpstat -l -W completed -o A4` says of a job with these reasons. */
const listed = (reasons: string): string =>
  [
    'A4-11                   anonymous      1024   Mon Nov 30 10:00:00 2026',
    '\tAlerts: job-completed-successfully',
    '\tqueued for A4',
    'A4-12                   anonymous      1024   Mon Nov 30 10:01:00 2026',
    `\tAlerts: ${reasons}`,
    '\tqueued for A4',
    '',
  ].join('\n')

describe('how a job of CUPS ended', () => {
  test.each([
    ['job-completed-successfully', 'completed'],
    ['job-completed-with-warnings', 'completed'],
    ['processing-to-stop-point', 'completed'],
    ['none', 'completed'],
    ['job-canceled-by-user', 'cancelled'],
    ['canceled-at-device', 'cancelled'],
    ['aborted-by-system', 'aborted'],
    ['document-unprintable-error', 'aborted'],
    ['document-format-error', 'aborted'],
    ['cups-backend-crashed', 'aborted'],
  ])('a job that ended with « %s » is %s', (reasons, end) => {
    expect(endedJob(listed(reasons), 'A4-12')).toBe(end)
  })
})

describe('how a printer of CUPS is', () => {
  const queue = (reasons: string) =>
    queueOf(
      `printer A4 is idle.  enabled since Mon Nov 30 10:00:00 2026\n\tDescription: A4\n\tAlerts: ${reasons}\n`,
      'A4',
    )

  test.each([
    ['media-empty-error', 'paperOut'],
    ['media-empty', 'paperOut'],
    ['media-jam-warning', 'deviceError'],
    ['offline-report', 'offline'],
    ['connecting-to-device', 'unreachable'],
    ['door-open-report', null],
    ['media-needed-report', null],
    ['fuser-over-temp-report', null],
    ['media-empty-warning', null],
    ['toner-empty-warning', null],
    ['none', null],
  ])('a printer that says « %s » lacks: %s', (reasons, problem) => {
    expect(queue(reasons).problem).toBe(problem)
  })

  test('a warning names what a job that does not move waits for, and a report names nothing', () => {
    expect(queue('media-empty-warning').warning).toBe('paperOut')
    expect(queue('toner-empty-warning').warning).toBe('deviceError')
    expect(queue('door-open-report').warning).toBeNull()
  })
})
