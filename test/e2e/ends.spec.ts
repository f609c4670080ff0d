import type { Page } from '@playwright/test'
import type { Office } from '../fixtures/office.ts'
import { expect, test } from './fixture.ts'
import { press } from './keyboard.ts'
import { broken } from './look.ts'
import { act, heldByFirstAgent, piece, receiveNext, tick } from './reception.ts'

// How a visit ends, by keyboard: what is said before, and how many keys each end takes.

/** The first agent receives A 1 for this procedure. */
async function begin(office: Office, page: Page, procedureId: string): Promise<void> {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await act(office, 'agent1', 'sheet.update', {
    person: { familyName: 'Mercier', firstName: 'Paul', birthDate: '1979-09-02' },
  })
  await expect(page.getByText('MERCIER Paul').first()).toBeVisible()
}

test('an incomplete file of a title says what lacks, until when and what is printed, and offers no refusal', async ({
  office,
  page,
}) => {
  await begin(office, page, 'passeport')
  await tick(page, 'Pré-demande en ligne', 'KeyQ')
  await press(page, 'KeyR', 'KeyR')
  await expect(piece(page, 'Timbre fiscal').first()).toContainText('Manquante')
  await press(page, 'F9')
  const panel = page.getByRole('region', { name: 'Terminer : dossier incomplet' })
  await expect(panel.getByRole('radio', { name: 'Incomplet' })).toBeFocused()
  await expect(panel.getByRole('list', { name: 'À apporter' })).toContainText('Timbre fiscal')
  await expect(panel).toContainText('15 jours, délai de la mairie (CRPA L114-5)')
  await expect(panel).toContainText('Imprimé et remis à Paul Mercier')
  await expect(panel).toContainText('Le préfet décide : pas de refus au guichet.')
  await expect(panel.getByRole('radio', { name: 'Refus écrit' })).toHaveCount(0)
  expect(await broken(page)).toEqual([])
  // Échap goes back to the list, and nothing has ended.
  await press(page, 'Escape')
  await expect(panel).toBeHidden()
  await press(page, 'F9', 'Tab')
  await expect(panel.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('25032026')
  await expect(panel).toContainText('22 jours (CRPA L114-5)')
  await press(page, 'F9')
  await expect(page.getByText('A 1 : dossier incomplet.')).toBeVisible()
})

test('another end is chosen by its figure or by the arrows, and the second F9 ends by it', async ({
  office,
  page,
}) => {
  await begin(office, page, 'cni')
  await tick(page, 'Ancienne carte', 'KeyE')
  await press(page, 'F9', 'Digit2')
  await expect(page.getByRole('radio', { name: 'Repart sans déposer' })).toBeChecked()
  await press(page, 'ArrowLeft')
  await expect(page.getByRole('radio', { name: 'Déposé', exact: false })).toBeChecked()
  await press(page, 'ArrowRight', 'F9')
  await expect(page.getByText('A 1 : renseignement donné.')).toBeVisible()
})
