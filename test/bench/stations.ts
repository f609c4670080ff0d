import { chromium, type Browser, type Locator, type Page } from '@playwright/test'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { addressOf, startOffice, type Office, type Station } from '../fixtures/office.ts'
import { buildIfNeeded } from '../runtime/build.ts'
import { alone, decimal, durations, median, type Part, type Row } from './measure.ts'
import { openOffice } from './pages.ts'
import { enter } from './socket.ts'

/** Times slower than this machine that the page's processor is. */
const slower = 4
/** KiB that no page goes beyond: all of it is read and compiled before it can be used. */
const heaviest = 300
/** Milliseconds within which a station can be used on such a processor. */
const within: Readonly<Partial<Record<Station, number>>> = {
  counter: 2_000,
  kiosk: 3_500,
  display: 3_000,
  supervision: 3_000,
}
/** What each station's page shows once someone can use it. */
const usable: Readonly<Partial<Record<Station, (page: Page) => Locator>>> = {
  counter: (page) => page.locator('button:enabled', { hasText: 'F2' }),
  kiosk: (page) => page.locator('button:enabled', { hasText: 'Titres d’identité' }),
  display: (page) => page.getByText('Prenez un ticket'),
  supervision: (page) => page.locator('button:enabled', { hasText: 'Fermer la journée' }),
}
const names: Readonly<Record<Exclude<Station, 'welcome'>, string>> = {
  counter: 'guichet',
  reception: 'accueil',
  kiosk: 'borne',
  display: 'affichage',
  supervision: 'supervision',
  files: 'dossiers',
  documents: 'documents',
  till: 'régie',
  administration: 'administration',
}
/** The stations whose pages stay open all day before somebody, or before nobody. */
const openAllDay = ['counter', 'reception', 'kiosk', 'display', 'supervision'] as const
/** Milliseconds of a processor that such a page takes each second while nothing happens: a fiftieth of it. */
const atRestMost = 20
/** Keys from the kiosk's first question to the number: the service, the request, the button, and yes. */
const journey = ['Digit1', 'Digit1', 'ArrowDown', 'Enter'] as const

/**
 * What each station's page weighs, what it takes while nothing happens, when it can be used on a slow processor, and a ticket
 * taken by the kiosk's keys.
 */
export const stations: Part = {
  name: 'stations',
  title: `Pages des postes : poids, repos, départ sur un processeur ${slower} fois plus lent, borne au clavier`,
  run: async ({ quick }) => {
    await buildIfNeeded()
    const office = await startOffice({ school: true, at: '2026-03-03T10:42:00+01:00' })
    const bare = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end('<!doctype html><meta charset="utf-8"><title>Nu</title><button>Appeler</button>')
    }).listen(0, '127.0.0.1')
    await once(bare, 'listening')
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    try {
      const [kiosk, counter, supervisor] = await Promise.all(
        ['kiosk', 'agent1', 'supervisor'].map((name) => enter(office.url, office.tokens[name])),
      )
      await openOffice({ kiosk: kiosk!, counter: counter!, supervisor: supervisor! }, 5)
      const weights: Row[] = []
      for (const station of Object.keys(names) as (keyof typeof names)[])
        weights.push(await weigh(browser, office, station))
      const rests: Row[] = []
      for (const station of openAllDay) rests.push(await rest(browser, office, station, quick ? 2 : 10))
      const rounds = quick ? 1 : 7
      const bareAddress = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`
      const slow: Row[] = []
      for (const [station, shown] of Object.entries(usable) as [
        keyof typeof names,
        (page: Page) => Locator,
      ][]) {
        const ours: number[][] = []
        const theirs: number[][] = []
        for (let round = 0; round < rounds; round++) {
          theirs.push([await slowStart(browser, bareAddress, (page) => page.locator('button'))])
          ours.push([await slowStart(browser, addressOf(office, station), shown)])
        }
        slow.push(
          under(
            durations(
              `utilisable : ${names[station]}, processeur ${slower} fois plus lent`,
              ours,
              theirs,
              null,
            ),
            within[station]!,
          ),
        )
      }
      return [...weights, ...rests, ...slow, ...(await byKeys(browser, office, quick ? 2 : 10))]
    } finally {
      await browser.close()
      bare.close()
      await office.stop()
    }
  },
}

/** A row whose median is to stay under so many milliseconds. */
const under = (row: Row, most: number): Row => ({
  ...row,
  goal: `p50 < ${decimal(most / 1000)} s`,
  ok: typeof row.ours !== 'number' && row.ours.p50 < most,
})

/** KiB that a page asks of the host before it rests, texts compressed as a server would. */
async function weigh(browser: Browser, office: Office, station: keyof typeof names): Promise<Row> {
  const page = await browser.newPage()
  let texts = 0
  let fonts = 0
  const read: Promise<void>[] = []
  page.on('requestfinished', (request) => {
    const type = request.resourceType()
    if (!['document', 'script', 'stylesheet', 'font'].includes(type)) return
    read.push(
      request.response().then(async (response) => {
        const body = (await response?.body()) ?? Buffer.alloc(0)
        if (type === 'font') fonts += body.length
        else texts += gzipSync(body, { level: 9 }).length
      }),
    )
  })
  await page.goto(addressOf(office, station))
  // At rest: a station's own panels come after its page.
  for (let seen = -1; seen !== read.length; await wait(2000)) seen = read.length
  // What comes later (a signal, a sound) is not waited for.
  page.removeAllListeners('requestfinished')
  await Promise.all(read)
  await page.context().close()
  return {
    ...alone(`poids : ${names[station]}`, 'Kio', texts / 1024, { most: heaviest }),
    note: `programme, styles et page, comprimés (gzip) ; polices en plus : ${Math.round(fonts / 1024)} Kio.`,
  }
}

/** Milliseconds of its thread that an open page takes each second, over so many: hours go on, and nobody acts. */
async function rest(
  browser: Browser,
  office: Office,
  station: keyof typeof names,
  seconds: number,
): Promise<Row> {
  const page = await browser.newPage()
  await page.goto(addressOf(office, station))
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')!.value
  }
  // The start is over, what comes after it too.
  await wait(4000)
  const before = await busy()
  await wait(seconds * 1000)
  const took = await busy()
  await page.context().close()
  return alone(`au repos : ${names[station]}, par seconde`, 'ms', ((took - before) * 1000) / seconds, {
    most: atRestMost,
  })
}

/** Milliseconds from the address to a page that can be used, nothing in the browser's memory. */
async function slowStart(browser: Browser, address: string, shown: (page: Page) => Locator): Promise<number> {
  const page = await (await browser.newContext()).newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const began = performance.now()
  await page.goto(address)
  await shown(page).first().waitFor({ timeout: 60_000 })
  const took = performance.now() - began
  await page.context().close()
  return took
}

/** Seconds of a ticket taken by keys alone, pressed as soon as the page shows what they answer. */
async function byKeys(browser: Browser, office: Office, times: number): Promise<readonly Row[]> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(addressOf(office, 'kiosk'))
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    await focused(page, 'Quelle est votre démarche')
    const began = performance.now()
    const [service, request, reach, yes] = journey
    await page.keyboard.press(service)
    await focused(page, 'Titres d’identité')
    await page.keyboard.press(request)
    await page.getByRole('button', { name: /^Prendre (mon|un|le) ticket/ }).waitFor()
    await page.keyboard.press(reach)
    await page.keyboard.press(yes)
    await page
      .getByRole('status')
      .filter({ hasText: /A\s\d+/ })
      .waitFor()
    took.push((performance.now() - began) / 1000)
    await page.keyboard.press('Escape')
  }
  await page.context().close()
  return [
    alone('borne : touches pour un ticket', 'touches', journey.length),
    {
      ...alone('borne : temps de la machine pour ces touches', 's', median(took)),
      note: 'De la première touche au numéro affiché, chacune pressée dès que la page montre ce à quoi elle répond : le temps de lire est celui de la personne.',
    },
  ]
}

const focused = (page: Page, heading: string) => page.locator('h1:focus', { hasText: heading }).waitFor()
