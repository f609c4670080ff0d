import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixture.ts'
import { keysOf } from '../../fixtures/wedgeKeys.ts'
import { press, tabTo } from '../keyboard.ts'

/** Presses the key that a button or a line shows. */
export async function pressKeyOf(shown: Locator): Promise<void> {
  const cap = shown.locator('kbd').first()
  const code = await cap.getAttribute('data-code', { timeout: 10_000 })
  await press(shown.page(), code ?? `Digit${await cap.innerText()}`)
}

/** Who is received and for what, over the list. */
export const head = (page: Page) => page.locator('main h2 + div').first()

/** The detail of the piece that was chosen, under the list. */
export const pieceDetail = (page: Page) => page.getByRole('region', { name: /^Détail/ })

/** Takes an act in the palette « Actions », by a word of its name. */
export async function takeAction(page: Page, word: string, name: string | RegExp): Promise<void> {
  await press(page, 'Period')
  const field = page.getByRole('combobox', { name: 'Chercher une action' })
  await expect(field).toBeFocused()
  await field.fill(word)
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible()
  await press(page, 'Enter')
  await expect(field).toBeHidden()
}

/** The counter's three columns. */
export const checklist = (page: Page) => page.getByRole('region', { name: 'Pièces' })
export const rightColumn = (page: Page) => page.getByRole('region', { name: 'Personne, documents' })

/** The line of a piece, by the beginning of its title. */
export const pieceLine = (page: Page, title: string) =>
  checklist(page).getByRole('listitem').filter({ hasText: title }).first()

/** Chooses a procedure as an agent does: C, L, the beginning of its title, Enter. */
export async function chooseProcedure(page: Page, typed: string, title: string): Promise<void> {
  await press(page, 'KeyC')
  await expect(page.getByRole('heading', { name: 'Démarche et cas' })).toBeVisible()
  await press(page, 'KeyL')
  await expect(page.getByRole('textbox', { name: 'Chercher une démarche' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Chercher une démarche' }).fill(typed)
  await press(page, 'Enter')
  await expect(page.locator('main h2 + div p').first()).toHaveText(title)
}

/** The question that is asked now, with its answers. */
const question = (page: Page) => page.getByText('Facultatif').locator('xpath=ancestor::section[1]')

/** Answers the question that is asked: a choice by the figure before its words, a date by its eight figures. */
export async function answer(page: Page, said: string): Promise<void> {
  const card = question(page)
  const before = await card.getByRole('heading').innerText({ timeout: 10_000 })
  if (/^\d{8}$/.test(said)) await page.keyboard.type(said)
  else {
    const option = card.getByRole('button', { name: new RegExp(`^\\d ?${escaped(said)}$`) })
    await expect(option).toBeVisible()
    await pressKeyOf(option)
  }
  await expect(page.getByRole('heading', { name: before, exact: true })).toBeHidden()
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Takes an answer back in the list of answers given: its question comes again. */
export async function takeBack(page: Page, asked: string): Promise<void> {
  await press(page, 'KeyC')
  const given = page.getByRole('button', { name: asked })
  await expect(given).toBeVisible()
  await pressKeyOf(given)
  await expect(given).toBeHidden()
  await press(page, 'Escape')
}

/** Ticks a piece by its letter. */
export async function tickLine(page: Page, title: string): Promise<void> {
  await pressKeyOf(pieceLine(page, title))
  await expect(pieceLine(page, title)).toContainText('Présentée')
}

/** Asks in one's own words for a piece that may not be asked: the text that forbids it is said there, and nothing is noted. */
export async function askedInVain(page: Page, words: string, text: RegExp): Promise<void> {
  await press(page, 'KeyJ')
  const field = page.getByRole('textbox', { name: 'Nom de la pièce présentée' })
  await expect(field).toBeFocused()
  await field.fill(words)
  await tabTo(page.getByRole('button', { name: 'La demander' }))
  await press(page, 'Enter')
  await expect(checklist(page).getByText('Cette pièce ne peut pas être demandée')).toBeVisible()
  await expect(checklist(page).getByText(text).last()).toBeVisible()
  await field.press('Escape')
  await expect(field).toBeHidden()
}

/** What a scanner types: each key with the instant at which it went down, a few milliseconds after the one before. */
export async function scan(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  // Whatever was pressed before is over: what follows a key at once is of the same hand.
  await page.waitForTimeout(150)
  const start = Date.now() / 1000
  const sent = keysOf(text, { gaps: [5] }).flatMap(({ key, code, at, shift, ctrl }) => {
    const modifiers = (shift ? 8 : 0) + (ctrl ? 2 : 0)
    const same = { key, code, modifiers, timestamp: start + at / 1000 }
    const written = ctrl ? {} : { text: key === 'Enter' ? '\r' : key }
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...same, ...written }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...same }),
    ]
  })
  await Promise.all(sent)
  await session.detach()
}
