import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { done } from '../../fixtures/startHost.ts'
import { documentsOf, field, form, paper, shown, wrongs } from './documentPages.ts'
import { held } from '../files/filePages.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { takeAction } from '../law/procedurePages.ts'
import { choose } from '../queue/kioskPeople.ts'
import { button, heading } from '../pages.ts'
import { act, heldByFirstAgent, openOffice, receiveNext, tick } from '../reception.ts'
import { type } from '../identity/wedge.ts'

/** A first person, whose piece was seen, received at counter 1 and gone with a receipt. */
async function fileOne(office: Office, page: Page): Promise<void> {
  await openOffice(office, 1)
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await tick(page, 'Ancienne carte', 'KeyE')
  await press(page, 'F9', 'Enter')
  // It is in the counter's list too, once it can be handed over.
  await expect(page.getByRole('button', { name: 'R Remis', exact: true })).toBeVisible()
}

test('a receipt is handed over, repeated and cancelled from the counter, by keys alone', async ({
  page,
  office,
}) => {
  test.setTimeout(120_000)
  await fileOne(office, page)

  await test.step('the paper is in the person’s hands: one key', async () => {
    await press(page, 'r')
    await expect(page.getByText('RD-2026-1 : remise notée')).toBeVisible()
    expect((await documentsOf(office))[0]).toMatchObject({
      number: 'RD-2026-1',
      handedAt: expect.any(Number),
    })
  })

  await test.step('it is looked at as it is printed, usual or in large type', async () => {
    await press(page, 'd', 'Digit1')
    await expect(shown(page).getByRole('heading', { name: /Récépissé de dépôt RD-2026-1/ })).toBeFocused()
    await expect(shown(page)).toContainText('Remis le 3 mars 2026')
    await expect(paper(page)).toContainText('Ancienne carte')
    expect(await wrongs(page)).toEqual([])
  })

  await test.step('a duplicate has its own number, and names the first', async () => {
    await press(page, 'u')
    await expect(shown(page).getByRole('heading', { name: /RD-2026-2/ })).toBeFocused()
    await expect(paper(page)).toContainText('Duplicata du n° RD-2026-1')
  })

  await test.step('cancelled without a reason it is not; with one, by a document that names it', async () => {
    await press(page, 'x')
    await expect(field(page, 'Motif de l’annulation')).toBeFocused()
    await expect(form(page, 'Annuler ce document')).toContainText('ne seront plus demandées')
    await press(page, 'Enter')
    await expect(form(page, 'Annuler ce document').getByRole('alert')).toContainText('pourquoi')
    await page.keyboard.type('Mauvaise personne')
    await press(page, 'Enter')
    await expect(shown(page).getByRole('heading', { name: /AN-2026-1/ })).toBeFocused()
    await expect(paper(page)).toContainText('RD-2026-2')
    await expect(paper(page)).toContainText('Mauvaise personne')
  })

  const rows = await documentsOf(office)
  expect(rows.map(({ number, cancelledBy }) => [number, cancelledBy])).toEqual([
    ['AN-2026-1', null],
    ['RD-2026-2', 'AN-2026-1'],
    ['RD-2026-1', null],
  ])
})

test('a slip of the hand is put right by another document while the first is still here', async ({
  page,
  office,
}) => {
  await fileOne(office, page)
  await press(page, 'd', 'Digit1', 'c')
  const label = field(page, 'Objet indiqué par l’agent')
  await expect(label).toBeFocused()
  await field(page, 'Ce qui était faux').fill('La démarche')
  await press(page, 'Enter')
  await expect(form(page, 'Rectifier').getByRole('alert')).toContainText('Rien n’est changé')
  await label.fill('Carte nationale d’identité, perte')
  await press(page, 'Enter')
  await expect(shown(page).getByRole('heading', { name: /RD-2026-2/ })).toBeFocused()
  await expect(paper(page)).toContainText('Rectifie et remplace le n° RD-2026-1')
  await expect(paper(page)).toContainText('Carte nationale d’identité, perte')
  await press(page, 'Escape')
  await expect(page.getByText('Remplacé par RD-2026-2')).toBeVisible()
})

test(
  'another paper is found in « Actions » while someone is received',
  { tag: byNight },
  async ({ page, office }) => {
    await openOffice(office, 1)
    await heldByFirstAgent(page)
    await receiveNext(page, 'A 1')
    await takeAction(page, 'papier', 'Autre papier')
    const panel = page.getByRole('group', { name: 'Document', exact: true })
    await expect(panel.getByRole('button', { name: 'Attestation de passage' })).toBeVisible()
    expect(await wrongs(page)).toEqual([])
    await press(page, 'Digit1')
    await expect(form(page, 'Attestation de passage')).toBeVisible()
    await expect(paper(page)).toContainText('PROJET')
    await press(page, 'Escape', 'Escape')
    await expect(heading(page, 'A 1')).toBeVisible()
    expect(await documentsOf(office)).toEqual([])
  },
)

test.describe('the documents’ own page', () => {
  test.use({ station: 'documents' })

  test('is searched by number, day and kind', async ({ page, office }) => {
    await openOffice(office, 2)
    for (const outcome of ['filed', 'notServed']) {
      await act(office, 'agent1', 'ticket.callNext')
      await act(office, 'agent1', 'ticket.start')
      await act(office, 'agent1', 'sheet.update', { pieces: [{ pieceId: 'photo', state: 'presented' }] })
      await act(office, 'agent1', 'visit.close', { outcome })
    }
    await held(page, 'Documents')
    const lines = page.getByRole('list', { name: 'Documents délivrés' }).locator('[data-row]')
    await expect(lines).toHaveCount(3)
    expect(await wrongs(page)).toEqual([])
    await press(page, 'F1')
    const help = page.getByRole('complementary', { name: 'Aide de cet écran' })
    await expect(help.getByRole('row').filter({ hasText: 'Chercher par numéro' })).toContainText('S')
    await press(page, 'F1')
    await expect(help).toBeHidden()
    await press(page, 's')
    await page.keyboard.type('rd 2026 2')
    await press(page, 'Enter')
    await expect(lines).toHaveCount(1)
    await expect(lines).toContainText('RD-2026-2')
    await field(page, /^Numéro/).fill('')
    await page.getByRole('combobox', { name: 'Genre' }).selectOption({ label: 'Attestation de passage' })
    await expect(lines).toHaveCount(1)
    await expect(lines).toContainText('AP-2026-1')
    await button(page, 'Tout revoir').press('Enter')
    await expect(lines).toHaveCount(3)
    // The button is gone, and the keyboard stays in the search.
    await expect(field(page, /^Numéro/)).toBeFocused()
    // Half a day sends nothing, by a kind either, and goes with the rest.
    await field(page, 'Du').fill('0403')
    const kind = page.getByRole('combobox', { name: 'Genre' })
    await kind.selectOption({ label: 'Attestation de passage' })
    await expect(field(page, 'Du')).toBeFocused()
    await expect(lines).toHaveCount(3)
    await button(page, 'Tout revoir').press('Enter')
    await expect(field(page, 'Du')).toHaveValue('')
    await field(page, 'Du').fill('04032026')
    await field(page, 'Du').press('Enter')
    await expect(page.getByText('Aucun document ne correspond')).toBeVisible()
    await field(page, 'Du').fill('03032026')
    await field(page, 'Du').press('Enter')
    await expect(lines).toHaveCount(3)
    // The arrows go from line to line, Enter opens, Escape gives the line back.
    await lines.first().focus()
    await press(page, 'ArrowDown', 'Enter')
    await expect(shown(page).getByRole('heading').first()).toBeFocused()
    await press(page, 'Escape')
    await expect(lines.nth(1)).toBeFocused()
  })

  test(
    'shows the paper at once, at its own height, and counts no copy where nothing is printed',
    { tag: byNight },
    async ({ page, office }) => {
      await openOffice(office, 1)
      await act(office, 'agent1', 'ticket.callNext')
      await act(office, 'agent1', 'ticket.start')
      await act(office, 'agent1', 'sheet.update', { pieces: [{ pieceId: 'photo', state: 'presented' }] })
      await act(office, 'agent1', 'visit.close', { outcome: 'filed' })
      await held(page, 'Documents')
      await page
        .getByRole('list', { name: 'Documents délivrés' })
        .locator('[data-row]')
        .first()
        .press('Enter')
      await expect(paper(page)).toContainText('Photo de moins de 6 mois')
      const frame = page.locator('iframe')
      const drawn = await paper(page).evaluate((body) => body.ownerDocument.documentElement.scrollHeight)
      const box = await frame.boundingBox()
      expect(Math.abs((box?.height ?? 0) - drawn)).toBeLessThan(4)
      expect(box?.y).toBeLessThan(250)

      await press(page, 'a')
      await expect(button(page, 'Fermer le papier')).toBeFocused()
      await press(page, 'Escape')
      await expect(button(page, 'Fermer le papier')).toHaveCount(0)

      // The training office prints on the screen alone: nothing offers to print.
      await expect(button(page, 'Imprimer')).toHaveCount(0)
      await press(page, 'i')
      await expect(page.getByText('envoyée à l’impression')).toHaveCount(0)

      await press(page, 'r')
      await expect(form(page, 'Remettre le document').getByRole('heading')).toBeFocused()
      await press(page, 'Enter')
      await expect(page.getByText(/remise notée/)).toBeVisible()
      const [row] = await documentsOf(office)
      expect(row).toMatchObject({ copies: 0, handedAt: expect.any(Number) })
    },
  )

  test(
    'says what each day closed with, and that its closings hold',
    { tag: byNight },
    async ({ page, office }) => {
      await openOffice(office, 1)
      await act(office, 'agent1', 'ticket.callNext')
      await act(office, 'agent1', 'ticket.start')
      await act(office, 'agent1', 'sheet.update', { pieces: [{ pieceId: 'photo', state: 'presented' }] })
      await act(office, 'agent1', 'visit.close', { outcome: 'filed' })
      await act(office, 'supervisor', 'day.close')
      await held(page, 'Documents')
      await press(page, 'l')
      await expect(page.getByText('Toutes les clôtures tiennent.')).toBeVisible()
      await expect(page.getByRole('row', { name: /le 3 mars 2026/ })).toContainText('RD-2026-1')
      expect(await wrongs(page)).toEqual([])
      await press(page, 'Escape')
      await expect(page.getByRole('table')).toHaveCount(0)
    },
  )

  test('attests a passage of the day by its number, and tells it by the code of its ticket', async ({
    page,
    office,
  }) => {
    await openOffice(office, 0)
    const { code } = await act<{ code: string }>(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
    await act(office, 'agent1', 'ticket.callNext')
    await act(office, 'agent1', 'ticket.start')
    await act(office, 'agent1', 'visit.close', { outcome: 'information' })
    await held(page, 'Documents')
    await press(page, 'p')
    await field(page, 'Ou son numéro').fill('a 1')
    await press(page, 'Enter')
    await expect(shown(page).getByRole('heading', { name: /Attestation de passage AP-2026-1/ })).toBeFocused()
    await expect(paper(page)).toContainText('Ticket A 1')
    await press(page, 'Escape', 'p')
    await page.getByRole('radio', { name: 'Mon passage, étape par étape' }).press('Space')
    await field(page, 'Code du ticket').fill(code)
    await press(page, 'Enter')
    await expect(shown(page).getByRole('heading', { name: /Mon passage MP-2026-1/ })).toBeFocused()
    expect(await wrongs(page)).toEqual([])
  })

  test(
    'says of a scanned code whether it is good, altered, or of another office',
    { tag: byNight },
    async ({ page, office }) => {
      await openOffice(office, 1)
      await act(office, 'agent1', 'ticket.callNext')
      await act(office, 'agent1', 'ticket.start')
      await act(office, 'agent1', 'sheet.update', { pieces: [{ pieceId: 'photo', state: 'presented' }] })
      await act(office, 'agent1', 'visit.close', { outcome: 'filed' })
      const [row] = await documentsOf(office)
      const { code } = await done<{ code: string }>(office, 'agent1', 'queries/document.get', {
        documentId: row?.documentId,
      })
      await held(page, 'Documents')
      const verdict = page.getByRole('status').filter({ has: page.getByRole('region') })

      await test.step('a good one, from a scanner that types: no letter of it is taken for a key', async () => {
        await type(page, `${code}\r`, 4)
        await expect(verdict).toContainText('est authentique')
        await expect(verdict).toContainText('Mairie de formation')
        await expect(verdict).toContainText('Spécimen')
        await expect(shown(page).getByRole('heading', { name: /Récépissé de dépôt RD-2026-1/ })).toBeVisible()
        expect(await wrongs(page)).toEqual([])
        expect(await documentsOf(office)).toHaveLength(1)
      })
      const check = async (text: string) => {
        await press(page, 'v')
        await field(page, 'Code du papier').fill(text)
        await press(page, 'Enter')
      }
      await test.step('one figure changed', async () => {
        await check(code.replace('|1/', '|2/'))
        await expect(verdict).toContainText('a été modifié')
      })
      await test.step('another office’s', async () => {
        const parts = code.split('|')
        await check([...parts.slice(0, 4), 'AAAAAAAA', ...parts.slice(5)].join('|'))
        await expect(verdict).toContainText('n’a pas été émis par cet office')
      })
      await test.step('no code at all', async () => {
        await check('Bonjour')
        await expect(verdict).toContainText('Ce code n’est pas celui d’un document')
      })
    },
  )
})

test.describe('at the kiosk', () => {
  test.use({ station: 'kiosk' })

  test('a person reads their own passage by the code of their ticket, and no other', async ({
    page,
    office,
  }) => {
    await act(office, 'supervisor', 'day.open')
    const { code } = await act<{ code: string }>(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
    await act(office, 'agent1', 'counter.open', { counterId: '1' })
    await act(office, 'agent1', 'ticket.callNext')
    await choose(page, 'J’ai un ticket')
    await choose(page, /^Voir mon passage/)
    const asked = page.getByRole('textbox')
    await expect(asked).toBeFocused()
    await page.keyboard.type(code === 'AAAA' ? 'BBBB' : 'AAAA')
    await press(page, 'Enter')
    await expect(page.getByRole('alert')).toContainText('n’est celui d’aucun ticket')
    await expect(asked).toBeFocused()
    await page.keyboard.type(code)
    await press(page, 'Enter')
    await expect(heading(page, 'Mon passage')).toBeFocused()
    await expect(page.getByRole('main')).toContainText('10 h 42')
    await expect(page.getByRole('main')).toContainText('Titres')
    expect(await wrongs(page)).toEqual([])
  })
})
