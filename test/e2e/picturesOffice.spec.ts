import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { doing } from './files/filePages.ts'
import { frontPicture } from './frontPage.ts'
import { press } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { act } from './reception.ts'
import { startTown, type Town } from './town.ts'

const { look, wrong } = openEye()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

test.describe.serial('behind the counters of a training office', () => {
  test.setTimeout(patience)
  let town: Town
  test.beforeAll(async () => {
    town = await startTown({ school: true, at: '2026-03-03T10:42:00+01:00' })
  })
  test.afterAll(() => town.stop())

  test('the law, for whoever answers for it', async () => {
    const page = await town.open('administration')
    const go = async (section: string) => {
      await page.getByRole('navigation').getByRole('button', { name: section, exact: true }).press('Enter')
      await expect(page.locator('[aria-current="page"]')).toHaveText(section)
      await expect(page.getByRole('heading', { level: 1, name: section, exact: true })).toBeVisible()
    }
    await go('Règles')
    await look(page, 'law-procedures', { closely: true })
    // The two longest: the most parts, and the longest sentences.
    for (const [title, name] of [
      [/^Lire Permis de construire/, 'law-urbanisme'],
      [/^Lire Titre de séjour, version 2/, 'law-sejour'],
    ] as const) {
      await page.getByRole('button', { name: title }).press('Enter')
      await expect(heading(page, 'Décision')).toBeVisible()
      await page
        .getByRole('button', { name: /^Lire C/ })
        .first()
        .press('Enter')
      await look(page, name, { closely: true })
      if (name === 'law-sejour') {
        await page.getByRole('combobox', { name: 'Comparer avec' }).selectOption('1')
        await expect(page.getByRole('table', { name: /De la version 1/ })).toBeVisible()
        await look(page, 'law-sejour-changes')
      }
      await page.getByRole('button', { name: 'Toutes les démarches' }).press('Enter')
    }
    for (const [section, name] of [
      ['Paquets', 'law-packages'],
      ['Brouillons', 'law-drafts'],
      ['Échanges et recours', 'law-settings'],
    ] as const) {
      await go(section)
      await look(page, name)
    }
    await go('Recherche')
    await look(page, 'law-search-empty')
    await page.getByRole('combobox', { name: /^Chercher dans les fiches/ }).fill('justificatif de domicile')
    await expect(page.getByRole('region', { name: 'Le texte' }).getByRole('heading').first()).toBeVisible()
    await look(page, 'law-search', { closely: true })
    await page.close()
  })

  test('the back office of files is seen before and after its mail', async () => {
    const files = await town.open('files')
    await expect(heading(files, 'Dossiers à suivre')).toBeVisible()
    await look(files, 'files-before')
    const open = (more: object) =>
      act<{ fileId: string }>(town.host(), 'agent1', 'file.open', {
        procedureId: 'cni',
        serviceId: 'titres',
        channel: 'post',
        sentOn: '2026-02-26',
        receivedOn: '2026-02-27',
        pieces: [{ pieceId: 'photo', state: 'presented' }],
        ...more,
      })
    for (const receivedOn of ['2025-12-20', '2026-01-03', '2026-02-27', '2026-03-02'])
      await open({ procedureId: 'attestation-accueil', sentOn: undefined, receivedOn, pieces: [] })
    for (const channel of ['email', 'depositBox', 'post'])
      await open({ procedureId: null, channel, receivedOn: '2026-03-03', pieces: [] })
    await act(town.host(), 'agent1', 'file.titleArrived', {
      request: { procedureId: 'passeport', serviceId: 'titres' },
      arrivedOn: '2025-11-20',
      slot: '3',
    })
    const { fileId } = await open({})
    await act(town.host(), 'agent1', 'file.requestPieces', {
      fileId,
      pieces: [{ pieceId: 'justificatif-domicile' }],
      on: '2026-03-02',
      dueOn: '2026-03-20',
    })
    await expect(files.getByText('Nommer la demande').first()).toBeVisible()
    await look(files, 'files-usual', { closely: true })
    await frontPicture('dossiers')
    await press(files, 's')
    await files.keyboard.type('42')
    await press(files, 'Enter')
    await expect(files.getByText('Aucun dossier trouvé')).toBeVisible()
    await look(files, 'files-not-found')
    await press(files, 'n')
    await expect(heading(files, 'Enregistrer un dépôt')).toBeVisible()
    await files.getByRole('combobox', { name: 'Démarche' }).selectOption('cni')
    await expect(files.getByRole('checkbox', { name: /Photo/ })).toBeVisible()
    await look(files, 'files-record', { closely: true })
    // The form is left, then what was searched.
    await press(files, 'Escape', 'Escape')
    await files.getByRole('tab', { name: 'Pièce attendue' }).click()
    await files
      .getByRole('button', { name: /La personne apporte/ })
      .first()
      .press('Enter')
    await expect(files.getByRole('form', { name: 'Pièces reçues' })).toBeVisible()
    await press(files, 'Escape')
    await doing(files, 'Demander des pièces')
    await expect(heading(files, 'Demander des pièces')).toBeVisible()
    await look(files, 'files-file', { closely: true })
    await press(files, 'Escape', 'Escape', 't')
    await expect(heading(files, 'Titres à retirer').first()).toBeVisible()
    await look(files, 'files-drawer')
    await files.close()
  })

  test('nothing seen there goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
