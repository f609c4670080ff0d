import type { Page } from '@playwright/test'
import bwipjs from 'bwip-js/node'
import type { Office } from '../../fixtures/office.ts'
import { td1 } from '../../fixtures/zones.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import {
  answer,
  checklist,
  head,
  pieceDetail,
  pieceLine,
  rightColumn,
  scan,
  takeAction,
  tickLine,
} from '../law/procedurePages.ts'
import { act, heldByFirstAgent, receiveNext } from '../reception.ts'
import { type } from '../identity/wedge.ts'

// What the counter does around a request, by keyboard, on a real office: held pieces, scans, capacity, files, both sides' sheet.

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** The first agent receives A 1 for an identity card. */
async function begin(office: Office, page: Page, tickets = 1): Promise<void> {
  await act(office, 'supervisor', 'day.open')
  for (let taken = 0; taken < tickets; taken++)
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
}

test('a piece that an administration holds is not asked, and is asked again with a reason alone', async ({
  office,
  page,
}) => {
  await act(office, 'admin', 'office.setLaw', { exchanges: ['justif-adresse'] })
  await begin(office, page)
  const held = pieceLine(page, 'Justificatif de domicile')
  await expect(held).toContainText('À ne pas demander')
  // Shown all the same, then asked: the second press wants the reason.
  await press(page, 'KeyT')
  await expect(held).toContainText('Présentée')
  await expect(pieceDetail(page)).toContainText('Obtenue par échange')
  await press(page, 'KeyT')
  await expect(heading(page, 'Redemander : justificatif de domicile')).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByText('Choisissez une raison, ou écrivez-la')).toBeVisible()
  expect(await broken(page)).toEqual([])
  await press(page, 'Escape', 'Escape')
  await expect(held).toContainText('À ne pas demander')
  await takeAction(page, 'redemander', /^Redemander/)
  await press(page, 'Digit1', 'Enter')
  await expect(held).toContainText('Manquante')
  await expect(held).toContainText('redemandée')
})

test('« Pourquoi ? » gives the reasoning of any piece, struck ones too; where no list is known, one is asked once its article is chosen in the base', async ({
  office,
  page,
}) => {
  await begin(office, page)

  await test.step('the reasoning of a piece is read, then of one that is struck', async () => {
    for (const said of ['Majeure', 'Présentée', 'Oui']) await answer(page, said)
    await press(page, 'KeyP')
    const texts = page.getByRole('region', { name: 'Textes' })
    await expect(texts).toContainText('Toute personne justifie de son domicile')
    await pieceLine(page, 'Acte de naissance').getByRole('button').press('Enter')
    await expect(texts.getByRole('heading', { name: 'Pourquoi : acte de naissance' })).toBeVisible()
    await expect(texts.getByRole('listitem').first()).toContainText('non exigible')
    await expect(texts).toContainText('valide, ou expirée depuis moins de 5 ans')
    expect(await broken(page)).toEqual([])
    // The letters tick again once it is closed.
    await press(page, 'KeyP')
    await expect(texts).toBeHidden()
    await press(page, 'KeyR')
    await expect(pieceLine(page, 'Photo')).toContainText('Présentée')
  })

  await test.step('a piece of no list waits for its article', async () => {
    await act(office, 'agent1', 'sheet.update', { procedureId: 'autre', label: 'Attestation de séjour' })
    await expect(page.getByRole('textbox', { name: 'Ce qui est demandé' })).toHaveValue(
      'Attestation de séjour',
    )
    await press(page, 'KeyJ')
    const name = page.getByRole('textbox', { name: 'Nom de la pièce présentée' })
    await name.fill('Document d’identité de l’enfant')
    const ask = page.getByRole('button', { name: 'La demander', exact: true })
    await ask.press('Enter')
    await expect(
      checklist(page)
        .getByText(/^Aucun texte connu ici n’exige cette pièce/)
        .first(),
    ).toBeVisible()
    // An article is never typed: it is found, then chosen by the keyboard alone.
    await page.getByRole('combobox', { name: 'Texte de la base' }).fill('D131-3-1')
    await expect(page.getByRole('option').first()).toContainText('D131-3-1')
    expect(await broken(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Article qui l’exige.*D131-3-1/)).toBeVisible()
    await ask.press('Enter')
    await expect(pieceLine(page, 'Document d’identité de l’enfant')).toContainText('Manquante')
  })
})

test('a zone read by a scanner fills the title and the name', { tag: byNight }, async ({ office, page }) => {
  await begin(office, page)
  await scan(page, `${td1().join('\n')}\n`)
  await expect(heading(page, 'Zone de lecture optique')).toBeVisible()
  await expect(page.getByText('Zone cohérente')).toBeVisible()
  expect(await broken(page)).toEqual([])
  await press(page, 'Enter')
  await expect(page.getByText('Identité et nom notés')).toBeVisible()
  await expect(head(page)).toContainText('DOE JANE ALIX')
  await expect(head(page)).toContainText('né(e) le 24 février 1981')
  await expect(rightColumn(page)).toContainText('Carte d’identité')
  // Nothing of the burst was taken for a shortcut.
  await expect(checklist(page).getByText('Présentée', { exact: true })).toHaveCount(0)
})

test('who comes back is received by the reference of their file, with what was missing', async ({
  office,
  page,
}) => {
  await begin(office, page, 2)
  await tickLine(page, 'Pré-demande en ligne')
  await press(page, 'KeyR', 'KeyR')
  await expect(pieceLine(page, 'Photo')).toContainText('Manquante')
  await press(page, 'F9', 'Enter')
  await expect(page.getByText('A 1 : dossier incomplet.')).toBeVisible()
  await receiveNext(page, 'A 2')
  await press(page, 'KeyX')
  await expect(page.getByRole('textbox', { name: 'Référence du dossier' })).toBeFocused()
  await page.keyboard.type('99')
  await press(page, 'Enter')
  await expect(page.getByText('Ce dossier n’existe pas, ou il est terminé').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Référence du dossier' }).fill('1')
  expect(await broken(page)).toEqual([])
  await press(page, 'Enter')
  await expect(rightColumn(page)).toContainText('DO-2026-1 repris')
  await expect(rightColumn(page)).toContainText('Il manquait : Photo de moins de 6 mois')
  await expect(pieceLine(page, 'Pré-demande en ligne')).toContainText('Présentée')
})

test('around a request, forms, titles, both sides’ sheet, a guardian and an online help are each noted by their keys', async ({
  office,
  page,
}) => {
  await begin(office, page)

  await test.step('what a key opens hears the next one, however fast they come and however late the page hears them', async () => {
    const itself = head(page).getByText('Pour soi-même')
    const verified = page.getByRole('checkbox', { name: 'Vérifiée' })
    // « V » and « I » may begin a zone: they are held back until the next key says that they are a hand's.
    await type(page, 'v1', 30, { busy: true })
    await expect(itself).toBeVisible()
    await expect(page.getByRole('button', { name: 'Pour soi-même' })).toHaveCount(0)
    // Once the title is said, the keyboard is in the name.
    await type(page, 'i1', 5)
    await expect(page.getByRole('textbox', { name: 'Nom de famille' })).toBeFocused()
    await press(page, 'Escape')
    await type(page, '8', 5)
    await expect(verified).toBeChecked()
    await type(page, 'i', 5)
    await expect(verified).toHaveCount(0)
    await type(page, 'i2', 40, { busy: true })
    await expect(page.getByRole('textbox', { name: 'Nom de famille' })).toBeFocused()
    await expect(page.getByText('Passeport').first()).toBeVisible()
    // Out of the field, then out of the panel.
    await press(page, 'Escape', 'Escape')
    await expect(verified).toHaveCount(0)
  })

  await test.step('forms, originals, the ministry’s receipt and the signing are noted around the request', async () => {
    await tickLine(page, 'Ancienne carte')
    await takeAction(page, 'origin', /^Signature/)
    await expect(heading(page, 'Autour de la demande')).toBeVisible()
    await press(page, 'Digit2')
    await expect(rightColumn(page)).toContainText('Ne peut ou ne sait signer')
    await press(page, 'Digit3', 'Digit4')
    await expect(rightColumn(page)).toContainText('Remis : cerfa 12100')
    await expect(rightColumn(page)).toContainText('1 original gardé')
    await page.getByRole('textbox', { name: 'Délivré par' }).fill('ANTS')
    await page.getByRole('textbox', { name: 'Numéro', exact: true }).fill('7730A2026')
    await press(page, 'Escape')
    await expect(rightColumn(page)).toContainText('ANTS n° 7730A2026')
    // A form handed out is a reason to go and come back.
    await press(page, 'F6')
    await expect(page.getByRole('button', { name: /Remplit le cerfa 12100/ })).toBeVisible()
    await press(page, 'Escape')
  })

  await test.step('an expired title is judged by the procedure’s list; the name of use is noted on request, with its day', async () => {
    await press(page, 'KeyI')
    await expect(page.getByRole('button', { name: /Titre de séjour/ })).toBeVisible()
    await press(page, 'Digit2')
    await page.getByRole('textbox', { name: 'Valable jusqu’au' }).fill('03112023')
    await expect(rightColumn(page)).toContainText('Expirée depuis 2 ans 4 mois')
    await expect(rightColumn(page)).toContainText('admise jusqu’au 3 novembre 2028')
    await page.getByRole('textbox', { name: 'Nom de famille' }).fill('Martin')
    await page.getByRole('textbox', { name: 'Né(e) le' }).fill('13071990')
    await expect(head(page)).toContainText('MARTIN')
    await page.getByText('Demande son nom d’usage').click()
    await page.getByRole('textbox', { name: 'Nom d’usage' }).fill('Durand')
    // Out of the field, then out of the panel.
    await press(page, 'Escape', 'Escape')
    await expect(rightColumn(page)).toContainText('Nom d’usage Durand, demandé le 3 mars 2026')
    // Another list of titles: one key, then theirs.
    await press(page, 'KeyI')
    await expect(page.getByRole('button', { name: /Autres titres/ })).toBeVisible()
    await press(page, 'Digit7')
    await page.getByRole('button', { name: /Carte du combattant/ }).press('Enter')
    await expect(rightColumn(page)).toContainText('non admise ici')
    expect(await broken(page)).toEqual([])
    await press(page, 'Escape')
  })

  await test.step('a code is read in a picture, and what it says is shown', async () => {
    await press(page, 'KeyL')
    await expect(heading(page, 'Lire un code par la caméra ou une image')).toBeVisible()
    const picture = await bwipjs.toBuffer({
      bcid: 'datamatrix',
      // A 2D-Doc, its separators written as the drawing reads them.
      text: `DC04FR000001125E125F0701FR10FRA^02926X^02925JEAN^031${'A2'.repeat(51)}B`,
      parse: true,
      scale: 4,
      padding: 6,
    })
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: Buffer.from(picture) })
    const read = page.getByText('Rien de ce qui est lu', { exact: false })
    await expect(read).toBeVisible()
    await press(page, 'Escape')
    await expect(read).toBeHidden()
  })

  await test.step('both sides’ sheet comes with one key: shown where no printer is, in large letters', async () => {
    await press(page, 'KeyR', 'KeyR')
    await expect(pieceLine(page, 'Photo')).toContainText('Manquante')
    await press(page, 'Backquote')
    await expect(heading(page, 'Fiche des deux côtés')).toBeVisible()
    const sheet = page.frameLocator('iframe[title="Fiche des deux côtés"]')
    await expect(sheet.getByRole('heading', { name: 'Ce que vous apportez' })).toBeVisible()
    await expect(sheet.getByText('Photo de moins de 6 mois, manque encore')).toBeVisible()
    await press(page, 'Escape')
    await expect(checklist(page)).toBeVisible()
  })

  await test.step('a guardian has a proof, a scope and an end; once over it allows nothing', async () => {
    await press(page, 'KeyV')
    // Whom the procedure does not name is told so, and can be noted.
    await page.getByRole('button', { name: /Avec un mandat/ }).press('Enter')
    await expect(rightColumn(page)).toContainText('Non prévu par la démarche')
    await page.getByRole('button', { name: /Tuteur/ }).press('Enter')
    await expect(rightColumn(page)).toContainText('Peut déposer, signer et retirer')
    await press(page, 'Digit0')
    await expect(rightColumn(page).getByText('Preuve vue').first()).toBeVisible()
    await page.getByRole('textbox', { name: 'Jusqu’au' }).fill('01012026')
    await expect(rightColumn(page)).toContainText('Terminé depuis cette date')
    expect(await broken(page)).toEqual([])
    await press(page, 'Escape', 'Escape')
  })

  await test.step('what was done online with the person ends the visit, with its site and its mandate', async () => {
    await press(page, 'F9', 'Digit4', 'Digit4', 'Enter')
    await expect(heading(page, 'Accompagnement en ligne')).toBeVisible()
    await press(page, 'Enter')
    await expect(page.getByText('Écrivez le site.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Site', exact: true }).fill('ants.gouv.fr')
    expect(await broken(page)).toEqual([])
    await press(page, 'Enter')
    await expect(page.getByText('A 1 : accompagnement en ligne.')).toBeVisible()
  })
})
