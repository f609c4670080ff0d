import type { Page } from '@playwright/test'
import { languages } from '../../../shared/messages/public/languages.ts'
import { postersPage } from '../../../shared/messages/media/postersPage.fr.ts'
import { expect, test } from '../fixture.ts'
import { broken } from '../../fixtures/axe.ts'
import { act } from '../reception.ts'

// The administration notes who, by their function, has read the public's texts in a language.

test.use({ station: 'administration' })

/** One of a row of choices, by its space bar. */
const choose = (page: Page, name: string) => page.getByRole('radio', { name }).press('Space')

test('a language’s texts are to be read, noted as read, and taken back; the posters say it no more', async ({
  office,
  page,
  shell,
}) => {
  await act(office, 'supervisor', 'day.open')
  const parts = page.getByRole('navigation', { name: 'Réglages' })
  await parts.getByRole('button', { name: 'Langues', exact: true }).press('Enter')
  const list = page.getByRole('list', { name: 'Textes à faire relire' })
  await expect(list.getByRole('listitem')).toHaveCount(8)
  await choose(page, 'ukrainien')
  await page.getByLabel('Relu par').selectOption({ label: 'une association' })
  const posters = list.getByRole('listitem').filter({ hasText: 'Affiches' })
  await expect(posters).toContainText('À relire')
  await posters.getByRole('button', { name: 'Noter comme relu' }).press('Enter')
  await expect(posters).toContainText('Relu par une association, le')
  expect(await broken(page)).toEqual([])
  await parts.getByRole('button', { name: 'Affiches', exact: true }).press('Enter')
  for (const [language, count] of [
    ['uk', 0],
    ['ar', 1],
  ] as const) {
    const name = languages[language].kiosk.language
    await choose(page, name)
    await expect(page.getByText(postersPage.toRead)).toHaveCount(count)
  }

  await parts.getByRole('button', { name: 'Langues', exact: true }).press('Enter')
  await choose(page, 'ukrainien')
  await posters.getByRole('button', { name: 'Retirer' }).press('Enter')
  await expect(posters).toContainText('À relire')

  // Electron keeps what is saved for itself: a test does not see it come.
  if (shell === 'electron') return
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer en CSV' }).press('Enter'),
  ])
  expect(saved.suggestedFilename()).toBe('relectures.csv')
})
