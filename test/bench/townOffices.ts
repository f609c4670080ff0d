import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { openPostgresJournal } from '../../db/postgres/open.ts'
import type { Host } from '../../electron/host/host.ts'
import { startHost } from '../../electron/host/startHost.ts'
import { placeOf } from '../../electron/host/core/journalPlace.ts'
import { openKey } from '../../electron/host/office/key.ts'
import { keepKey } from '../../electron/host/office/keyKeeping.ts'
import { openLog, type Log } from '../../electron/host/core/log.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import type { Holder } from '../../electron/host/core/tokens.ts'
import { headlessChromium } from '../../electron/printing/headless.ts'
import type { AgentId, CommandId, Instant, StationId } from '../../shared/contract/ids.ts'
import type { CallName } from '../../shared/contract/index.ts'
import { counterPlaces } from '../../shared/domain/office/defaults.ts'
import { programsTake } from '../fixtures/kioskPace.ts'

// Offices of a town as real hosts of this process, twelve counters each, all in one PostgreSQL database.

/** Counters of an office, and how many times faster than the day their clock runs. */
export const counters = 12
export const faster = 5
/** A visit of ten minutes is five acts, one every two. */
const actEvery = (10 * 60_000) / 5 / faster

const opening = Date.UTC(2026, 2, 3, 8)
const services = ['titres', 'etat-civil', 'elections', 'affaires-generales']

export type TownOffice = { readonly host: Host; readonly steps: number[] }

const letter = (at: number): string => String.fromCodePoint('A'.codePointAt(0)! + at)
const agents = Array.from({ length: counters }, (_, at) => `agent${at + 1}` as string as AgentId)
const holder = (role: Holder['role'], agentId: AgentId | null = null): Holder => ({
  role,
  stationId: (agentId ?? role) as string as StationId,
  agentId,
})

/** How often an act was asked again since the database had not answered in time. */
export const away = { times: 0 }

/** As a page does, an act that the database was too busy for is asked again under its id. */
async function done(host: Host, by: Holder, name: CallName, input: unknown): Promise<void> {
  const commandId = uuidv7() as CommandId
  for (;;) {
    const answer = await host.call(by, name, input, commandId)
    if (!('code' in answer)) return
    if (answer.code !== 'storageAway') throw new Error(`${name}: ${answer.code}`)
    away.times++
  }
}

/** The office's log goes with its folder at the end of the run: why an act failed is said at once. */
function loudLog(dir: string, name: string): Log {
  const log = openLog(dir)
  return {
    ...log,
    fault: (what, error, facts) => {
      log.fault(what, error, facts)
      process.stderr.write(`${name}, ${what}: ${error instanceof Error ? error.stack : String(error)}\n`)
    },
  }
}

/** One office born in the database, its day open, its twelve counters too. */
export async function openOffice(folder: string, url: string, name: string): Promise<TownOffice> {
  const dir = join(folder, name)
  await mkdir(dir, { recursive: true })
  const key = await openKey(dir, null)
  const began = Date.now()
  const host = await startHost({
    dir,
    clock: { now: () => (opening + (Date.now() - began) * faster) as Instant },
    key,
    keyKeeping: keepKey(dir, null),
    log: loudLog(dir, name),
    chromium: headlessChromium(),
    openJournal: () => openPostgresJournal(url, placeOf(dir, key.publicKey, undefined)),
  })
  const { settings } = schoolOffice
  const wide = {
    ...schoolOffice,
    settings: {
      ...settings,
      counters: counterPlaces(counters, settings.printers[0]!.printerId),
      agents: agents.map((agentId) => ({ agentId, services })),
    },
    agents: agents.map((agentId, at) => ({
      agentId,
      // A person's name is letters alone: « agent1 » is refused.
      name: { firstName: 'Dominique', familyName: `Martin-${letter(at)}`, capacity: 'agent d’accueil' },
    })),
  }
  await done(host, holder('admin'), 'office.create', wide)
  await done(host, holder('supervisor'), 'rules.set', programsTake)
  await done(host, holder('supervisor'), 'day.open', {})
  for (const [at, agentId] of agents.entries())
    await done(host, holder('agent', agentId), 'counter.open', { counterId: String(at + 1) })
  return { host, steps: agents.map(() => 0) }
}

/** The next act of a counter's visits: a ticket, a call, a beginning, a sheet, an end, with a paper two times in five. */
async function step({ host, steps }: TownOffice, counter: number): Promise<void> {
  const at = steps[counter]!
  steps[counter] = at + 1
  const by = holder('agent', agents[counter]!)
  const visit = Math.floor(at / 5)
  const filed = (visit + counter) % 5 < 2
  switch (at % 5) {
    case 0:
      return done(host, holder('kiosk'), 'ticket.take', { serviceId: services[counter % services.length] })
    case 1:
      return done(host, by, 'ticket.callNext', {})
    case 2:
      return done(host, by, 'ticket.start', {})
    case 3:
      return done(
        host,
        by,
        'sheet.update',
        filed
          ? { procedureId: 'cni', pieces: [{ pieceId: 'photo', state: 'missing' }] }
          : { procedureId: null },
      )
    default:
      return done(host, by, 'visit.close', { outcome: filed ? 'incomplete' : 'information' })
  }
}

/**
 * Each counter at the pace of a busy hour: an act is due at an hour fixed beforehand, whatever the ones before took.
 * @returns milliseconds from when each was due to its answer
 */
export async function atPace(offices: readonly TownOffice[], seconds: number): Promise<readonly number[]> {
  const samples: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  const all = offices.flatMap((office) => agents.map((_, counter) => ({ office, counter })))
  await Promise.all(
    all.map(async ({ office, counter }, index) => {
      // Spread over the interval, so that all do not come at once.
      for (let due = began + ((index * 0.618) % 1) * actEvery; due < until; due += actEvery) {
        await sleep(Math.max(0, due - performance.now()))
        await step(office, counter)
        samples.push(performance.now() - due)
      }
    }),
  )
  return samples
}

/** Each counter as fast as it is answered. @returns how many acts, and in how many milliseconds */
export async function rushed(
  offices: readonly TownOffice[],
  seconds: number,
): Promise<{ readonly acts: number; readonly ms: number }> {
  let acts = 0
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    offices.flatMap((office) =>
      agents.map(async (_, counter) => {
        while (performance.now() < until) {
          await step(office, counter)
          acts++
        }
      }),
    ),
  )
  return { acts, ms: performance.now() - began }
}
