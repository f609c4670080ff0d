import { expect, test } from './fixture.ts'
import { broken } from './look.ts'

test.use({ station: 'administration' })

test('the declaration of accessibility says what does not conform, whom to ask, and the plan that the administration wrote', async ({
  office,
  page,
  windows,
  shell,
}) => {
  const declared = await (await fetch(`${office.url}/accessibilite`)).text()
  expect(declared).toContain('partiellement conforme au RGAA 4.1.2')
  expect(declared).toContain('13.8')
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
  if (shell === 'electron') return
  const seen = await windows.context.newPage()
  await seen.goto(`${office.url}/accessibilite`)
  await expect(seen.getByRole('heading', { name: 'Accessibilité', level: 1 })).toBeVisible()
  expect(await broken(seen)).toEqual([])
})
