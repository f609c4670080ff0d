import type { Page } from '@playwright/test'
import { sectionTitles, type Section } from '../../../renderer/settings/sections.ts'
import { helpAdministration } from '../../../shared/messages/help/administration.fr.ts'
import { helpPanel } from '../../../shared/messages/help/help.fr.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act } from '../reception.ts'

test.use({ station: 'administration' })

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Réglages' })
const part = (page: Page, name: string) => navigation(page).getByRole('button', { name, exact: true })
const current = (page: Page) => page.locator('[aria-current="page"]')

test('a part of the administration is reached by the arrows, by its address, and by one menu where a side has no room', async ({
  page,
  shell,
}) => {
  await test.step('the arrows go from one part to the next, and Enter opens it under its own name', async () => {
    await part(page, 'Office').press('Enter')
    await expect(current(page)).toHaveText('Office')
    await expect(navigation(page).getByRole('group', { name: 'Données' })).toBeVisible()
    await part(page, 'Office').focus()
    await press(page, 'End')
    await expect(part(page, 'Garanties')).toBeFocused()
    await press(page, 'ArrowUp')
    await press(page, 'Enter')
    await expect(current(page)).toBeFocused()
    const name = (await current(page).textContent()) ?? ''
    await expect(page.getByRole('main', { name })).toBeVisible()
    expect(await broken(page)).toEqual([])
  })

  await test.step('the address names the part: it can be kept, given, and gone back to', async () => {
    await part(page, 'Horaires').press('Enter')
    expect(new URL(page.url()).hash).toContain('section=calendar')
    await part(page, 'Papiers').press('Enter')
    await page.goBack()
    await expect(current(page)).toHaveText('Horaires')
    if (shell === 'electron') return
    await page.evaluate(() => location.assign('#section=queue'))
    await expect(page.getByRole('main', { name: 'File d’attente' })).toBeVisible()
    await page.reload()
    await expect(current(page)).toHaveText('File d’attente')
    await page.evaluate(() => location.assign('#section=unknown'))
    await expect(page.getByRole('main', { name: 'Vue d’ensemble' })).toBeVisible()
    await page.evaluate(() => location.assign('#section=office'))
    await expect(current(page)).toHaveText('Office')
  })

  if (shell === 'electron') return
  await test.step('enlarged to 200 %, one menu says where one is and folds back once it is used', async () => {
    await page.setViewportSize({ width: 640, height: 400 })
    const menu = navigation(page).getByRole('button', { name: 'Réglages : Office' })
    await expect(part(page, 'Agents')).toBeHidden()
    await menu.press('Enter')
    await part(page, 'Agents').press('Enter')
    await expect(part(page, 'Agents')).toBeHidden()
    await expect(navigation(page).getByRole('button', { name: 'Réglages : Agents' })).toBeFocused()
    await press(page, 'Enter')
    await press(page, 'ArrowDown')
    await press(page, 'Escape')
    await expect(part(page, 'Horaires')).toBeHidden()
    expect(await broken(page)).toEqual([])
  })
})

test('the first page says what asks for an act, and leads to every setting in three keys or by its words', async ({
  page,
}) => {
  const home = page.getByRole('main', { name: 'Vue d’ensemble' })
  await expect(home).toBeVisible()
  expect(await broken(page)).toEqual([])
  await page.getByRole('button', { name: 'Ouvrir la journée' }).press('Enter')
  await expect(page.getByText('Journée ouverte depuis')).toBeVisible()

  await test.step('a figure chooses the group, another one the part; Escape gives the figures back', async () => {
    await press(page, 'Digit3')
    await expect(part(page, 'Postes et réseau')).toBeFocused()
    await press(page, 'Escape')
    await press(page, 'Digit1')
    await press(page, 'Digit3')
    await expect(current(page)).toHaveText('Horaires')
  })

  await test.step('« / » comes back to the search from any part; the arrows choose, Enter opens', async () => {
    await press(page, '/')
    const search = page.getByRole('textbox', { name: 'Chercher un réglage' })
    await expect(search).toBeFocused()
    await page.keyboard.type('mot de passe')
    await expect(home.getByText('réglage : mot de passe')).toBeVisible()
    expect(await broken(page)).toEqual([])
    await press(page, 'ArrowDown')
    await press(page, 'Enter')
    await expect(current(page)).toHaveText('Personnes et accès')
    await press(page, '/')
    await page.keyboard.type('zzz')
    await expect(home.getByText('Aucun réglage de ce nom')).toBeVisible()
    await press(page, 'Escape')
    await expect(search).toHaveValue('')
    await expect(navigation(page)).toBeVisible()
  })

  await test.step('F1 says what the page is for', async () => {
    await press(page, 'F1')
    await expect(page.getByText('La vue d’ensemble', { exact: true })).toBeVisible()
    expect(await broken(page)).toEqual([])
  })
})

test('a service and a counter are added while the day is open, and are withdrawn once it is closed; who did it is told', async ({
  page,
  office,
  shell,
}) => {
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  await act(office, 'supervisor', 'day.open')
  await part(page, 'Services et guichets').press('Enter')

  await test.step('a letter that is taken is refused and nothing typed is lost; the first free one is offered', async () => {
    await button('Ajouter un service').press('Enter')
    await expect(field('Nom')).toBeFocused()
    await press(page, 'Enter')
    await expect(page.getByText('Écrivez un nom.')).toBeVisible()
    await field('Nom').fill('Cimetière et concessions funéraires')
    await expect(field('Lettre des numéros')).toHaveValue('E')
    await field('Lettre des numéros').fill('a')
    await press(page, 'Enter')
    await expect(page.getByText('a déjà cette lettre')).toBeVisible()
    await field('Lettre des numéros').fill('k')
    await field('Anglais').fill('Cemetery')
    await press(page, 'Enter')
    await expect(row('Cimetière')).toContainText('série K')
    await expect(row('Cimetière')).toContainText('Aucun agent ne reçoit encore')
    expect(
      await act(office, 'kiosk', 'ticket.take', { serviceId: 'cimetiere-et-concessions-funerai' }),
    ).toMatchObject({ number: 'K1' })
  })

  await test.step('a counter has the next number, and says that its documents come out nowhere', async () => {
    await button('Ajouter un guichet').press('Enter')
    await expect(field('Nom')).toHaveValue('Guichet 4')
    await press(page, 'Enter')
    await expect(row('Guichet 4')).toContainText('ses documents restent à l’écran')
    await button('Modifier Guichet 4').press('Enter')
    await field('Nom').fill('guichet 1')
    await press(page, 'Enter')
    await expect(page.getByText('Ce nom est déjà pris')).toBeVisible()
    await field('Nom').fill('Guichet vert')
    await press(page, 'Enter')
    await expect(row('Guichet vert')).toBeVisible()
    if (shell === 'chromium') expect(await broken(page)).toEqual([])
  })

  await test.step('while the day is open nothing is withdrawn, and why is said', async () => {
    await button('Retirer Guichet vert').press('Enter')
    await button('Retirer : plus personne n’y sera reçu').press('Enter')
    await expect(page.getByText('La journée est ouverte')).toBeVisible()
    await act(office, 'supervisor', 'day.settleAll', { how: 'reason', fault: 'service', reason: 'Fin' })
    await act(office, 'supervisor', 'day.close')
    await button('Retirer Guichet vert').press('Enter')
    await button('Retirer : plus personne n’y sera reçu').press('Enter')
    await expect(page.getByRole('list', { name: 'Retirés' })).toContainText('Guichet vert')
    await button('Remettre Guichet vert').press('Enter')
    await expect(page.getByRole('list', { name: 'Guichets' })).toContainText('Guichet vert')
  })

  await test.step('the changes say what, by whom, the last first', async () => {
    await part(page, 'Changements').press('Enter')
    const lines = page.getByRole('table', { name: 'Qui a changé quoi' }).getByRole('row')
    await expect(lines.nth(1)).toContainText('Guichet : Guichet vert')
    await expect(lines.nth(1)).toContainText('l’administration')
    await expect(lines.nth(2)).toContainText('Guichet retiré : Guichet vert')
    await expect(lines.last()).toContainText('Création de l’office')
    if (shell === 'chromium') expect(await broken(page)).toEqual([])
  })
})

test(
  'each part has its name as the first heading, at one place, what it is for and its own help; its headings follow one another',
  { tag: byNight },
  async ({ page }) => {
    test.slow()
    const places = new Set<string>()
    const help = page.getByRole('complementary', { name: 'Aide de cet écran' })
    for (const [section, title] of Object.entries(sectionTitles)) {
      await part(page, title).press('Enter')
      const first = page.getByRole('main', { name: title }).getByRole('heading', { level: 1 })
      await expect(first).toHaveText(title)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page.getByText(helpAdministration[section as Section].does, { exact: true })).toBeVisible()
      await expect(page).toHaveTitle(`${title} - Administration - Guichet`)
      const box = (await first.boundingBox())!
      places.add(`${box.x} ${box.y} ${await first.evaluate((each) => getComputedStyle(each).font)}`)
      const levels = await page
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))
      expect(levels[0], title).toBe(1)
      expect(
        levels.filter((level, at) => at > 0 && level - levels[at - 1]! > 1),
        title,
      ).toEqual([])
      await press(page, 'F1')
      await expect(help.getByRole('heading', { level: 2 })).toHaveText(
        helpAdministration[section as Section].title,
      )
      await expect(help.getByRole('heading', { name: helpPanel.rules, exact: true })).toBeVisible()
      await press(page, 'F1')
      await expect(help).toBeHidden()
    }
    expect([...places]).toHaveLength(1)
  },
)

test('where no updater is set, the part of updates says which program it is and who decides of the next', async ({
  page,
  shell,
}) => {
  await part(page, 'Mises à jour').press('Enter')
  const main = page.getByRole('main', { name: 'Mises à jour' })
  await expect(main).toContainText('Guichet 0.1.0, sur')
  await expect(main).toContainText(
    shell === 'electron'
      ? 'Aucun lieu de mises à jour n’est réglé'
      : 'les versions suivantes s’installent par les outils du système',
  )
  expect(await broken(page)).toEqual([])
})
