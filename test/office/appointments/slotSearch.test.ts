import { stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { searchPath } from '../../../electron/host/appointments/slotSearch.ts'
import { answerSearch } from '../../../electron/host/http/appointments.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { holderOf, startHostHere, type HostHere } from '../../fixtures/hostHere.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// The national search's side is a client: its three questions, its header, its repeated keys.

/** 24 October 2026, 9 h in Paris: the clocks go back in the night that follows. */
const saturday = Date.parse('2026-10-24T07:00:00Z')
const token = 'jeton-de-la-recherche'
const admin = holderOf('admin')
const supervisor = holderOf('supervisor')

const search = {
  meetingPoint: {
    id: '12',
    name: 'Mairie',
    longitude: 2.35,
    latitude: 48.85,
    address: '1 place de la Mairie',
    zipCode: '75001',
    city: 'Paris',
  },
  serviceId: 'titres',
  bookingUrl: 'https://mairie.example/rendez-vous',
}

let here: HostHere
let server: Server
let url: string
beforeEach(async () => {
  here = await startHostHere(saturday)
  await here.ask(supervisor, 'rules.set', {
    services: [
      {
        serviceId: 'titres',
        rule: { targetMinutes: 15, maximumMinutes: 60, weight: 1, cap: null },
        access: ['walkIn', 'appointment'],
        slotMinutes: 20,
      },
    ],
  })
  server = createServer(
    (request, response) =>
      void answerSearch(here.host, new URL(request.url ?? '/', 'http://hote'), request, response),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${searchPath}`
})
afterEach(async () => {
  await new Promise((done) => server.close(done))
  await here.stop()
})

const set = (more: object = {}) => here.ask(admin, 'slotSearch.set', { search, token, ...more })
const ask = async (question: string, shown: string | null = token) => {
  const headers: Record<string, string> = shown === null ? {} : { 'x-hub-rdv-auth-token': shown }
  const response = await fetch(`${url}${question}`, { headers })
  return { status: response.status, said: (await response.json()) as never }
}
type Slots = Record<string, readonly { datetime: string; callback_url: string }[]>
const slots = async (more = 'start_date=2026-10-24&end_date=2026-10-26', people = 1) => {
  const question = `availableTimeSlots?meeting_point_ids=12&meeting_point_ids=autre&reason=CNI&documents_number=${people}&${more}`
  const { status, said } = await ask(question)
  expect(status).toBe(200)
  return said as Slots
}

test('nothing is answered until it is set, at the host’s own seat, with a token', async () => {
  expect((await ask('getManagedMeetingPoints')).status).toBe(404)
  const afar = holderOf('admin', 'poste2', { from: '192.0.2.7' } as never)
  expect(await here.ask(afar, 'slotSearch.set', { search, token })).toBe('onlyAtHost')
  expect(await here.ask(admin, 'slotSearch.set', { search })).toBe('searchTokenMissing')
  expect(await set({ search: { ...search, serviceId: 'inconnu' } })).toBe('unknownService')
  expect((await ask('getManagedMeetingPoints')).status).toBe(404)
  await set()
  expect(await ask('getManagedMeetingPoints')).toEqual({
    status: 200,
    said: [
      {
        id: '12',
        name: 'Mairie',
        longitude: 2.35,
        latitude: 48.85,
        public_entry_address: '1 place de la Mairie',
        zip_code: '75001',
        city_name: 'Paris',
      },
    ],
  })
  await here.ask(admin, 'slotSearch.set', { search: null })
  expect((await ask('getManagedMeetingPoints')).status).toBe(404)
})

test('another token, or none, is refused whatever is asked', async () => {
  await set()
  for (const shown of [null, '', 'autre', `${token}x`, token.slice(1)])
    expect((await ask('getManagedMeetingPoints', shown)).status).toBe(401)
})

test('free slots are the office’s, at its own clock before and after it changes, each with its page', async () => {
  await set()
  const { 12: mine, autre } = await slots()
  expect(autre).toEqual([])
  const { slots: free } = (
    (await here.ask(supervisor, 'appointments.view')) as Output<'appointments.view'>
  ).slots.find(({ serviceId }) => serviceId === 'titres')!
  const wall = (at: number) =>
    `${new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).slice(0, 16).replace(' ', 'T')}Z`
  const asked = free.map(({ startsAt }) => wall(startsAt)).filter((at) => at < '2026-10-27')
  expect(mine!.map(({ datetime }) => datetime).slice(0, asked.length)).toEqual(asked)
  const monday = mine!.find(({ datetime }) => datetime.startsWith('2026-10-26'))!
  const page = new URL(monday.callback_url)
  expect(page.origin + page.pathname).toBe('https://mairie.example/rendez-vous')
  expect(`${page.searchParams.get('date')}Z`).toBe(monday.datetime)
})

test('a slot that is given is shown no more, and several people take several in a row', async () => {
  await set()
  const before = (await slots())['12']!
  const monday = before.find(({ datetime }) => datetime.startsWith('2026-10-26'))!
  const startsAt = Date.parse(monday.datetime.replace('Z', '+01:00'))
  const second = before[before.indexOf(monday) + 1]!
  await here.ask(supervisor, 'appointment.book', { serviceId: 'titres', startsAt: startsAt + 20 * 60_000 })
  const after = (await slots())['12']!.map(({ datetime }) => datetime)
  expect(after).toContain(monday.datetime)
  expect(after).not.toContain(second.datetime)
  expect((await slots(undefined, 2))['12']!.map(({ datetime }) => datetime)).not.toContain(monday.datetime)
})

test.each([
  'availableTimeSlots?meeting_point_ids=12&reason=CNI&start_date=2026-10-26&end_date=2026-10-24',
  'availableTimeSlots?meeting_point_ids=12&reason=PERMIS&start_date=2026-10-24&end_date=2026-10-26',
  'availableTimeSlots?reason=CNI&start_date=2026-10-24&end_date=2026-10-26',
  'availableTimeSlots?meeting_point_ids=12&reason=CNI&start_date=24/10/2026&end_date=2026-10-26',
  'availableTimeSlots?meeting_point_ids=12&reason=CNI&start_date=2026-10-24&end_date=2026-10-26&documents_number=99',
  'searchApplicationIds?application_ids=COURT',
])('« %s » is no question', async (question) => {
  await set()
  expect((await ask(question)).status).toBe(400)
})

test('three months are answered at once, and what is declared for a number is nobody’s here', async () => {
  await set()
  const { 12: mine } = await slots('start_date=2026-10-24&end_date=2027-01-24')
  expect(mine!.length).toBeGreaterThan(100)
  expect(await ask('searchApplicationIds?application_ids=rdvtest001&application_ids=RDVTEST002')).toEqual({
    status: 200,
    said: { RDVTEST001: [], RDVTEST002: [] },
  })
})

test('questions that come at once are answered one after another, and the thread rests between two', async () => {
  await set()
  const asked = new URLSearchParams(
    'meeting_point_ids=12&reason=CNI&start_date=2026-10-24&end_date=2027-01-24',
  )
  const { answer } = here.host.appointments.slotSearch
  const done: number[] = []
  const [first, ...others] = [1, 2, 3].map(async (place) => {
    const said = await answer('availableTimeSlots', asked, token)
    done.push(place)
    return said
  })
  expect(await first).toHaveProperty('body')
  for (let turns = 0; turns < 20; turns++) await Promise.resolve()
  expect(done).toEqual([1])
  await Promise.all(others)
  expect(done).toEqual([1, 2, 3])
})

test('who asks without end is told to wait, and neither a number nor the token is in the log or shown', async () => {
  await set()
  await ask('searchApplicationIds?application_ids=RDVTEST001')
  const shown = (await here.ask(admin, 'slotSearch.show')) as Output<'slotSearch.show'>
  expect(shown).toMatchObject({ hasToken: true, path: searchPath, askedAt: here.clock.now })
  const statuses = await Promise.all(
    Array.from({ length: 80 }, async () => (await ask('getManagedMeetingPoints', 'autre')).status),
  )
  expect(statuses).toContain(429)
  // Who guesses takes nothing from the service that has the token.
  expect((await ask('getManagedMeetingPoints')).status).toBe(200)
  expect((await ask('constructor')).status).toBe(404)
  for (const secret of ['RDVTEST', token]) {
    expect(here.logged.join('\n')).not.toContain(secret)
    expect(JSON.stringify(shown)).not.toContain(secret)
  }
  expect((await stat(join(here.dir, 'rendez-vous-recherche.json'))).mode & 0o777).toBe(0o600)
})

test('a file of the search or of the coordination that is broken opens nothing, and the log says it without its words', async () => {
  const dir = await newFolder()
  for (const name of ['rendez-vous-recherche.json', 'rendez-vous-ants.json'])
    await writeFile(join(dir, name), `{"token":"${token}`, { mode: 0o600 })
  const broken = await startHostHere(saturday, { dir })
  try {
    const { slotSearch } = broken.host.appointments
    expect(await slotSearch.answer('getManagedMeetingPoints', new URLSearchParams(), token)).toEqual({
      fault: 'notFound',
    })
    for (const what of ['slotSearch', 'coordination'])
      expect(broken.logged).toContain(JSON.stringify({ what, problem: 'brokenFile' }))
    expect(broken.logged.join('\n')).not.toContain(token)
  } finally {
    await broken.stop()
    await removeFolder(dir)
  }
})
