import { expect, test } from 'vitest'
import type { AppointmentId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { startAnswering, type Given } from '../../fixtures/answering.ts'
import { startDavProxy, type DavFault } from '../../fixtures/davProxy.ts'
import { calendarText, eventText, startDav } from '../../fixtures/davServers.ts'
import { holderOf, startHostHere } from '../../fixtures/hostHere.ts'
import { chance } from '../../fixtures/offices/chance.ts'
import { startRdvsp, type RdvspFault } from '../../fixtures/rdvspDouble.ts'

const seed = Number(process.env['GUICHET_SEED'] ?? 21)
/** 1 December 2026, 8 h in Paris. */
const morning = Date.parse('2026-12-01T07:00:00Z')
/** Of each source: half by day, where every exchange waits for the others of a run (docs/tests.md). */
const each = Number(process.env['GUICHET_RUNS'] ?? 100) > 100 ? 40 : 20
const hourOf = (place: number) => morning + 3_600_000 + place * 300_000
const utc = (at: number) => new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
const event = (source: string, place: number) =>
  eventText(
    `${source}-${place}`,
    `DTSTART:${utc(hourOf(place))}`,
    'DURATION:PT20M',
    `SUMMARY:${source} ${place}`,
  )

/** What a feed answers when it is troubled. */
const feedFaults: readonly [Given, ...Given[]] = [
  { status: 500 },
  { status: 429, headers: { 'retry-after': '1' } },
  { body: '<!doctype html><title>Connexion</title>' },
  { body: calendarText(...event('FLUX', 0)).slice(0, 60) },
  { body: calendarText() },
  null,
]
const davFaults: readonly [DavFault, ...DavFault[]] = ['500', 'page', 'half', 'cut', 'lost']
const rdvspFaults: readonly [RdvspFault, ...RdvspFault[]] = [
  '500',
  '429',
  'page',
  'half',
  'cut',
  'lost',
  'empty',
  'expired',
]

test(`a day of ${3 * each} appointments that a feed, a calendar and RDV Service Public give at once, under faults: nobody is lost, nobody is twice, nothing is told twice`, async () => {
  const { happens, one: oneOf } = chance(seed)
  const troubled = () => happens(0.3)
  let calm = false
  const feed = await startAnswering(() =>
    !calm && troubled()
      ? oneOf(feedFaults)
      : { body: calendarText(...Array.from({ length: each }, (_, place) => event('FLUX', place)).flat()) },
  )
  const dav = await startDav('radicale')
  const writes = new Map<string, number>()
  const proxy = await startDavProxy(dav.url, async ({ method, url }) => {
    const fault = !calm && troubled() ? oneOf(davFaults) : undefined
    if (method === 'PUT' && !['500', 'page', 'cut'].includes(fault ?? ''))
      writes.set(url ?? '', (writes.get(url ?? '') ?? 0) + 1)
    return fault
  })
  const service = await startRdvsp({
    pageSize: 25,
    fault: ({ url }) => (!calm && !url?.startsWith('/oauth') && troubled() ? oneOf(rdvspFaults) : undefined),
  })
  // Asked for more often, the exchanges of three sources keep each other waiting.
  const here = await startHostHere(morning, { appointmentsEvery: 400, appointmentsReturnPort: 0 })
  const admin = holderOf('admin')
  const list = () =>
    here.ask(holderOf('supervisor'), 'appointments.view') as Promise<Output<'appointments.view'>>
  const settled = async (what: string, right: () => Promise<boolean>) => {
    for (const end = Date.now() + 300_000; !(await right());) {
      if (Date.now() > end) throw new Error(`seed ${seed}: the day did not settle (${what})`)
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  const arrived = new Set<AppointmentId>()
  /** About half of those of a source come, while it is troubled. */
  const someArrive = async (source: string) => {
    const those = (await list()).appointments.filter(({ name }) => name?.includes(source))
    expect(those).toHaveLength(each)
    for (const { appointmentId } of those) {
      if (happens(0.5)) continue
      const asked = { appointmentId }
      expect(await here.ask(holderOf('agent'), 'appointment.arrive', asked)).toHaveProperty('number')
      arrived.add(appointmentId)
    }
    return those
  }
  const numberOf = (name: string | null) => Number(/\d+/.exec(name ?? '')?.[0])
  const common = { user: null, privateAddresses: true }
  try {
    for (let place = 0; place < each; place++) {
      await dav.put(`${place}.ics`, calendarText(...event('AGENDA', place)))
      service.put({ id: place + 1, startsAt: hourOf(place), name: `SERVICE ${place}`, status: 'unknown' })
    }
    const calendar = dav.calendar.replace(dav.url, proxy.url)
    await here.ask(admin, 'source.set', {
      sourceId: 'flux',
      source: { ...common, kind: 'ics', url: feed.url, services: { '': 'etat-civil' } },
    })
    await here.ask(admin, 'source.set', {
      sourceId: 'agenda',
      source: {
        ...common,
        kind: 'caldav',
        url: calendar,
        user: dav.user,
        services: { [calendar]: 'titres' },
      },
      secret: dav.secret,
    })
    await here.ask(admin, 'source.set', {
      sourceId: 'service',
      source: {
        ...common,
        kind: 'rdvsp',
        url: service.url,
        user: service.application.id,
        services: { 3: 'elections' },
        rdvsp: { seen: 'arrived', absent: true },
      },
      secret: service.application.secret,
    })
    const { url } = (await here.ask(admin, 'source.signIn', {
      sourceId: 'service',
    })) as Output<'source.signIn'>
    expect((await fetch(url)).status).toBe(200)
    await settled('the three sources', async () => (await list()).total === 3 * each)

    await someArrive('FLUX')
    const ofCalendar = await someArrive('AGENDA')
    const said = async ({ name }: (typeof ofCalendar)[number]) =>
      (await dav.get(`${numberOf(name)}.ics`)).includes('X-GUICHET-STATE:ARRIVED')
    const here2 = ofCalendar.filter(({ appointmentId }) => arrived.has(appointmentId))
    await settled('told to the calendar', async () => (await Promise.all(here2.map(said))).every(Boolean))
    const ofService = await someArrive('SERVICE')
    // Some are cancelled there while it is troubled, arrived or not.
    const revoked = ofService.filter((_, place) => place % 10 === 0)
    for (const { name } of revoked) service.rdvs.get(numberOf(name) + 1)!.status = 'revoked'
    const before = service.changes.length
    calm = true
    const leaving = revoked.filter(({ appointmentId }) => !arrived.has(appointmentId)).length
    await settled('who was cancelled', async () => (await list()).total === 3 * each - leaving)
    const toldOf = new Set(
      ofService
        .filter((one) => arrived.has(one.appointmentId) && !revoked.includes(one))
        .map(({ name }) => `${numberOf(name) + 1} seen`),
    )
    await settled('told to the service', async () =>
      [...toldOf].every((one) => service.changes.includes(one)),
    )
    const { appointments } = await list()
    expect(new Set(appointments.map(({ appointmentId }) => appointmentId)).size).toBe(3 * each - leaving)
    expect(new Set(appointments.map(({ name, startsAt }) => `${name} ${startsAt}`)).size).toBe(
      3 * each - leaving,
    )
    expect(
      appointments.filter(({ state }) => state === 'here').map(({ appointmentId }) => appointmentId),
    ).toEqual(expect.arrayContaining([...arrived]))
    expect(Math.max(...writes.values())).toBe(1)
    expect(new Set(service.changes).size, `after ${before}`).toBe(service.changes.length)
  } finally {
    await here.stop()
    await service.stop()
    await proxy.stop()
    await dav.stop()
    await feed.stop()
  }
}, 600_000)
