import { expect, test } from '../fixture.ts'
import { broken } from '../../fixtures/axe.ts'

test.use({ station: 'administration' })

test('the manager reads the year’s commitments with their method, publishes them, and has the papers owed filled from the settings', async ({
  office,
  page,
}) => {
  const nav = page.getByRole('navigation', { name: 'Réglages' })
  const open = (name: string) => nav.getByRole('button', { name, exact: true }).press('Enter')
  await open('Engagements')
  const figures = page.getByRole('table', { name: /^Les engagements tenus en/ })
  await expect(figures.getByRole('row', { name: /Demandes transmises avec une preuve/ })).toContainText(
    'CRPA, art. L114-2',
  )
  await expect(figures.getByRole('row', { name: /Appels téléphoniques pris/ })).toContainText(
    'Guichet ne le sait pas',
  )
  expect(await broken(page)).toEqual([])
  const published = page.getByRole('checkbox', { name: /Publier cette page/ })
  await published.press('Space')
  await expect(page.getByText('Enregistré.', { exact: true })).toBeVisible()
  const seen = await fetch(`${office.url}/engagements`)
  expect([seen.status, (await seen.text()).includes('Demandes transmises avec une preuve')]).toEqual([
    200,
    true,
  ])

  await open('Analyse d’impact')
  await expect(page.getByRole('heading', { name: '4. Les risques et les mesures' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'À compléter' }).first()).toBeVisible()
  expect(await broken(page)).toEqual([])
  await open('Information du personnel')
  await expect(page.getByRole('heading', { name: '3. Ce qui est gardé d’un agent' })).toBeVisible()
  expect(await broken(page)).toEqual([])
})
