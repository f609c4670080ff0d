import type { Page } from '@playwright/test'
import { byNight, expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { openEye } from '../look.ts'
import { button, heading } from '../pages.ts'
import { act } from '../reception.ts'

test.use({ station: 'administration' })

const { look, wrong } = openEye()

/** The section, with this machine's own addresses as its network. */
async function onNetwork(page: Page): Promise<void> {
  await button(page, 'Postes et réseau').press('Enter')
  await expect(heading(page, 'Relier un poste')).toBeVisible()
  await page.getByRole('combobox', { name: 'Répondre sur' }).selectOption('lo')
  const port = page.getByRole('textbox', { name: 'Port', exact: true })
  await port.fill('0')
  await port.press('Enter')
  await expect(button(page, 'Montrer un code')).toBeEnabled()
}

test('a display of a browser is paired by its link over TLS, sees the calls, and is cut off when it is revoked', async ({
  office,
  page,
  windows,
}) => {
  test.setTimeout(120_000)
  await act(office, 'supervisor', 'day.open')
  await onNetwork(page)
  const browser = windows.context.browser()
  if (!browser) throw new Error('no browser')
  // The certificate is the office's own: a person accepts it once, comparing its fingerprint.
  const far = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'fr-FR' })
  const display = await far.newPage()

  await test.step('the link is asked by keyboard', async () => {
    await tabTo(page.getByRole('radio', { name: 'Par Guichet et un code' }), 60)
    await press(page, 'ArrowDown')
    await expect(page.getByRole('radio', { name: 'Affichage' })).toBeChecked()
    await tabTo(button(page, 'Faire un lien'))
    await press(page, 'Enter')
    await expect(button(page, 'Ne plus attendre')).toBeFocused()
    expect(await broken(page)).toEqual([])
  })

  await test.step('opened once, it makes this browser the display', async () => {
    await expect(page.getByRole('list', { name: /^Lien à ouvrir/ })).toBeVisible()
    const link = await page.locator('code').filter({ hasText: '127.0.0.1' }).first().textContent()
    await display.goto(link ?? '')
    await expect(display.getByText('Salle d’attente')).toBeVisible()
    expect(await broken(display)).toEqual([])
    await display.getByRole('button').press('Enter')
    await expect(display.getByText('Prenez un ticket')).toBeVisible()
    await expect(page.getByText('Le poste est relié.')).toBeVisible()
    const stations = page.getByRole('list', { name: 'Postes reliés' })
    await expect(stations.getByText('Connecté')).toBeVisible()
    await expect(stations.getByText(/navigateur, .*, lien jusqu’au /)).toBeVisible()
    const other = await far.newPage()
    await other.goto(link ?? '')
    await expect(other.getByText('Ce lien a déjà servi')).toBeVisible()
    await other.close()
  })

  await test.step('it sees a call as the others do', async () => {
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
    await act(office, 'agent1', 'counter.open', { counterId: '1' })
    await act(office, 'agent1', 'ticket.callNext')
    await expect(display.locator('section[aria-live]')).toHaveText('A 1Guichet 1')
  })

  await test.step('revoked after a second question, it says so', async () => {
    await button(page, 'Retirer Salle d’attente…').press('Enter')
    await expect(button(page, 'Oui, retirer ce poste')).toBeFocused()
    await expect(page.getByText('sera coupé tout de suite')).toBeVisible()
    await press(page, 'Enter')
    await expect(page.getByText('Aucun poste d’un autre ordinateur n’est relié.')).toBeVisible()
    await expect(display.getByText('Ce poste n’est plus relié à l’office.')).toBeVisible()
    // Nobody is paired: the door would be closed.
    await act(office, 'admin', 'pairing.open', { role: 'kiosk', place: { name: 'Entrée', counterId: null } })
    await display.reload()
    await expect(display.getByText('Ce poste n’est plus relié à l’office.')).toBeVisible()
  })
  await far.close()
})

test(
  'the section is seen empty and full, while a code waits, in every size',
  { tag: byNight },
  async ({ page }) => {
    test.setTimeout(150_000)
    await button(page, 'Postes et réseau').press('Enter')
    await expect(heading(page, 'Relier un poste')).toBeVisible()
    await expect(button(page, 'Montrer un code')).toBeDisabled()
    await look(page, 'network-empty')
    await onNetwork(page)
    await tabTo(page.getByRole('radio', { name: 'Guichet ou accueil' }), 60)
    await press(page, 'ArrowDown')
    const place = page.getByRole('textbox', { name: 'Sa place' })
    await expect(place).toHaveValue('Entrée')
    await place.fill('Hall d’accueil de la communauté de communes, côté boulevard')
    await place.press('Enter')
    await expect(page.getByRole('img', { name: /^(\d ){7}\d$/ })).toBeVisible()
    await expect(page.getByText('5 essais')).toBeVisible()
    await look(page, 'network-code', { closely: true })
    await button(page, 'Ne plus attendre').press('Enter')
    await expect(page.getByText('L’office n’attend plus de poste.')).toBeVisible()
    // A place that is not written is said at its field.
    await place.fill(' ')
    await place.press('Enter')
    await expect(page.getByText('Écrivez où sera ce poste.')).toBeVisible()
    expect(wrong()).toEqual([])
  },
)
