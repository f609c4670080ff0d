import { choosePassphrase, enter, fillWelcome, passphrase } from '../e2e/realOffice.ts'
import { expect, test } from './launch.ts'

// The first run of a real office in the application, to its counter: the machine's windows ask who is there.

test('the welcome makes the first manager, and the counter that it opens asks who is there', async ({
  launch,
}) => {
  const application = await launch()
  const page = await application.firstWindow()
  await fillWelcome(page)
  await choosePassphrase(page)
  await page.getByRole('button', { name: 'Ouvrir la mairie' }).press('Enter')
  await expect(page).toHaveURL(/#station=counter$/)
  const present = page.getByRole('region', { name: 'Qui est à ce poste' })
  // All the windows of this machine are one seat: who just chose their passphrase is here already.
  await expect(present).toContainText('Nadia Ferrand')

  await page.keyboard.press('Shift+F12')
  await expect(page.getByRole('heading', { name: 'Poste verrouillé' })).toBeVisible()
  await expect(present).toBeHidden()
  await enter(page, 'Phrase de passe', passphrase)
  await expect(present).toBeVisible()
  await page.getByRole('button', { name: 'Sortir' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Qui êtes-vous' })).toBeVisible()
  await page.keyboard.press('1')
  await enter(page, 'Phrase de passe', passphrase)
  await expect(present).toContainText('Nadia Ferrand')
})
