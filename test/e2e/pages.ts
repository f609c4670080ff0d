import type { Page } from '@playwright/test'
import { expect } from './fixture.ts'
import { press } from './keyboard.ts'

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** Whom the room sees as called last. */
export const newest = (display: Page) => display.locator('section[aria-live]')

/** Calls who comes next by F2: the counter says whom, the room sees where. */
export async function call(counter: Page, display: Page, number: string): Promise<void> {
  await expect(button(counter, `Appeler ${number}`).first()).toBeVisible()
  await press(counter, 'F2')
  await expect(heading(counter, 'Appelé à')).toBeVisible()
  await expect(newest(display)).toHaveText(`${number}Guichet 2`)
}

/** The person is at the counter. */
export async function here(counter: Page, number: string): Promise<void> {
  await press(counter, 'F5')
  await expect(heading(counter, number)).toBeFocused()
}

/** A row of one of a page’s tables. */
export const row = (page: Page, table: string | RegExp, name: string | RegExp) =>
  page.getByRole('table', { name: table }).getByRole('row', { name })
