import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Output } from '../../shared/contract/index.ts'
import { turnsOf } from '../../renderer/display/strip.ts'
import { exchange } from '../../shared/messages/public/exchange.ts'
import { kiosk as words } from '../../shared/messages/public/kiosk.ts'
import { root } from '../runtime/places.ts'
import { expect, test } from './fixture.ts'
import { choose } from './queue/kioskPeople.ts'
import { press } from './keyboard.ts'
import { hidden, patience } from './look.ts'
import { heading } from './pages.ts'
import { overlapping, pseudoLocale } from './pseudoLocale.ts'
import { act, ask } from './reception.ts'
import { startTown, type Town } from './town.ts'

// What the public reads from the right, and in a language longer than any of ours: nothing is cut, nothing stands on
// something else, lying and upright.

const sizes = [
  [1280, 800],
  [1080, 1920],
] as const

const wrong: string[] = []

/** Looks at a page in both sizes, as it stands. @param pseudo and again in the longer language; the page is left so */
async function look(page: Page, name: string, pseudo = false): Promise<void> {
  for (const way of pseudo ? ['', '-pseudo'] : ['']) {
    if (way !== '') await pseudoLocale(page)
    for (const [width, height] of sizes) {
      const view = `${name}${way}-${width}x${height}`
      await page.setViewportSize({ width, height })
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: join(root, 'out', 'pictures', `${view}.png`), animations: 'disabled' })
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (beyond > 0) wrong.push(`${view}: ${beyond} pixels beyond the window’s width`)
      for (const text of await hidden(page)) wrong.push(`${view}: « ${text} » is cut`)
      for (const pair of await overlapping(page)) wrong.push(`${view}: ${pair}`)
    }
  }
}

/**
 * The office's clock goes to the instant at which the room's strip begins to speak Arabic, under a call: it is the host's
 * clock that turns the leaves, whatever the screen's machine says.
 */
async function toArabic(town: Town): Promise<void> {
  const view = await ask<Output<'display.view'>>(town.host(), 'display', 'display.view')
  const turns = turnsOf(view)
  const first = turns.findIndex((leaf) => leaf.language === 'ar')
  const slot = Math.floor(Date.parse('2026-03-03T11:00:00+01:00') / 10_000)
  const ahead = (first - (slot % turns.length) + turns.length) % turns.length
  await town.later(new Date((slot + ahead) * 10_000).toISOString())
}

test.describe.serial('what the public reads from the right, and in a longer language', () => {
  test.setTimeout(patience)
  let town: Town
  let code = ''
  test.beforeAll(async () => {
    town = await startTown({ school: true, at: '2026-03-03T10:42:00+01:00' })
    const host = town.host()
    await act(host, 'supervisor', 'day.open')
    await act(host, 'agent1', 'counter.open', { counterId: '2' })
    await act(host, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni', lang: 'ar' })
    ;({ code } = await act<{ code: string }>(host, 'kiosk', 'ticket.take', { serviceId: 'etat-civil' }))
  })
  test.afterAll(() => town.stop())

  test('the kiosk is read', async () => {
    const kiosk = await town.open('kiosk')
    await expect(heading(kiosk, words.fr.choose)).toBeVisible()
    await look(kiosk, 'langues-kiosk', true)
    await kiosk.reload()
    await choose(kiosk, words.ar.language)
    await expect(heading(kiosk, words.ar.choose)).toBeVisible()
    await look(kiosk, 'langues-kiosk-ar')
    await press(kiosk, 'Digit1', 'Digit1')
    await expect(kiosk.getByRole('button', { name: words.ar.take })).toBeVisible()
    await look(kiosk, 'langues-kiosk-bring-ar', true)
    await kiosk.close()
  })

  test('the display is read', async () => {
    const display = await town.open('display')
    await expect(display.getByText('Prenez un ticket')).toBeVisible()
    // Before the first call, each language says the sentence for ten seconds.
    await expect(display.locator('[dir=rtl]').first()).toBeVisible({ timeout: 60_000 })
    await look(display, 'langues-display-empty-ar')
    await display.close()
    await act(town.host(), 'agent1', 'ticket.callNext')
    await toArabic(town)
    const called = await town.open('display')
    await expect(called.locator('section').getByText('Guichet 2')).toBeVisible()
    await expect(called.locator('[dir=rtl]').first()).toBeVisible()
    // What the room reads large is held short by its letters (unit/displayLanguages): no longer language to try.
    await look(called, 'langues-display-ar')
    await expect(called.locator('[dir=rtl]').first()).toBeVisible({ timeout: 1_000 })
    await called.close()
  })

  test('the ticket is read on a telephone’s page', async () => {
    const page = await town.context.newPage()
    await page.goto(`${town.host().url}/suivi?lang=ar&code=${code}`)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await look(page, 'langues-suivi-ar', true)
    await page.close()
  })

  test('the exchange is read in writing', async () => {
    const counter = await town.open('counter')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    await press(counter, 'F5')
    await expect(counter.getByText('Accueil en cours')).toBeVisible()
    await press(counter, 'Comma')
    const panel = counter.getByRole('region', { name: 'Échange écrit' })
    const opened = town.context.waitForEvent('page')
    await panel.getByRole('button', { name: 'Ouvrir l’écran de l’usager' }).press('Enter')
    const person = await opened
    await panel.getByRole('heading', { name: 'Échange écrit' }).focus()
    await press(counter, 'Digit6')
    await expect(person.getByRole('status').first()).toHaveText(exchange.ar.phrases.writeName)
    await look(person, 'langues-exchange-ar', true)
    await person.close()
    await counter.close()
  })

  test('nothing seen is cut, beyond its window, or on something else', () => {
    expect(wrong).toEqual([])
  })
})
