import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { done } from '../../fixtures/startHost.ts'
import { broken } from '../../fixtures/axe.ts'

type Row = {
  readonly documentId: string
  readonly kind: string
  readonly number: string
  readonly handedAt: number | null
  readonly cancelledBy: string | null
}

/** The office's documents, as its first agent lists them. @param asks what the list is narrowed by */
export const documentsOf = async (office: Office, asks: object = {}) =>
  (await done<{ documents: readonly Row[] }>(office, 'agent1', 'queries/document.list', asks)).documents

/** The rules of axe that are broken. In the application axe reads no page with a frame: those are looked at in the browser. */
export const wrongs = async (page: Page): Promise<readonly string[]> =>
  page.frames().length > 1 && (await page.evaluate(() => 'guichet' in window)) ? [] : broken(page)

/** The document shown, and its paper; a form and its fields by their names. */
export const shown = (page: Page) => page.getByRole('article')
export const form = (page: Page, name: string) => page.getByRole('form', { name })
export const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })
export const paper = (page: Page) => page.frameLocator('iframe').locator('body')
