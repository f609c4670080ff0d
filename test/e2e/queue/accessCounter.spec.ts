import type { Page } from '@playwright/test'
import { expect, test } from '../fixture.ts'
import { broken } from '../../fixtures/axe.ts'
import { press, tabTo } from '../keyboard.ts'
import { beyond, hidden } from '../look.ts'
import { act, openOffice, receiveNext, heldByFirstAgent, tick } from '../reception.ts'

// The counter for who enlarges it, spaces its letters, reads without its style, or hears it.

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
test('by Tab, at 400 % and at 200 % nothing of the counter is out of reach or beyond the window', async ({
  office,
  page,
}) => {
  await openOffice(office, 3)
  await heldByFirstAgent(page)

  await test.step('Tab goes round the counter and out of it, and a panel gives the focus back', async () => {
    const opener = button(page, /Pause, courrier/)
    await tabTo(opener, 40)
    await press(page, 'Enter')
    await expect(opener).toBeHidden()
    await press(page, 'Escape')
    await expect(opener).toBeFocused()
    const places: string[] = []
    for (let stops = 0; stops < 120; stops++) {
      await press(page, 'Tab')
      places.push(
        await page.evaluate(() => {
          const { activeElement } = document
          return activeElement === null ? 'body' : `${activeElement.tagName} ${activeElement.textContent}`
        }),
      )
      if (stops > 0 && places.at(-1) === places[0]) break
    }
    expect(places.at(-1), 'back where it began').toBe(places[0])
    expect(new Set(places).size).toBeGreaterThan(8)
  })

  await test.step('at 400 % nothing of the counter goes beyond the window, and all its acts can be reached', async () => {
    // What 400 % leaves of 1 280 × 1 024.
    await page.setViewportSize({ width: 320, height: 256 })
    const asItMust = async (state: string) => {
      expect(await beyond(page), state).toEqual([])
      expect(await hidden(page), state).toEqual([])
    }
    await asItMust('next')
    await tabTo(button(page, /Pause, courrier/), 60)
    await receiveNext(page, 'A 1')
    await asItMust('received')
    await tabTo(button(page, /Terminer/).first(), 90)
  })

  await test.step('at 200 % the end of a request opens whole above the keys, its act too, whichever end is chosen', async () => {
    await page.setViewportSize({ width: 640, height: 400 })
    const top = async () => (await page.locator('footer').boundingBox())!.y
    await press(page, 'F9')
    const act = page.getByRole('form', { name: /^Terminer/ }).getByRole('button', { name: /Terminer/ })
    for (const choice of ['Digit2', 'Digit1']) {
      await press(page, choice)
      await expect(act).toBeInViewport()
      const { y, height } = (await act.boundingBox())!
      expect(y + height).toBeLessThanOrEqual(await top())
    }
  })
})

test('at 200 % the papers of a visit leave three fifths of the window to the page, and each can be reached', async ({
  office,
  page,
}) => {
  await openOffice(office, 0)
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni', requests: 3 })
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  for (const next of ['Demande 2 sur 3', 'Demande 3 sur 3', 'A 1 : dossier']) {
    await tick(page, 'Ancienne carte', 'KeyE')
    await press(page, 'F9', 'Enter')
    await expect(page.getByText(next).first()).toBeVisible()
  }
  await page.setViewportSize({ width: 640, height: 400 })
  const shows = page.locator('footer').getByRole('button', { name: 'Afficher' })
  await expect(shows).toHaveCount(3)
  await expect(shows.first()).toBeInViewport({ ratio: 1 })
  expect((await page.locator('footer').boundingBox())!.y).toBeGreaterThanOrEqual(240)
  expect(await broken(page)).toEqual([])
  await tabTo(shows.last(), 60)
  await expect(shows.last()).toBeInViewport({ ratio: 1 })
})

test('what is told of an act is a sentence, own spacing cuts nothing, and without its style the page says as much', async ({
  office,
  page,
}) => {
  await openOffice(office, 2)
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')

  await test.step('what a screen reader is told while someone is received is a sentence an act, and not the room’s coming and going', async () => {
    await page.evaluate(() => {
      const told: string[] = []
      const live = '[aria-live], [role="status"], [role="alert"]'
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = (target instanceof Element ? target : target.parentElement)?.closest(live)
          const text = region?.textContent?.trim() ?? ''
          if (text !== '') told.push(text)
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
      Object.assign(window, { told })
    })
    const told = () =>
      page.evaluate(() => [...new Set((window as unknown as { readonly told: readonly string[] }).told)])
    for (let more = 0; more < 4; more++) await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
    await expect(page.getByText('A 6', { exact: true }).first()).toBeVisible()
    expect(await told()).toEqual([])
    await press(page, 'F8')
    await expect(page.getByRole('status').filter({ hasText: 'A 1' }).first()).toBeVisible()
    expect((await told()).length).toBeLessThanOrEqual(2)
  })

  await test.step('a person’s own spacing of letters and lines cuts nothing', async () => {
    await receiveNext(page, 'A 2')
    // WCAG 1.4.12, and the test of RGAA 10.12.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
      )
      document.adoptedStyleSheets = [sheet]
    })
    expect(await beyond(page)).toEqual([])
    expect(await hidden(page)).toEqual([])
  })

  await test.step('without its style sheets the page still says all that it said', async () => {
    const lines = () =>
      page.evaluate(() => {
        const text = document.body.textContent ?? ''
        const seen = [...document.querySelectorAll('h1, h2, h3, p, button, label')].filter((element) =>
          element.checkVisibility({ visibilityProperty: true }),
        )
        return { text, said: seen.map((element) => element.textContent ?? '') }
      })
    const before = await lines()
    await page.evaluate(() => {
      document.adoptedStyleSheets = []
      for (const sheet of document.styleSheets) sheet.disabled = true
    })
    const after = await lines()
    expect(before.said.length).toBeGreaterThan(20)
    expect(before.said.filter((line) => !after.said.includes(line))).toEqual([])
  })
})
