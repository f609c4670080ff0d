import { help, helpPanel } from '../../../shared/messages/help/help.fr.ts'
import type { Page } from '@playwright/test'
import { helpAdministration } from '../../../shared/messages/help/administration.fr.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act, heldByFirstAgent } from '../reception.ts'

test('F1 tells the counter’s screen, its keys as they are now and its rule, while the counter goes on', async ({
  office,
  page,
}) => {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await expect(page.getByRole('button', { name: 'F2 Appeler', exact: true })).toBeEnabled()
  await press(page, 'F1')
  const panel = page.getByRole('complementary', { name: 'Aide de cet écran' })
  await expect(panel.getByRole('heading', { name: help.counter.title })).toBeFocused()
  await expect(panel).toContainText('CASF, art. L241-3')
  expect(await broken(page)).toEqual([])

  // The keys are those that the page shows: what they do follows what the counter is doing.
  const line = (key: string) =>
    panel
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: key, exact: true }) })
      // The page's own button, then the bar's, at the page's foot.
      .last()
  await expect(line('F2')).toBeVisible()
  await expect(line('F5')).toHaveCount(0)
  await press(page, 'F2')
  await expect(line('F5')).toBeVisible()
  await expect(line('F2')).toHaveCount(0)
  await press(page, 'F5')
  // A key of « Actions » acts with the palette shut: it is told though no cap shows it.
  await expect(line('X')).toContainText('Reprendre un dossier')

  await expect(line('A')).toContainText('Pré-demande en ligne')
  // Nor of what no page shows: the lock, the guided day.
  await expect(line('Maj F12')).toContainText('Verrouiller')
  await expect(line('Maj F9')).toContainText('Journée guidée')
  // While a name is asked, no piece hears its letter: it is told no more.
  await press(page, 'KeyI')
  await expect(line('5')).toContainText('Déclarée, sans pièce')
  await expect(line('A')).toHaveCount(0)
  await press(page, 'KeyI')
  await expect(line('A')).toContainText('Pré-demande en ligne')

  // Escape, in the help, closes the help alone.
  await press(page, 'KeyN')
  const note = page.getByRole('textbox', { name: /^Note/ })
  await expect(note).toBeVisible()
  await panel.getByRole('button', { name: 'Fermer l’aide' }).focus()
  await press(page, 'Escape')
  await expect(panel).toBeHidden()
  await expect(note).toBeVisible()
})

test(
  'F1 has its sheet on every page that someone holds: what it does, how, its keys, its rule',
  { tag: byNight },
  async ({ office, page, open }) => {
    test.setTimeout(120_000)
    await act(office, 'supervisor', 'day.open')
    for (const station of ['counter', 'reception', 'files', 'till', 'documents', 'supervision'] as const) {
      const shown = station === 'counter' ? page : await open(station)
      const asks = shown.getByRole('heading', { name: 'Qui êtes-vous' })
      const button = shown.getByRole('button', { name: 'F1 Aide' })
      await expect(asks.or(button)).toBeVisible()
      if (await asks.isVisible()) await press(shown, 'Digit1')
      await expect(button).toBeVisible()
      await expectHelp(shown, help[station].title)
      if (station === 'reception') await expectFigures(shown)
    }
  },
)

/** The help of the screen is opened by its key, told whole, and closed by its key. */
async function expectHelp(page: Page, title: string): Promise<void> {
  await press(page, 'F1')
  const panel = page.getByRole('complementary', { name: 'Aide de cet écran' })
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(title)
  const { does, steps, keys, rules } = helpPanel
  for (const part of [does, steps, keys, rules])
    await expect(panel.getByRole('heading', { name: part, exact: true })).toBeVisible()
  await press(page, 'F1')
  await expect(panel).toBeHidden()
}

/** At the entrance the figures choose an act: those of the priorities wait for a motive, and are not told. */
async function expectFigures(page: Page): Promise<void> {
  await press(page, 'F1')
  const panel = page.getByRole('complementary', { name: 'Aide de cet écran' })
  await expect(panel.getByRole('rowheader', { name: '/', exact: true })).toHaveCount(1)
  await expect(panel.getByRole('rowheader', { name: '2', exact: true })).toHaveCount(1)
  await expect(panel.getByRole('rowheader', { name: '8', exact: true })).toHaveCount(0)
  await press(page, 'F1')
}

test.describe('in the administration', () => {
  test.use({ station: 'administration' })

  test('each part has its help, with the search of texts beside it', async ({ page }) => {
    await page
      .getByRole('navigation', { name: 'Réglages' })
      .getByRole('button', { name: 'Office' })
      .press('Enter')
    await expect(page.getByRole('heading', { name: 'Office', level: 1, exact: true })).toBeVisible()
    await press(page, 'F1')
    const panel = page.getByRole('complementary', { name: 'Aide de cet écran' })
    await expect(panel.getByRole('heading', { name: helpAdministration.office.title })).toBeVisible()
    await panel.getByText('Chercher un texte').click()
    await expect(panel.getByRole('combobox', { name: /^Chercher dans les fiches/ })).toBeFocused()
    await page.keyboard.type('R113-8')
    await expect(panel.getByRole('option', { selected: true })).toContainText('Article')
    expect(await broken(page)).toEqual([])
    await panel.getByText('Le manuel', { exact: true }).click()
    await panel.getByText('Le manuel de l’agent').click()
    await expect(panel.getByRole('region', { name: help.counter.title })).toContainText(
      'Appelez la personne suivante',
    )
    expect(await broken(page)).toEqual([])
    // Its pictures are this machine's own; printed, they are inside the sheet, which asks for nothing.
    // The sheet is made, and no dialog of the system's opens in a test.
    await page.evaluate(() =>
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
        get: () => ({ print: () => {}, addEventListener: () => {} }),
      }),
    )
    await panel.getByRole('button', { name: 'Imprimer le manuel' }).press('Enter')
    const sheet = page.frameLocator('iframe[aria-hidden="true"]').locator('img')
    await expect(sheet).toHaveCount(7)
    await expect.poll(() => sheet.last().evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1280)
    await press(page, 'F1')
    await expect(panel).toBeHidden()
    await page.evaluate(() => {
      location.hash = '#section=backup'
    })
    await press(page, 'F1')
    await expect(panel.getByRole('heading', { name: helpAdministration.backup.title })).toBeVisible()
  })

  test(
    'the posters are drawn from the settings, in each language',
    { tag: byNight },
    async ({ shell, page }) => {
      await page.getByRole('button', { name: 'Affiches' }).click()
      const sheet = (name: RegExp) =>
        page.frameLocator(`iframe[title^="Aperçu"]`).getByRole('heading', { name })
      await expect(sheet(/^La règle de la file/)).toBeVisible()
      await page.getByText('Réclamer, contester, être aidé').click()
      await expect(sheet(/^Réclamer, contester/)).toBeVisible()
      await page.getByText('العربية').click()
      await expect(sheet(/^الشكوى/)).toBeVisible()
      await expect(page.getByText('n’a pas encore été relue')).toBeVisible()
      // axe looks into the sheet's frame by a page of its own, which the application has not.
      if (shell === 'chromium') expect(await broken(page)).toEqual([])
    },
  )
})
