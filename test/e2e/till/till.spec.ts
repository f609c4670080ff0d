import type { Page } from '@playwright/test'
import { readHolder } from '../../../db/hold.ts'
import { startHost } from '../../fixtures/startHost.ts'
import { deed } from '../../fixtures/till.ts'
import { byNight, expect, test } from '../fixture.ts'
import { journalOf } from '../journal.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { button, heading } from '../pages.ts'
import { act } from '../reception.ts'

test.use({ station: 'till' })

const form = (page: Page, name: string) => page.getByRole('form', { name })
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })
const side = (page: Page) => page.getByRole('region', { name: 'Caisse et écritures du jour' })
const refusal = (page: Page) => page.getByRole('alert')
/** What was just done, large. */
const done = (page: Page) => page.getByRole('region', { name: 'C’est enregistré' })

/** The till's page held by the first agent, the deed's régisseur: in the application its window asks who is there. */
async function held(page: Page, waits: string | RegExp): Promise<void> {
  const asks = heading(page, 'Qui êtes-vous')
  const page1 = heading(page, waits)
  await expect(asks.or(page1)).toBeVisible()
  if (await asks.isVisible()) await press(page, 'Digit1')
  await expect(page1).toBeVisible()
}

/** Counts one note or coin so many times, by the arrows from the first field. */
async function count(page: Page, faces: Readonly<Record<string, number>>): Promise<void> {
  const order = [
    '500',
    '200',
    '100',
    '50',
    '20',
    '10',
    '5',
    '2',
    '1',
    '50 c',
    '20 c',
    '10 c',
    '5 c',
    '2 c',
    '1 c',
  ]
  await expect(field(page, /^500/)).toBeFocused()
  for (const face of order) {
    const counted = faces[face]
    if (counted !== undefined) await page.keyboard.type(String(counted))
    if (face !== '1 c') await press(page, 'ArrowDown')
  }
}

/** The till is open with its float of 50 €, the host having been told over HTTP. */
async function openedTill(page: Page, office: Parameters<typeof act>[0], change: object = {}): Promise<void> {
  await act(office, 'admin', 'till.setDeed', deed(change))
  await act(office, 'agent1', 'till.open', { coins: [{ face: 5000, count: 1 }] })
  await held(page, 'À payer')
}

test('a day at the till is lived by the keyboard alone', async ({ page, office }) => {
  test.setTimeout(120_000)
  await act(office, 'admin', 'till.setDeed', deed())

  await test.step('it opens with its float counted', async () => {
    await held(page, 'Ouvrir la caisse')
    await expect(page.getByText('FORMATION — SPÉCIMEN')).toBeVisible()
    await count(page, { '50': 1 })
    await expect(page.getByText('Aucun écart')).toBeVisible()
    expect(await broken(page)).toEqual([])
    await press(page, 'Enter')
    await expect(heading(page, 'À payer')).toBeVisible()
    await expect(page.getByRole('banner')).toContainText('Ouverte depuis')
  })

  await test.step('three copies in cash: what is given, what is given back, the quittance', async () => {
    await press(page, 'KeyQ', 'KeyQ', 'KeyQ')
    await expect(form(page, 'À payer')).toContainText('0,54')
    await press(page, 'Digit1')
    await expect(field(page, 'Somme donnée')).toBeFocused()
    await page.keyboard.type('0,50')
    await expect(form(page, 'À payer')).toContainText('Il manque')
    await press(page, 'Backspace', 'Backspace', 'Backspace', 'Backspace')
    await page.keyboard.type('1')
    await expect(form(page, 'À payer')).toContainText('À rendre0,46')
    expect(await broken(page)).toEqual([])
    await press(page, 'Enter')
    await expect(done(page)).toContainText('À rendre0,46')
    await expect(done(page)).toContainText('QT-2026-1')
    const paper = page.frameLocator('iframe')
    await expect(paper.getByRole('heading', { level: 1 })).toHaveText('Quittance')
    await expect(paper.locator('body')).toContainText('SPÉCIMEN')
    await expect(paper.locator('body')).toContainText('cinquante-quatre centimes')
  })

  await test.step('a cheque, with its number and who pays', async () => {
    await press(page, 'KeyW', 'Digit2')
    await expect(field(page, 'Numéro du chèque')).toBeFocused()
    await page.keyboard.type('0012345')
    await press(page, 'Tab')
    await expect(field(page, 'Payeur')).toBeFocused()
    await page.keyboard.type('Léa Nuñez')
    await press(page, 'Enter')
    await expect(done(page)).toContainText('Encaissé150,00')
    await expect(done(page)).toContainText('QT-2026-2')
  })

  await test.step('a card: a receipt on request', async () => {
    await press(page, 'KeyW', 'Digit3')
    const receipt = page.getByRole('checkbox', { name: 'Remettre un reçu' })
    await tabTo(receipt)
    await press(page, 'Space', 'Enter')
    await expect(done(page)).toContainText('RE-2026-1')
  })

  await test.step('an exemption, with its text', async () => {
    await press(page, 'KeyQ', 'KeyD')
    await expect(page.getByRole('combobox', { name: 'Exonération' })).toBeFocused()
    await press(page, 'ArrowDown')
    await expect(form(page, 'À payer')).toContainText('Délibération du 15 décembre 2025, art. 4')
    await expect(form(page, 'À payer')).toContainText('Rien n’est dû')
    await press(page, 'Enter')
    await expect(done(page)).toContainText('Rien n’était dû')
  })

  await test.step('an electronic stamp, as a scanner types it', async () => {
    await press(page, 'KeyT')
    await expect(field(page, 'Numéro du timbre')).toBeFocused()
    await page.keyboard.type('123456789012345')
    await press(page, 'Enter')
    await expect(refusal(page)).toContainText('seize chiffres, il y en a 15')
    await page.keyboard.type('6')
    await expect(field(page, 'Numéro du timbre')).toHaveValue('1234 5678 9012 3456')
    expect(await broken(page)).toEqual([])
    await press(page, 'Enter')
    await expect(done(page)).toContainText('Timbre enregistré')
  })

  await test.step('the card is taken back by another entry, with why', async () => {
    await press(page, 'KeyJ')
    const card = await side(page).getByRole('button', { name: 'Carte bancaire' }).textContent()
    await page.keyboard.type(/^\d+/.exec(card ?? '')?.[0] ?? '')
    await press(page, 'Enter')
    await expect(field(page, 'Motif de la correction')).toBeFocused()
    await press(page, 'Enter')
    await expect(refusal(page)).toContainText('Écrivez le motif')
    await page.keyboard.type('Concession déjà payée')
    expect(await broken(page)).toEqual([])
    await press(page, 'Enter')
    await expect(done(page)).toContainText('À rendre à la personne150,00')
    await expect(side(page)).toContainText('annulée par')
  })

  await test.step('a count finds four cents too few, and says why', async () => {
    await press(page, 'KeyC')
    await count(page, { '50': 1, '50 c': 1 })
    await expect(form(page, 'Compter la caisse')).toContainText('0,04')
    // With cheques, a gap and its reason: all that is typed, and the act, without scrolling.
    await page.setViewportSize({ width: 1280, height: 800 })
    for (const shown of [
      field(page, 'Nombre de chèques comptés'),
      field(page, 'Ce qui explique l’écart'),
      button(page, 'Enregistrer le compte'),
    ])
      await expect(shown).toBeInViewport({ ratio: 1 })
    await press(page, 'Enter')
    await expect(refusal(page)).toContainText('Écrivez ce qui explique l’écart')
    await tabTo(field(page, 'Ce qui explique l’écart'))
    await page.keyboard.type('Erreur de rendu')
    await press(page, 'Enter')
    await expect(page.getByText('Compte enregistré, il manque 0,04')).toBeVisible()
    await expect(side(page)).toContainText('Écart de caisse')
  })

  await test.step('all goes to the accountant but the float, with its slip', async () => {
    await press(page, 'KeyV')
    await expect(form(page, 'Verser au comptable')).toContainText('Service de gestion comptable de Fontaine')
    await press(page, 'Enter')
    await expect(refusal(page)).toContainText('doivent faire 0,50')
    await field(page, /^500/).focus()
    await count(page, { '50 c': 1 })
    expect(await broken(page)).toEqual([])
    await press(page, 'Enter')
    await expect(done(page)).toContainText('Versé au comptable150,50')
    await expect(done(page)).toContainText('BV-2026-1')
  })

  await test.step('it closes, chained, with its perpetual total', async () => {
    await press(page, 'KeyL')
    await count(page, { '50': 1 })
    await press(page, 'Enter')
    await expect(heading(page, 'Ouvrir la caisse')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('clôture n° 1')
    expect(await broken(page)).toEqual([])
  })

  const journal = await journalOf(office.dataDir)
  const entered = journal.filter(({ type }) => type === 'tillEntered')
  expect(entered.map(({ data }) => data['kind'])).toEqual([
    'float',
    'payment',
    'payment',
    'payment',
    'payment',
    'stamp',
    'reversal',
    'gap',
    'remittance',
  ])
})

test('in training the till is learnt with an invented deed: whoever pays is named with a key, and a payment with change takes five', async ({
  page,
  office,
}) => {
  await held(page, 'La régie n’a pas encore d’acte constitutif')
  await expect(button(page, 'Prendre l’acte de formation')).toBeFocused()
  expect(await broken(page)).toEqual([])
  await press(page, 'Enter')
  await expect(heading(page, 'Ouvrir la caisse')).toBeVisible()
  await act(office, 'agent1', 'till.open', { coins: [{ face: 5000, count: 1 }] })
  await expect(heading(page, 'À payer')).toBeVisible()

  await test.step('with or without a ticket, and what the visit gives to pay is proposed', async () => {
    await act(office, 'supervisor', 'day.open')
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'etat-civil', procedureId: 'copie-acte' })
    await act(office, 'agent1', 'counter.open', { counterId: '1' })
    await act(office, 'agent1', 'ticket.callNext')
    await act(office, 'agent1', 'ticket.start')
    await expect(button(page, 'Proposé pour cette visite')).toContainText('Photocopie A4')
    expect(await broken(page)).toEqual([])
    await press(page, 'KeyP', 'Digit1')
    await expect(field(page, 'Somme donnée')).toBeFocused()
    await press(page, 'Escape', 'KeyP')
    await expect(field(page, 'Payeur')).toBeFocused()
    await page.keyboard.type('Léa Nuñez')
    await press(page, 'Enter')
    await expect(done(page)).toContainText('QT-2026-1')
  })

  await test.step('under the payment that was just made, what it paid is not proposed again, and what the next person gives to pay is', async () => {
    await expect(button(page, 'Proposé pour cette visite')).toHaveCount(0)
    await act(office, 'agent1', 'visit.close', { outcome: 'filed' })
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'etat-civil', procedureId: 'copie-acte' })
    await act(office, 'agent1', 'ticket.callNext')
    await act(office, 'agent1', 'ticket.start')
    await expect(button(page, 'Proposé pour cette visite')).toContainText('Photocopie A4')
    await expect(done(page)).toContainText('QT-2026-1')
    expect(await broken(page)).toEqual([])
    await press(page, 'KeyP', 'Digit1', 'Enter')
    await expect(done(page)).toContainText('QT-2026-2')
  })

  const keys = ['KeyQ', 'Digit1', 'Digit2', 'Digit0', 'Enter'] as const
  await press(page, ...keys)
  await expect(done(page)).toContainText('À rendre19,82')
  console.log(`payment with change: ${keys.length} keys`)
  expect(keys).toHaveLength(5)
})

test('what can’t be is said in words, and nothing is taken', async ({ page, office, shell }) => {
  await test.step('whoever is not of the till is told who is', async () => {
    await act(office, 'admin', 'till.setDeed', deed({ regisseur: 'agent3', mandataires: ['agent2'] }))
    const said = heading(page, 'Cette caisse n’est pas la vôtre')
    await expect(heading(page, 'Qui êtes-vous').or(said)).toBeVisible()
    if (shell === 'electron') await press(page, 'Digit1')
    await expect(said).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Yann Le Goff')
    expect(await broken(page)).toEqual([])
  })

  await openedTill(page, office)

  await test.step('a product whose tariff is over has no key; a means that the deed lacks neither', async () => {
    await expect(button(page, 'Location de tables')).toBeDisabled()
    await expect(button(page, 'Location de tables')).toContainText('aucun tarif en vigueur')
    await press(page, 'KeyR')
    await expect(page.getByText('Choisissez un produit par sa lettre.')).toBeVisible()
    await press(page, 'KeyQ', 'Digit4')
    await expect(button(page, 'Virement')).toHaveCount(0)
    await press(page, 'Enter')
    await expect(refusal(page)).toContainText('Choisissez le moyen de paiement')
  })

  await test.step('an amount that is none', async () => {
    await press(page, 'Digit1')
    await page.keyboard.type('dix')
    await press(page, 'Enter')
    await expect(refusal(page)).toContainText('n’est pas un montant')
    await press(page, 'Escape', 'KeyX')
  })

  await test.step('more cash than the deed lets', async () => {
    await press(page, 'KeyW', 'KeyW', 'KeyW', 'Digit1')
    await expect(form(page, 'À payer')).toContainText('Au plus 400,00')
    await press(page, 'Enter')
    await expect(refusal(page)).toContainText('dépasse ce qui peut être payé en espèces')
    await press(page, 'Escape')
    await expect(form(page, 'À payer')).toContainText('450,00')
    await press(page, 'KeyX')
  })

  await test.step('no change in the till for so large a note', async () => {
    await press(page, 'KeyQ', 'Digit1')
    await page.keyboard.type('500')
    await press(page, 'Enter')
    await expect(refusal(page)).toContainText('pas de quoi rendre la monnaie')
    await expect(field(page, 'Somme donnée')).toHaveValue('500')
    await press(page, 'Escape', 'KeyX')
  })

  await test.step('a stamp used twice', async () => {
    for (const _ of [1, 2]) {
      await press(page, 'KeyI')
      await expect(field(page, 'Numéro du timbre')).toBeFocused()
      await page.keyboard.type('6543210987654321')
      await press(page, 'Enter')
      if (_ === 1) await expect(done(page)).toBeVisible()
    }
    await expect(refusal(page)).toContainText('déjà été enregistré ici')
    await expect(field(page, 'Numéro du timbre')).toHaveValue('6543 2109 8765 4321')
  })

  await test.step('an entry that does not exist', async () => {
    await press(page, 'Escape', 'KeyJ')
    await page.keyboard.type('99')
    await press(page, 'Enter')
    await expect(refusal(page)).toContainText('n’existe pas dans le journal')
  })
  expect((await journalOf(office.dataDir)).filter(({ type }) => type === 'tillEntered')).toHaveLength(2)
})

test(
  'an entry is replaced by the right one, and both are in the books',
  { tag: byNight },
  async ({ page, office }) => {
    await openedTill(page, office)
    await press(page, 'KeyQ', 'Digit2', 'Enter')
    await expect(done(page)).toContainText('QT-2026-1')
    await side(page).getByRole('button', { name: 'Photocopie A4' }).press('Enter')
    await expect(field(page, 'Motif de la correction')).toBeFocused()
    await page.keyboard.type('Deux copies')
    await press(page, 'Shift+Tab', 'ArrowRight')
    await tabTo(field(page, 'Motif de la correction'))
    await press(page, 'Enter')
    await expect(form(page, 'À payer')).toContainText('À la place de l’écriture n° 2')
    await press(page, 'Escape', 'KeyQ')
    await expect(form(page, 'À payer')).toContainText('0,36')
    await press(page, 'Enter')
    await expect(done(page)).toContainText('À rendre à la personne0,18')
    await expect(done(page)).toContainText('QT-2026-2')
  },
)

test.describe('a host that falls', () => {
  test.use({ hostFalls: true })

  test(
    'a payment asked while the host is away is kept, and taken once',
    { tag: byNight },
    async ({ page, office, shell, at }) => {
      test.setTimeout(90_000)
      await openedTill(page, office)
      await press(page, 'KeyQ', 'Digit1')
      await page.keyboard.type('1')
      const holder = await readHolder(office.dataDir)
      process.kill(holder!.pid, 'SIGKILL')
      await expect(page.getByText('Hôte absent')).toBeVisible()
      await page.keyboard.type('0')
      // Pressed twice because nothing seems to happen.
      await press(page, 'Enter', 'Enter')
      await expect(page.getByText('rien n’est perdu')).toBeVisible()
      await expect(field(page, 'Somme donnée')).toHaveValue('10')
      const again =
        shell === 'electron'
          ? null
          : await startHost(office.dataDir, { port: Number(new URL(office.url).port), at })
      await expect(done(page)).toContainText('À rendre9,82', { timeout: 20_000 })
      const paid = (await journalOf(office.dataDir)).filter(({ type }) => type === 'tillEntered')
      expect(paid.map(({ data }) => data['kind'])).toEqual(['float', 'payment'])
      await again?.stop()
    },
  )
})
