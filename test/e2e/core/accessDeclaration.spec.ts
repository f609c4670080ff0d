import { expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'

test.use({ station: 'administration' })

test('the declaration of accessibility says what does not conform, whom to ask, and the plan that the administration wrote; every public page leads to it', async ({
  office,
  page,
  windows,
  open,
  shell,
}) => {
  // The parts of the administration are many stops: the first Tab passes them all.
  await expect(page.getByRole('navigation', { name: 'Réglages' })).toBeVisible()
  await press(page, 'Tab')
  const skip = page.getByRole('link', { name: 'Aller au contenu' })
  await expect(skip).toBeFocused()
  expect(await skip.evaluate((link) => link.getBoundingClientRect().height)).toBeGreaterThan(20)
  await press(page, 'Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await press(page, 'Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)

  const declared = await (await fetch(`${office.url}/accessibilite`)).text()
  expect(declared).toContain('partiellement conforme au RGAA 4.1.2')
  expect(declared).toContain('5.1.3.11')
  expect(declared).toContain('De la norme EN 301 549, 2 exigences ne sont pas respectées')
  expect(declared).toContain('dites-le à un agent')

  await page
    .getByRole('button', { name: 'Autres logiciels' })
    .or(page.getByRole('link', { name: 'Autres logiciels' }))
    .first()
    .press('Enter')
  const contact = page.getByRole('textbox', { name: 'À qui écrire' })
  await contact.fill('accueil@mairie.example, 04 00 00 00 00')
  await page.getByRole('textbox', { name: 'Adresse du schéma' }).fill('https://mairie.example/schema')
  await contact.press('Enter')
  await expect(page.getByText('Enregistré.', { exact: true })).toBeVisible()
  const after = await (await fetch(`${office.url}/accessibilite`)).text()
  expect(after).toContain('accueil@mairie.example, 04 00 00 00 00')
  expect(after).toContain('<a href="https://mairie.example/schema"')
  const kiosk = await open('kiosk')
  await kiosk.getByRole('button', { name: 'Lire et atteindre' }).press('Enter')
  await kiosk.getByRole('button', { name: 'Accessibilité : partiellement conforme' }).press('Enter')
  await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText('Accessibilité : partiellement conforme')
  await expect(kiosk.getByText('accueil@mairie.example, 04 00 00 00 00')).toBeVisible()
  expect(await broken(kiosk)).toEqual([])
  const followed = await (await fetch(`${office.url}/suivi?lang=es`)).text()
  expect(followed).toContain(
    '<a href="/accessibilite" hreflang="fr">Accesibilidad: parcialmente conforme</a>',
  )
  const supervision = await open('supervision')
  await expect(supervision.getByRole('navigation')).toBeVisible()
  await press(supervision, 'Tab')
  await expect(supervision.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await supervision.getByText('Accessibilité : partiellement conforme').click()
  await expect(supervision.getByText('des critères qui s’appliquent sont respectés')).toBeVisible()
  const whole = supervision.getByRole('link', { name: 'La déclaration entière' })
  // The application's windows go nowhere else than to their page.
  await expect(whole).toHaveCount(shell === 'electron' ? 0 : 1)
  if (shell === 'electron') return
  await expect(whole).toHaveAttribute('href', '/accessibilite')
  const display = await open('display')
  // A screen on a wall: nothing there is to be pressed, the address is on the kiosk and the other public pages.
  await expect(display.locator('footer')).toBeVisible()
  await expect(display.getByRole('link')).toHaveCount(0)
  const seen = await windows.context.newPage()
  await seen.goto(`${office.url}/accessibilite`)
  await expect(seen.getByRole('heading', { name: 'Accessibilité', level: 1 })).toBeVisible()
  expect(await broken(seen)).toEqual([])
})
