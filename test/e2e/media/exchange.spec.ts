import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act, heldByFirstAgent, receiveNext } from '../reception.ts'

// What the agent shows in the person's language, and what the person answers: from page to page, without the host.

/** The first agent receives someone whose ticket says Arabic. */
async function receive(office: Office, page: Page): Promise<void> {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni', lang: 'ar' })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
}

const panel = (page: Page) => page.getByRole('region', { name: 'Échange écrit' })

test('a sentence chosen in French is read on the person’s screen in their language, and the answer comes back', async ({
  office,
  page,
}) => {
  await receive(office, page)
  await press(page, 'Comma')
  await expect(panel(page).getByRole('button', { name: 'العربية' })).toHaveAttribute('aria-pressed', 'true')
  await expect(panel(page)).toContainText('Traduction non relue en arabe')
  const opened = page.context().waitForEvent('page')
  await panel(page).getByRole('button', { name: 'Ouvrir l’écran de l’usager' }).press('Enter')
  const person = await opened
  await expect(person.getByText('L’agent peut vous écrire ici.')).toBeVisible()
  await expect(panel(page)).toContainText('L’écran de l’usager est ouvert.')
  await panel(page).getByRole('heading', { name: 'Échange écrit' }).focus()
  await press(page, 'Digit6')
  await expect(person.getByRole('status').first()).toHaveText('هل يمكنكم كتابة اسم العائلة والاسم الشخصي؟')
  await expect(person.locator('[dir=rtl]')).toBeVisible()
  expect(await broken(person)).toEqual([])
  await person.getByRole('button', { name: 'لم أفهم' }).press('Enter')
  await expect(panel(page)).toContainText('Réponse de l’usager : Pas compris')
  await person.getByLabel('يمكنكم كتابة جوابكم').fill('Haddad Amina')
  await person.keyboard.press('Enter')
  await expect(panel(page)).toContainText('Réponse de l’usager : Haddad Amina')
  expect(await broken(page)).toEqual([])
  // What was shown leaves the screen with the panel: the next person must not read it.
  await press(page, 'Escape')
  await expect(person.getByText('L’agent peut vous écrire ici.')).toBeVisible()
})

test(
  'without a second screen the agent’s own is turned, for a person who can’t hear too',
  { tag: byNight },
  async ({ office, page }) => {
    await receive(office, page)
    await press(page, 'Comma')
    await panel(page).getByLabel('Écrire une phrase').fill('Votre rendez-vous est à 14 h.')
    await page.keyboard.press('Enter')
    const turned = page.getByRole('dialog', { name: 'Échange écrit' })
    await expect(turned).toContainText('Votre rendez-vous est à 14 h.')
    expect(await broken(page)).toEqual([])
    await turned.getByRole('button', { name: 'Oui', exact: true }).press('Enter')
    await expect(turned).toContainText('Votre réponse est donnée à l’agent.')
    await page.keyboard.press('Escape')
    await expect(turned).toBeHidden()
    await expect(panel(page).getByRole('heading', { name: 'Échange écrit' })).toBeFocused()
    await expect(panel(page)).toContainText('Réponse de l’usager : Oui')
    await panel(page).getByLabel('Chercher une phrase').fill('piece exigee')
    await expect(panel(page).getByRole('listitem')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(turned).toContainText('هذه الوثيقة غير مطلوبة.')
  },
)
