import { expect, test } from 'vitest'
import type { AppointmentId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { startAnts, type AntsFault } from '../../fixtures/antsDouble.ts'
import { holderOf, startHostHere } from '../../fixtures/hostHere.ts'
import { done, newFolder, removeFolder, startHost } from '../../fixtures/startHost.ts'
import { until } from '../../fixtures/until.ts'

/** Numbers of a seed, from 0 to 1: the same each time (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const seed = Number(process.env['GUICHET_SEED'] ?? 21)
// Each silence holds its four seconds: the others are drawn, and one silence is played by itself.
const faults: readonly AntsFault[] = ['500', 'token', 'already', '500']
/** 1 December 2026, 8 h in Paris. */
const morning = Date.parse('2026-12-01T07:00:00Z')
const settings = (url: string) => ({
  url,
  meetingPointId: '12',
  meetingPoint: 'Mairie',
  managementUrl: 'https://mairie.example/rendez-vous',
  services: ['titres'],
  privateAddresses: true,
})
const numberOf = (place: number) => `RDVTEST${String(place).padStart(3, '0')}`

test('a day of 120 appointments under faults of the service: each is declared once, each cancelled is withdrawn, and others’ stay', async () => {
  const random = drawn(seed)
  const ants = await startAnts()
  const others = Array.from({ length: 20 }, (_, place) => ({
    application_id: numberOf(place * 5),
    meeting_point: 'Mairie voisine',
    appointment_date: '2026-12-05 10:00:00',
    management_url: `https://rdv.example/${place}`,
  }))
  ants.rows.push(...others)
  const here = await startHostHere(morning, { appointmentsEvery: 20 })
  const supervisor = holderOf('supervisor')
  const shown = () => here.ask(holderOf('admin'), 'coordination.show') as Promise<Output<'coordination.show'>>
  try {
    await here.ask(holderOf('admin'), 'coordination.set', {
      coordination: settings(ants.url),
      token: ants.token,
    })
    ants.draw(() => (random() < 0.3 ? faults[Math.floor(random() * faults.length)] : undefined))
    ants.fail('POST', 'lost')
    const given: AppointmentId[] = []
    for (let place = 0; place < 120; place++) {
      const booked = (await here.ask(supervisor, 'appointment.book', {
        serviceId: 'titres',
        startsAt: morning + 3_600_000 + place * 300_000,
        numbers: [numberOf(place)],
      })) as Output<'appointment.book'>
      given.push(booked.appointmentId)
      // Some change their mind while the service is troubled.
      if (place % 6 === 5)
        await here.ask(supervisor, 'appointment.cancel', { appointmentId: given[place - 2] })
    }
    await until(shown, ({ waiting }) => waiting < 60)
    ants.draw(() => undefined)
    await until(shown, ({ waiting }) => waiting === 0)
    const cancelled = new Set(given.flatMap((_, place) => (place % 6 === 5 ? [place - 2] : [])))
    const wanted = given.flatMap((_, place) => (cancelled.has(place) ? [] : [numberOf(place)]))
    const ours = ants.rows.filter((row) => row.meeting_point === 'Mairie')
    expect(ours.map((row) => row.application_id).toSorted()).toEqual(wanted)
    expect(new Set(ours.map((row) => row.management_url)).size).toBe(wanted.length)
    expect(ants.rows.filter((row) => row.meeting_point !== 'Mairie')).toEqual(others)
    // What was told is told no more.
    const calls = ants.calls.length
    await here.ask(supervisor, 'appointment.book', {
      serviceId: 'etat-civil',
      startsAt: morning + 3_600_000,
    })
    await here.ask(holderOf('agent'), 'preApplication.check', { number: numberOf(0) })
    expect(ants.calls.length).toBe(calls + 1)
  } finally {
    await here.stop()
    await ants.stop()
  }
})

test('a host killed while the service keeps it waiting declares once, and still withdraws what was cancelled', async () => {
  const ants = await startAnts()
  const dir = await newFolder()
  const options = { at: '2026-12-01T08:00:00+01:00' }
  let host = await startHost(dir, options)
  const waits = (calls: number) =>
    until(
      () => ants.calls,
      (seen) => seen.length >= calls,
    )
  try {
    await done(host, 'admin', 'commands/coordination.set', {
      coordination: settings(ants.url),
      token: ants.token,
    })
    const book = (number: string, hour: string) =>
      done<Output<'appointment.book'>>(host, 'supervisor', 'commands/appointment.book', {
        serviceId: 'titres',
        startsAt: Date.parse(`2026-12-01T${hour}:00+01:00`),
        numbers: [number],
      })
    const { appointmentId } = await book('RDVTEST001', '14:00')
    await until(
      () => ants.rows.length,
      (rows) => rows === 1,
    )
    // The second is declared, and its answer never comes; the first is cancelled meanwhile.
    ants.fail('POST', 'lost')
    await book('RDVTEST002', '14:20')
    await until(
      () => ants.rows.length,
      (rows) => rows === 2,
    )
    await done(host, 'supervisor', 'commands/appointment.cancel', { appointmentId })
    await host.kill()
    host = await startHost(dir, options)
    await until(
      () => ants.rows.map((row) => row.application_id),
      (rows) => rows.join() === 'RDVTEST002',
    )
    await waits(1)
    expect(ants.calls.filter((call) => call.startsWith('POST'))).toHaveLength(2)
  } finally {
    await host.kill()
    await ants.stop()
    await removeFolder(dir)
  }
})
