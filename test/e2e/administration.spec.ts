import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { press } from './keyboard.ts'
import { broken } from './look.ts'

test.use({ station: 'administration' })

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Réglages' })
const part = (page: Page, name: string) => navigation(page).getByRole('button', { name, exact: true })
const current = (page: Page) => page.locator('[aria-current="page"]')

test('a part of the administration is reached by the arrows, by its address, and by one menu where a side has no room', async ({
  page,
  shell,
}) => {
  await test.step('the arrows go from one part to the next, and Enter opens it under its own name', async () => {
    await expect(current(page)).toHaveText('Office')
    await expect(navigation(page).getByRole('group', { name: 'Conserver et oublier' })).toBeVisible()
    await part(page, 'Office').focus()
    await press(page, 'End')
    await expect(part(page, 'Autres logiciels')).toBeFocused()
    await press(page, 'ArrowUp')
    await press(page, 'Enter')
    await expect(current(page)).toBeFocused()
    const name = (await current(page).textContent()) ?? ''
    await expect(page.getByRole('main', { name })).toBeVisible()
    expect(await broken(page)).toEqual([])
  })

  await test.step('the address names the part: it can be kept, given, and gone back to', async () => {
    await part(page, 'Horaires').press('Enter')
    expect(new URL(page.url()).hash).toContain('section=calendar')
    await part(page, 'Papiers').press('Enter')
    await page.goBack()
    await expect(current(page)).toHaveText('Horaires')
    if (shell === 'electron') return
    await page.evaluate(() => location.assign('#section=queue'))
    await expect(page.getByRole('main', { name: 'File d’attente' })).toBeVisible()
    await page.reload()
    await expect(current(page)).toHaveText('File d’attente')
    await page.evaluate(() => location.assign('#section=unknown'))
    await expect(current(page)).toHaveText('Office')
  })

  if (shell === 'electron') return
  await test.step('enlarged to 200 %, one menu says where one is and folds back once it is used', async () => {
    await page.setViewportSize({ width: 640, height: 400 })
    const menu = navigation(page).getByRole('button', { name: 'Réglages : Office' })
    await expect(part(page, 'Agents')).toBeHidden()
    await menu.press('Enter')
    await part(page, 'Agents').press('Enter')
    await expect(part(page, 'Agents')).toBeHidden()
    await expect(navigation(page).getByRole('button', { name: 'Réglages : Agents' })).toBeFocused()
    await press(page, 'Enter')
    await press(page, 'ArrowDown')
    await press(page, 'Escape')
    await expect(part(page, 'Horaires')).toBeHidden()
    expect(await broken(page)).toEqual([])
  })
})
