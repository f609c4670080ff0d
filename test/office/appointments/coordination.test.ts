import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppointmentId, TicketId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { openForReading } from '../../../db/open.ts'
import { startAnts, type AntsDouble } from '../../fixtures/antsDouble.ts'
import { holderOf, startHostHere, type HostHere } from '../../fixtures/hostHere.ts'
import { until } from '../../fixtures/until.ts'

// A host that speaks with a double of the national coordination: what it gives is declared, moved, withdrawn; what is shown at
// the counter is checked.

/** 1 December 2026, 8 h in Paris. */
const morning = Date.parse('2026-12-01T07:00:00Z')
const nineTwenty = Date.parse('2026-12-01T08:20:00Z')

let ants: AntsDouble
let here: HostHere
beforeEach(async () => {
  ants = await startAnts()
  here = await startHostHere(morning, { appointmentsEvery: 300 })
})
afterEach(async () => {
  await here.stop()
  await ants.stop()
})

const admin = holderOf('admin')
const supervisor = holderOf('supervisor')
const agent = holderOf('agent', 'agent1', { agentId: 'agent1' as never })
const settings = (more: object = {}) => ({
  url: ants.url,
  meetingPointId: '12',
  meetingPoint: 'Mairie',
  managementUrl: 'https://mairie.example/rendez-vous',
  services: ['titres'],
  privateAddresses: true,
  ...more,
})
const set = (more: object = {}) =>
  here.ask(admin, 'coordination.set', { coordination: settings(more), token: ants.token })
const book = async (startsAt: number, ...numbers: string[]) => {
  const booked = await here.ask(supervisor, 'appointment.book', { serviceId: 'titres', startsAt, numbers })
  return (booked as Output<'appointment.book'>).appointmentId
}
const cancel = (appointmentId: AppointmentId) => here.ask(supervisor, 'appointment.cancel', { appointmentId })
const shown = () => here.ask(admin, 'coordination.show') as Promise<Output<'coordination.show'>>
const settled = () => until(shown, ({ waiting }) => waiting === 0)
const declared = () => ants.rows.map((row) => `${row.application_id} ${row.appointment_date}`).toSorted()
const posts = () => ants.calls.filter((call) => call.startsWith('POST')).length
const called = async (...numbers: string[]) => {
  const appointmentId = await book(nineTwenty, ...numbers)
  await here.ask(holderOf('agent'), 'appointment.arrive', { appointmentId })
  await here.ask(agent, 'counter.open', { counterId: '1' })
  const { ticket } = (await here.ask(agent, 'ticket.callNext')) as Output<'ticket.callNext'>
  await here.ask(agent, 'ticket.start')
  return ticket!.ticketId
}
const numbersAt = async () =>
  ((await here.ask(agent, 'counter.view')) as Output<'counter.view'>).current?.numbers
/** How many numbers the folder has. */
const kept = async () => {
  const db = await openForReading(here.dir)
  const count = db.prepare("select count(*) from personal where kind = 'preApplication'").pluck().get()
  db.close()
  return count
}
const check = (number: string, ticketId?: TicketId) =>
  here.ask(agent, 'preApplication.check', { number, ...(ticketId ? { ticketId } : {}) })

describe('what the office gives for titles', () => {
  test('an appointment with two numbers is two declarations, at the office’s hour, each with its own address', async () => {
    await set()
    await book(nineTwenty, 'rdvtest001', 'RDVTEST002')
    await settled()
    expect(declared()).toEqual(['RDVTEST001 2026-12-01 09:20:00', 'RDVTEST002 2026-12-01 09:20:00'])
    const addresses = ants.rows.map((row) => row.management_url)
    expect(new Set(addresses).size).toBe(2)
    for (const address of addresses) {
      expect(address).toMatch(/^https:\/\/mairie\.example\/rendez-vous\/[0-9a-f]{8}\/[\w-]{22}$/)
      expect(address).not.toMatch(/RDVTEST/i)
    }
  })

  test('a cancellation withdraws it, and others’ declarations stay', async () => {
    const elsewhere = {
      application_id: 'RDVTEST001',
      meeting_point: 'Mairie voisine',
      appointment_date: '2026-12-02 10:00:00',
      management_url: 'https://rdv.example/b',
    }
    ants.rows.push(elsewhere)
    await set()
    const appointmentId = await book(nineTwenty, 'RDVTEST001')
    await until(declared, (seen) => seen.length === 2)
    await cancel(appointmentId)
    await until(declared, (seen) => seen.length === 1)
    expect(ants.rows).toEqual([elsewhere])
    await settled()
    expect(here.host.office().appointments.size).toBe(0)
  })

  test('other numbers of an appointment withdraw the old ones and declare the new', async () => {
    await set()
    const appointmentId = await book(nineTwenty, 'RDVTEST001')
    await until(declared, (seen) => seen.length === 1)
    await here.ask(supervisor, 'appointment.setNumbers', { appointmentId, numbers: ['RDVTEST003'] })
    await until(declared, (seen) => seen[0]?.startsWith('RDVTEST003') === true && seen.length === 1)
  })

  test('two appointments of one number are both declared, and one cancelled leaves the other', async () => {
    await set()
    const first = await book(nineTwenty, 'RDVTEST001')
    await book(nineTwenty + 3_600_000, 'RDVTEST001')
    await until(declared, (seen) => seen.length === 2)
    await cancel(first)
    await until(declared, (seen) => seen.length === 1)
    expect(declared()).toEqual(['RDVTEST001 2026-12-01 10:20:00'])
  })

  test('a place that is named otherwise, under another page, declares again and leaves nothing behind', async () => {
    await set()
    await book(nineTwenty, 'RDVTEST001')
    await until(declared, (seen) => seen.length === 1)
    await set({ meetingPoint: 'Hôtel de ville', managementUrl: 'https://autre.example/annuler' })
    await until(
      () => ants.rows.map((row) => row.meeting_point),
      (seen) => seen.length === 1 && seen[0] === 'Hôtel de ville',
    )
    expect(ants.rows[0]?.management_url).toMatch(/^https:\/\/autre\.example\/annuler\//)
  })

  test('another service, a past hour and a number that is not recognised declare nothing', async () => {
    await set()
    await here.ask(supervisor, 'appointment.book', {
      serviceId: 'etat-civil',
      startsAt: nineTwenty,
      numbers: ['RDVTEST001'],
    })
    await book(nineTwenty, 'SOLOCAL006')
    await until(shown, ({ exchanges }) => exchanges.length > 0)
    expect([declared(), posts()]).toEqual([[], 0])
  })

  test('an appointment whose hour has passed stays as it was declared', async () => {
    await set()
    const appointmentId = await book(nineTwenty, 'RDVTEST001')
    await until(declared, (seen) => seen.length === 1)
    here.clock.now = nineTwenty + 60_000
    await cancel(appointmentId)
    await settled()
    expect(declared()).toHaveLength(1)
  })

  test('a number that is none is refused, and nothing is given', async () => {
    expect(
      await here.ask(supervisor, 'appointment.book', {
        serviceId: 'titres',
        startsAt: nineTwenty,
        numbers: ['RDVTEST0'],
      }),
    ).toBe('malformedNumber')
    expect(here.host.office().appointments.size).toBe(0)
  })
})

describe('a service that fails', () => {
  test.each(['500', 'busy', 'token', 'lost'] as const)(
    '%s: what was to be declared is, once',
    async (fault) => {
      await set()
      ants.fail(fault === 'lost' ? 'POST' : 'GET', fault)
      await book(nineTwenty, 'RDVTEST001')
      await until(declared, (seen) => seen.length === 1)
      await settled()
      expect([declared().length, posts()]).toEqual([1, 1])
    },
  )

  test('a host that stops before it told, or before it was answered, tells it once and withdraws what is cancelled', async () => {
    await set()
    const kept = await book(nineTwenty, 'RDVTEST001')
    await until(declared, (seen) => seen.length === 1)
    ants.draw(() => '500')
    await cancel(kept)
    await book(nineTwenty, 'RDVTEST002')
    await until(shown, ({ problem }) => problem === 'serverTrouble')
    expect((await shown()).waiting).toBe(2)
    const { dir, clock } = here
    await here.host.stop()
    ants.draw(() => undefined)
    const again = await startHostHere(clock.now, { appointmentsEvery: 300, dir })
    try {
      await until(declared, (seen) => seen.length === 1 && seen[0]!.startsWith('RDVTEST002'))
    } finally {
      await again.host.stop()
      here = await startHostHere(clock.now, { appointmentsEvery: 300 })
    }
  })

  test('switched off, nothing more is asked', async () => {
    await set()
    await here.ask(admin, 'coordination.set', { coordination: null })
    await book(nineTwenty, 'RDVTEST001')
    expect(await check('RDVTEST001')).toBe('coordinationOff')
    expect(ants.calls).toEqual([])
    // On again, what was given meanwhile is told.
    await set()
    await until(declared, (seen) => seen.length === 1)
  })
})

describe('at the counter', () => {
  test('the numbers of who arrives are checked by themselves, and the sheet says what they are worth', async () => {
    await set()
    await called('RDVTEST001', 'SOLOCAL007')
    const seen = await until(numbersAt, (all) => all?.every(({ state }) => state !== null) === true)
    expect(seen).toEqual([
      { number: 'RDVTEST001', state: 'validated', elsewhere: [] },
      { number: 'SOLOCAL007', state: 'consumed', elsewhere: [] },
    ])
  })

  test.each([
    [' rdv test001', 'RDVTEST001', 'validated'],
    ['SOLOCAL006', 'SOLOCAL006', 'declared'],
    ['SOLOCAL007', 'SOLOCAL007', 'consumed'],
    ['SOLOCAL010', 'SOLOCAL010', 'expired'],
    ['ABCDEFGHIJ', 'ABCDEFGHIJ', 'unknown'],
    ['SOLOCAL099', 'SOLOCAL099', 'other'],
  ])('« %s », typed, is %s: %s', async (typed, number, state) => {
    await set()
    expect(await check(typed)).toEqual({ number, state, elsewhere: [] })
  })

  test('nine letters are refused without a call', async () => {
    await set()
    expect(await check('RDVTEST00')).toBe('malformedNumber')
    expect(ants.calls).toEqual([])
  })

  test('an appointment elsewhere is a warning with its person’s own link, and the one here is none', async () => {
    const row = { application_id: 'RDVTEST001', meeting_point: 'Mairie annexe' }
    ants.rows.push(
      { ...row, appointment_date: '2026-12-03 09:20:00', management_url: 'https://rdv.example/b' },
      { ...row, appointment_date: '2026-11-03 09:20:00', management_url: 'https://rdv.example/past' },
      {
        ...row,
        meeting_point: 'Mairie',
        appointment_date: '2026-12-01 09:20:00',
        management_url: 'https://other-editor.example/a',
      },
    )
    await set()
    await called('RDVTEST001')
    const seen = await until(numbersAt, (all) => all?.every(({ state }) => state !== null) === true)
    expect(seen?.[0]?.elsewhere).toEqual([
      {
        meetingPoint: 'Mairie annexe',
        startsAt: Date.parse('2026-12-03T08:20:00Z'),
        managementUrl: 'https://rdv.example/b',
      },
    ])
  })

  test.each(['500', 'silence', 'token'] as const)(
    '%s: the person is received, « not verified », and the number is asked again',
    async (fault) => {
      await set()
      ants.draw(() => fault)
      const ticketId = await called()
      expect(await check('RDVTEST001', ticketId)).toEqual({
        number: 'RDVTEST001',
        state: null,
        elsewhere: [],
      })
      expect(await numbersAt()).toEqual([{ number: 'RDVTEST001', state: null, elsewhere: [] }])
      ants.draw(() => undefined)
      await until(numbersAt, (all) => all?.[0]?.state === 'validated')
    },
  )

  test('what was shown is forgotten once the day is closed', async () => {
    await set()
    const ticketId = await called()
    await check('RDVTEST001', ticketId)
    expect(await kept()).toBe(1)
    await here.ask(agent, 'visit.close', { outcome: 'information' })
    await here.ask(supervisor, 'day.close')
    expect(here.host.office().day).toBeNull()
    expect(await kept()).toBe(0)
  })
})

test('neither a number, an address nor the token goes to the log or to what the administration is shown', async () => {
  ants.rows.push({
    application_id: 'RDVTEST001',
    meeting_point: 'Mairie annexe',
    appointment_date: '2026-12-03 09:20:00',
    management_url: 'https://rdv.example/b',
  })
  await set()
  ants.fail('GET', '500')
  await called('RDVTEST001')
  await until(numbersAt, (all) => all?.[0]?.state === 'validated')
  const page = JSON.stringify(await shown())
  const logged = here.logged.join('\n')
  expect(logged).toContain('coordination')
  for (const secret of ['RDVTEST', 'rdv.example', ants.token]) {
    expect(logged).not.toContain(secret)
    expect(page).not.toContain(secret)
  }
})

test('a check is noted among the consultations', async () => {
  await set()
  await check('RDVTEST001')
  const { consultations } = (await here.ask(admin, 'consultations.list')) as Output<'consultations.list'>
  expect(consultations[0]).toMatchObject({ what: 'appointments', stationId: 'agent1' })
  expect(JSON.stringify(consultations)).not.toContain('RDVTEST')
})

test('the service is tried without anything being kept', async () => {
  const tried = (more: object) =>
    here.ask(admin, 'coordination.try', { coordination: settings(), ...more }) as Promise<object>
  expect(await tried({ token: ants.token })).toEqual({ problem: null })
  expect(await tried({ token: 'autre' })).toEqual({ problem: 'refusedSecret' })
  expect(await shown()).toMatchObject({ coordination: null, hasToken: false })
})
