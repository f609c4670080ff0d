import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importDirectory } from '../../electron/host/partners/directory/import.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { expect, test } from './fixture.ts'
import { press, tabTo } from './keyboard.ts'
import { broken } from './look.ts'
import { button, heading } from './pages.ts'
import { act, ask } from './reception.ts'
import type { Office } from '../fixtures/office.ts'
import { root } from '../runtime/places.ts'

test.use({ station: 'files' })

/** The page held by the first agent: in the application its window asks who is there. */
async function held(page: Page): Promise<void> {
  const asks = heading(page, 'Qui êtes-vous')
  const list = heading(page, 'Échéances')
  await expect(asks.or(list)).toBeVisible()
  if (await asks.isVisible()) await press(page, 'Digit1')
  await expect(list).toBeVisible()
}

const file = (page: Page) => page.getByRole('article', { name: /^DO-2026-/ })
const form = (page: Page, name: string) => page.getByRole('form', { name })
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })

/** Sends the form by Enter from its first field, as a hand on the keyboard does. */
const send = async (page: Page, name: string) => {
  await form(page, name).getByRole('button', { name, exact: false }).first().press('Enter')
}

/** The looks that the office's log keeps, the latest first. */
const looks = (office: Office) =>
  ask<{ looks: { by: string; files: { reference: string | null }[] }[] }>(office, 'admin', 'files.looks')

/** Opens the form that records what came, by its key, and says which post and when. */
async function record(page: Page, postmark: string, received: string): Promise<void> {
  await press(page, 'n')
  await expect(field(page, 'Cachet de la poste')).toBeFocused()
  await page.keyboard.type(postmark)
  await field(page, 'Reçu ici le').fill(received)
}

test('a request that came by post is followed from its two dates to its closing', async ({ page }) => {
  test.setTimeout(120_000)
  await held(page)

  await test.step('it is recorded with its two dates, its procedure and its person', async () => {
    await record(page, '26022026', '27022026')
    await page
      .getByRole('combobox', { name: 'Démarche' })
      .selectOption({ label: 'Carte nationale d’identité' })
    await expect(page.getByRole('combobox', { name: /^Service/ })).toHaveValue('titres')
    // Letters tick pieces while one is being recorded: T neither opens the drawer nor loses what was typed.
    await page.getByRole('checkbox', { name: /Pré-demande en ligne/ }).focus()
    await press(page, 'KeyT', 'KeyT')
    await press(page, 'Space')
    await expect(form(page, 'Enregistrer une demande')).toBeVisible()
    await field(page, 'Nom de famille').fill('Durand')
    await field(page, 'Prénom').fill('Louise')
    await field(page, /^Date de naissance/).fill('03111958')
    await field(page, 'Prénom').press('Enter')
    await expect(file(page).getByRole('heading', { name: 'DO-2026-1' })).toBeVisible()
    await expect(file(page)).toContainText('Reçue ici le 27 février, envoyée le 26 février')
    await expect(file(page).getByRole('list', { name: 'Pièces', exact: true })).toContainText('Pré-demande')
    expect(await broken(page)).toEqual([])
  })

  await test.step('the list stays beside it, and says what falls if nobody does anything', async () => {
    await expect(page.getByRole('region', { name: 'Échéances' })).toContainText('DO-2026-1')
  })

  await test.step('a piece of the rules is asked with its text, another one only with a text, by a day', async () => {
    await press(page, 'F3')
    const asked = form(page, 'Demander des pièces')
    await expect(asked.getByRole('region', { name: 'Ne peuvent pas être demandées' })).toContainText(
      'Copie certifiée conforme',
    )
    const photo = asked.getByRole('checkbox', { name: /Photo de moins de 6 mois/ })
    await tabTo(photo)
    await press(page, 'Space')
    await expect(photo).toBeChecked()
    await field(page, 'Autre pièce').fill('Photographie agrandie')
    await send(page, 'Demander des pièces')
    await expect(asked.getByRole('alert').last()).toContainText('Sans texte')
    await field(page, 'Autre pièce').fill('')
    await button(page, 'Dans 15 jours').press('Enter')
    expect(await broken(page)).toEqual([])
    await send(page, 'Demander des pièces')
    await expect(asked).toHaveCount(0)
    await expect(file(page)).toContainText('attendue jusqu’au 18 mars')
  })

  await test.step('the piece comes back: what was asked is the first key', async () => {
    await press(page, 'F2', 'KeyQ')
    const choice = form(page, 'Pièces reçues').getByRole('checkbox', { name: /Photo de moins de 6 mois/ })
    await expect(choice).toBeChecked()
    await send(page, 'Pièces reçues')
    await expect(file(page)).toContainText('reçu en entier le 3 mars')
  })

  await test.step('the office collects and can’t refuse; the authority’s decision is noted', async () => {
    await press(page, 'F7')
    await expect(form(page, 'Décider')).toContainText('L’office recueille seulement')
    await form(page, 'Décider').getByText('Accordée', { exact: true }).click()
    await send(page, 'Décider')
    await expect(file(page)).toContainText('Accordée, le 3 mars, par l’autorité compétente')
  })

  await test.step('the title arrives, and is handed over', async () => {
    await button(page, 'Titre arrivé').press('Enter')
    await expect(field(page, 'Case du tiroir')).toBeFocused()
    await page.keyboard.type('14')
    await press(page, 'Enter')
    await expect(file(page)).toContainText('case 14')
    await press(page, 'F8')
    await send(page, 'Remettre')
    await expect(file(page)).toContainText('Le titre : remis le 3 mars, au guichet')
  })

  await test.step('it is closed, and takes no act any more', async () => {
    await press(page, 'F9')
    await send(page, 'Terminer')
    await expect(file(page)).toContainText('Terminé')
    await expect(page.getByRole('group', { name: 'Actes sur le dossier' })).toHaveCount(0)
    expect(await broken(page)).toEqual([])
  })
})

test('a refusal is said where the act was asked, and nothing typed is lost', async ({ page }) => {
  await held(page)
  await record(page, '02032026', '01032026')
  await page.getByRole('combobox', { name: /^Service/ }).selectOption('etat-civil')
  await field(page, 'Objet').fill('Copie d’un acte de mariage')
  await field(page, 'Objet').press('Enter')
  await expect(form(page, 'Enregistrer une demande').getByRole('alert')).toContainText(
    'Ces dates ne se suivent pas',
  )
  await expect(field(page, 'Objet')).toHaveValue('Copie d’un acte de mariage')
  await expect(heading(page, 'Échéances')).toBeVisible()
})

test('what came in haste waits to be named, then has its dates', async ({ page }) => {
  await held(page)
  await record(page, '28022026', '03032026')
  await page.getByRole('combobox', { name: /^Service/ }).selectOption('etat-civil')
  await field(page, 'Objet').press('Enter')
  await expect(file(page)).toBeVisible()
  await press(page, 'Escape')
  const waiting = page.getByRole('list', { name: 'À enregistrer' }).getByRole('button')
  await expect(waiting).toContainText('Cachet de la poste : 28 février')
  await waiting.press('Enter')
  await field(page, 'Objet').fill('Rectification d’un nom')
  await field(page, 'Objet').press('Enter')
  await expect(file(page)).toContainText('Rectification d’un nom')
  await press(page, 'Escape')
  await expect(page.getByRole('region', { name: 'À enregistrer et titres à retirer' })).toContainText(
    'Rien n’attend',
  )
})

test('a refusal of the office is written by its paper; one issued elsewhere is noted with its place and number', async ({
  page,
  office,
}) => {
  await act(office, 'agent1', 'file.open', {
    procedureId: null,
    label: 'Occupation d’un trottoir',
    serviceId: 'affaires-generales',
    channel: 'post',
    receivedOn: '2026-03-02',
    pieces: [],
  })
  await held(page)
  await page
    .getByRole('button', { name: /DO-2026-1/ })
    .first()
    .press('Enter')
  await expect(file(page)).toBeVisible()
  await press(page, 'F7')
  await form(page, 'Décider').getByText('Refusée', { exact: true }).click()
  await expect(form(page, 'Décider')).toContainText('Un refus s’écrit et se signe ici : « Émettre »')
  await send(page, 'Décider')
  await expect(form(page, 'Décider').getByRole('alert')).toContainText('où la décision a été émise')
  expect(await broken(page)).toEqual([])
  await field(page, 'Logiciel ou registre qui l’a émis').fill('Registre des arrêtés')
  await field(page, 'Son numéro').fill('2026-31')
  await field(page, 'Motifs').fill(
    'Code général de la propriété, art. L2122-1 : la largeur restante serait de 80 cm.',
  )
  await send(page, 'Décider')
  await expect(file(page)).toContainText('Refusée, le 3 mars, par l’office')
})

test('a search finds by reference, or by name and birth date, and leaves its trace', async ({
  page,
  office,
}) => {
  const { fileId } = await act<{ fileId: string }>(office, 'agent1', 'file.open', {
    procedureId: null,
    label: 'Copie d’un acte',
    serviceId: 'etat-civil',
    channel: 'email',
    receivedOn: '2026-03-03',
    person: { familyName: 'Öztürk', firstName: 'Deniz', birthDate: '1980-05-04' },
    pieces: [],
  })
  expect(fileId).not.toBe('')
  await held(page)
  await expect(page.getByRole('search')).toContainText('Chaque recherche est tracée')
  await press(page, 's')
  await page.keyboard.type('Ozturk')
  await press(page, 'Enter')
  await expect(page.getByRole('search')).toContainText('Ajoutez la date de naissance')
  await page.keyboard.type(' 04/05/1980')
  await press(page, 'Enter')
  await expect(heading(page, '1 dossier trouvé')).toBeFocused()
  await expect(page.getByText('Öztürk Deniz')).toBeVisible()
  await expect(page.getByText('a laissé une trace')).toBeVisible()
  expect(await broken(page)).toEqual([])
  await press(page, 's')
  await page.keyboard.type('1')
  await press(page, 'Enter')
  await tabTo(page.getByRole('button', { name: /^DO-2026-1 · / }))
  await press(page, 'Enter')
  await expect(file(page)).toBeVisible()
  // Whose it is shows when it is asked, and that look too is in the log.
  await expect(file(page)).not.toContainText('Öztürk')
  await button(page, 'Voir la personne').press('Enter')
  await expect(file(page)).toContainText('Öztürk Deniz')
  expect((await looks(office)).looks.map(({ by }) => by)).toEqual(['file', 'reference', 'name'])
})

test('titles of the drawer are told several at once, and destroyed only after their day', async ({
  page,
  office,
}) => {
  const arrived = (arrivedOn: string, slot: string) =>
    act(office, 'agent1', 'file.titleArrived', {
      request: { procedureId: 'passeport', serviceId: 'titres' },
      arrivedOn,
      slot,
    })
  await arrived('2025-11-20', '3')
  await arrived('2026-02-20', '8')
  await held(page)
  await press(page, 't')
  const drawer = page.getByRole('article', { name: 'Titres à retirer' })
  await expect(drawer.getByRole('checkbox')).toHaveCount(2)
  expect(await broken(page)).toEqual([])

  await button(page, 'Choisir ceux dont la personne n’est pas prévenue').press('Enter')
  await button(page, 'Noter que les personnes sont prévenues').first().press('Enter')
  await press(page, 'Enter')
  await expect(drawer.getByText('prévenue 1 fois')).toHaveCount(2)

  await drawer.getByRole('checkbox').last().press('Space')
  await button(page, 'Noter la destruction').press('Enter')
  await press(page, 'Enter')
  await expect(drawer.getByRole('alert').filter({ hasText: 'peut encore être retiré' })).toBeVisible()
  await press(page, 'Escape')
  await button(page, 'Choisir ceux dont le délai est passé').press('Enter')
  await button(page, 'Noter la destruction').press('Enter')
  await expect(drawer).toContainText('devra refaire une demande')
  await press(page, 'Enter')
  await expect(drawer.getByRole('checkbox')).toHaveCount(1)
})

test('the filters go by the figures, the lines by the arrows', async ({ page, office }) => {
  for (const [label, channel] of [
    ['Premier', 'email'],
    ['Second', 'post'],
  ] as const)
    await act(office, 'agent1', 'file.open', {
      procedureId: null,
      label,
      serviceId: 'etat-civil',
      channel,
      receivedOn: '2026-03-03',
      pieces: [],
    })
  await held(page)
  const lines = page.getByRole('region', { name: 'Échéances' }).locator('[data-row]')
  await expect(lines).toHaveCount(3)
  await press(page, 'Digit2')
  await expect(page.getByText('Aucune échéance pour ce choix')).toBeVisible()
  await press(page, 'Digit4')
  await expect(lines).toHaveCount(3)
  await lines.first().focus()
  await press(page, 'ArrowDown')
  await expect(lines.nth(1)).toBeFocused()
  await press(page, 'End')
  await expect(lines.nth(2)).toBeFocused()

  // What a line opens has the keyboard, its act has it in turn, and Escape gives it back step by step.
  await press(page, 'Enter')
  await expect(heading(page, 'Accuser réception')).toBeVisible()
  await expect(form(page, 'Accuser réception').locator(':focus')).toHaveCount(1)
  await press(page, 'Escape')
  await expect(file(page).getByRole('heading', { name: 'DO-2026-' })).toBeFocused()
  await press(page, 'Escape')
  await expect(lines.nth(2)).toBeFocused()
})

test('a file is sent to an office chosen in the directory, whose address and hours its paper then says', async ({
  page,
  office,
}) => {
  const path = join(root, 'test', 'fixtures', 'annuaire.json')
  await importDirectory(office.dataDir, { path, file: 'annuaire.json', on: '2026-03-01' as LocalDate })
  await held(page)
  await act(office, 'agent1', 'file.open', {
    procedureId: null,
    label: 'Copie',
    serviceId: 'etat-civil',
    channel: 'post',
    receivedOn: '2026-03-03',
    pieces: [],
  })
  await press(page, 's')
  await page.keyboard.type('1')
  await press(page, 'Enter')
  await tabTo(page.getByRole('button', { name: /^DO-2026-1 · / }))
  await press(page, 'Enter')
  await expect(file(page)).toBeVisible()
  await press(page, 'F6')
  await expect(field(page, 'À quelle administration')).toBeFocused()
  await page.keyboard.type('sandi')
  await expect(page.getByRole('option', { name: /Mairie - Sandillon/ })).toBeVisible()
  expect(await broken(page)).toEqual([])
  await press(page, 'ArrowDown', 'Enter')
  await expect(field(page, 'À quelle administration')).toHaveValue('Mairie - Sandillon')
  await expect(field(page, 'Son adresse')).toHaveValue(/45640 Sandillon/)
  await expect(page.getByText('Service-Public.gouv.fr / DILA')).toBeVisible()
  await send(page, 'Transmettre')
  await expect(page.getByText(/Transmettre.*DO-2026-1.*TR-2026-1/)).toBeVisible()
})

test('the administration sees who looked at which files, and exports the help given online', async ({
  page,
  office,
  open,
  shell,
}) => {
  await held(page)
  await act(office, 'agent1', 'file.open', {
    procedureId: null,
    label: 'Copie',
    serviceId: 'etat-civil',
    channel: 'post',
    receivedOn: '2026-03-03',
    pieces: [],
  })
  await press(page, 's')
  await page.keyboard.type('1')
  await press(page, 'Enter')
  await expect(heading(page, '1 dossier trouvé')).toBeVisible()
  const administration = await open('administration')
  await administration.getByRole('button', { name: 'Consultations', exact: true }).press('Enter')
  await expect(administration.getByRole('table', { name: 'Consultations des données' })).toContainText(
    'DO-2026-1',
  )
  await expect(administration.getByRole('table', { name: 'Trois journaux' })).toContainText('un an')
  expect(await broken(administration)).toEqual([])
  await administration.getByRole('button', { name: 'Dossiers', exact: true }).press('Enter')
  expect(await broken(administration)).toEqual([])
  // Electron keeps what is saved for itself: a test does not see it come.
  if (shell === 'electron') return
  const [saved] = await Promise.all([
    administration.waitForEvent('download'),
    administration.getByRole('button', { name: 'Exporter en CSV' }).press('Enter'),
  ])
  expect(saved.suggestedFilename()).toBe('accompagnement-en-ligne-2026.csv')
  expect(await readFile(await saved.path(), 'utf8')).toContain('Nature de l’aide')
  await administration.getByRole('button', { name: 'Consultations', exact: true }).press('Enter')
  const [journal] = await Promise.all([
    administration.waitForEvent('download'),
    administration.getByRole('button', { name: 'Exporter', exact: true }).press('Enter'),
  ])
  expect(journal.suggestedFilename()).toMatch(/^consultations-2026-01-01-2026-\d\d-\d\d\.zip$/)
})
