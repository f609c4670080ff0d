import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { openBrowser } from '../fixtures/browser.ts'
import { startInside, type InsideHostOptions } from '../fixtures/hostInside.ts'
import { addressOf, type Office, type Station } from '../fixtures/office.ts'
import {
  newFolder,
  removeFolder,
  startHost,
  type HostOptions,
  type RunningHost,
} from '../fixtures/startHost.ts'
import { act } from './reception.ts'
import { frenchKeyboard } from './fixture.ts'

/** An office and its pages that several tests of one file look at, one after another. */
export type TownHere = {
  readonly host: () => Pick<Office, 'url' | 'tokens' | 'dataDir'>
  readonly open: (station: Station) => Promise<Page>
  readonly context: BrowserContext
  readonly stop: () => Promise<void>
}

/** The same by a host and a browser of its own, which can end. */
export type Town = Omit<TownHere, 'host'> & {
  readonly host: () => RunningHost & { readonly dataDir: string }
  /** Starts the host again later the same day: who waited then has waited since. */
  readonly later: (at: string) => Promise<void>
}

/** Starts a town's office on a folder of its own. */
export async function startTown(options: HostOptions): Promise<Town> {
  const dataDir = await newFolder()
  let host = await startHost(dataDir, options)
  const browser = await openBrowser()
  const office = () => ({ ...host, dataDir, tokens: tokensIn(dataDir) })
  return {
    ...(await pagesOf(browser, office)),
    host: office,
    later: async (at) => {
      await host.stop()
      host = await startHost(dataDir, { ...options, at })
    },
    stop: async () => {
      await browser.close()
      await host.stop()
      await removeFolder(dataDir)
    },
  }
}

/**
 * Starts one in the test's own process, which saves two programs' starts: it can't be ended by force.
 * @param port its worker's: the pages of an origin are compiled once
 */
export async function startTownHere(
  browser: Browser,
  { port, ...options }: InsideHostOptions & { readonly port: number },
): Promise<TownHere> {
  const dataDir = await newFolder()
  const host = await startInside(dataDir, { ...options, port })
  const office = () => ({ url: host.url, dataDir, tokens: tokensIn(dataDir) })
  const pages = await pagesOf(browser, office)
  return {
    ...pages,
    host: office,
    stop: async () => {
      await pages.context.close()
      await host.stop()
      await removeFolder(dataDir)
    },
  }
}

/** A real office says its tokens in a file of its folder only, and has one more for each agent who comes. */
const tokensIn = (dataDir: string): Office['tokens'] =>
  JSON.parse(readFileSync(join(dataDir, 'tokens.json'), 'utf8')) as Office['tokens']

async function pagesOf(browser: Browser, office: TownHere['host']): Promise<Pick<Town, 'context' | 'open'>> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  await context.addInitScript(frenchKeyboard)
  return {
    context,
    open: async (station) => {
      const page = await context.newPage()
      await page.goto(addressOf({ ...office(), stop: async () => {} }, station))
      return page
    },
  }
}

const cni = { serviceId: 'titres', procedureId: 'cni' }

/** Three counters, by the agent who holds each. */
const counters = [
  ['agent3', '1'],
  ['agent1', '2'],
  ['agent2', '3'],
] as const

/** Each agent at their counter. */
export async function openCounters(town: Town): Promise<void> {
  for (const [agent, counterId] of counters) await act(town.host(), agent, 'counter.open', { counterId })
}

/** So many minutes after the first of this morning. */
const morning = (minutes: number) =>
  new Date(Date.parse('2026-03-03T08:31:00+01:00') + minutes * 60_000).toISOString()

/**
 * From 8 h 31 to 10 h 21, by steps of ten minutes: three people arrive, wait for one step and are received for the next
 * one, and some titles are handed over at the entrance meanwhile; thirty-seven come for titles, fifteen for civil status.
 */
async function firstHours(town: Town): Promise<void> {
  const batches = 10
  for (let step = 0; step <= batches + 1; step++) {
    if (step > 0) await town.later(morning(step * 10))
    for (const [agent] of counters) {
      if (step > 1)
        await act(town.host(), agent, 'visit.close', {
          outcome: step % 3 === 0 ? 'handedOver' : 'information',
        })
      if (step === 0 || step > batches) continue
      await act(town.host(), agent, 'ticket.callNext')
      await act(town.host(), agent, 'ticket.start')
    }
    if (step >= batches) continue
    for (const input of [{ serviceId: 'etat-civil' }, cni, cni])
      await act(town.host(), 'kiosk', 'ticket.take', input)
    const entrance = ['titres', ...(step < 7 ? ['titres'] : []), ...(step < 5 ? ['etat-civil'] : [])]
    for (const serviceId of entrance)
      await act(town.host(), 'agent1', 'reception.serve', { serviceId, outcome: 'handedOver' })
  }
}

/** Appointments of the day: one that nobody came for, one who is here early, one to come. */
const appointments = [
  'date;heure;service;nom;code',
  '03/03/2026;10:20;etat-civil;Martin;R8ST',
  '03/03/2026;11:20;titres;Nguyen;K7M4',
  '03/03/2026;11:40;titres;Öztürk;P2XA',
].join('\n')

/**
 * A morning like that of the boards: some fifty people before; at 10 h 42 nine wait, one of them with a priority, two
 * are received elsewhere, one was absent, one is late from a photograph.
 */
export async function usualMorning(town: Town): Promise<void> {
  const take = (input: object) => act(town.host(), 'kiosk', 'ticket.take', input)
  await openCounters(town)
  await act(town.host(), 'supervisor', 'appointment.import', { text: appointments, format: 'csv' })
  await firstHours(town)
  await take(cni)
  await act(town.host(), 'agent2', 'ticket.callNext')
  await act(town.host(), 'agent2', 'ticket.recall')
  await town.later('2026-03-03T10:24:00+01:00')
  await act(town.host(), 'agent2', 'ticket.markAbsent')
  await take(cni)
  await take({ serviceId: 'etat-civil' })
  await act(town.host(), 'agent2', 'ticket.callNext')
  await act(town.host(), 'agent2', 'ticket.start')
  await act(town.host(), 'agent2', 'ticket.park', {
    reason: 'Photo',
    promisedAt: Date.parse('2026-03-03T10:35:00+01:00'),
  })
  await take(cni)
  await act(town.host(), 'agent2', 'ticket.callNext')
  await act(town.host(), 'agent2', 'ticket.start')
  await act(town.host(), 'agent3', 'ticket.callNext')
  await take(cni)
  await town.later('2026-03-03T10:31:00+01:00')
  await take({ ...cni, requests: 3 })
  await take({ serviceId: 'etat-civil' })
  await take({ ...cni, lang: 'en', arrangements: ['wheelchair'] })
  await town.later('2026-03-03T10:38:00+01:00')
  await take({ serviceId: 'titres', procedureId: 'passeport' })
  await take({ serviceId: 'elections' })
  await take({ serviceId: 'etat-civil', priority: { groundId: 'cmiPriorite', proof: 'toShow' } })
  await act(town.host(), 'kiosk', 'appointment.arrive', { code: 'K7M4' })
  await town.later('2026-03-03T10:42:00+01:00')
}
