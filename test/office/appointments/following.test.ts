import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { startAnswering } from '../../fixtures/answering.ts'
import { calendarText, eventText, startDav, type DavServer } from '../../fixtures/davServers.ts'
import { holderOf, startHostHere, type HostHere } from '../../fixtures/hostHere.ts'
import { until } from '../../fixtures/until.ts'

// A host that follows a calendar of a real server: the list comes by itself, and the calendar is told what becomes of each.

let dav: DavServer
let here: HostHere
beforeAll(async () => {
  dav = await startDav('radicale')
})
afterAll(() => dav.stop())

/** 1 December 2026, 9 h in Paris. */
const morning = Date.parse('2026-12-01T08:00:00Z')
const source = () => ({
  kind: 'caldav' as const,
  url: dav.calendar,
  user: dav.user,
  services: { [dav.calendar]: 'titres' },
  privateAddresses: true,
})
const written = (uid: string, hour: string, summary = 'DUPONT Léa', ...more: string[]) =>
  dav.put(
    `${uid}.ics`,
    calendarText(
      ...eventText(
        uid,
        `DTSTART;TZID=Europe/Paris:20261201T${hour}00`,
        'DURATION:PT20M',
        `SUMMARY:${summary}`,
        ...more,
      ),
    ),
  )
const view = () =>
  here.ask(holderOf('supervisor'), 'appointments.view') as Promise<Output<'appointments.view'>>
const follow = () => here.ask(holderOf('admin'), 'source.set', { source: source(), secret: dav.secret })

const listed = (count: number) => until(view, ({ appointments }) => appointments.length === count)
const says = (uid: string, state: string) =>
  until(
    () => dav.get(`${uid}.ics`),
    (text) => text.includes(`X-GUICHET-STATE:${state}`),
  )

beforeEach(async () => {
  here = await startHostHere(morning, { appointmentsEvery: 300 })
  await written('a', '0920')
  await written('b', '0940', 'MARTIN Paul', 'X-AUTRE:gardé')
})
afterEach(async () => {
  await here.stop()
  for (const name of ['a', 'b', 'c']) await dav.remove(`${name}.ics`).catch(() => undefined)
})

const arrive = async (name: string) =>
  (await here.ask(holderOf('agent'), 'appointment.arrive', { name })) as Output<'appointment.arrive'>

test('the day’s list comes without a file, with its age, and changes as the calendar does', async () => {
  await follow()
  const { appointments, sources } = await listed(2)
  expect(appointments.map(({ name, service }) => [name, service.fr])).toEqual([
    ['DUPONT Léa', 'Titres d’identité'],
    ['MARTIN Paul', 'Titres d’identité'],
  ])
  expect(sources).toMatchObject([{ kind: 'caldav', at: here.clock.now, problem: null }])
  await written('c', '1000', 'PETIT Anne')
  await listed(3)
  await written('c', '1100', 'PETIT Anne')
  await until(view, (seen) => seen.appointments[2]?.startsAt === Date.parse('2026-12-01T10:00:00Z'))
  await dav.remove('c.ics')
  await listed(2)
})

test('an arrival, a reception and an absence are told to the calendar, and the rest of it stays', async () => {
  await follow()
  await listed(2)
  await arrive('MARTIN')
  expect(await says('b', 'ARRIVED')).toContain('X-AUTRE:gardé')
  const agent = holderOf('agent', 'agent1', { agentId: 'agent1' as never })
  await here.ask(agent, 'counter.open', { counterId: '1' })
  await here.ask(agent, 'ticket.callNext')
  await here.ask(agent, 'ticket.start')
  await says('b', 'RECEIVED')
  expect(await dav.get('a.ics')).not.toContain('X-GUICHET-STATE')
})

test('who did not come by the closing is told absent, once the day is closed', async () => {
  await follow()
  await listed(2)
  here.clock.now = Date.parse('2026-12-01T16:00:00Z')
  await here.ask(holderOf('supervisor'), 'day.close')
  await says('a', 'NOSHOW')
  await says('b', 'NOSHOW')
})

test('who is here when the calendar loses them stays, and the agent is told', async () => {
  await follow()
  await listed(2)
  await arrive('DUPONT')
  await says('a', 'ARRIVED')
  await dav.remove('a.ics')
  const seen = await until(view, ({ appointments }) => appointments.some((one) => one.goneOutside))
  expect(seen.appointments.map(({ state, goneOutside }) => [state, goneOutside])).toEqual([
    ['here', true],
    ['expected', undefined],
  ])
})

test('a server that is cut leaves the list as it was, with its age and why', async () => {
  const own = await startDav('xandikos')
  await own.put('a.ics', calendarText(...eventText('a', 'DTSTART:20261201T082000Z', 'SUMMARY:DUPONT Léa')))
  const set = { ...source(), url: own.calendar, services: { [own.calendar]: 'titres' } }
  await here.ask(holderOf('admin'), 'source.set', { source: set, secret: own.secret })
  await listed(1)
  await own.stop()
  const { appointments, sources } = await until(view, (seen) => seen.sources[0]?.problem != null)
  expect(appointments).toHaveLength(1)
  expect(sources).toMatchObject([{ at: here.clock.now, problem: 'unreachable' }])
  await arrive('DUPONT')
})

test('a calendar emptied at once is asked again before anyone is taken off', async () => {
  await follow()
  await listed(2)
  await dav.remove('a.ics')
  await dav.remove('b.ics')
  await listed(0)
  const { sources } = (await here.ask(holderOf('admin'), 'source.show')) as Output<'source.show'>
  expect(sources[0]?.exchanges.map(({ problem }) => problem)).toContain('emptyCalendar')
})

test('an appointment of the calendar is cancelled there', async () => {
  await follow()
  const { appointments } = await listed(2)
  const [first] = appointments
  expect(
    await here.ask(holderOf('supervisor'), 'appointment.cancel', { appointmentId: first!.appointmentId }),
  ).toBe('appointmentKeptElsewhere')
})

test('an appointment that the office gives is written in the calendar without a name, stays one, and is cancelled there', async () => {
  await follow()
  await listed(2)
  const startsAt = Date.parse('2026-12-01T10:20:00Z')
  const { appointmentId } = (await here.ask(holderOf('supervisor'), 'appointment.book', {
    serviceId: 'titres',
    startsAt,
    name: 'PETIT Anne',
  })) as Output<'appointment.book'>
  const name = `${encodeURIComponent(`rdv-${appointmentId}@${here.host.office().officeId}`)}.ics`
  const text = await until(
    () => dav.get(name).catch(() => ''),
    (seen) => seen.includes('BEGIN:VEVENT'),
  )
  expect(text).not.toContain('PETIT')
  // Read back, it is the same one, with the name that the office has.
  await until(
    () => Promise.resolve(here.host.office().appointments.get(appointmentId)?.followedBy),
    (followedBy) => followedBy === '1',
  )
  const { appointments } = await view()
  expect(appointments.map((one) => one.name)).toEqual(['DUPONT Léa', 'MARTIN Paul', 'PETIT Anne'])
  await here.ask(holderOf('supervisor'), 'appointment.cancel', { appointmentId })
  await until(
    () => dav.get(name),
    (seen) => seen.includes('STATUS:CANCELLED'),
  )
  expect((await view()).appointments).toHaveLength(2)
  await dav.remove(name)
})

const nameOf = (appointmentId: string) =>
  `${encodeURIComponent(`rdv-${appointmentId}@${here.host.office().officeId}`)}.ics`
const isFollowed = (appointmentId: string) =>
  until(
    () => Promise.resolve(here.host.office().appointments.get(appointmentId as never)?.followedBy),
    (followedBy) => followedBy === '1',
  )

test('the kiosk, the reception and the supervision give hours that the calendar leaves free, and it has each', async () => {
  await here.ask(holderOf('supervisor'), 'rules.set', {
    services: [
      {
        serviceId: 'titres',
        rule: { targetMinutes: 15, maximumMinutes: 60, weight: 1, cap: null },
        access: ['walkIn', 'appointment'],
        slotMinutes: 20,
      },
    ],
  })
  await follow()
  await listed(2)
  const others = [await dav.get('a.ics'), await dav.get('b.ics')]
  const given: string[] = []
  for (const role of ['kiosk', 'agent', 'supervisor'] as const) {
    const taken = Date.parse('2026-12-01T08:20:00Z')
    const refused = { serviceId: 'titres', startsAt: taken }
    expect(await here.ask(holderOf(role), 'appointment.book', refused)).toBe('slotTaken')
    const { slots } = await view()
    const [slot] = slots.find(({ serviceId }) => serviceId === 'titres')!.slots
    expect([taken, taken + 1_200_000]).not.toContain(slot!.startsAt)
    const booked = { serviceId: 'titres', startsAt: slot!.startsAt }
    const { appointmentId } = (await here.ask(
      holderOf(role),
      'appointment.book',
      booked,
    )) as Output<'appointment.book'>
    given.push(appointmentId)
  }
  for (const id of given) await isFollowed(id)
  expect([await dav.get('a.ics'), await dav.get('b.ics')]).toEqual(others)
  for (const id of given) await dav.remove(nameOf(id))
})

test('an appointment that the office moves is at its new hour there too, and its old hour is not read back', async () => {
  await follow()
  await listed(2)
  const startsAt = Date.parse('2026-12-01T10:20:00Z')
  const { appointmentId } = (await here.ask(holderOf('supervisor'), 'appointment.book', {
    serviceId: 'titres',
    startsAt,
  })) as Output<'appointment.book'>
  await isFollowed(appointmentId)
  const to = startsAt + 3_600_000
  expect(await here.ask(holderOf('agent'), 'appointment.move', { appointmentId, startsAt: to })).toEqual({
    startsAt: to,
  })
  await until(
    () => dav.get(nameOf(appointmentId)),
    (text) => text.includes('DTSTART:20261201T112000Z'),
  )
  await until(
    () => Promise.resolve(here.host.office().appointments.get(appointmentId)),
    (one) => one?.movedFrom === undefined,
  )
  expect((await view()).appointments.map((one) => one.startsAt)).toContain(to)
  const [first] = (await view()).appointments
  expect(
    await here.ask(holderOf('agent'), 'appointment.move', { appointmentId: first!.appointmentId, startsAt }),
  ).toBe('appointmentKeptElsewhere')
  await dav.remove(nameOf(appointmentId))
})

test('who is called when the calendar loses them is received all the same', async () => {
  await follow()
  await listed(2)
  await arrive('DUPONT')
  const agent = holderOf('agent', 'agent1', { agentId: 'agent1' as never })
  await here.ask(agent, 'counter.open', { counterId: '1' })
  await here.ask(agent, 'ticket.callNext')
  await dav.remove('a.ics')
  await until(view, ({ appointments }) => appointments.some((one) => one.goneOutside))
  expect(await here.ask(agent, 'ticket.start')).not.toBeTypeOf('string')
})

test('a host that starts again tells what it had not, and nobody twice', async () => {
  await follow()
  await listed(2)
  const { dir, clock } = here
  await arrive('DUPONT')
  await here.host.stop()
  const again = await startHostHere(clock.now, { appointmentsEvery: 300, dir })
  try {
    await says('a', 'ARRIVED')
    const seen = (await again.ask(holderOf('supervisor'), 'appointments.view')) as Output<'appointments.view'>
    expect(seen.appointments.map(({ state }) => state)).toEqual(['here', 'expected'])
  } finally {
    await again.host.stop()
  }
})

test('a source is tried without changing anything, and its secret goes to no other address', async () => {
  const tried = (asked: object) =>
    here.ask(holderOf('admin'), 'source.try', asked) as Promise<Output<'source.try'>>
  const found = await tried({ source: source(), secret: dav.secret })
  expect(found).toMatchObject({
    problem: null,
    total: 2,
    found: [{ service: 'titres' }, { service: 'titres' }],
  })
  expect(JSON.stringify(found)).not.toContain('DUPONT')
  expect((await view()).appointments).toEqual([])
  await follow()
  await listed(2)
  const given: (string | undefined)[] = []
  const other = await startAnswering(({ headers }) => {
    given.push(headers.authorization)
    return { status: 401 }
  })
  expect(await tried({ source: { ...source(), url: other.url } })).toMatchObject({ problem: 'refusedSecret' })
  await other.stop()
  expect(given.map((one) => Buffer.from(one?.split(' ')[1] ?? '', 'base64').toString())).toEqual(['accueil:'])
})

test('neither a name, an id nor the address goes to the log', async () => {
  await follow()
  await listed(2)
  await arrive('DUPONT')
  await says('a', 'ARRIVED')
  const logged = here.logged.join('\n')
  expect(logged).toContain('appointments')
  for (const secret of ['DUPONT', 'MARTIN', dav.calendar, dav.secret]) expect(logged).not.toContain(secret)
})

test('switched off, nothing more is read and the list stays', async () => {
  await follow()
  await listed(2)
  await here.ask(holderOf('admin'), 'source.set', { source: null })
  const { appointments, sources } = await view()
  expect([appointments.length, sources]).toEqual([2, []])
})
