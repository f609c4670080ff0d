import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importDirectory } from '../../../electron/host/partners/directory/import.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { doing, field, file, form, held, record, send } from './filePages.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { button, heading } from '../pages.ts'
import { act } from '../reception.ts'
import { root } from '../../runtime/places.ts'

test.use({ station: 'files' })

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
    await expect(form(page, 'Enregistrer un dépôt')).toBeVisible()
    await field(page, 'Nom de famille').fill('Durand')
    await field(page, 'Prénom').fill('Louise')
    await field(page, /^Date de naissance/).fill('03111958')
    await field(page, 'Prénom').press('Enter')
    await expect(page.getByRole('article', { name: 'DO-2026-1' })).toContainText('DURAND Louise')
    await expect(file(page)).toContainText('Reçue ici le 27 février, envoyée le 26 février')
    await expect(file(page).getByRole('list', { name: 'Pièces', exact: true })).toContainText('Pré-demande')
    expect(await broken(page)).toEqual([])
  })

  await test.step('the list stays beside it: the préfet decides, nothing is asked of the office', async () => {
    await expect(page.getByRole('tab', { name: 'Décidé ailleurs · 1' })).toBeVisible()
    await expect(page.getByText('La mairie n’a rien à faire')).toBeVisible()
  })

  await test.step('a piece of the rules is asked with its text, another one only with a text, by a day', async () => {
    await doing(page, 'Demander des pièces')
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
    await doing(page, 'Pièces reçues')
    await press(page, 'KeyQ')
    const choice = form(page, 'Pièces reçues').getByRole('checkbox', { name: /Photo de moins de 6 mois/ })
    await expect(choice).toBeChecked()
    await send(page, 'Pièces reçues')
    await expect(file(page)).toContainText('reçu en entier le 3 mars')
  })

  await test.step('the office collects and can’t refuse; the authority’s decision is noted', async () => {
    await doing(page, 'Décision reçue')
    await expect(form(page, 'Décision reçue')).toContainText('une autre autorité décide')
    await form(page, 'Décision reçue').getByText('Accordée', { exact: true }).click()
    await send(page, 'Décision reçue')
    await expect(file(page)).toContainText('Accordée, le 3 mars, par l’autorité compétente')
  })

  await test.step('the title arrives, and is handed over', async () => {
    await doing(page, 'Titre arrivé')
    await expect(field(page, 'Case du tiroir')).toBeFocused()
    await page.keyboard.type('14')
    await press(page, 'Enter')
    await expect(file(page)).toContainText('case 14')
    await doing(page, 'Remettre')
    await send(page, 'Remettre')
    await expect(file(page)).toContainText('Le titre : remis le 3 mars, au guichet, signé au registre')
  })

  await test.step('that closes it, and it takes no act any more', async () => {
    await expect(file(page)).toContainText('Terminé')
    await expect(file(page).getByRole('button', { name: 'Entrée' })).toHaveCount(0)
    expect(await broken(page)).toEqual([])
  })
})

test('a refusal is said where the act was asked, and nothing typed is lost', async ({ page }) => {
  await held(page)
  await record(page, '02032026', '01032026')
  await page.getByRole('combobox', { name: /^Service/ }).selectOption('etat-civil')
  await field(page, 'Objet').fill('Copie d’un acte de mariage')
  await field(page, 'Objet').press('Enter')
  await expect(form(page, 'Enregistrer un dépôt').getByRole('alert')).toContainText(
    'Ces dates ne se suivent pas',
  )
  await expect(field(page, 'Objet')).toHaveValue('Copie d’un acte de mariage')
  await expect(heading(page, 'Dossiers à suivre')).toBeVisible()
})

test('what is written in a date and is none sends nothing, even where no date is needed', async ({
  page,
}) => {
  await held(page)
  await record(page, '31/02/2026', '03032026')
  await page.getByRole('combobox', { name: /^Service/ }).selectOption('etat-civil')
  await field(page, 'Objet').fill('Copie d’un acte de mariage')
  const recording = form(page, 'Enregistrer un dépôt')
  await recording.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(recording.getByRole('alert').last()).toHaveText('Écrivez la date.')
  await expect(field(page, 'Cachet de la poste')).toBeFocused()
  await expect(file(page)).toHaveCount(0)
  await field(page, 'Cachet de la poste').fill('28/02/2026')
  await recording.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(file(page)).toContainText('envoyée le 28 février')
})

test('what came in haste waits to be named, then has its dates', async ({ page }) => {
  await held(page)
  await record(page, '28022026', '03032026')
  await page.getByRole('combobox', { name: /^Service/ }).selectOption('etat-civil')
  await field(page, 'Objet').press('Enter')
  await expect(file(page)).toBeVisible()
  const waiting = page.getByRole('region', { name: 'Aujourd’hui' }).locator('[data-row]').first()
  await expect(waiting).toContainText('Nommer la demande')
  await expect(waiting).toContainText('cachet du 28 février')
  await waiting.press('Enter')
  await field(page, 'Objet').fill('Rectification d’un nom')
  await field(page, 'Objet').press('Enter')
  await expect(file(page)).toContainText('Rectification d’un nom')
  await expect(page.getByText('Nommer la demande')).toHaveCount(0)
})

test(
  'a refusal of the office is written by its paper; one issued elsewhere is noted with its place and number',
  { tag: byNight },
  async ({ page, office }) => {
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
      .click()
    await expect(file(page)).toBeVisible()
    await doing(page, 'Décider')
    await form(page, 'Décider').getByText('Refusée', { exact: true }).click()
    await expect(form(page, 'Décider')).toContainText('Un refus s’écrit et se signe ici : « Émettre »')
    await send(page, 'Décider')
    await expect(form(page, 'Décider').getByRole('alert')).toContainText('où la décision a été émise')
    expect(await broken(page)).toEqual([])
    await field(page, 'Émise par').fill('Registre des arrêtés')
    await field(page, 'Son numéro').fill('2026-31')
    await send(page, 'Décider')
    await expect(form(page, 'Décider').getByRole('alert')).toContainText('écrivez ses motifs')
    await field(page, 'Motifs').fill(
      'Code général de la propriété, art. L2122-1 : la largeur restante serait de 80 cm.',
    )
    await send(page, 'Décider')
    await expect(file(page)).toContainText('Refusée, le 3 mars, par l’office')
  },
)

test(
  'a file is sent to an office chosen in the directory, whose address and hours its paper then says',
  { tag: byNight },
  async ({ page, office }) => {
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
    await expect(page.locator('[data-row]')).toBeFocused()
    await expect(file(page)).toBeVisible()
    await doing(page, 'Transmettre')
    await expect(field(page, 'À quelle administration')).toBeFocused()
    await page.keyboard.type('sandi')
    await expect(page.getByRole('option', { name: /Mairie - Sandillon/ })).toBeVisible()
    expect(await broken(page)).toEqual([])
    await press(page, 'ArrowDown', 'Enter')
    await expect(field(page, 'À quelle administration')).toHaveValue('Mairie - Sandillon')
    await expect(field(page, 'Son adresse')).toHaveValue(/45640 Sandillon/)
    await expect(page.getByText('Service-Public.gouv.fr / DILA')).toBeVisible()
    // The button goes away as it is pressed: the name has the keyboard, to choose another.
    await page.getByRole('button', { name: 'Ne pas les dire' }).press('Enter')
    await expect(field(page, 'À quelle administration')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('sandi')
    await expect(page.getByRole('option', { name: /Mairie - Sandillon/ })).toBeVisible()
    await press(page, 'ArrowDown', 'Enter')
    await expect(page.getByText('Service-Public.gouv.fr / DILA')).toBeVisible()
    await send(page, 'Transmettre')
    await expect(page.getByText(/Transmettre.*DO-2026-1.*TR-2026-1/)).toBeVisible()
    // It was another file's: it is here again, and its paper is cancelled.
    await doing(page, 'Transmission notée par erreur')
    await expect(field(page, 'Pourquoi la transmission est une erreur')).toBeFocused()
    await page.keyboard.type('Un autre dossier')
    expect(await broken(page)).toEqual([])
    await form(page, 'Transmission notée par erreur')
      .getByRole('button', { name: 'Noté par erreur' })
      .press('Enter')
    await expect(page.getByText(/Transmission notée par erreur.*DO-2026-1.*AN-2026-1/)).toBeVisible()
    await expect(file(page)).toContainText('corrigée le 3 mars (Un autre dossier)')
  },
)

test('a demand of pieces that is left waits on its file, and goes on where it was', async ({
  page,
  office,
}) => {
  for (const familyName of ['Durand', 'Petit'])
    await act(office, 'agent1', 'file.open', {
      procedureId: 'attestation-accueil',
      serviceId: 'titres',
      channel: 'counter',
      receivedOn: '2026-03-03',
      pieces: [],
      person: { familyName },
    })
  await held(page)
  await page.getByText('DURAND').first().click()
  await expect(file(page)).toContainText('DURAND')
  await doing(page, 'Demander des pièces')
  await field(page, 'Autre pièce').fill('Bail signé des deux côtés')
  await expect(field(page, /^Article qui l’exige/)).toBeVisible()
  // Another file is opened before any pause: what was typed is on the file.
  await page.getByText('PETIT').first().click()
  await expect(file(page)).toContainText('PETIT')
  await page.getByText('DURAND').first().click()
  const draft = file(page).getByRole('button', { name: /brouillon/ })
  await expect(draft).toContainText('Pas encore envoyé')
  await draft.press('Enter')
  await expect(field(page, 'Autre pièce')).toHaveValue('Bail signé des deux côtés')
  expect(await broken(page)).toEqual([])
  await field(page, 'Autre pièce').fill('')
  await press(page, 'Escape')
  await expect(draft).toBeHidden()
})

test(
  'the administration sees who looked at which files, and exports the help given online',
  { tag: byNight },
  async ({ page, office, open, shell }) => {
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
    await expect(page.getByRole('article', { name: '1 dossier trouvé' })).toBeVisible()
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
  },
)
