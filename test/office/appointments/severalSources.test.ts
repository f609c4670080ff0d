import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { startAnswering, type Given } from '../../fixtures/answering.ts'
import { calendarText, eventText, startDav, type DavServer } from '../../fixtures/davServers.ts'
import { holderOf, startHostHere, type HostHere } from '../../fixtures/hostHere.ts'
import { startRdvsp, type RdvspDouble } from '../../fixtures/rdvspDouble.ts'
import { until } from '../../fixtures/until.ts'

// A host that follows several sources at once: a real calendar, a feed, and a double of RDV Service Public.

/** 1 December 2026, 9 h in Paris. */
const morning = Date.parse('2026-12-01T08:00:00Z')
const minute = 60_000
const admin = holderOf('admin')

let dav: DavServer
let service: RdvspDouble
let feed: Awaited<ReturnType<typeof startAnswering>>
let given: Given
let here: HostHere
beforeAll(async () => {
  dav = await startDav('radicale')
})
afterAll(() => dav.stop())

const event = (uid: string, summary: string, after: number) =>
  eventText(
    uid,
    `DTSTART:${new Date(morning + after * minute).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`,
    'DURATION:PT20M',
    `SUMMARY:${summary}`,
  )
const sources = () => ({
  agenda: {
    source: {
      kind: 'caldav',
      name: 'Agenda des titres',
      url: dav.calendar,
      user: dav.user,
      services: { [dav.calendar]: 'titres' },
      privateAddresses: true,
    },
    secret: dav.secret,
  },
  flux: {
    source: { kind: 'ics', url: feed.url, user: null, services: { '': 'titres' }, privateAddresses: true },
  },
  service: {
    source: {
      kind: 'rdvsp',
      url: service.url,
      user: service.application.id,
      services: { 3: 'etat-civil' },
      privateAddresses: true,
    },
    secret: service.application.secret,
  },
})
const set = (sourceId: 'agenda' | 'flux' | 'service', more: object = {}) => {
  const { source, ...secret } = sources()[sourceId]
  return here.ask(admin, 'source.set', { sourceId, source: { ...source, ...more }, ...secret })
}
const signIn = async () => {
  const { url } = (await here.ask(admin, 'source.signIn', { sourceId: 'service' })) as Output<'source.signIn'>
  expect((await fetch(url)).status).toBe(200)
}
const view = () =>
  here.ask(holderOf('supervisor'), 'appointments.view') as Promise<Output<'appointments.view'>>
const named = (...names: readonly string[]) =>
  until(view, ({ appointments }) => appointments.map(({ name }) => name).join() === names.join())

beforeEach(async () => {
  given = { body: calendarText(...event('f', 'FLUX Anne', 40)) }
  feed = await startAnswering(() => given)
  service = await startRdvsp()
  service.put({ id: 1, name: 'SERVICE', status: 'unknown', startsAt: morning + 60 * minute })
  await dav.put('a.ics', calendarText(...event('a', 'AGENDA Paul', 20)))
  here = await startHostHere(morning, { appointmentsEvery: 300, appointmentsReturnPort: 0 })
})
afterEach(async () => {
  await here.stop()
  await service.stop()
  await feed.stop()
  for (const name of ['a', 'b']) await dav.remove(`${name}.ics`).catch(() => undefined)
})

const all = ['AGENDA Paul', 'FLUX Anne', 'SERVICE Usager'] as const
const followAll = async () => {
  for (const sourceId of ['agenda', 'flux', 'service'] as const) await set(sourceId)
  await signIn()
  return named(...all)
}

test('three sources make one list, and each says its own age', async () => {
  const { sources: standings } = await followAll()
  expect(standings).toMatchObject([
    { sourceId: 'agenda', kind: 'caldav', name: 'Agenda des titres', problem: null },
    { sourceId: 'flux', kind: 'ics', name: null, problem: null },
    { sourceId: 'service', kind: 'rdvsp', name: null, problem: null },
  ])
})

test('one that fails hides nothing of the others, nor what it had itself', async () => {
  await followAll()
  given = { status: 500 }
  await until(view, (seen) => seen.sources[1]?.problem === 'serverTrouble')
  await dav.put('b.ics', calendarText(...event('b', 'PETIT Luc', 30)))
  const { sources: standings } = await named('AGENDA Paul', 'PETIT Luc', 'FLUX Anne', 'SERVICE Usager')
  expect(standings.map(({ problem }) => problem)).toEqual([null, 'serverTrouble', null])
})

test('a person whom two sources have counts once, and stays the same appointment while one has them', async () => {
  given = {
    body: calendarText(...event('a', 'AGENDA Paul', 20), ...event('autre', 'usager SERVICE', 60)),
  }
  await set('agenda')
  await set('flux')
  await set('service', { services: { 3: 'titres' } })
  await signIn()
  await named('AGENDA Paul', 'SERVICE Usager')
  const before = (await view()).appointments.map(({ appointmentId }) => appointmentId)
  await dav.remove('a.ics')
  await until(
    () => here.host.office().appointments.get(before[0]!)?.followedBy,
    (sourceId) => sourceId === 'flux',
  )
  expect((await view()).appointments.map(({ appointmentId }) => appointmentId)).toEqual(before)
})

test('an appointment that the office gives is written in one calendar alone', async () => {
  const other = await startDav('xandikos')
  try {
    await set('agenda')
    await here.ask(admin, 'source.set', {
      sourceId: 'second',
      source: { ...sources().agenda.source, url: other.calendar, services: { [other.calendar]: 'titres' } },
      secret: other.secret,
    })
    await named('AGENDA Paul')
    await until(view, (seen) => seen.sources.every(({ at }) => at !== null))
    const startsAt = morning + 120 * minute
    const booked = { serviceId: 'titres', startsAt, name: 'PETIT Anne' }
    const { appointmentId } = (await here.ask(
      holderOf('supervisor'),
      'appointment.book',
      booked,
    )) as Output<'appointment.book'>
    await until(
      () => here.host.office().appointments.get(appointmentId)?.followedBy,
      (sourceId) => sourceId === 'agenda',
    )
    const file = `${encodeURIComponent(`rdv-${appointmentId}@${here.host.office().officeId}`)}.ics`
    expect(await dav.get(file)).toContain('BEGIN:VEVENT')
    await expect(other.get(file)).rejects.toThrow()
    await dav.remove(file)
  } finally {
    await other.stop()
  }
})

test('the same address and account twice, and a ninth source, are refused and change nothing', async () => {
  await set('agenda')
  const again = { ...sources().agenda, sourceId: 'encore' }
  expect(await here.ask(admin, 'source.set', again)).toBe('sourceFollowedAlready')
  for (let more = 0; more < 7; more++) {
    const source = { ...sources().flux.source, url: `${feed.url}${more}` }
    await here.ask(admin, 'source.set', { sourceId: `f${more}`, source })
  }
  expect(await set('flux')).toBe('sourcesFull')
  const { sources: shown } = (await here.ask(admin, 'source.show')) as Output<'source.show'>
  expect(shown.map(({ sourceId }) => sourceId)).toEqual(['agenda', 'f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6'])
})

test('one that is taken off in the middle brings in none of its later parts', async () => {
  const agent = holderOf('agent', 'agent1', { agentId: 'agent1' as never })
  const crowd = Array.from({ length: 60 }, (_, at) => event(`c${at}`, `FOULE ${at}`, 40 + at))
  given = { body: calendarText(...crowd.flat()) }
  // Acts that follow each other keep the parts apart.
  const acting = setInterval(() => void here.ask(agent, 'counter.interrupt'), 5)
  try {
    await set('flux')
    const { total } = await until(view, (seen) => seen.total > 0)
    await here.ask(admin, 'source.set', { sourceId: 'flux', source: null })
    const left = (await view()).total
    expect(left).toBeLessThan(crowd.length)
    await new Promise((passed) => setTimeout(passed, 800))
    const late = await view()
    expect(late.total, 'the part under way ends').toBeLessThanOrEqual(Math.max(total, left) + 16)
    expect(late.total).toBeLessThan(crowd.length)
    expect(late.sources).toEqual([])
  } finally {
    clearInterval(acting)
  }
})

test('one that is taken off leaves the others, and a host that starts again follows those that are left', async () => {
  await followAll()
  await here.ask(admin, 'source.set', { sourceId: 'flux', source: null })
  const { dir, clock } = here
  await here.host.stop()
  const again = await startHostHere(clock.now, { appointmentsEvery: 300, dir })
  try {
    const seen = await until(
      () => again.ask(holderOf('supervisor'), 'appointments.view') as Promise<Output<'appointments.view'>>,
      ({ sources: standings }) => standings.length === 2 && standings.every(({ at }) => at !== null),
    )
    expect(seen.appointments.map(({ name }) => name)).toEqual(all)
  } finally {
    await again.host.stop()
  }
})

test('what was kept when there was one source is the first one’s', async () => {
  await set('agenda')
  await named('AGENDA Paul')
  const { dir, clock } = here
  await here.host.stop()
  const file = join(dir, 'rendez-vous.json')
  const [{ sourceId: _, ...only }] = JSON.parse(await readFile(file, 'utf8')) as [{ sourceId: string }]
  await writeFile(file, JSON.stringify(only))
  const again = await startHostHere(clock.now, { appointmentsEvery: 300, dir })
  try {
    const { sources: shown } = (await again.ask(admin, 'source.show')) as Output<'source.show'>
    expect(shown.map(({ sourceId }) => sourceId)).toEqual(['1'])
  } finally {
    await again.host.stop()
  }
})
