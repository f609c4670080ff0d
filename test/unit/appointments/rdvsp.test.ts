import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rdvspSource } from '../../../electron/host/appointments/outside/rdvsp.ts'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { startAnswering, type Given } from '../../fixtures/answering.ts'

/** An appointment in the shape that the interface describes, with what must not be kept. */
const rdv = (id: number, startsAt: string, status = 'unknown') => ({
  id,
  uuid: `uuid-${id}`,
  status,
  starts_at: startsAt,
  ends_at: null,
  duration_in_min: 20,
  address: '1 place de la Mairie',
  motif: { id: 3, name: 'Carte d’identité', location_type: 'public_office' },
  participations: [
    { id: id * 10, status, user: { id: 1, first_name: 'Léa', last_name: 'DUPONT', notes: 'ne pas garder' } },
  ],
})
const page = (rdvs: readonly object[], next: number | null = null) => ({
  rdvs,
  meta: {
    current_page: 1,
    next_page: next,
    prev_page: null,
    total_pages: next ?? 1,
    total_count: rdvs.length,
  },
})

let answers: Record<string, Given>
let seen: string[]
let server: Awaited<ReturnType<typeof startAnswering>>
beforeAll(async () => {
  server = await startAnswering((asked, url) => {
    const key = `${url.pathname}${url.searchParams.has('page') ? `?${url.searchParams.get('page')}` : ''}`
    seen.push(`${key} ${asked.headers.authorization ?? String(asked.headers['access-token'] ?? '')}`)
    return answers[key] ?? { status: 404 }
  })
})
beforeEach(() => {
  seen = []
  answers = {
    '/api/v1/organisations': json({ organisations: [{ id: 7, name: 'Mairie' }] }),
    '/api/v1/organisations/7/rdvs?1': json(page([rdv(1, '2026-12-01 09:20:00 +0100')])),
  }
})
afterAll(() => server.stop())
const json = (body: object, status = 200, headers = {}): Given => ({
  status,
  body: JSON.stringify(body),
  headers,
})

const day = {
  date: '2026-12-01' as LocalDate,
  zone: 'Europe/Paris',
  from: Date.parse('2026-11-30T23:00:00Z') as Instant,
  to: Date.parse('2026-12-01T23:00:00Z') as Instant,
}
const source = (user?: string) =>
  rdvspSource({
    url: new URL(server.url),
    user,
    secret: 'jeton',
    reach: { privateAddresses: false, thisMachine: true },
  })
const read = async () => (await source().day(day, null)).appointments

test('a day is read by token, and nothing but a name is kept of a person', async () => {
  const appointments = await read()
  expect(appointments).toEqual([
    {
      uid: 'uuid-1',
      occurrence: null,
      place: '7/1',
      startsAt: Date.parse('2026-12-01T08:20:00Z'),
      endsAt: Date.parse('2026-12-01T08:40:00Z'),
      label: 'Carte d’identité – DUPONT Léa',
      cancelled: false,
      calendar: '3',
      told: '',
      person: 'DUPONT Léa',
    },
  ])
  expect(seen.every((line) => line.endsWith('Bearer jeton'))).toBe(true)
})

test('a page that overlaps the one before counts each appointment once, in the order of the hours', async () => {
  const [late, early] = [rdv(1, '2026-12-01 15:00:00 +0100'), rdv(2, '2026-12-01 09:00:00 +0100')]
  answers['/api/v1/organisations/7/rdvs?1'] = json(page([late, early], 2))
  answers['/api/v1/organisations/7/rdvs?2'] = json(page([early, rdv(3, '2026-12-01 10:00:00 +0100')]))
  expect((await read()).map(({ uid }) => uid)).toEqual(['uuid-2', 'uuid-3', 'uuid-1'])
})

test.each([
  ['unknown', false],
  ['seen', false],
  ['noshow', false],
  ['excused', true],
  ['revoked', true],
])('%s is cancelled: %s', async (status, cancelled) => {
  answers['/api/v1/organisations/7/rdvs?1'] = json(page([rdv(1, '2026-12-01 09:20:00 +0100', status)]))
  expect((await read()).map((one) => one.cancelled)).toEqual([cancelled])
})

test.each([
  ['2026-10-24 09:20:00 +0200', '2026-10-24T07:20:00Z'],
  ['2026-10-25 09:20:00 +0100', '2026-10-25T08:20:00Z'],
  ['2026-12-01 09:20:00 +0400', '2026-12-01T05:20:00Z'],
])('the hour written %s is read as %s', async (written, iso) => {
  answers['/api/v1/organisations/7/rdvs?1'] = json(page([rdv(1, written)]))
  const at = Date.parse(iso)
  const around = { ...day, from: (at - 1) as Instant, to: (at + 1) as Instant }
  expect((await source().day(around, null)).appointments.map(({ startsAt }) => startsAt)).toEqual([at])
})

describe('what can’t be believed is said', () => {
  test.each([
    ['an expired token', json({}, 401), 'refusedSecret', null],
    [
      'an organisation that is not the account’s',
      json({ errors: [{ base: 'forbidden' }] }, 403),
      'forbidden',
      null,
    ],
    ['too many calls', json({}, 429, { 'retry-after': '30' }), 'busy', 30_000],
    ['a page instead of JSON', { body: '<html>' }, 'notExpectedAnswer', null],
    ['an hour that is none', json(page([rdv(1, 'demain')])), 'notExpectedAnswer', null],
  ] as const)('%s', async (_, answer, problem, retryAfter) => {
    answers['/api/v1/organisations/7/rdvs?1'] = answer
    await expect(read()).rejects.toMatchObject({ problem, retryAfter })
  })

  test('an account without an organisation', async () => {
    answers['/api/v1/organisations'] = json({ organisations: [] })
    await expect(read()).rejects.toMatchObject({ problem: 'noOrganisation' })
  })
})

test('the former way signs in with a name and a password, and sends back what it was given', async () => {
  answers['/api/v1/auth/sign_in'] = json({}, 200, { 'access-token': 'a', client: 'c', uid: 'u' })
  await source('accueil@mairie.example').day(day, null)
  expect(seen.slice(1).every((line) => line.endsWith(' a'))).toBe(true)
})
