import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { statusOf } from '../../../electron/host/core/admission.ts'
import { roles } from '../../../shared/contract/define.ts'
import type { AgentId, CommandId } from '../../../shared/contract/ids.ts'
import { callNames, calls, type Output } from '../../../shared/contract/index.ts'
import { scopes } from '../../../shared/contract/integrations/scopes.ts'
import { paces } from '../../../shared/contract/pace.ts'
import { root } from '../../runtime/places.ts'
import { bounds, otherBounds } from '../../fixtures/bounds.ts'
import { holderOf, startHostHere, type HostHere } from '../../fixtures/hostHere.ts'

// How often one station may ask for what runs out, on a real host whose clock stands still.

const opening = Date.UTC(2026, 2, 3, 9)
const night = Number(process.env['GUICHET_RUNS'] ?? 100) > 100
/** By day each call is asked by one of those who may: its pace is counted the same way for all. */
const walks = bounds.filter(
  ({ call }, at) => night || at === bounds.findIndex((first) => first.call === call),
)
let office: HostHere
/** For each test of a group, an office that nobody asked anything. */
function newOffices(): void {
  beforeEach(async () => {
    office = await startHostHere(opening)
  })
  afterEach(() => office.stop())
}

const kiosk = holderOf('kiosk')
const titres = { serviceId: 'titres' }
/** What that many asks in a row answer: their codes, « done » for those that were. */
async function codesOf(times: number, ask: () => Promise<unknown>): Promise<readonly string[]> {
  const codes: string[] = []
  for (let n = 0; n < times; n++) {
    const answer = await ask()
    codes.push(typeof answer === 'string' ? answer : 'done')
  }
  return codes
}
const supervision = async () =>
  (await office.ask(holderOf('supervisor'), 'supervision.view')) as Output<'supervision.view'>

describe('the table of bounds', () => {
  test('it says what the contract declares, call by call and role by role', () => {
    const declared = callNames.flatMap((name) =>
      roles.flatMap((role) => {
        const pace = calls[name].pace?.[role]
        return pace === undefined ? [] : [`${name} ${role} ${pace}`]
      }),
    )
    const told = bounds.map(({ call, by, pace }) => `${call} ${by} ${pace}`)
    expect(told.toSorted()).toEqual(declared.toSorted())
  })

  test('every act that a station without anyone, or a token of other software, may ask has a pace', () => {
    const ofSoftware = new Set(Object.values(scopes).flat())
    const open = callNames.filter((name) => calls[name].kind === 'command')
    const without = [
      ...open.filter((name) => calls[name].roles.includes('kiosk') && !calls[name].pace?.kiosk),
      ...open.filter((name) => calls[name].roles.includes('display')),
      ...open.filter((name) => ofSoftware.has(name) && !calls[name].pace?.integration),
    ]
    expect(without).toEqual([])
  })

  test('whoever prints, looks for people, exports or asks elsewhere has a pace, whatever their role', () => {
    const consuming = /\.(print|printSheet|test|label|find|search|export|ask|book|send|make|try|replay)$/
    const without = callNames
      .filter((name) => consuming.test(name) && calls[name].kind !== 'view')
      // Bytes of a recording: the office keeps 64 MiB of them. An agent who books is in front of the person.
      .filter((name) => !['recording.send', 'appointment.book'].includes(name))
      .filter((name) => calls[name].roles.some((role) => calls[name].pace?.[role] === undefined))
    expect(without).toEqual([])
  })

  test('whoever reads what was done over a period, or all that is booked, has a pace, other software too', () => {
    const ofSoftware = new Set(Object.values(scopes).flat())
    const whole = callNames.filter((name) => /^(?:history|commitments|statistics)\.|\.calendar$/.test(name))
    const without = whole.filter(
      (name) =>
        calls[name].roles.some((role) => calls[name].pace?.[role] === undefined) ||
        (ofSoftware.has(name) && calls[name].pace?.integration === undefined),
    )
    expect(without).toEqual([])
  })

  test('what another count bounds is reached by the test that it names', () => {
    for (const { what, code, reachedIn } of otherBounds) {
      const file = join(root, reachedIn)
      expect(existsSync(file) && readFileSync(file, 'utf8').includes(code), `${what}: ${code}`).toBe(true)
    }
  })
})

describe('each bound', () => {
  let walked: HostHere
  let software = ''
  beforeAll(async () => {
    walked = await startHostHere(opening)
    const token = await walked.ask(holderOf('admin'), 'apiToken.create', {
      label: 'Agenda',
      scopes: ['tickets'],
      until: null,
    })
    software = (token as Output<'apiToken.create'>).tokenId
  })
  afterAll(() => walked.stop())

  test.each(walks.map((bound) => [`${bound.call} by ${bound.by}`, bound] as const))(
    '%s is answered as often as its pace says, then refused with its code, and heard of',
    async (_, { call, by, pace, heard, input }) => {
      const { clock, ask } = walked
      // What was asked before is forgotten.
      clock.now += 3_600_000
      const agent = by === 'agent' ? { agentId: 'agent1' as AgentId } : {}
      const alone = by === 'integration' ? software : by
      const station = holderOf(by, heard === 'log' ? `${by} of ${call}` : alone, agent)
      const { burst, seconds } = paces[pace]
      const once = () => ask(station, call, input)
      expect(await codesOf(burst, once)).not.toContain('tooOften')
      expect(await once()).toBe('tooOften')
      clock.now += seconds * 1000
      expect(await codesOf(2, once), 'one more after its time').toEqual([
        expect.not.stringMatching('tooOften'),
        'tooOften',
      ])
      const { stations } = (await ask(
        holderOf('supervisor'),
        'supervision.view',
      )) as Output<'supervision.view'>
      expect(stations.map(({ asks }) => asks?.what)).toEqual(heard === 'supervision' ? [pace] : [])
    },
  )
})

describe('the time of the thread that answers everyone', () => {
  let small: HostHere
  beforeAll(async () => {
    small = await startHostHere(opening, { answeringTime: { burst: 20, share: 0.001 } })
  })
  afterAll(() => small.stop())

  /** Asks again and again, as a program does. @returns the code that ended it, or how many were answered */
  const again = async (ask: () => Promise<unknown>): Promise<unknown> => {
    for (let n = 0; n < 20_000; n++) {
      const said = await ask()
      if (typeof said === 'string') return said
    }
    return 'always answered'
  }

  test('a station that asks its screens without end is refused, and the supervisor hears of it', async () => {
    expect(await again(() => small.ask(kiosk, 'kiosk.view'))).toBe('busyWithOthers')
    const watched: string[] = []
    small.host.watch(
      kiosk,
      'display.view',
      {},
      () => watched.push('seen'),
      (code) => watched.push(code),
    )
    expect(watched).toEqual(['busyWithOthers'])
    const said = (await small.ask(
      holderOf('supervisor', 'fresh'),
      'supervision.view',
    )) as Output<'supervision.view'>
    expect(said.stations).toMatchObject([{ stationId: 'kiosk', asks: { what: 'views' } }])
    expect(small.logged.some((line) => line.includes('busyWithOthers'))).toBe(true)
  })

  test('it still takes tickets, and an agent who reads without end still calls', async () => {
    expect(await again(() => small.ask(kiosk, 'kiosk.view'))).toBe('busyWithOthers')
    expect(await small.ask(kiosk, 'ticket.take', titres)).toHaveProperty('number')
    const agent = holderOf('agent', 'agent1', { agentId: 'agent1' as AgentId })
    expect(await again(() => small.ask(agent, 'law.show', { id: 'cni' }))).toBeTypeOf('string')
    expect(await again(() => small.ask(agent, 'counter.view'))).toBe('busyWithOthers')
    expect(await small.ask(agent, 'counter.open', { counterId: '1' })).not.toBe('busyWithOthers')
    expect(await small.ask(agent, 'ticket.callNext')).toHaveProperty('ticket')
  })

  test('another station asks as before', async () => {
    expect(await small.ask(holderOf('display', 'other'), 'display.view')).toHaveProperty('calls')
    expect(statusOf('busyWithOthers')).toBe(429)
  })
})

describe('a kiosk', () => {
  newOffices()

  test('gives the sixty tickets of a crowd at the opening at once, then one each three seconds', async () => {
    const take = () => office.ask(kiosk, 'ticket.take', titres)
    expect(await codesOf(60, take)).not.toContain('tooOften')
    const many = await codesOf(3000, take)
    expect(many.filter((code) => code === 'done')).toEqual([])
    for (let n = 0; n < 10; n++) {
      office.clock.now += 3000
      expect(await codesOf(2, take)).toEqual(['done', 'tooOften'])
    }
  })

  test('never keeps the reception from giving numbers, nor another kiosk', async () => {
    await codesOf(200, () => office.ask(kiosk, 'ticket.take', titres))
    const agent = holderOf('agent', 'agent1', { agentId: 'agent1' as AgentId })
    expect(await codesOf(500, () => office.ask(agent, 'reception.take', titres))).not.toContain('tooOften')
    expect(await codesOf(1, () => office.ask(holderOf('kiosk', 'borne2'), 'ticket.take', titres))).toEqual([
      'done',
    ])
  })

  test('that repeats an act whose answer was lost has that answer, however often it asked', async () => {
    const commandId = '0198c1f2-0000-7abc-8def-000000000007' as CommandId
    const first = await office.host.call(kiosk, 'ticket.take', titres, commandId)
    await codesOf(80, () => office.ask(kiosk, 'ticket.take', titres))
    expect(await office.host.call(kiosk, 'ticket.take', titres, commandId)).toEqual(first)
  })

  test('that asks something else under the id of an act that was done passes no pace', async () => {
    const commandId = '0198c1f2-0000-7abc-8def-000000000008' as CommandId
    await office.host.call(kiosk, 'ticket.take', titres, commandId)
    await codesOf(80, () => office.ask(kiosk, 'ticket.take', titres))
    const other = { ...titres, procedureId: 'cni' }
    expect(await office.host.call(kiosk, 'ticket.take', other, commandId)).toMatchObject({ code: 'tooOften' })
    expect(
      await office.host.call(kiosk, 'ticket.certify', { ...titres, why: 'serviceClosed' }, commandId),
    ).toMatchObject({ code: 'tooOften' })
  })

  test('has the pace that the office set, where it set one', async () => {
    await office.ask(holderOf('supervisor'), 'rules.set', {
      rules: { kioskPace: { burst: 200, seconds: 1 } },
    })
    const codes = await codesOf(201, () => office.ask(kiosk, 'ticket.take', titres))
    expect(codes.filter((code) => code === 'tooOften')).toHaveLength(1)
  })

  test('that asks too often is a decision of the supervisor, who suspends it until they resume it', async () => {
    await codesOf(90, () => office.ask(kiosk, 'ticket.take', titres))
    const asking = { stationId: 'kiosk', name: null, software: false }
    expect((await supervision()).stations).toEqual([
      { ...asking, suspendedAt: null, asks: { what: 'numbers', aMinute: 90 } },
    ])
    const supervisor = holderOf('supervisor')
    expect(await office.ask(supervisor, 'station.suspend', { stationId: 'kiosk' })).toEqual({})
    office.clock.now += 3_600_000
    expect(await office.ask(kiosk, 'ticket.take', titres)).toBe('stationSuspended')
    expect(await office.ask(kiosk, 'trail.get', { code: 'ABCD' })).toBe('stationSuspended')
    expect(await office.ask(kiosk, 'station.me'), 'its page shows why').toMatchObject({ suspended: true })
    expect((await supervision()).stations).toEqual([{ ...asking, suspendedAt: opening, asks: null }])
    expect(await office.ask(supervisor, 'station.resume', { stationId: 'kiosk' })).toEqual({})
    expect(await codesOf(1, () => office.ask(kiosk, 'ticket.take', titres))).toEqual(['done'])
    expect((await supervision()).stations).toEqual([])
    expect(await office.ask(supervisor, 'station.resume', { stationId: 'kiosk' })).toBe('unknownStation')
    expect(await office.ask(supervisor, 'station.suspend', { stationId: 'agent1' })).toBe('unknownStation')
  })
})

describe('other stations and other software', () => {
  newOffices()

  test('what is asked too often is 429 over HTTP, and counted in the log by its station', async () => {
    expect(statusOf('tooOften')).toBe(429)
    const agent = holderOf('agent', 'guichet-2', { agentId: 'agent1' as AgentId, from: '192.168.1.20' })
    await codesOf(400, () => office.ask(agent, 'files.find', { reference: 'DO-2026-1' }))
    const line = {
      what: 'refused',
      code: 'tooOften',
      address: '192.168.1.20',
      stationId: 'guichet-2',
      count: 1,
    }
    expect(office.logged).toContain(JSON.stringify(line))
  })

  test('other software that is suspended has nothing any more: no act, no reading, no view, no events', async () => {
    const token = { label: 'Agenda', scopes: ['queue', 'events'], until: null }
    const { tokenId } = (await office.ask(
      holderOf('admin'),
      'apiToken.create',
      token,
    )) as Output<'apiToken.create'>
    const software = holderOf('integration', tokenId, { scopes: ['queue', 'events'] })
    expect(office.host.barred(software, 'queue.view')).toBeUndefined()
    const leave = office.host.follow(software, () => undefined)
    expect(leave).toBeTypeOf('function')
    if (typeof leave === 'function') leave()
    await office.ask(holderOf('supervisor'), 'station.suspend', { stationId: tokenId })
    expect(office.host.barred(software, 'queue.view')).toBe('stationSuspended')
    expect(office.host.barred(software, 'events'), 'a stream that is open ends').toBe('stationSuspended')
    expect(office.host.follow(software, () => undefined)).toMatchObject({ code: 'stationSuspended' })
    expect(await office.ask(software, 'queue.view')).toBe('stationSuspended')
  })

  test('a file that is watched is a look at people’s data, as one that is asked for', async () => {
    const agent = holderOf('agent', 'guichet-3', { agentId: 'agent1' as AgentId })
    const input = { fileId: '0198c1f2-0000-7abc-8def-0123456789ab' as never }
    const refused: string[] = []
    for (let look = 0; look < 301; look++)
      office.host.watch(
        agent,
        'file.view',
        input,
        () => undefined,
        (code) => refused.push(code),
      )()
    expect(refused).toEqual(['tooOften'])
  })

  test('an office has twenty addresses to notify and a hundred tokens at most', async () => {
    const admin = holderOf('admin')
    const webhook = { label: 'Suivi', url: 'https://suivi.example/', types: [] }
    expect((await codesOf(21, () => office.ask(admin, 'webhook.create', webhook))).at(-1)).toBe(
      'softwareFull',
    )
    const token = { label: 'Agenda', scopes: ['queue'], until: null }
    expect((await codesOf(101, () => office.ask(admin, 'apiToken.create', token))).at(-1)).toBe(
      'softwareFull',
    )
  })
})
