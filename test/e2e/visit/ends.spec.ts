import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { done } from '../../fixtures/startHost.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act, ask, heldByFirstAgent, piece, receiveNext, tick } from '../reception.ts'

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
  const panel = page.getByRole('form', { name: 'Terminer : dossier incomplet' })
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
  // Half a day is none: nothing ends with the day of before.
  await page.keyboard.type('2503')
  await press(page, 'F9')
  await expect(panel.getByRole('alert')).toContainText('date')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('25032026')
  await expect(panel).toContainText('22 jours (CRPA L114-5)')
  await press(page, 'F9')
  await expect(page.getByText('A 1 : dossier incomplet.')).toBeVisible()
  // Its paper is shown by one key.
  await press(page, 'KeyQ')
  await expect(page.getByRole('heading', { name: /RD-2026-1/ })).toBeVisible()
})

test('a visit of two requests ends with the receipt still to hand over; another end is chosen by its figure, the arrows, or behind « Autre… »', async ({
  office,
  page,
}) => {
  await act(office, 'supervisor', 'day.open')
  for (const requests of [2, 1, 1])
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni', requests })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)

  await test.step('one is filed and one informed: the receipt waits to be handed over', async () => {
    await receiveNext(page, 'A 1')
    await tick(page, 'Ancienne carte', 'KeyE')
    await press(page, 'F9', 'Enter')
    await expect(page.getByText(/^Demande 2 sur 2/)).toBeVisible()
    await press(page, 'F8')
    await expect(page.getByText('A 1 : renseignement donné.')).toBeVisible()
    await expect(page.getByText('Aucun document à remettre.')).toBeHidden()
    await expect(page.getByText('RD-2026-1')).toBeVisible()
    // The end taken back and done again, it waits still.
    await press(page, 'Control+z')
    await expect(page.getByText('Accueil en cours')).toBeVisible()
    await press(page, 'F8')
    await expect(page.getByText('à afficher', { exact: true })).toBeVisible()
    await press(page, 'KeyR')
    await expect(page.getByText('RD-2026-1 : remise notée')).toBeVisible()
  })

  await test.step('by the arrows, the second F9 ends by what they chose', async () => {
    await receiveNext(page, 'A 2')
    await tick(page, 'Ancienne carte', 'KeyE')
    await press(page, 'F9', 'Digit2')
    await expect(page.getByRole('radio', { name: 'Repart sans déposer' })).toBeChecked()
    await press(page, 'ArrowLeft')
    await expect(page.getByRole('radio', { name: 'Déposé', exact: false })).toBeChecked()
    await press(page, 'ArrowRight', 'F9')
    await expect(page.getByText('A 2 : renseignement donné.')).toBeVisible()
  })

  await test.step('behind « Autre… », Entrée ends nothing before an end is chosen', async () => {
    await receiveNext(page, 'A 3')
    await tick(page, 'Ancienne carte', 'KeyE')
    await press(page, 'F9', 'Digit4')
    const panel = page.getByRole('form', { name: 'Autres fins' })
    await expect(panel).toBeVisible()
    await press(page, 'Enter', 'F9')
    await expect(panel).toBeVisible()
    await press(page, 'Digit2')
    await expect(page.getByRole('form', { name: 'Terminer : titre remis' })).toBeVisible()
    await press(page, 'Enter')
    await expect(page.getByText('A 3 : titre remis.')).toBeVisible()
  })
})

/** Looks for a title by its number, while someone is received. */
async function sought(page: Page, reference: string): Promise<void> {
  await press(page, 'F10')
  await expect(page.getByRole('textbox', { name: 'Nom ou numéro' })).toBeFocused()
  await page.keyboard.type(reference)
  await press(page, 'Enter')
}

/** Counts the keys of a case, but for what is written in full. */
function counting(page: Page) {
  let keys = 0
  return {
    press: async (...pressed: readonly string[]) => {
      keys += pressed.length
      await press(page, ...pressed)
    },
    said: (what: string, most: number) => {
      const figure = `${what} : ${keys} touches`
      test.info().annotations.push({ type: 'touches', description: figure })
      process.stdout.write(`${figure}\n`)
      expect(keys).toBeLessThanOrEqual(most)
    },
  }
}

test('a written refusal takes its ground and its facts, and everything else is filled in', async ({
  office,
  page,
}) => {
  await act(office, 'admin', 'paper.set', {
    delegations: [
      {
        agentId: 'agent1',
        procedures: null,
        from: '2026-01-01',
        until: null,
        act: 'arrêté n° 2026-12',
        capacity: 'deputy',
      },
    ],
  })
  await begin(office, page, 'cni')
  await act(office, 'agent1', 'sheet.update', { procedureId: 'attestation-accueil' })
  await expect(page.getByText('Formulaire d’attestation').first()).toBeVisible()
  const keys = counting(page)
  await keys.press('KeyQ', 'F9', 'Digit4', 'Enter')
  const form = page.getByRole('form', { name: 'Refus écrit', exact: true })
  await expect(form).toBeVisible()
  // The list is closed: its four cases, and no other ground.
  await expect(form.getByRole('group', { name: /^Motif/ }).getByRole('button')).toHaveCount(4)
  await expect(form).toContainText('obligatoire avant le tribunal')
  await expect(form).toContainText('CESEDA L313-6')
  await expect(form).toContainText('par délégation (arrêté n° 2026-12)')
  await keys.press('Digit2')
  const facts = form.getByRole('textbox', { name: 'Faits' })
  await expect(facts).toBeFocused()
  const seen = 'Une pièce de 16 m² pour quatre personnes. Visite du 19 février 2026.'
  await facts.fill(seen)
  // A visit of the place is cited: its written consent lacks (CESEDA L313-4).
  await expect(form).toContainText('date de l’accord écrit de l’hébergeant pour la visite')
  await facts.fill(`${seen} Accord écrit du 17 février 2026.`)
  await keys.press('Tab')
  await page.keyboard.type('Visite')
  await expect(form).toContainText('Les faits que ce motif demande sont là.')
  await expect(form).toContainText('Brouillon gardé')
  expect(await broken(page)).toEqual([])
  // Half a day is none: the refusal is not signed with the day of before.
  await facts.fill(seen)
  const consent = form.getByRole('textbox', { name: /accord écrit/ })
  await consent.fill('17022026')
  await expect(form).toContainText('Les faits que ce motif demande sont là.')
  await consent.press('Control+a')
  await page.keyboard.type('1702')
  await press(page, 'Control+Enter')
  await expect(form.getByRole('alert')).toContainText('accord écrit')
  await consent.fill('17022026')
  await expect(form).toContainText('Les faits que ce motif demande sont là.')
  await keys.press('Control+Enter')
  await expect(page.getByText(/RF-2026-1/).first()).toBeVisible()
  keys.said('Refus écrit, motif choisi, sans les faits', 12)
})

test(
  'who may not sign knows it before writing, and the draft is kept, and waits in the files',
  { tag: byNight },
  async ({ office, page }) => {
    await begin(office, page, 'cni')
    await act(office, 'agent1', 'sheet.update', { procedureId: 'attestation-accueil' })
    await expect(page.getByText('Formulaire d’attestation').first()).toBeVisible()
    await press(page, 'KeyQ', 'F9', 'Digit4', 'Enter')
    const form = page.getByRole('form', { name: 'Refus écrit', exact: true })
    await expect(form).toContainText('Aucune délégation n’est enregistrée')
    await press(page, 'Digit3')
    await form
      .getByRole('textbox', { name: 'Faits' })
      .fill('L’attestation dit deux pièces et le bail une seule.')
    await expect(form).toContainText('Brouillon gardé')
    // Échap leaves the field, then the form: nothing is lost.
    await press(page, 'Escape', 'Escape')
    await expect(form).toBeHidden()
    const due = await ask<{ readonly toSign: readonly { readonly reference: string }[] }>(
      office,
      'agent1',
      'files.due',
    )
    expect(due.toSign).toMatchObject([{ reference: 'DO-2026-1' }])
  },
)

test('a title is found by name and handed over in three keys; its bearer, the register and its errors take few more', async ({
  office,
  page,
}) => {
  const arrives = (slot: string, person: object) =>
    act<{ readonly fileId: string; readonly reference: string }>(office, 'agent1', 'file.titleArrived', {
      request: {
        procedureId: 'passeport',
        serviceId: 'titres',
        person,
        ministry: { issuer: 'ANTS', number: `25AK4071${slot}` },
      },
      arrivedOn: '2026-02-20',
      slot,
    })
  const inDrawer = async () =>
    (await ask<{ readonly total: number }>(office, 'agent1', 'files.toCollect')).total
  const { reference } = await arrives('8', {
    familyName: 'Moreau',
    firstName: 'Jeanne',
    birthDate: '1991-06-11',
  })
  const child = await arrives('9', { familyName: 'Petit', firstName: 'Léo', birthDate: '2014-06-11' })
  await arrives('10', { familyName: 'Morin' })
  await act(office, 'supervisor', 'day.open')
  const ticket = { serviceId: 'titres', procedureId: 'passeport' }
  for (const more of [{ purpose: 'collection' }, {}, {}])
    await act(office, 'kiosk', 'ticket.take', { ...ticket, ...more })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)

  await test.step('found by name, checked with the person, handed over in three keys', async () => {
    await expect(page.getByRole('button', { name: 'Appeler A 1' })).toBeVisible()
    await press(page, 'F2')
    await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
    await press(page, 'F5')
    const field = page.getByRole('textbox', { name: 'Nom ou numéro' })
    await expect(field).toBeFocused()
    await field.fill('inconnu')
    // What no drawer has is not handed over in one key: it is looked for, and asked once more.
    await press(page, 'F10')
    await expect(page.getByText('Aucun titre n’attend sous ce nom.')).toBeVisible()
    await expect(field).toBeVisible()
    await field.fill('more')
    await press(page, 'Enter')
    const title = page.getByRole('region', { name: 'Titre à remettre' })
    await expect(title).toContainText('MOREAU Jeanne')
    await expect(title).toContainText('25AK40718')
    await expect(title).toContainText(`la case 8 est libre, le dossier ${reference} est terminé`)
    await expect(page.getByRole('list', { name: 'À vérifier' }).getByRole('checkbox')).toHaveCount(2)
    expect(await broken(page)).toEqual([])
    // Not before what is to be checked is.
    await press(page, 'F10')
    await expect(title.getByRole('alert')).toContainText('À vérifier d’abord')
    const keys = counting(page)
    await keys.press('KeyQ', 'KeyW', 'F10')
    await expect(page.getByText('A 1 : titre remis.')).toBeVisible()
    keys.said('Titre remis, une fois trouvé', 3)
    expect(await inDrawer()).toBe(2)
  })

  await test.step('who takes it in its holder’s place is named, for two keys more and the name; the register is noted by one', async () => {
    await receiveNext(page, 'A 2')
    await sought(page, child.reference)
    await expect(page.getByText('Remettre à PETIT Léo')).toBeVisible()
    const signed = page.getByRole('checkbox', { name: 'Signature au registre papier' })
    await expect(signed).not.toBeChecked()
    const keys = counting(page)
    await keys.press('KeyY')
    await expect(page.getByRole('textbox', { name: 'Nom de qui le prend' })).toBeFocused()
    // A child’s title is taken by who represents them.
    await expect(page.getByRole('combobox', { name: 'Qualité' })).toHaveValue('legalRepresentative')
    expect(await broken(page)).toEqual([])
    // An empty name is asked for, and nothing is noted.
    await press(page, 'Enter')
    await expect(page.getByText('Écrivez le nom de qui prend le titre.')).toBeVisible()
    await page.keyboard.type('Petit Paul')
    await keys.press('Enter')
    await expect(page.getByText('Remettre à Petit Paul')).toBeVisible()
    await keys.press('KeyQ', 'KeyW', 'KeyT')
    await expect(signed).toBeChecked()
    await keys.press('F10')
    await expect(page.getByText('A 2 : titre remis.')).toBeVisible()
    keys.said('Titre remis au représentant, nommé, signature au registre notée', 6)
    const { receivers, file } = await done<{
      readonly receivers: readonly string[]
      readonly file: { readonly handedOver: readonly object[] }
    }>(office, 'agent1', 'queries/file.get', { fileId: child.fileId })
    expect(receivers).toEqual(['Petit Paul'])
    expect(file.handedOver).toMatchObject([{ what: 'title', refused: false, proof: 'register' }])
  })

  await test.step('an error on it is noted on its file, and the title stays in the drawer', async () => {
    await receiveNext(page, 'A 3')
    await act(office, 'agent1', 'sheet.update', { person: { familyName: 'Mercier' } })
    await expect(page.getByText('MERCIER').first()).toBeVisible()
    // The search begins with the name of the sheet, and another one typed takes its place.
    await press(page, 'F10')
    const field = page.getByRole('textbox', { name: 'Nom ou numéro' })
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('Mercier')
    await page.keyboard.type('Morin')
    await expect(field).toHaveValue('Morin')
    await press(page, 'Enter')
    await expect(page.getByRole('region', { name: 'Titre à remettre' })).toBeVisible()
    await press(page, 'KeyR')
    await page.getByRole('textbox', { name: 'Ce qui est faux' }).fill('Prénom mal écrit')
    await press(page, 'Enter')
    await expect(page.getByText('Erreur notée sur le dossier')).toBeVisible()
    expect(await inDrawer()).toBe(1)
  })
})
