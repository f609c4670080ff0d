import { isIP } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedSource } from '../../../electron/host/appointments/outside/feed.ts'
import { ask } from '../../../electron/host/appointments/outside/request.ts'
import { interfacesNow } from '../../../electron/host/network/addresses.ts'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { startAnswering, type Given } from '../../fixtures/answering.ts'
import { calendarText, eventText } from '../../fixtures/davServers.ts'

let given: Given = {}
let server: Awaited<ReturnType<typeof startAnswering>>
const asked: (string | undefined)[] = []
beforeAll(async () => {
  server = await startAnswering((request) => {
    asked.push(request.headers['if-none-match'])
    if (request.headers['if-none-match'] === '"un"') return { status: 304 }
    return given
  })
})
afterAll(() => server.stop())

const day = {
  date: '2026-12-01' as LocalDate,
  zone: 'Europe/Paris',
  from: Date.parse('2026-11-30T23:00:00Z') as Instant,
  to: Date.parse('2026-12-01T23:00:00Z') as Instant,
}
const reach = { privateAddresses: false, thisMachine: true }
const source = (url = server.url) =>
  feedSource({ url: new URL(url), user: undefined, secret: undefined, reach })
const whole = calendarText(
  'REFRESH-INTERVAL;VALUE=DURATION:PT1H30M',
  ...eventText('1', 'DTSTART:20261201T082000Z'),
)

test('an unchanged feed is not read again', async () => {
  given = { body: whole, headers: { etag: '"un"' } }
  const first = await source().day(day, null)
  expect(first).toMatchObject({ mark: '"un"', every: 5_400_000, appointments: [{ uid: '1' }] })
  expect(await source().day(day, first.mark)).toMatchObject({ unchanged: true, mark: '"un"' })
})

describe('what can’t be believed is said, and is no day without appointments', () => {
  test.each([
    ['a page', { body: '<!doctype html>' }, 'notCalendar'],
    ['half a file', { body: whole.slice(0, 80) }, 'cutCalendar'],
    ['an empty calendar', { body: calendarText() }, 'emptyCalendar'],
    ['a refused secret', { status: 401 }, 'refusedSecret'],
    ['nothing there', { status: 404 }, 'notFound'],
    ['a fault', { status: 503 }, 'serverTrouble'],
    ['a cut', null, 'unreachable'],
  ] as const)('%s is no calendar, and says why', async (_, answer, problem) => {
    given = answer
    await expect(source().day(day, null)).rejects.toMatchObject({ problem })
  })
})

describe('where a source may be', () => {
  test.each([
    ['http://10.0.0.1/', 'insecureAddress'],
    ['https://10.0.0.1/', 'privateAddress'],
    ['https://169.254.169.254/', 'privateAddress'],
    ['https://[fd00::1]/', 'privateAddress'],
    ['http://example.org/', 'insecureAddress'],
  ])('the address %s is refused as %s', async (url, problem) => {
    await expect(source(url).day(day, null)).rejects.toMatchObject({ problem })
  })

  test('this machine, when whoever names it does not sit there', async () => {
    const away = { privateAddresses: true, thisMachine: false }
    await expect(ask({ url: new URL(server.url) }, away)).rejects.toMatchObject({ problem: 'privateAddress' })
  })

  test('a name that leads to a private address', async () => {
    const resolve = ((_: string, __: object, done: (error: null, found: object[]) => void) =>
      done(null, [{ address: '192.168.1.2', family: 4 }])) as never
    await expect(
      ask({ url: new URL('https://agenda.example/') }, { ...reach, resolve }),
    ).rejects.toMatchObject({ problem: 'privateAddress' })
  })

  test('a redirect leads to no other service of this machine', async () => {
    given = { status: 302, headers: { location: server.url.replace('127.0.0.1', 'localhost') } }
    await expect(source().day(day, null)).rejects.toMatchObject({ problem: 'privateAddress' })
  })

  test('nor do its other writings, where private networks are allowed', async () => {
    const { port } = new URL(server.url)
    const own = interfacesNow()
      .flatMap(({ addresses }) => addresses)
      .filter((one) => isIP(one) === 4 && !one.startsWith('127.'))
    for (const host of ['[::]', '[::ffff:127.0.0.1]', '0.0.0.0', '[::ffff:169.254.169.254]', ...own]) {
      given = { status: 302, headers: { location: `http://${host}:${port}/` } }
      const before = asked.length
      const allowed = { privateAddresses: true, thisMachine: true }
      await expect(ask({ url: new URL(server.url) }, allowed), host).rejects.toMatchObject({
        problem: 'privateAddress',
      })
      expect(asked.length, host).toBe(before + 1)
    }
  })
})
