import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { kiosk as words, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { root } from '../../runtime/places.ts'
import { expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { beyond, everyWay, hidden } from '../look.ts'
import { overlapping } from '../pseudoLocale.ts'
import { act } from '../reception.ts'

// The kiosk's first screen and the wait before the ticket, at any wait, in any language, on any screen: measured on the
// page itself. By day each language with the three longest texts, each on a screen of its own; by night all together,
// kept as pictures for a person's eye (`out/pictures`).

test.use({ station: 'kiosk', at: '2026-03-03T11:08:00+01:00' })
test.setTimeout(600_000)

const sizes = [
  [1024, 768],
  [1280, 800],
  [1366, 768],
  [1080, 1920],
] as const

/** Seconds from P50 to P90, and how sure it is; null where nothing is known. */
const waits = {
  none: { p50: 0, p90: 0, sure: 1, level: 'sure' },
  'twenty-two minutes': { p50: 840, p90: 1320, sure: 1, level: 'sure' },
  'one hour': { p50: 3000, p90: 4500, sure: 0.97, level: 'sure' },
  'four hours': { p50: 14_500, p90: 15_900, sure: 0.8, level: 'likely' },
  'beyond closing': { p50: 30_000, p90: 40_000, sure: 0.1, level: 'unlikely' },
} as const

/** By day: the three longest texts, each on one of the screens that are laid out each in its own way. */
const byDay: Partial<Record<keyof typeof waits, (typeof sizes)[number]>> = {
  'one hour': sizes[3],
  'four hours': sizes[1],
  'beyond closing': sizes[0],
}

/** The page hears this wait for each service, as if the host had computed it, and one free slot. */
async function saying(kiosk: Page, wait: () => object): Promise<void> {
  const slot = { startsAt: Date.parse('2026-03-05T09:20:00+01:00'), minutes: 20 }
  await kiosk.routeWebSocket(/./, (socket) => {
    const host = socket.connectToServer()
    socket.onMessage((message) => host.send(message))
    host.onMessage((message) =>
      socket.send(
        String(message).includes('"motives"')
          ? String(message)
              .replaceAll(/"wait":(?:null|\{[^}]*\})/g, `"wait":${JSON.stringify(wait())}`)
              .replaceAll('"openCounters":0', '"openCounters":1')
              .replaceAll('"slots":[]', `"slots":[${JSON.stringify(slot)}]`)
          : message,
      ),
    )
  })
}

/** What is wrong on the page as it stands. @param least the smallest letters that it may have */
async function wrongOn(kiosk: Page, least: number): Promise<readonly string[]> {
  const scrolled = await kiosk.getByRole('main').evaluate((main) => main.scrollHeight - main.clientHeight)
  const small = await kiosk.evaluate((smallest) => {
    const found: string[] = []
    for (const element of document.querySelectorAll('main *, footer *')) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
      if (own && Number.parseFloat(getComputedStyle(element).fontSize) < smallest)
        found.push(`${element.textContent} is smaller than ${smallest} px`)
    }
    return found
  }, least)
  return [
    ...(scrolled > 1 ? [`${scrolled} px are under the screen`] : []),
    ...small,
    ...(await hidden(kiosk)).map((text) => `« ${text} » is cut`),
    ...(await beyond(kiosk)),
    ...(await overlapping(kiosk)),
  ]
}

test('nothing overflows, stands on something else or is cut on the first screen or before the ticket, at any wait, in any language, on any screen', async ({
  office,
  windows,
}) => {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await act(office, 'supervisor', 'appointment.import', {
    text: 'date;heure;service;nom;code\n03/03/2026;15:20;titres;Nguyen;K7M4',
    format: 'csv',
  })
  for (let taken = 0; taken < 31; taken++) await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
  const wrong: string[] = []
  let wait: object = waits.none
  const kiosk = await windows.context.newPage()
  await saying(kiosk, () => wait)
  const keep = async (name: string) => {
    if (everyWay) await kiosk.screenshot({ path: join(root, 'out', 'pictures', `${name}.png`) })
  }
  for (const name of Object.keys(waits) as (keyof typeof waits)[]) {
    const screen = byDay[name]
    if (!everyWay && !screen) continue
    wait = waits[name]
    await kiosk.goto(`${office.url}/#station=kiosk&token=${office.tokens['kiosk']}`)
    await kiosk.reload()
    for (const language of kioskLanguages) {
      const { choose, language: its } = words[language]
      await expect(kiosk.getByRole('heading', { level: 1 })).toBeVisible()
      await kiosk.getByRole('button', { name: its, exact: true }).click()
      await expect(kiosk.getByRole('heading', { name: choose, level: 1 })).toBeVisible()
      for (const [width, height] of everyWay || !screen ? sizes : [screen]) {
        const at = `${name}, ${language}, ${width}×${height}`
        const least = width >= 1280 && height >= 800 ? 28 : width >= 1080 && height >= 1000 ? 28 : 24
        await kiosk.setViewportSize({ width, height })
        for (const flaw of await wrongOn(kiosk, least)) wrong.push(`${at}, first screen: ${flaw}`)
        const picture = `kiosk-${name}-${language}-${width}x${height}`.replaceAll(' ', '-')
        await keep(picture)
        await press(kiosk, 'Digit1', 'Digit1')
        await expect(kiosk.getByRole('heading', { name: choose, level: 1 })).toBeHidden()
        const flaws = await wrongOn(kiosk, least)
        // What is to be brought goes on under a short wait, and says so.
        const long = !['none', 'twenty-two minutes'].includes(name)
        for (const flaw of flaws.filter((one) => long || !one.endsWith('under the screen')))
          wrong.push(`${at}, before the ticket: ${flaw}`)
        await keep(`${picture}-offer`)
        await press(kiosk, 'Escape', 'Escape')
        await expect(kiosk.getByRole('heading', { name: choose, level: 1 })).toBeVisible()
      }
    }
  }
  expect(wrong).toEqual([])
})
