import type { Page } from '@playwright/test'
import { programsTake } from '../fixtures/kioskPace.ts'
import { expect, test } from './fixture.ts'
import { frontPicture } from './frontPage.ts'
import { press } from './keyboard.ts'
import { takeAction } from './law/procedurePages.ts'
import { openEye, patience } from './look.ts'
import { act } from './reception.ts'
import { startTown, type Town } from './town.ts'

const { look, wrong } = openEye()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const paper = (page: Page) => page.frameLocator('iframe').locator('body')

/** A name as long as some are, and what is asked as long as a request can be said. */
const person = {
  familyName: 'de La Rochefoucauld-Montmorency de Saint-Aulaire',
  firstName: 'Marie-Antoinette Éléonore',
  contact:
    '1 bis, chemin départemental de la Vieille Église, résidence des Grands Tilleuls, 77590 Bois-le-Roi',
}
const label = 'Autorisation d’occupation temporaire du domaine public communal pour une terrasse couverte'

test.describe.serial('the papers of a training office', () => {
  test.setTimeout(patience)
  let town: Town
  test.beforeAll(async () => {
    town = await startTown({ school: true, at: '2026-03-03T10:42:00+01:00' })
  })
  test.afterAll(() => town.stop())

  const one = async (outcome: string, more: object = {}) => {
    await act(town.host(), 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
    await act(town.host(), 'agent1', 'ticket.callNext')
    await act(town.host(), 'agent1', 'ticket.start')
    await act(town.host(), 'agent1', 'sheet.update', {
      pieces: [
        { pieceId: 'photo', state: 'presented' },
        { pieceId: 'justificatif-domicile', state: 'missing' },
      ],
      ...more,
    })
    if (outcome !== '') await act(town.host(), 'agent1', 'visit.close', { outcome })
  }

  test('their own page is seen empty, full, searched, with one shown, with one checked', async () => {
    const page = await town.open('documents')
    await expect(page.getByText('Aucun document n’a encore été délivré')).toBeVisible()
    await look(page, 'documents-empty')
    await act(town.host(), 'admin', 'rules.set', programsTake)
    await act(town.host(), 'supervisor', 'day.open')
    await act(town.host(), 'agent1', 'counter.open', { counterId: '1' })
    for (let turn = 0; turn < 70; turn++) await one(turn % 3 === 0 ? 'notServed' : 'incomplete')
    await one('filed', { label, pieces: [{ label, state: 'presented' }] })
    const lines = page.locator('[data-row]')
    await expect(lines.first()).toContainText('RD-2026-71')
    // A page is of fifty, or of one less where its last visit gave two papers.
    await expect(lines.nth(48)).toBeAttached()
    await page.getByRole('button', { name: 'Voir les précédents' }).press('Enter')
    await expect(lines.nth(90)).toBeAttached()
    // As it is opened: the search over the latest.
    await page.getByRole('textbox', { name: /^Numéro/ }).scrollIntoViewIfNeeded()
    await look(page, 'documents-full', { closely: true })
    await frontPicture('documents')
    await lines.first().press('Enter')
    await expect(paper(page)).toContainText('RD-2026-71')
    await look(page, 'documents-one', { closely: true })
    await press(page, 'c')
    await expect(page.getByRole('form', { name: /Rectifier/ })).toBeVisible()
    await look(page, 'documents-correct')
    await press(page, 'Escape', 'r')
    await expect(page.getByRole('form', { name: 'Remettre le document' })).toBeVisible()
    await look(page, 'documents-hand-over')
    await press(page, 'Escape', 'x')
    await expect(page.getByRole('form', { name: 'Annuler ce document' })).toBeVisible()
    await look(page, 'documents-cancel')
    await press(page, 'Escape', 'Escape', 'v')
    await page.getByRole('textbox', { name: 'Code du papier' }).fill('GUICHET1|RD-2026-1|lu de travers')
    await press(page, 'Enter')
    await expect(page.getByText('Ce code n’est pas celui')).toBeVisible()
    await look(page, 'documents-verify', { closely: true })
    await page.close()
  })

  test('the counter: what will be given and what lacks, the last papers, another one', async () => {
    await one('')
    const page = await town.open('counter')
    await expect(page.getByRole('button', { name: 'Actions' })).toBeVisible()
    await look(page, 'counter-papers-ready', { closely: true })
    await takeAction(page, 'papier', 'Autre papier')
    await expect(page.getByRole('button', { name: 'Rapport d’incident' })).toBeVisible()
    await look(page, 'counter-papers-other')
    await page.getByRole('button', { name: 'Rapport d’incident' }).press('Enter')
    await expect(page.getByRole('form', { name: 'Rapport d’incident' })).toBeVisible()
    await look(page, 'counter-papers-incident')
    await press(page, 'Escape', 'Escape', 'F9')
    await expect(heading(page, /^Terminer/)).toBeVisible()
    await look(page, 'counter-papers-end', { closely: true })
    await press(page, 'Escape', 'd')
    await expect(page.getByRole('main', { name: /documents|papiers/i })).toBeVisible()
    await look(page, 'counter-papers-last', { closely: true })
    await press(page, 'Digit1')
    await expect(paper(page)).toContainText('Récépissé')
    await look(page, 'counter-papers-one')
    await page.close()
  })

  test('a file: what can be issued, what lacks, the paper before it is printed', async () => {
    await act(town.host(), 'agent1', 'file.open', {
      procedureId: null,
      label,
      serviceId: 'affaires-generales',
      channel: 'post',
      receivedOn: '2026-03-02',
      person,
      pieces: [],
    })
    const page = await town.open('files')
    await page
      .getByRole('button', { name: new RegExp(label) })
      .first()
      .click()
    await page.keyboard.press('/')
    await page.keyboard.type('Émettre')
    await press(page, 'Enter')
    const issue = page.getByRole('form', { name: 'Émettre un document' })
    await issue.getByRole('radio', { name: 'Refus motivé' }).press('Space')
    await look(page, 'files-issue-empty')
    await page.getByRole('textbox', { name: 'Faits' }).fill(`${label}. `.repeat(6))
    await page
      .getByRole('textbox', { name: 'Textes appliqués' })
      .fill('CGPPP, art. L2122-1 : nul ne peut occuper le domaine public sans titre')
    await expect(paper(page)).toContainText('PROJET')
    await look(page, 'files-issue-refusal', { closely: true })
    await page.close()
  })

  test('nothing seen there goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
