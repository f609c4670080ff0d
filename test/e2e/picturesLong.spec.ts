import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { press } from './keyboard.ts'
import { longNames } from './longNames.ts'
import { openEye, patience } from './look.ts'
import { act, piece } from './reception.ts'
import { overlapping } from './pseudoLocale.ts'
import { startTown, type Town } from './town.ts'

const { look, wrong } = openEye()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

test.describe.serial('an office with long names, from its first run', () => {
  test.setTimeout(patience)
  let town: Town
  test.beforeAll(async () => {
    town = await startTown({ school: false })
  })
  test.afterAll(() => town.stop())

  test('its first run is seen', async () => {
    const welcome = await town.open('welcome')
    await expect(welcome.getByRole('textbox').first()).toBeFocused()
    await look(welcome, 'welcome')
    await welcome.getByRole('textbox').first().fill('')
    await press(welcome, 'Enter')
    await expect(welcome.locator('[aria-invalid="true"]').first()).toBeFocused()
    await look(welcome, 'welcome-wrong')
    await act(town.host(), 'admin', 'office.create', longNames)
    await expect(welcome.getByRole('button', { name: 'administration' })).toBeVisible()
    await look(welcome, 'welcome-done')
    await welcome.close()
  })

  test('addresses that lead nowhere are seen', async () => {
    const page = await town.context.newPage()
    await page.goto(town.host().url)
    await expect(heading(page, 'Cette adresse ne dit pas quel poste ouvrir')).toBeVisible()
    await look(page, 'address-without-station')
    await page.goto(`${town.host().url}/?again#station=counter&token=wrong`)
    await expect(heading(page, 'Ce poste n’est pas accepté')).toBeVisible()
    await look(page, 'address-refused')
    await page.close()
  })

  test('its pages are seen', async () => {
    const host = town.host()
    await act(host, 'supervisor', 'day.open')
    for (const serviceId of ['titres', 'titres', 'etat-civil', 'elections'])
      await act(host, 'kiosk', 'ticket.take', { serviceId })
    await act(host, 'agent2', 'counter.open', { counterId: '1' })
    await act(host, 'agent2', 'ticket.callNext')
    const counter = await town.open('counter')
    await expect(heading(counter, 'Quel guichet tenez-vous')).toBeVisible()
    await look(counter, 'counter-choose-long')
    await press(counter, 'Digit2')
    await expect(heading(counter, 'suivant')).toBeVisible()
    await look(counter, 'counter-free-long')
    await press(counter, 'F2')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    await look(counter, 'counter-calling-long')
    await press(counter, 'F5')
    await expect(counter.getByText('Démarche non choisie')).toBeVisible()
    await counter.getByRole('button', { name: /Carte nationale d’identité$/ }).press('Enter')
    await expect(piece(counter, 'Ancienne carte').first()).toBeVisible()
    await look(counter, 'counter-serving-long')
    for (const [station, named] of [
      ['kiosk', 'kiosk-start-long'],
      ['display', 'display-long'],
      ['supervision', 'supervision-long'],
      ['reception', 'reception-long'],
      ['administration', 'administration-long'],
    ] as const) {
      const page = await town.open(station)
      await expect(page.getByText(/titres de circulation|Marie-Curie|Communauté/).first()).toBeVisible()
      await look(page, named)
      // Long names stand on nothing that is read from the room.
      if (station === 'display') expect(await overlapping(page)).toEqual([])
      if (station === 'kiosk') {
        await press(page, 'Digit1')
        await expect(heading(page, 'Titres d’identité')).toBeFocused()
        await look(page, 'kiosk-service-long')
        await press(page, 'Digit1')
        await expect(page.getByRole('button', { name: /^Prendre (mon|un) ticket/ })).toBeVisible()
        await look(page, 'kiosk-bring-long')
      }
      await page.close()
    }
  })

  test('nothing seen of it goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
