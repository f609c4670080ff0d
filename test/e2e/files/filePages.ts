import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { expect } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { heading } from '../pages.ts'
import { ask } from '../reception.ts'

/** The page held by the first agent: in the application its window asks who is there. */
export async function held(page: Page, title = 'Dossiers à suivre'): Promise<void> {
  const asks = heading(page, 'Qui êtes-vous')
  const own = heading(page, title)
  await expect(asks.or(own).first()).toBeVisible()
  if (await asks.isVisible()) await press(page, 'Digit1')
  await expect(own.first()).toBeVisible()
}

/**
 * The same, opened over the files that are there by now: a list that was shown empty gives the keyboard to no line that comes
 * later.
 */
export async function heldAnew(page: Page): Promise<void> {
  await page.reload()
  await held(page)
}

/** Another act than the file's next one: found by its name, among the actions. */
export async function doing(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Chercher une action' })).toBeFocused()
  await page.keyboard.type(name)
  await press(page, 'Enter')
}

export const file = (page: Page) => page.getByRole('article', { name: /^DO-2026-/ })
export const form = (page: Page, name: string) => page.getByRole('form', { name })
export const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })

/** Sends the form by Enter from its first field, as a hand on the keyboard does. */
export const send = async (page: Page, name: string) => {
  await form(page, name).getByRole('button', { name, exact: false }).first().press('Enter')
}

/** The looks that the office's log keeps, the latest first. */
export const looks = (office: Office) =>
  ask<{ looks: { by: string; files: { reference: string | null }[] }[] }>(office, 'admin', 'files.looks')

/** Opens the form that records what came, by its key, and says which post and when. */
export async function record(page: Page, postmark: string, received: string): Promise<void> {
  await press(page, 'n')
  await expect(field(page, 'Cachet de la poste')).toBeFocused()
  await page.keyboard.type(postmark)
  await field(page, 'Reçu ici le').fill(received)
}
