import { randomUUID } from 'node:crypto'
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { knownTokens } from '../../../electron/host/core/tokens.ts'
import { examine } from '../../../electron/host/backup/doctor/examine.ts'
import { wideEntries } from '../../../electron/host/core/ownFolder.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { ownHosts, ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, failedStart, post, type RunningHost } from '../../fixtures/startHost.ts'
import { followEvents } from '../../fixtures/followEvents.ts'
import { programsTake } from '../../fixtures/kioskPace.ts'
import { night } from '../../fixtures/night.ts'

const here = ownHosts()
const { start } = here
/** Where nothing is asked of a host that is a program's own. */
const within = ownHostsInside()

type Reached = Pick<RunningHost, 'url' | 'tokens'>
const takeOne = (host: Reached, key?: string) =>
  done<{ number: string; ticketId: string; takenAt: number }>(
    host,
    'kiosk',
    'commands/ticket.take',
    { serviceId: 'titres' },
    key,
  )

describe('starting', () => {
  test('the default port is free, the address ends without a slash, the output is the ready line alone', async () => {
    const [one, other] = [await start(), await start({}, join(here.dir, 'other'))]
    expect(one.port).not.toBe(other.port)
    for (const host of [one, other]) {
      expect(host.url).toBe(`http://127.0.0.1:${host.port}`)
      await takeOne(host).catch(() => {})
      const lines = host.stdout().split('\n')
      expect(lines).toHaveLength(2)
      expect(JSON.parse(lines[0]!)).toEqual({ ready: true, url: host.url, tokens: host.tokens })
    }
    expect(Object.keys(one.tokens).toSorted()).toEqual(
      ['kiosk', 'display', 'agent1', 'agent2', 'agent3', 'supervisor', 'admin', 'integration'].toSorted(),
    )
    expect(one.stdout() + one.stderr()).not.toContain(one.follower())
  })

  test('before there is an office, what is said first is where it is made, and no key is kept among a service’s messages', async () => {
    const host = await start({ school: false })
    const [first, address] = host.stderr().split('\n')
    expect(first).toContain('L’office se crée dans Administration')
    expect(address).toContain(`${host.url}/#station=administration&token=`)
    for (const token of Object.values(knownTokens(here.dir))) expect(host.stderr()).not.toContain(token)
  })

  test('the training office has four services, three counters and three agents who can all do titles', async () => {
    const host = await within.start()
    const office = await done<{
      services: { serviceId: string; letter: string }[]
      counters: { counterId: string }[]
      school: boolean
    }>(host, 'supervisor', 'queries/office.view')
    expect(office.school).toBe(true)
    expect(office.services.map(({ serviceId }) => serviceId)).toEqual([
      'titres',
      'etat-civil',
      'elections',
      'affaires-generales',
    ])
    expect(office.counters.map(({ counterId }) => counterId)).toEqual(['1', '2', '3'])
    const { agents } = await done<{ agents: { services: string[] }[] }>(host, 'agent1', 'queries/agents.view')
    expect(agents.every(({ services }) => services.includes('titres'))).toBe(true)
    expect(new Set(agents.map(({ services }) => services.join())).size).toBe(3)
  })

  test('a folder that other accounts could read is narrowed when its host starts, which the doctor says before and after', async () => {
    const first = await within.start({ school: false })
    await first.stop()
    for (const [name, mode] of [
      ['.', 0o755],
      ['office.key', 0o644],
      ['guichet.sqlite', 0o664],
      ['logs', 0o775],
      ['logs/host.jsonl', 0o644],
    ] as const)
      await chmod(join(within.dir, name), mode)
    const rights = async () => (await examine(within.dir, Date.now())).find(({ code }) => code === 'rights')
    expect(await rights()).toMatchObject({ level: 'wrong', sentence: expect.stringContaining('office.key') })
    expect(wideEntries(within.dir).map(({ path }) => basename(path))).toEqual(
      expect.arrayContaining(['office.key', 'guichet.sqlite', 'logs', 'host.jsonl']),
    )
    await within.start({ school: false })
    expect(wideEntries(within.dir)).toEqual([])
    expect(await rights()).toMatchObject({ level: 'fine' })
    expect(await readFile(join(within.dir, 'logs', 'host.jsonl'), 'utf8')).toContain('"narrowed"')
  })

  test('a real office’s tokens stay in a file that its owner alone reads, and are not printed', async () => {
    const host = await start({ school: false })
    expect(JSON.parse(host.stdout())).toEqual({ ready: true, url: host.url })
    const { mode } = await stat(join(here.dir, 'tokens.json'))
    expect(mode & 0o777).toBe(0o600)
    expect((await stat(join(here.dir, 'office.key'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(here.dir, 'guichet.sqlite'))).mode & 0o777).toBe(0o600)
  })

  test('a port that is taken is said in a sentence', async () => {
    const { port } = await within.start()
    const { code, stderr, stdout } = await failedStart(join(here.dir, 'other'), { port })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`Le port ${port} est déjà pris`)
    expect(stderr).not.toMatch(/ {4}at /)
  })

  test('a second host on the same folder waits three seconds, says who holds it, and leaves', async () => {
    const host = await within.start()
    const { code, stderr, stdout, ms } = await failedStart(within.dir)
    expect(code).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toContain(`processus ${process.pid}`)
    expect(stderr).toContain(host.url)
    expect(ms).toBeGreaterThan(2500)
    expect(ms).toBeLessThan(15_000)
    expect((await post(host, 'supervisor', 'commands/day.open')).status).toBe(200)
  })

  test('training and a real office do not mix, and the hour of a real one is nobody’s to set', async () => {
    const real = await within.start({ school: false })
    const tokens = JSON.parse(await readFile(join(within.dir, 'tokens.json'), 'utf8')) as Record<
      string,
      string
    >
    await done({ url: real.url, tokens }, 'admin', 'commands/office.create', {
      ...schoolOffice,
      school: false,
    })
    await real.stop()
    for (const options of [
      { school: true, says: 'celui d’un office réel' },
      { school: false, at: '2026-03-03T10:00:00Z', says: 'ne peut être réglée que sur un site de formation' },
    ]) {
      const { code, stderr, stdout } = await failedStart(within.dir, options)
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toContain(options.says)
    }
  })
})

describe('stopping', () => {
  test('SIGTERM, even twice, closes in time with exit 0, followers and watchers connected', async () => {
    const host = await start()
    await done(host, 'supervisor', 'commands/day.open')
    const follower = await followEvents(host)
    const began = performance.now()
    host.signal('SIGTERM')
    host.signal('SIGTERM')
    expect(await host.exited).toBe(0)
    expect(performance.now() - began).toBeLessThan(5000)
    await follower.ended
    expect(host.stderr()).toBe('')
    const again = await within.start({}, here.dir)
    expect((await takeOne(again)).number).toBe('A1')
  })
})

describe('starting again', () => {
  test('tokens and series go on; what was answered is answered again, after a kill too', async () => {
    const first = await start()
    await done(first, 'supervisor', 'commands/day.open')
    const key = randomUUID()
    const taken = await takeOne(first, key)
    await first.stop()
    const second = await start({ port: first.port })
    expect(second.tokens).toEqual(first.tokens)
    expect(await takeOne(second, key)).toEqual(taken)
    const killed = randomUUID()
    const before = await takeOne(second, killed)
    await second.kill()
    const third = await within.start({ port: first.port }, here.dir)
    expect(await takeOne(third, killed)).toEqual(before)
    expect((await takeOne(third)).number).toBe('A3')
    const other = await post(third, 'kiosk', 'commands/ticket.take', { serviceId: 'elections' }, killed)
    expect(other.error?.code).toBe('commandIdReused')
  })

  test('the school clock is set on an existing folder too, runs, and recorded instants never go back', async () => {
    const at = '2026-03-03T10:42:00+01:00'
    const first = await within.start({ at })
    const day = await done<{ date: string }>(first, 'supervisor', 'commands/day.open')
    expect(day.date).toBe('2026-03-03')
    const one = await takeOne(first)
    expect(one.takenAt - Date.parse(at)).toBeGreaterThanOrEqual(0)
    expect(one.takenAt - Date.parse(at)).toBeLessThan(60_000)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await takeOne(first)).takenAt).toBeGreaterThan(one.takenAt)
    await first.stop()

    const earlier = await within.start({ at: '2026-03-03T08:00:00+01:00' })
    const held = await takeOne(earlier)
    expect(held.takenAt).toBeGreaterThan(one.takenAt)
    await earlier.stop()

    const later = await within.start({ at: '2026-03-03T15:00:00+01:00' })
    expect((await takeOne(later)).takenAt).toBeGreaterThanOrEqual(Date.parse('2026-03-03T15:00:00+01:00'))
    const { events } = await readAll(later)
    const ats = events.map((event) => event.at)
    expect(ats).toEqual(ats.toSorted((a, b) => a - b))
    await later.stop()
    const { stderr, code } = await failedStart(within.dir, { at: 'demain' })
    expect(code).toBe(1)
    expect(stderr).toContain('« demain » n’est pas une date et une heure')
  })

  test('a folder that is not there yet is made', async () => {
    await mkdir(join(within.dir, 'a'))
    const host = await within.start({}, join(within.dir, 'a', 'b', 'c'))
    expect((await post(host, 'supervisor', 'commands/day.open')).status).toBe(200)
  })
})

describe('events for other software', () => {
  test('come in order from any position, without gap or double, across a cut and a restart', async () => {
    const host = await start()
    await done(host, 'supervisor', 'commands/day.open')
    for (let at = 0; at < 5; at++) await takeOne(host)
    const all = await followEvents(host)
    await expect.poll(() => all.events.length).toBe(7)
    expect(all.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(all.events.map(({ type }) => type).slice(0, 3)).toEqual([
      'officeCreated',
      'dayOpened',
      'ticketTaken',
    ])
    expect(Object.keys(all.events[2]!).toSorted()).toEqual(['at', 'data', 'seq', 'type'])

    const some = await followEvents(host, { since: 4 })
    const resumed = await followEvents(host, { since: 0, lastEventId: 6 })
    await expect.poll(() => some.events.length).toBe(3)
    const last = await takeOne(host)
    for (const follower of [all, some, resumed]) await expect.poll(() => follower.events.at(-1)?.seq).toBe(8)
    expect(some.events.map(({ seq }) => seq)).toEqual([5, 6, 7, 8])
    expect(resumed.events.map(({ seq }) => seq)).toEqual([7, 8])
    expect(all.events.at(-1)?.data).toMatchObject({ ticketId: last.ticketId, number: last.number })

    await host.kill()
    await all.ended
    const again = await within.start({ port: host.port }, here.dir)
    await takeOne(again)
    const after = await followEvents(again, { lastEventId: all.events.at(-1)!.seq })
    await expect.poll(() => after.events.length).toBe(1)
    const seqs = [...all.events, ...after.events].map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, at) => at + 1))
  })

  // A reader that waits for nobody is held by day by the test before.
  test.runIf(night)('thousands leave in order to a reader who is slow', async () => {
    const host = await within.start()
    await done(host, 'supervisor', 'commands/rules.set', programsTake)
    await done(host, 'supervisor', 'commands/day.open')
    for (let round = 0; round < 12; round++)
      await Promise.all(Array.from({ length: 100 }, () => takeOne(host)))
    const slow = await followEvents(host, { pause: 5 })
    await expect.poll(() => slow.events.length, { timeout: 20_000 }).toBe(1203)
    expect(slow.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 1203 }, (_, at) => at + 1))
    slow.close()
  })

  test('a kiosk, a display or an agent may not follow them, and a position that is none is refused', async () => {
    const host = await within.start()
    const status = async (holder: string, query = '') => {
      const response = await fetch(`${host.url}/api/v1/events${query}`, {
        headers: { authorization: `Bearer ${host.tokens[holder] ?? ''}` },
      })
      await response.body?.cancel()
      return response.status
    }
    expect(await Promise.all(['kiosk', 'display', 'agent1'].map((holder) => status(holder)))).toEqual([
      403, 403, 403,
    ])
    expect(await status('nobody')).toBe(401)
    for (const since of ['-1', 'a', '1.5', '99999999999999999999'])
      expect(await status('integration', `?since=${since}`), since).toBe(400)
    const posted = await fetch(`${host.url}/api/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.tokens['integration']}` },
    })
    expect(posted.status).toBe(405)
  })
})

async function readAll(host: Reached) {
  const follower = await followEvents(host)
  const { total } = await done<{ total: number }>(host, 'supervisor', 'queries/queue.view')
  await expect.poll(() => follower.events.filter(({ type }) => type === 'ticketTaken').length).toBe(total)
  follower.close()
  return follower
}
