import { existsSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'

// A training site given back as new, on a real host: nothing of what was lived in it stays, a real office is never touched,
// and a cut in the middle gives one office or the other.

type Reached = Pick<RunningHost, 'url' | 'tokens'>
const at = '2026-03-03T09:00:00+01:00'
const key = '0198c1f2-0000-7abc-8def-00000000bbbb'
const office = (host: Reached, who = 'agent1') =>
  done<Output<'office.view'>>(host, who, 'queries/office.view')
const lesson = (host: Reached) => done<Output<'training.view'>>(host, 'agent1', 'queries/training.view')
/** Asked until it answers: the host starts again meanwhile. */
const asNew = (host: Reached, former: string | null) =>
  vi.waitFor(
    async () => {
      const { officeId } = await office(host)
      expect(officeId).not.toBe(former)
      return officeId
    },
    { timeout: 20_000, interval: 100 },
  )
const station = {
  stationId: '0198c1f2-0000-7abc-8def-00000000cccc',
  role: 'display',
  place: { name: 'Salle d’attente', counterId: null },
  kind: 'program',
  until: null,
  tokenHash: 'A'.repeat(43),
}
/** At a counter that was added to the former office: the new one has none of that name. */
const beside = {
  ...station,
  stationId: '0198c1f2-0000-7abc-8def-00000000dddd',
  place: { name: 'Guichet ajouté', counterId: '9' },
  tokenHash: 'B'.repeat(43),
}
const mark = (dir: string) => join(dir, 'renewal.json')
const asked = (dir: string, read = false) =>
  writeFile(
    mark(dir),
    JSON.stringify({ commandId: key, agentId: 'agent1', stations: [station, beside], read }),
  )

/** A visit, its paper and its file; someone who waits; what the till took. */
async function live(host: Reached): Promise<void> {
  await done(host, 'agent1', 'commands/training.begin')
  for (const _ of [1, 2])
    await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  const { ticket } = await done<Output<'ticket.callNext'>>(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start', { ticketId: ticket!.ticketId })
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
  const rules = { ...(await settings(host)).rules!, appointmentLateMinutes: 45 }
  await done(host, 'admin', 'commands/rules.set', { rules, services: [] })
}
const settings = async (host: Reached) =>
  (await done<Output<'settings.view'>>(host, 'admin', 'queries/settings.view')).settings!
const papers = (host: Reached) => done<Output<'document.list'>>(host, 'supervisor', 'queries/document.list')

describe('a training site', () => {
  /** The folder of one that was lived in, then killed: each test does something to a copy of it. */
  let lived: string
  let before: Output<'office.view'>
  beforeAll(async () => {
    lived = await newFolder()
    const host = await startHost(lived, { at })
    await live(host)
    before = await office(host)
    await host.kill()
  })
  afterAll(() => removeFolder(lived))

  /** A copy of it. @param change what is done to it before it is started */
  async function left(change: (dir: string) => Promise<void>): Promise<string> {
    const dir = await newFolder()
    onTestFinished(() => removeFolder(dir))
    await cp(lived, dir, { recursive: true })
    await change(dir)
    return dir
  }
  async function startLeft(change: (dir: string) => Promise<void>) {
    const dir = await left(change)
    const host = await startInside(dir)
    onTestFinished(() => host.stop())
    return { dir, host }
  }

  test('is as new in one act, for the same tokens at the same address, and a guided day begins', async () => {
    const dir = await left(async () => {})
    const host = await startHost(dir)
    onTestFinished(() => host.kill())
    expect((await papers(host)).documents).not.toEqual([])
    const { officeId: former } = before
    await done(host, 'agent1', 'commands/training.reset', {}, key)
    const officeId = await asNew(host, former)
    expect((await papers(host)).documents).toEqual([])
    expect((await settings(host)).rules!.appointmentLateMinutes).toBe(15)
    const counter = await done<Output<'counter.view'>>(host, 'agent1', 'queries/counter.view')
    expect(counter).toMatchObject({ state: 'free', documents: [], parked: [], absent: [] })
    expect(await office(host)).toMatchObject({ school: true, day: { date: '2026-03-03' } })
    const { situations } = (await lesson(host)).lesson!
    expect(situations).toHaveLength(10)
    expect(situations.flatMap(({ mistakes }) => mistakes)).toEqual([])
    const figures = await done<Output<'history.days'>>(host, 'supervisor', 'queries/history.days', {
      from: '2026-01-01',
      to: '2026-12-31',
    })
    // The first person of the guided day comes within a second, for the elections: nothing of the former day is counted.
    expect(figures.days.filter(({ serviceId }) => serviceId !== 'elections')).toEqual([])
    // Asked again by a page that did not hear the answer, it is done already.
    await done(host, 'agent1', 'commands/training.reset', {}, key)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect((await office(host)).officeId).toBe(officeId)
    expect(existsSync(mark(dir))).toBe(false)
  })

  test.each([
    ['before its journal went', []],
    ['after its journal went, and not its log', ['guichet.sqlite']],
    ['after its journal went', ['guichet.sqlite', 'guichet.sqlite-wal', 'guichet.sqlite-shm']],
  ] as const)('cut %s is the new office, whole, and its stations stay paired', async (_when, gone) => {
    const { dir, host } = await startLeft(async (folder) => {
      await asked(folder, gone.length > 0)
      for (const name of gone) await rm(join(folder, name), { force: true })
    })
    expect((await office(host)).officeId).not.toBe(before.officeId)
    expect((await papers(host)).documents).toEqual([])
    expect((await lesson(host)).lesson!.situations).toHaveLength(10)
    const { stations } = await done<Output<'stations.view'>>(host, 'admin', 'queries/stations.view')
    expect(stations).toMatchObject([
      { stationId: beside.stationId, place: { ...beside.place, counterId: null } },
      { stationId: station.stationId, place: station.place },
    ])
    expect(existsSync(mark(dir))).toBe(false)
  })

  test('cut before what was asked was written down is the office that it was', async () => {
    const { host } = await startLeft((dir) => writeFile(`${mark(dir)}.1234.tmp`, '{"commandId"'))
    expect((await office(host)).officeId).toBe(before.officeId)
    expect((await papers(host)).documents).toHaveLength(1)
  })
})

describe('a real office', () => {
  let real: RealOffice
  let before: Output<'office.view'>
  beforeAll(async () => {
    real = await startRealOffice()
    before = await office({ ...real.running, ...real.host })
  })
  afterAll(() => real.stop())

  test('refuses to be as new, whoever asks, and nothing changes', async () => {
    const host = { ...real.running, ...real.host }
    const { error } = await post(real.host, 'agent1', 'commands/training.reset')
    expect(error).toMatchObject({ code: 'notTraining' })
    for (const who of ['kiosk', 'supervisor', 'admin'])
      expect((await post(real.host, who, 'commands/training.reset')).error?.code).toBe('forbiddenRole')
    expect(existsSync(mark(real.dir))).toBe(false)
    expect(await office(host)).toEqual(before)
  })

  test.each([
    ['that it was asked', () => asked(real.dir)],
    // A training site cut half-way, whose folder was then given to a real office.
    ['that its training journal was read and may be gone', () => asked(real.dir, true)],
    ['something that can’t be read', () => writeFile(mark(real.dir), '{"commandId"')],
  ])('whose folder says %s is left as it is', async (_what, write) => {
    await real.running.stop()
    await write()
    const running = await startInside(real.dir, { school: false })
    try {
      expect(await office({ ...running, tokens: real.host.tokens })).toEqual(before)
      expect(existsSync(mark(real.dir))).toBe(false)
    } finally {
      await running.stop()
    }
  })
})

describe('a training site whose journal is in a database that others share', () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await usePostgres()
  })
  afterAll(() => postgres.stop())

  test('says that it can’t be as new, and what to do', async () => {
    const dir = await newFolder()
    const host = await startInside(dir, { at, journal: await postgres.database() })
    try {
      expect((await lesson(host)).renewable).toBe(false)
      const { error } = await post(host, 'agent1', 'commands/training.reset')
      expect(error).toMatchObject({ code: 'trainingShared', message: expect.stringContaining('--school') })
    } finally {
      await host.stop()
      await removeFolder(dir)
    }
  })
})
