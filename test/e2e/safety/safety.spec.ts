import { expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { button } from '../pages.ts'
import { act, heldByFirstAgent } from '../reception.ts'

const mark = /Aide demandée\. Personne/

test('help is asked by three keys without a sign at the counter, seen and answered elsewhere, and told in a form filled with its hour and place', async ({
  office,
  page,
  open,
}) => {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  const next = page.getByRole('heading', { name: 'Usager suivant' })
  await expect(next).toBeVisible()

  // Without an alert the help of any page has both, and the form is at the counter held.
  await press(page, 'F1')
  const help = page.getByRole('region', { name: 'Votre sécurité' })
  await expect(help).toContainText('Ctrl Maj Espace')
  await help.getByRole('button', { name: 'Écrire une fiche d’incident' }).press('Enter')
  const blank = page.getByRole('form', { name: 'Fiche d’incident' })
  await expect(blank.getByLabel('Lieu')).toHaveValue('1')
  await tabTo(button(page, 'Fermer'))
  await press(page, 'Enter')
  await expect(next).toBeVisible()

  const elsewhere = await open('supervision')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible()

  // The button under the focus is not pressed by the space, and no sentence comes to the screen.
  const call = button(page, 'Appeler A').first()
  await tabTo(call)
  await page.keyboard.press('Control+Shift+Space')
  await expect(button(page, mark)).toBeVisible()
  await expect(next).toBeVisible()
  await expect(page.getByText(/Aide demandée/)).toHaveCount(0)
  // Who pressed it sees that it is noted, by a word that says nothing to anyone else.
  await expect(page.getByText('noté', { exact: true })).toBeVisible()

  const band = elsewhere.getByRole('status').filter({ hasText: 'Aide demandée' })
  await expect(band).toContainText('Guichet 1')
  expect(await broken(elsewhere)).toEqual([])
  await expect(button(elsewhere, 'J’y vais')).toContainText('Ctrl Maj Entrée')
  await press(elsewhere, 'Control+Shift+Enter')
  await expect(band).toHaveCount(0)

  await expect(page.getByText('on vient', { exact: true })).toBeVisible()
  const answered = button(page, /Quelqu’un vient/)
  await answered.click()
  const form = page.getByRole('form', { name: 'Fiche d’incident' })
  await expect(form.getByLabel('Heure')).toHaveValue(/^10.h.4\d$/)
  await expect(form).toContainText('Guichet 1')
  expect(await broken(page)).toEqual([])
  await form.getByLabel('Nature').selectOption('threat')
  await form.getByLabel('Ce qui s’est passé').fill('Des menaces au moment de partir.')
  await tabTo(button(page, 'Enregistrer la fiche'))
  await press(page, 'Enter')
  await expect(form).toHaveCount(0)

  await button(elsewhere, 'Sécurité').click()
  const line = elsewhere.getByRole('row').filter({ hasText: 'Des menaces au moment de partir.' })
  await expect(line).toContainText('Guichet 1')
  await expect(line).toContainText('Menaces')
  expect(await broken(elsewhere)).toEqual([])
})
