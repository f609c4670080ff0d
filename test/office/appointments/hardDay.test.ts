import { expect, test } from 'vitest'
import type { AppointmentId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { startDavProxy, type DavFault } from '../../fixtures/davProxy.ts'
import { calendarText, eventText, startDav } from '../../fixtures/davServers.ts'
import { holderOf, startHostHere } from '../../fixtures/hostHere.ts'
import { chance } from '../../fixtures/offices/chance.ts'

const seed = Number(process.env['GUICHET_SEED'] ?? 21)
const faults: readonly DavFault[] = ['500', 'page', 'half', 'cut', 'lost']
/** 1 December 2026, 8 h in Paris. */
const morning = Date.parse('2026-12-01T07:00:00Z')
const each = 40
const hourOf = (place: number) => morning + 3_600_000 + place * 300_000
const utc = (at: number) => new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

test('a day of 120 appointments from a calendar, a file and the office itself, under faults: nobody is lost, nobody is twice, nothing is told twice', async () => {
  const random = chance(seed).unit
  const dav = await startDav('radicale')
  let troubled = true
  const writes = new Map<string, number>()
  const proxy = await startDavProxy(dav.url, async ({ method, url }) => {
    const fault = troubled && random() < 0.4 ? faults[Math.floor(random() * faults.length)] : undefined
    // What reaches the calendar, whatever becomes of its answer.
    if (method === 'PUT' && !['500', 'page', 'cut'].includes(fault ?? ''))
      writes.set(url ?? '', (writes.get(url ?? '') ?? 0) + 1)
    return fault
  })
  const here = await startHostHere(morning, { appointmentsEvery: 300 })
  const supervisor = holderOf('supervisor')
  const list = () => here.ask(supervisor, 'appointments.view') as Promise<Output<'appointments.view'>>
  const settled = async (right: () => Promise<boolean>) => {
    for (const end = Date.now() + 40_000; !(await right());) {
      if (Date.now() > end) throw new Error(`seed ${seed}: the day did not settle`)
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  try {
    for (let place = 0; place < each; place++)
      await dav.put(
        `${place}.ics`,
        calendarText(
          ...eventText(
            `${place}`,
            `DTSTART:${utc(hourOf(place))}`,
            'DURATION:PT20M',
            `SUMMARY:AGENDA ${place}`,
          ),
        ),
      )
    const calendar = dav.calendar.replace(dav.url, proxy.url)
    const source = {
      kind: 'caldav',
      url: calendar,
      user: dav.user,
      services: { [calendar]: 'titres' },
      privateAddresses: true,
    }
    await here.ask(holderOf('admin'), 'source.set', { source, secret: dav.secret })
    const rows = Array.from(
      { length: each },
      (_, place) => `f${place};${new Date(hourOf(place)).toISOString()};etat-civil;FICHIER ${place}`,
    )
    const text = ['uid;date;service;nom', ...rows].join('\n')
    expect(await here.ask(supervisor, 'appointment.import', { text, format: 'csv' })).toMatchObject({
      taken: each,
    })
    for (let place = 0; place < each; place++)
      expect(
        await here.ask(supervisor, 'appointment.book', {
          serviceId: 'elections',
          startsAt: hourOf(place),
          name: `DONNE ${place}`,
        }),
      ).toHaveProperty('appointmentId')
    await settled(async () => (await list()).total === 3 * each)
    const ofCalendar = (await list()).appointments.filter(({ name }) => name?.startsWith('AGENDA'))
    const arrived = new Set<AppointmentId>()
    for (const { appointmentId } of ofCalendar) {
      if (random() < 0.5) continue
      expect(await here.ask(holderOf('agent'), 'appointment.arrive', { appointmentId })).toHaveProperty(
        'number',
      )
      arrived.add(appointmentId)
    }
    // Some leave the calendar while it is troubled, arrived or not.
    const removed = ofCalendar.filter((_, place) => place % 10 === 0)
    for (const { name } of removed) await dav.remove(`${name!.split(' ')[1]}.ics`)
    troubled = false
    const leaving = removed.filter(({ appointmentId }) => !arrived.has(appointmentId)).length
    await settled(async () => (await list()).total === 3 * each - leaving)
    const staying = ofCalendar.filter((one) => arrived.has(one.appointmentId) && !removed.includes(one))
    const said = async ({ name }: (typeof ofCalendar)[number]) =>
      (await dav.get(`${name!.split(' ')[1]}.ics`)).includes('X-GUICHET-STATE:ARRIVED')
    await settled(async () => (await Promise.all(staying.map(said))).every(Boolean))
    const { appointments } = await list()
    expect(new Set(appointments.map(({ appointmentId }) => appointmentId)).size).toBe(3 * each - leaving)
    expect(
      appointments.filter(({ state }) => state === 'here').map(({ appointmentId }) => appointmentId),
    ).toEqual(expect.arrayContaining([...arrived]))
    expect(Math.max(...writes.values())).toBe(1)
    for (const one of ofCalendar)
      if (!arrived.has(one.appointmentId) && !removed.includes(one)) expect(await said(one)).toBe(false)
  } finally {
    await here.stop()
    await proxy.stop()
    await dav.stop()
  }
})
