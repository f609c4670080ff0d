import type { Page } from '@playwright/test'
import { expect } from './fixture.ts'

/** What the first manager of a real office types in these journeys. */
export const passphrase = 'quatre mots pris au hasard'

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** Fills the welcome but for its passphrase. */
export async function fillWelcome(page: Page): Promise<void> {
  await field(page, 'Nom de l’office').fill('Mairie de Fontaine-le-Port')
  await field(page, 'Adresse').fill('1 place de la Mairie')
  await field(page, 'Code postal').fill('77590')
  await field(page, 'Téléphone').fill('01 60 00 00 00')
  await field(page, 'Prénom').fill('Nadia')
  await field(page, 'Nom').fill('Ferrand')
}

/** The passphrase of the welcome, twice. */
export async function choosePassphrase(page: Page): Promise<void> {
  await field(page, 'Votre phrase de passe').fill(passphrase)
  await field(page, 'Encore une fois, le même texte').fill(passphrase)
}

/** Milliseconds between two keys of a hand: faster and so steady, they would be a badge reader’s. */
export const hand = { delay: 110 }

/** Types one's secret where the station asks for it. */
export async function enter(page: Page, kind: 'Code' | 'Phrase de passe', secret: string): Promise<void> {
  await expect(field(page, kind)).toBeFocused()
  await page.keyboard.type(secret, hand)
  await page.keyboard.press('Enter')
}
