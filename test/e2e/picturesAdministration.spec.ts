import type { Page } from '@playwright/test'
import { sectionTitles, type Section } from '../../renderer/settings/sections.ts'
import { expect, test } from './fixture.ts'
import { longNames } from './longNames.ts'
import { openEye, patience } from './look.ts'
import { button } from './pages.ts'
import { act } from './reception.ts'
import { startTown, type Town } from './town.ts'

// What each part of the administration opens, and a real office with long names, which has copies and people of its own.

const { look, wrong } = openEye()

const go = async (page: Page, section: Section) => {
  const parts = page.getByRole('navigation', { name: 'Réglages' })
  await parts.getByRole('button', { name: sectionTitles[section], exact: true }).press('Enter')
  await expect(page.getByRole('main', { name: sectionTitles[section] })).toBeVisible()
}

/** Each form by its part and the button that opens it: its first field is then in hand, before the eye. */
const forms: readonly (readonly [section: Section, opens: string | RegExp, name: string])[] = [
  ['services', 'Ajouter un guichet', 'counter'],
  ['agents', 'Ajouter un agent', 'agent'],
  ['calendar', 'Ajouter un jour exceptionnel', 'day'],
  ['documents', 'Ajouter une délégation', 'delegation'],
  ['documents', 'Donner un pseudonyme', 'shield'],
  ['till', 'Ajouter un produit', 'product'],
  ['printers', 'Ajouter une imprimante', 'printer'],
  ['network', /^Régler/, 'screen'],
  ['integrations', 'Créer un jeton', 'token'],
  ['integrations', 'Ajouter une adresse', 'webhook'],
]

test.describe.serial('a real office with long names, its manager at work', () => {
  test.setTimeout(patience)
  let town: Town
  test.beforeAll(async () => {
    town = await startTown({ school: false })
    await act(town.host(), 'admin', 'office.create', longNames)
  })
  test.afterAll(() => town.stop())

  test('what its parts say', async () => {
    const page = await town.open('administration')
    for (const section of [
      'services',
      'agents',
      'people',
      'changes',
      'backup',
      'printers',
      'queue',
    ] as const) {
      await go(page, section)
      await look(page, `administration-real-${section}`)
    }
    await page.close()
  })

  test('a service is added: its form opens before the eye, and who is to receive for it is asked', async () => {
    const page = await town.open('administration')
    await go(page, 'services')
    await button(page, 'Ajouter un service').press('Enter')
    const name = page.getByRole('main').getByRole('textbox', { name: 'Nom' })
    await expect(name).toBeFocused()
    await expect(name).toBeInViewport()
    await look(page, 'administration-form-service', { closely: true })
    await name.fill('Logement')
    await name.press('Enter')
    await expect(button(page, 'Choisir ses agents')).toBeVisible()
    await look(page, 'administration-service-new')
    await page.close()
  })

  test('what opens in each part', async () => {
    const page = await town.open('administration')
    for (const [section, opens, name] of forms) {
      await go(page, section)
      const main = page.getByRole('main')
      await main.getByRole('button', { name: opens }).first().press('Enter')
      const opened = main.locator('form').filter({ has: page.locator(':focus') })
      await expect(opened.locator('label').first()).toBeInViewport()
      await look(page, `administration-form-${name}`)
    }
    await page.close()
  })

  test('nothing seen of it goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
