import { createHmac } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerNotice } from '../../../electron/host/http/appointments.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { holderOf, startHostHere, type HostHere } from '../../fixtures/hostHere.ts'
import { startRdvsp, type RdvspDouble, type RdvspFault } from '../../fixtures/rdvspDouble.ts'
import { until } from '../../fixtures/until.ts'

// A host that follows a double of RDV Service Public: signed in by a browser, read, told back, heard.

/** 1 December 2026, 9 h in Paris. */
const morning = Date.parse('2026-12-01T08:00:00Z')
const minute = 60_000
const admin = holderOf('admin')

let double: RdvspDouble
let here: HostHere
let fault: (asked: IncomingMessage) => RdvspFault | undefined

const put = (id: number, name: string, status = 'unknown') =>
  double.put({ id, name, status, startsAt: morning + id * 20 * minute })
const source = (more: object = {}) => ({
  kind: 'rdvsp' as const,
  url: double.url,
  user: double.application.id,
  services: { 3: 'titres' },
  privateAddresses: true,
  ...more,
})
const set = (more: object = {}, secrets: object = {}) =>
  here.ask(admin, 'source.set', { source: source(more), secret: double.application.secret, ...secrets })
const show = async () => {
  const { sources, returnUri } = (await here.ask(admin, 'source.show')) as Output<'source.show'>
  return { ...sources[0]!, returnUri }
}
const view = () =>
  here.ask(holderOf('supervisor'), 'appointments.view') as Promise<Output<'appointments.view'>>

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

const listed = (count: number) => until(view, ({ appointments }) => appointments.length === count)
const troubled = (problem: string) => until(view, (seen) => seen.sources[0]?.problem === problem)

/** What a browser does with the address that the administration was given. */
const browse = async () => {
  const { url } = (await here.ask(admin, 'source.signIn')) as Output<'source.signIn'>
  return fetch(url)
}
const arrive = async (name: string) =>
  (await here.ask(holderOf('agent'), 'appointment.arrive', { name })) as Output<'appointment.arrive'>
const agent = holderOf('agent', 'agent1', { agentId: 'agent1' as never })

beforeEach(async () => {
  fault = () => undefined
  double = await startRdvsp({ fault: (asked) => fault(asked) })
  here = await startHostHere(morning, { appointmentsEvery: 100, appointmentsReturnPort: 0 })
  put(1, 'DUPONT')
  put(2, 'MARTIN')
})
afterEach(async () => {
  await here.stop()
  await double.stop()
})

const followed = async (more: object = {}, secrets: object = {}) => {
  await set(more, secrets)
  expect((await browse()).status).toBe(200)
  return listed(2)
}

test('a sign-in begun at the host’s own seat brings the day’s list, and its tokens are the host’s alone', async () => {
  expect(await here.ask(admin, 'source.signIn')).toBe('sourceWithoutSignIn')
  await set()
  await troubled('signedOut')
  expect((await show()).signedIn).toBe(false)
  const page = await browse()
  expect(await page.text()).toContain('La connexion est faite.')
  const { appointments } = await listed(2)
  expect(appointments.map(({ name, service }) => [name, service.fr])).toEqual([
    ['DUPONT Usager', 'Titres d’identité'],
    ['MARTIN Usager', 'Titres d’identité'],
  ])
  const told = await show()
  expect(told.signedIn).toBe(true)
  const file = join(here.dir, 'rendez-vous-jetons.json')
  const [{ access }] = JSON.parse(await readFile(file, 'utf8')) as [{ access: string }]
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(`${JSON.stringify(told)} ${here.logged.join(' ')}`).not.toContain(access)
})

test('a station of the network begins no sign-in', async () => {
  await set()
  expect(await here.ask(holderOf('admin', 'poste2', { from: '192.0.2.7' } as never), 'source.signIn')).toBe(
    'onlyAtHost',
  )
})

test('a second sign-in takes the place of the first, at the same address', async () => {
  await here.stop()
  here = await startHostHere(morning, { appointmentsEvery: 100, appointmentsReturnPort: await freePort() })
  await set()
  const [first, second] = [
    (await here.ask(admin, 'source.signIn')) as Output<'source.signIn'>,
    (await here.ask(admin, 'source.signIn')) as Output<'source.signIn'>,
  ]
  const { returnUri } = await show()
  for (const { url } of [first, second]) expect(new URL(url).searchParams.get('redirect_uri')).toBe(returnUri)
  expect((await fetch(first.url)).status).toBe(404)
  expect((await fetch(second.url)).status).toBe(200)
  await listed(2)
})

test('who comes back without what the sign-in began with spends nothing of it', async () => {
  await set()
  const { url } = (await here.ask(admin, 'source.signIn')) as Output<'source.signIn'>
  const back = new URL(new URL(url).searchParams.get('redirect_uri')!)
  back.searchParams.set('code', 'volé')
  back.searchParams.set('state', 'deviné')
  expect((await fetch(back)).status).toBe(404)
  expect(double.grants).toEqual([])
  expect((await fetch(url)).status).toBe(200)
  await listed(2)
})

test('an arrival stays here, who is received is « seen » there', async () => {
  await followed()
  await arrive('MARTIN')
  await here.ask(agent, 'counter.open', { counterId: '1' })
  await here.ask(agent, 'ticket.callNext')
  await here.ask(agent, 'ticket.start')
  await until(
    () => double.changes.join(),
    (told) => told === '2 seen',
  )
})

test('who did not come by the closing is « noshow » once, but for whom somebody saw there', async () => {
  put(3, 'PETIT', 'seen')
  await set()
  await browse()
  await listed(3)
  here.clock.now = Date.parse('2026-12-01T16:00:00Z')
  await here.ask(holderOf('supervisor'), 'day.close')
  await until(
    () => double.changes.length,
    (count) => count >= 2,
  )
  expect(double.changes.toSorted()).toEqual(['1 noshow', '2 noshow'])
})

test('« seen » is said at the arrival where the office chose so', async () => {
  await followed({ rdvsp: { seen: 'arrived', absent: false } })
  await arrive('MARTIN')
  await until(
    () => double.changes.join(),
    (told) => told === '2 seen',
  )
})

test('what somebody changes there afterwards is theirs: nothing is told again', async () => {
  await followed({ rdvsp: { seen: 'arrived', absent: true } })
  await arrive('MARTIN')
  await until(
    () => double.changes.length,
    (count) => count === 1,
  )
  put(2, 'MARTIN', 'noshow')
  const before = double.asked.length
  await until(
    () => double.asked.length,
    (count) => count > before + 12,
  )
  expect(double.changes).toEqual(['2 seen'])
})

test('a token that ends in the middle of the day is renewed, and nobody signs in again', async () => {
  await followed()
  double.expire()
  put(3, 'PETIT')
  await listed(3)
  double.lasts(1)
  double.expire()
  await until(
    () => double.grants.length,
    (count) => count >= 4,
  )
  expect(new Set(double.grants)).toEqual(new Set(['authorization_code', 'refresh_token']))
})

test('an account that is signed out leaves the list as it was, and the page says to sign in', async () => {
  await followed()
  double.expire('both')
  await troubled('signedOut')
  expect((await view()).appointments).toHaveLength(2)
  expect((await show()).signedIn).toBe(false)
  await arrive('DUPONT')
})

test('through any trouble of the service nobody is taken off the list, and what it says after comes', async () => {
  await followed()
  await arrive('DUPONT')
  for (const [at, wrong] of (['500', '429', 'page', 'half', 'cut', 'empty', '403'] as const).entries()) {
    const before = (await view()).appointments.map(({ state }) => state)
    fault = ({ url }) => (url?.includes('/rdvs') ? wrong : undefined)
    await until(view, (seen) => seen.sources[0]?.problem !== null)
    const during = (await view()).appointments.map(({ state }) => state)
    expect(during, wrong).toEqual(before)
    fault = () => undefined
    put(3 + at, `PETIT ${at}`)
    await listed(3 + at)
  }
  expect((await view()).appointments.map(({ state }) => state)).toEqual([
    'here',
    ...Array.from({ length: 8 }, () => 'expected'),
  ])
})

test('a list that is emptied for good still cancels nobody; who cancelled there goes', async () => {
  await followed()
  double.rdvs.clear()
  await troubled('emptyCalendar')
  const { exchanges } = await show()
  await until(show, (seen) => seen.exchanges[0]!.at >= exchanges[0]!.at && seen.exchanges.length > 3)
  expect((await view()).appointments).toHaveLength(2)
  put(1, 'DUPONT')
  put(2, 'MARTIN', 'excused')
  await listed(1)
})

test('who is here when the service loses them stays, and the agent is told', async () => {
  await followed()
  await arrive('DUPONT')
  put(1, 'DUPONT', 'revoked')
  const { appointments } = await until(view, (seen) => seen.appointments.some((one) => one.goneOutside))
  expect(appointments.map(({ state, goneOutside }) => [state, goneOutside])).toEqual([
    ['here', true],
    ['expected', undefined],
  ])
})

const cancel = async (place: number) => {
  const { appointments } = await view()
  const { appointmentId } = appointments[place]!
  return here.ask(holderOf('supervisor'), 'appointment.cancel', { appointmentId })
}

test('what the office cancels is « revoked » there once, through a lost answer, and comes back only if it is opened again', async () => {
  await followed()
  expect((await view()).appointments.map(({ toldElsewhere }) => toldElsewhere)).toEqual([true, true])
  fault = ({ method }) => (method === 'PATCH' ? 'lost' : undefined)
  expect(await cancel(0)).toEqual({})
  expect((await view()).appointments.map(({ name }) => name)).toEqual(['MARTIN Usager'])
  await until(
    () => double.changes.length,
    (count) => count > 0,
  )
  fault = () => undefined
  const before = double.asked.length
  await until(
    () => double.asked.length,
    (count) => count > before + 12,
  )
  expect(double.changes).toEqual(['1 revoked'])
  await until(show, ({ waiting }) => waiting === 0)
  expect((await view()).appointments).toHaveLength(1)
  put(1, 'DUPONT')
  await listed(2)
})

test('a cancellation that could not be told is told by the host that starts again, and its person stays off the list', async () => {
  await followed()
  fault = ({ method }) => (method === 'PATCH' ? '500' : undefined)
  await cancel(0)
  await until(
    show,
    ({ exchanges, waiting }) => waiting === 1 && exchanges.some(({ problem }) => problem === 'serverTrouble'),
  )
  const { dir, clock } = here
  await here.host.stop()
  fault = () => undefined
  const again = await startHostHere(clock.now, { appointmentsEvery: 100, dir })
  try {
    await until(
      () => double.changes.join(),
      (told) => told === '1 revoked',
    )
    const seen = (await again.ask(holderOf('supervisor'), 'appointments.view')) as Output<'appointments.view'>
    expect(seen.appointments.map(({ name }) => name)).toEqual(['MARTIN Usager'])
  } finally {
    await again.host.stop()
  }
})

test('a host that starts again is still signed in, and tells nothing twice', async () => {
  await followed({ rdvsp: { seen: 'arrived', absent: true } })
  await arrive('DUPONT')
  await until(
    () => double.changes.length,
    (count) => count === 1,
  )
  // What was written there is known here once its answer came; a host cut before says it again.
  await until(show, ({ waiting }) => waiting === 0)
  const { dir, clock } = here
  await here.host.stop()
  // Somebody writes over it meanwhile, which is theirs to do.
  put(1, 'DUPONT', 'unknown')
  const again = await startHostHere(clock.now, { appointmentsEvery: 100, dir })
  try {
    const before = double.asked.length
    await until(
      () => double.asked.length,
      (count) => count > before + 6,
    )
    expect(double.changes).toEqual(['1 seen'])
    const seen = (await again.ask(holderOf('supervisor'), 'appointments.view')) as Output<'appointments.view'>
    expect(seen.appointments.map(({ state }) => state)).toEqual(['here', 'expected'])
  } finally {
    await again.host.stop()
  }
})

test('a sign-in and its tokens go to no other address', async () => {
  await followed()
  const other = await startRdvsp()
  try {
    await set({ url: other.url })
    await troubled('signedOut')
    expect(other.asked).toEqual([])
    expect((await show()).signedIn).toBe(false)
  } finally {
    await other.stop()
  }
})

test('a notice is heard once its signature is right, whatever its order or number, and reads the day again', async () => {
  await here.stop()
  // It would be read by itself in a minute only.
  here = await startHostHere(morning, { appointmentsEvery: 60_000, appointmentsReturnPort: 0 })
  await followed({}, { noticeSecret: 'un secret partagé' })
  const server = createServer((request, response) => void answerNotice(here.host, request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const notice = (event: string, at: string) =>
    JSON.stringify({
      data: { id: 1, status: 'revoked' },
      meta: { model: 'Rdv', event, payload_computed_at: at },
    })
  const send = async (body: string, secret = 'un secret partagé', sent = body) => {
    const signature = createHmac('sha256', secret).update(body).digest('hex')
    return (await fetch(url, { method: 'POST', body: sent, headers: { 'x-lapin-signature': signature } }))
      .status
  }
  try {
    const older = notice('updated', '2026-12-01T07:00:00Z')
    expect(await send(older, 'un autre')).toBe(401)
    expect(await send(older, undefined, older.replace('"id":1', '"id":2'))).toBe(401)
    expect((await fetch(url, { method: 'POST', body: older })).status).toBe(401)
    expect((await fetch(url)).status).toBe(405)
    put(3, 'PETIT')
    for (const body of [notice('destroyed', '2026-12-01T08:00:00Z'), older, older])
      expect(await send(body)).toBe(200)
    await listed(3)
    // What a notice says is not believed: nobody was cancelled by it.
    expect((await view()).appointments.map(({ state }) => state)).toEqual([
      'expected',
      'expected',
      'expected',
    ])
  } finally {
    await new Promise((done) => server.close(done))
  }
})
