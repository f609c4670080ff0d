import { chromium, type CDPSession } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { addressOf, startOffice } from '../fixtures/office.ts'
import { buildIfNeeded } from '../runtime/build.ts'
import { alone, beside, median, type Part, type Row } from './measure.ts'
import { given, openOffice, titres, type Pages } from './pages.ts'
import { enter } from './socket.ts'

/** Milliseconds between two calls: six hundred in eight hours, a thousand times faster; the page draws each. */
const apart = 48
/** Milliseconds between two moments of the page: what it shows in turns has changed. */
const turn = 2_000
/** People called before the first reading: all that a day shows was drawn. */
const warm = 60
/** What a page that keeps nothing may have gained: what was compiled meanwhile, one band more on the screen. */
const most = 1.2

/** What a page holds once what nobody holds is gone. */
type Held = { readonly heap: number; readonly nodes: number; readonly listeners: number }

/** What a week of calls leaves in the page of a display that stays open in a browser. */
export const displayWeek: Part = {
  name: 'displayWeek',
  title: 'Affichage dans un navigateur, une semaine d’appels',
  run: async ({ quick, say }) => {
    await buildIfNeeded()
    const people = quick ? 60 : 7 * 600
    const office = await startOffice({ school: true })
    // As a browser on a wall is started: nobody touches it before it chimes.
    const args = ['--no-sandbox', '--autoplay-policy=no-user-gesture-required']
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
    try {
      const [kiosk, counter, supervisor] = await Promise.all(
        ['kiosk', 'agent1', 'supervisor'].map((name) => enter(office.url, office.tokens[name])),
      )
      const pages: Pages = { kiosk: kiosk!, counter: counter!, supervisor: supervisor! }
      await openOffice(pages, 5)
      const page = await browser.newPage()
      await page.goto(addressOf(office, 'display'))
      await page.getByText('Prenez un ticket').waitFor()
      const session = await page.context().newCDPSession(page)
      await pass(pages, warm)
      const before = await held(session)
      say(`${people} personnes sont appelées…`)
      await pass(pages, people)
      const after = await held(session)
      const note = `${people} appels, à mille fois leur vitesse. Nu : après les ${warm} premiers.`
      return [
        stays('objets vivants de la page', 'Mio', after.heap / 2 ** 20, before.heap / 2 ** 20, note),
        stays('éléments de la page', 'éléments', after.nodes, before.nodes),
        stays('écouteurs d’événements', 'écouteurs', after.listeners, before.listeners),
      ]
    } finally {
      await browser.close()
      await office.stop()
    }
  },
}

const stays = (what: string, unit: string, ours: number, bare: number, note?: string): Row =>
  beside(alone(what, unit, ours, null, note), bare, ours / bare, most)

/** So many people come, are called, received, and leave. */
async function pass({ kiosk, counter }: Pages, people: number): Promise<void> {
  for (let one = 0; one < people; one++) {
    const began = performance.now()
    await given(kiosk.command('ticket.take', { serviceId: titres }, uuidv7()))
    await given(counter.command('ticket.callNext', {}, uuidv7()))
    await given(counter.command('ticket.start', {}, uuidv7()))
    await given(counter.command('visit.close', { outcome: 'information' }, uuidv7()))
    await wait(Math.max(0, apart - (performance.now() - began)))
  }
}

/** The middle of five moments: the waits and the rule take turns on the screen. */
async function held(session: CDPSession): Promise<Held> {
  const moments: Held[] = []
  for (let moment = 0; moment < 5; moment++) {
    await wait(turn)
    // Twice: what the first frees may hold what the second does.
    for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
    moments.push({ heap: usedSize, nodes, listeners: jsEventListeners })
  }
  const middle = (of: keyof Held) => median(moments.map((one) => one[of]))
  return { heap: middle('heap'), nodes: middle('nodes'), listeners: middle('listeners') }
}
