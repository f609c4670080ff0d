import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { press, tabTo } from './keyboard.ts'
import { journalOf } from './journal.ts'
import { broken, hidden } from './look.ts'
import { heldByFirstAgent, openOffice } from './reception.ts'

// How an agent reads their pages: theirs, at whatever station they are.

const root = (page: Page) => page.locator('html')
const box = (page: Page, name: string) => page.getByRole('checkbox', { name })

test('an agent chooses size, contrast, room and keys, at once and at each of their stations; nobody else is told', async ({
  office,
  page,
  open,
}) => {
  await openOffice(office, 2)
  await heldByFirstAgent(page)
  const opener = page.getByRole('button', { name: 'Lecture' })
  const letters = () =>
    page.getByRole('heading', { name: 'Usager suivant' }).evaluate((it) => getComputedStyle(it).fontSize)
  const before = Number.parseFloat(await letters())
  await tabTo(opener, 40)
  await press(page, 'Enter')
  await page.getByRole('button', { name: 'Encore plus grandes' }).press('Enter')
  await expect(root(page)).toHaveAttribute('data-size', 'larger')
  expect(Number.parseFloat(await letters())).toBeGreaterThan(before)
  for (const name of ['Contraste fort', 'Listes aérées', 'Les lettres et les chiffres'])
    await box(page, name).press('Space')
  await expect(root(page)).toHaveAttribute('data-contrast', 'high')
  await expect(root(page)).toHaveAttribute('data-density', 'airy')
  await expect(root(page)).toHaveAttribute('data-keys', 'function')
  expect(await broken(page)).toEqual([])
  await press(page, 'Escape')
  await expect(opener).toBeFocused()
  expect(await hidden(page)).toEqual([])
  // A letter does nothing any more; a function key does all.
  await press(page, 'KeyP')
  await expect(page.getByRole('heading', { name: 'Usager suivant' })).toBeVisible()
  await press(page, 'F2')
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
  expect(await broken(page)).toEqual([])
  expect(await hidden(page)).toEqual([])

  const supervision = await open('supervision')
  await expect(supervision.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(root(supervision)).not.toHaveAttribute('data-contrast')
  await page.reload()
  await expect(root(page)).toHaveAttribute('data-size', 'larger')
  const kinds = (await journalOf(office.dataDir)).map(({ type }) => type)
  expect(kinds.filter((type) => /prefer/i.test(type))).toEqual([])
})
