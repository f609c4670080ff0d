import type { Locator, Page } from '@playwright/test'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { startEscposListener, type EscposListener } from '../../fixtures/escposListener.ts'
import { expect, test as base } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { choose } from '../queue/kioskPeople.ts'
import { everyWay, openEye } from '../look.ts'
import { button, heading } from '../pages.ts'
import { act } from '../reception.ts'

/** The kiosk's printer, and one beside it. */
type Printers = { readonly kiosk: EscposListener; readonly beside: EscposListener }

const test = base.extend<{ readonly printers: Printers }>({
  // Playwright reads the fixtures that one needs from its pattern: none here.
  // oxlint-disable-next-line no-empty-pattern
  printers: async ({}, use) => {
    const kiosk = await startEscposListener()
    const beside = await startEscposListener()
    await use({ kiosk, beside })
    await kiosk.stop()
    await beside.stop()
  },
})

const printer = (printerId: string, name: string, { address }: EscposListener) => ({
  printerId,
  name,
  transport: 'tcp',
  address,
  paper: 'thermal80',
})

const papers = ({ finished }: EscposListener) => finished().map((bytes) => plainText(decodeEscpos(bytes)))
const enter = async (page: Page, target: Locator) => {
  await tabTo(target, 60)
  await press(page, 'Enter')
}

test.use({ station: 'supervision' })

test('a kiosk without paper: the number is said on its screen, the office is told, and its papers are sent elsewhere or cancelled by keyboard', async ({
  office,
  page,
  open,
  printers: { kiosk, beside },
}) => {
  test.setTimeout(120_000)
  const { look, wrong } = openEye()
  kiosk.behaviour.paperOut = true
  await act(office, 'admin', 'office.setPrinters', {
    printers: [
      printer('borne', 'Tickets de la borne', kiosk),
      printer('accueil', 'Reçus de l’accueil', beside),
    ],
    ticketPrinterId: 'borne',
    counters: [],
  })
  await act(office, 'supervisor', 'day.open')
  for (let taken = 0; taken < 2; taken++)
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })

  await test.step('the supervisor decides: the printer’s own sentence, and how many papers wait', async () => {
    const card = page.getByRole('listitem', { name: 'Tickets de la borne' })
    await expect(card).toContainText('n’a plus de papier')
    await expect(card).toContainText('2 papiers attendent')
    await enter(page, card.getByRole('button', { name: 'Voir les impressions' }))
    await expect(heading(page, 'Imprimantes')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Tickets de la borne' })).toContainText('N’imprime pas')
    await expect(page.getByRole('region', { name: 'Reçus de l’accueil' })).toContainText('Prête')
    await look(page, 'printing')
  })

  await test.step('one paper is sent to the other printer', async () => {
    await enter(page, button(page, 'Envoyer ailleurs, Ticket A1'))
    await expect(button(page, /^Envoyer$/)).toBeFocused()
    if (everyWay) await look(page, 'printing-redirect')
    await press(page, 'Enter')
    await expect(page.getByText('Ticket A1 est envoyé vers Reçus de l’accueil.')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Derniers papiers' })).toContainText('Ticket A1')
    await expect.poll(() => papers(beside).join()).toContain('A 1')
  })

  await test.step('the other is cancelled, with why', async () => {
    await enter(page, button(page, 'Annuler, Ticket A2'))
    await expect(button(page, 'Annuler ce papier')).toBeFocused()
    await press(page, 'Shift+Tab')
    await expect(page.getByRole('combobox', { name: 'Pourquoi' })).toBeFocused()
    await page.getByRole('combobox', { name: 'Pourquoi' }).selectOption('La personne n’en veut pas.')
    await press(page, 'Tab', 'Enter')
    await expect(page.getByRole('list', { name: 'Derniers papiers' })).toContainText(
      'La personne n’en veut pas.',
    )
  })

  await test.step('the kiosk says its number large, its code, and that its printer does not work', async () => {
    const kioskPage = await open('kiosk')
    // Nobody receives for it yet: the kiosk doubts, and the ticket is taken all the same.
    for (const choice of [/^Titres d’identité/, /^Carte nationale d’identité/, /^Prendre/])
      await choose(kioskPage, choice)
    await expect(kioskPage.getByText('L’imprimante de la borne ne fonctionne pas')).toBeVisible()
    await expect(kioskPage.getByRole('status')).toHaveText('A 3')
    await expect(kioskPage.getByText('Code de la demande')).toBeVisible()
    await look(kioskPage, 'kiosk-no-paper')
  })

  await test.step('with a roll nearly at its end it prints again, and someone is told to change it', async () => {
    await tabTo(button(page, 'Essayer maintenant, Ticket A3'), 60)
    // The key is at hand before the roll is changed: once it is, what waits is tried by itself.
    kiosk.behaviour.paperOut = false
    kiosk.behaviour.nearEnd = true
    await press(page, 'Enter')
    await expect(page.getByRole('region', { name: 'Tickets de la borne' })).toContainText(
      'Rouleau presque fini',
    )
    // The printer says how its roll is before the paper is out.
    await expect.poll(() => papers(kiosk)).toHaveLength(1)
    expect(papers(kiosk)[0]).not.toContain('Réimpression')
    await enter(page, button(page, 'Aujourd’hui'))
    await expect(
      page
        .getByRole('listitem', { name: 'Tickets de la borne' })
        .getByText('Le rouleau de « Tickets de la borne » est presque fini'),
    ).toBeVisible()
    if (everyWay) await look(page, 'printing-roll')
  })
  expect(wrong()).toEqual([])
})

test('the label of an envelope is typed and printed by keyboard; a line too long is said and nothing is lost', async ({
  office,
  page,
  printers: { kiosk, beside },
}) => {
  await act(office, 'admin', 'office.setPrinters', {
    printers: [
      { ...printer('etiquettes', 'Étiquettes', beside), paper: 'label58', label: { heightMm: 40 } },
      printer('borne', 'Tickets de la borne', kiosk),
    ],
    ticketPrinterId: null,
    counters: [],
  })
  await enter(page, button(page, 'Impressions'))
  const lines = page.getByRole('textbox', { name: 'Destinataire' })
  await tabTo(lines, 60)
  await page.keyboard.type('Madame Nadia Ferrand'.padEnd(70, '.'))
  await enter(page, button(page, 'Imprimer l’étiquette'))
  await expect(page.getByText('Écrivez de une à sept lignes')).toBeVisible()
  await lines.fill('Madame Nadia Ferrand\n12 rue des Lilas\n77590 Fontaine-le-Port')
  await enter(page, button(page, 'Imprimer l’étiquette'))
  await expect(page.getByText('L’étiquette est envoyée à l’imprimante.')).toBeVisible()
  await expect(lines).toHaveValue('')
  await expect.poll(() => beside.papers().length).toBe(1)
  await expect(page.getByRole('list', { name: 'Derniers papiers' })).toContainText('imprimé')
  const decoded = decodeEscpos(beside.papers()[0] ?? new Uint8Array())
  expect(decoded.labels).toBe(1)
  expect(plainText(decoded)).toContain('Madame Nadia Ferrand 12 rue des Lilas 77590 Fontaine-le-Port')
})

test.describe('in the administration', () => {
  test.use({ station: 'administration' })

  test('a printer is changed by keyboard: 58 mm, its drawer, its tables; its test page shows what was said of it', async ({
    office,
    page,
    printers: { kiosk },
  }) => {
    const { look, wrong } = openEye()
    await act(office, 'admin', 'office.setPrinters', {
      printers: [printer('borne', 'Tickets de la borne', kiosk)],
      ticketPrinterId: 'borne',
      counters: [{ counterId: '1', printerId: 'borne' }],
    })
    await enter(page, page.getByRole('navigation').getByRole('button', { name: 'Imprimantes' }))
    await enter(page, button(page, 'Modifier Tickets de la borne'))
    const papersOf = page.getByRole('radiogroup', { name: 'Papier' })
    await expect(page.getByRole('textbox', { name: 'Adresse et port' })).toHaveValue(kiosk.address)
    await tabTo(papersOf.getByRole('radio', { name: 'Ticket, 80 mm' }), 60)
    await press(page, 'ArrowRight')
    await expect(papersOf.getByRole('radio', { name: 'Ticket, 58 mm' })).toBeChecked()
    const drawer = page.getByRole('radiogroup', { name: 'Tiroir-caisse' })
    await tabTo(drawer.getByRole('radio', { name: 'Aucun' }), 60)
    await press(page, 'ArrowRight')
    await tabTo(page.getByRole('checkbox', { name: 'windows1251' }), 60)
    await press(page, 'Space')
    await look(page, 'printing-settings', { closely: true })
    await enter(page, button(page, 'Enregistrer l’imprimante'))
    await expect(page.getByText('Ticket, 58 mm')).toBeVisible()

    await enter(page, button(page, 'Imprimer un essai sur Tickets de la borne'))
    await expect.poll(() => kiosk.finished().length).toBe(1)
    const paper = decodeEscpos(kiosk.finished()[0] ?? new Uint8Array())
    expect(paper.drawers).toEqual([2])
    // The ruler, and the name in Arabic, which the host had drawn by the shell's own engine.
    expect(paper.pictures.map(({ height }) => height)).toEqual([30, 40])
    expect(plainText(paper)).toContain('windows1251 Шевченко Є ї ґ €')
    for (const { text, size } of paper.lines) expect(text.trimStart().length * size).toBeLessThanOrEqual(32)
    await enter(page, button(page, 'Impressions'))
    await expect(page.getByRole('list', { name: 'Derniers papiers' })).toContainText('Essai')
    expect(wrong()).toEqual([])
  })
})
