import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { encode } from 'fast-png'
import { deed } from '../../fixtures/till.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act, ask } from '../reception.ts'

test.use({ station: 'administration' })

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })
const form = (page: Page, name: string) => page.getByRole('form', { name })
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true })

async function section(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).press('Enter')
  await expect(page.locator('[aria-current="page"]')).toHaveText(name)
}

/** A picture of this many pixels a side that compresses badly: noise without a random. */
function picture(side: number): Buffer {
  let seed = 1
  const data = Uint8Array.from(
    { length: side * side * 3 },
    () => (seed = (seed * 48_271) % 2_147_483_647) & 255,
  )
  return Buffer.from(encode({ width: side, height: side, data, channels: 3, depth: 8 }))
}

/** Axe works in a second page where there are frames, which Electron does not open: the proof's page is checked in the browser. */
const checked = async (page: Page, shell: string) => (shell === 'electron' ? [] : await broken(page))

type Paper = { paper: { lines: string[]; logo: string | null; delegations: object[] }; shields: object[] }

test('what the office puts on its papers is seen on the proof before it is kept', async ({
  page,
  office,
  shell,
}) => {
  await section(page, 'Papiers')
  const proof = page.frameLocator('iframe')
  await expect(proof.getByRole('heading', { level: 1 })).toContainText('Récépissé')
  await expect(proof.locator('.specimen')).toHaveText('SPÉCIMEN')
  await expect(proof.locator('body')).toContainText('PROJET')

  await test.step('a text with HTML in it is drawn as it is typed', async () => {
    await field(page, 'Lignes au-dessus du nom').fill(
      'Département de Seine-et-Marne\n<b onclick="alert(1)">Gras</b> & « associés »',
    )
    await field(page, 'À qui s’adresser').fill('<script>alert(1)</script> dpd@fontaine.example')
    await expect(proof.locator('header')).toContainText('<b onclick="alert(1)">Gras</b> & « associés »')
    await expect(proof.locator('header b')).toHaveCount(0)
    await expect(proof.locator('body')).toContainText('<script>alert(1)</script> dpd@fontaine.example')
    await expect(proof.locator('script')).toHaveCount(0)
    expect(await checked(page, shell)).toEqual([])
  })

  await test.step('a file that is no picture, a heavy one, one that is cut: refused with why', async () => {
    const choose = (name: string, buffer: Buffer) =>
      page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'image/png', buffer })
    const alert = page.getByRole('group', { name: 'Logo' }).getByRole('alert')
    await choose('logo.png', Buffer.from('GIF89a, en vérité'))
    await expect(alert).toContainText('n’est pas une image PNG')
    await choose('logo.png', picture(200))
    await expect(alert).toContainText('96 au plus')
    await choose('logo.png', picture(60).subarray(0, 400))
    await expect(alert).toContainText('ne se lit pas')
    await expect(page.getByText('Aucun logo.')).toBeVisible()
    await choose('logo.png', picture(60))
    await expect(page.getByAltText('Le logo choisi')).toBeVisible()
    await expect(alert).toHaveCount(0)
    await expect(proof.locator('header img')).toBeVisible()
  })

  await test.step('nothing is kept until it is saved; then it is, as typed', async () => {
    expect((await ask<Paper>(office, 'admin', 'paper.view')).paper.lines).toEqual([])
    await tabTo(save(page), 40)
    await press(page, 'Enter')
    await expect(page.getByText('Enregistré.')).toBeVisible()
    const { paper } = await ask<Paper>(office, 'admin', 'paper.view')
    expect(paper.lines).toEqual([
      'Département de Seine-et-Marne',
      '<b onclick="alert(1)">Gras</b> & « associés »',
    ])
    expect(paper.logo).toMatch(/^data:image\/png;base64,/)
  })

  await test.step('on a strip of 80 mm the lines are there too', async () => {
    await page.getByText('Ticket 80 mm', { exact: true }).click()
    await expect(proof.locator('body')).toContainText('Département de Seine-et-Marne')
    await expect(proof.locator('body')).toContainText('SPÉCIMEN')
    await expect(page.getByRole('button', { name: 'Imprimer une épreuve' })).toBeEnabled()
  })
})

test('who signs, until when, by which act; who speaks under a pseudonym, and why', async ({
  page,
  office,
  shell,
}) => {
  await section(page, 'Papiers')
  await test.step('a delegation lacks what it lacks, in words', async () => {
    await page.getByRole('button', { name: 'Ajouter une délégation' }).press('Enter')
    const asked = form(page, 'Ajouter une délégation')
    await asked.getByRole('button', { name: 'Ajouter' }).press('Enter')
    await expect(asked).toContainText('Choisissez un agent.')
    await expect(asked).toContainText('Choisissez la qualité')
    await expect(asked).toContainText('Écrivez une date.')
    await asked.getByRole('combobox', { name: 'Agent' }).selectOption('agent2')
    // What the text lets nobody delegate is said at once.
    await asked.getByRole('combobox', { name: 'En quelle qualité' }).selectOption('agent')
    await asked.getByRole('button', { name: 'Ajouter' }).press('Enter')
    await expect(asked).toContainText('ne permet pas de déléguer')
    await asked.getByRole('combobox', { name: 'En quelle qualité' }).selectOption('deputy')
    await asked.getByLabel('À partir du').fill('04012026')
    await asked.getByLabel('Jusqu’au').fill('31122025')
    await asked.getByRole('button', { name: 'Ajouter' }).press('Enter')
    await expect(asked).toContainText('La fin précède le début.')
    await field(page, 'Acte').fill('arrêté n° 2026-12 du 4 janvier 2026')
    // What is written there is no day: the delegation would have no end.
    await asked.getByLabel('Jusqu’au').fill('31/02/2026')
    await field(page, 'Acte').press('Enter')
    await expect(asked).toContainText('Cette date n’existe pas')
    await expect(asked.getByLabel('Jusqu’au')).toBeFocused()
    await asked.getByLabel('Jusqu’au').fill('31122026')
    await field(page, 'Acte').press('Enter')
    await expect(page.getByRole('list', { name: 'Qui signe' })).toContainText('Yann Le Goff')
    await save(page).press('Enter')
    await expect(page.getByText('Enregistré.')).toBeVisible()
    expect((await ask<Paper>(office, 'admin', 'paper.view')).paper.delegations).toEqual([
      {
        agentId: 'agent2',
        procedures: null,
        from: '2026-01-04',
        until: '2026-12-31',
        act: 'arrêté n° 2026-12 du 4 janvier 2026',
        capacity: 'deputy',
      },
    ])
  })

  await test.step('a pseudonym with its reason, then the name again with another', async () => {
    await page.getByRole('button', { name: 'Donner un pseudonyme' }).press('Enter')
    const asked = form(page, 'Donner un pseudonyme')
    await asked.getByRole('combobox', { name: 'Agent' }).selectOption('agent1')
    await field(page, 'Pseudonyme').fill('Agent 14')
    await field(page, 'Motif').press('Enter')
    await expect(asked).toContainText('Écrivez le motif.')
    await field(page, 'Motif').fill('Menaces reçues en janvier')
    await field(page, 'Motif').press('Enter')
    const list = page.getByRole('list', { name: 'Pseudonymes de sécurité' })
    await expect(list).toContainText('Agent 14, Samira Belkacem')
    await expect(list).toContainText('Menaces reçues en janvier')
    expect(await checked(page, shell)).toEqual([])
    await list.getByRole('button').press('Enter')
    await field(page, 'Pourquoi le nom est rendu').fill('Menaces éteintes')
    await press(page, 'Enter')
    await expect(page.getByText('Aucun pseudonyme.')).toBeVisible()
  })
})

test('the deed of the till, from nothing: what lacks is said, and it is kept whole', async ({
  page,
  office,
}) => {
  await section(page, 'Régie')
  await save(page).press('Enter')
  await expect(page.getByText('Choisissez le régisseur.')).toBeVisible()
  await expect(page.getByText('Ajoutez au moins un produit.')).toBeVisible()
  await field(page, 'Nom de la régie').fill('Régie de recettes de l’état civil')
  await field(page, 'Acte constitutif').fill('Arrêté n° 2026-04')
  await page.getByLabel('Date de l’acte').fill('05012026')
  await page.getByRole('combobox', { name: 'Régisseur' }).selectOption('agent1')
  await page.getByRole('checkbox', { name: 'Yann Le Goff' }).press('Space')
  await field(page, 'Nom du poste comptable').fill('Service de gestion comptable de Fontaine')
  await field(page, 'Voie').fill('2 rue du Trésor')
  await field(page, 'Code postal').fill('7759')
  await field(page, 'Commune').fill('Fontaine-le-Port')
  for (const means of ['Espèces', 'Chèque']) await page.getByRole('checkbox', { name: means }).press('Space')
  await field(page, 'Fonds de caisse (€)').fill('cinquante')
  await field(page, 'Plafond d’encaisse').fill('600')

  await test.step('a product: two tariffs of the same day are refused', async () => {
    await page.getByRole('button', { name: 'Ajouter un produit' }).press('Enter')
    const product = form(page, 'Ajouter un produit')
    await expect(field(page, 'Produit')).toBeFocused()
    await page.keyboard.type('Photocopie A4')
    await field(page, 'Article de l’acte').fill('Art. 3, 1°')
    await field(page, 'Texte qui le rend exigible').fill('CRPA, art. R311-11')
    const tariff = async (at: number, cents: string, from: string) => {
      const group = product.getByRole('group', { name: `Tarif ${at}`, exact: true })
      await group.getByLabel('Montant').fill(cents)
      await group.getByLabel('À partir du').fill(from)
      await group.getByLabel('Texte qui fixe').fill('Délibération du 15 décembre 2025')
    }
    await tariff(1, '0,18', '01012026')
    await product.getByRole('button', { name: 'Ajouter un tarif' }).press('Enter')
    await tariff(2, '0,2O', '01042026')
    await field(page, 'Produit').press('Enter')
    await expect(product).toContainText('Écrivez un montant en euros')
    await tariff(2, '0,20', '01042026')
    await field(page, 'Produit').press('Enter')
    await expect(product).toContainText('Deux tarifs valent le même jour')
    await product.getByRole('group', { name: 'Tarif 1', exact: true }).getByLabel('Jusqu’au').fill('31032026')
    expect(await broken(page)).toEqual([])
    await field(page, 'Produit').press('Enter')
    await expect(page.getByRole('list', { name: 'Produits et tarifs' })).toContainText(
      'du 1er janvier 2026 au 31 mars 2026',
    )
  })

  await test.step('what is wrong elsewhere is said under each field, and nothing was kept', async () => {
    await save(page).press('Enter')
    await expect(page.getByText('Un code postal a cinq chiffres.')).toBeVisible()
    await expect(page.getByText('Écrivez un montant en euros')).toBeVisible()
    await expect(page.getByText('Sans texte, rien n’est exigible')).toBeVisible()
    expect((await ask<{ deed: unknown }>(office, 'admin', 'till.view')).deed).toBeNull()
    await field(page, 'Code postal').fill('77590')
    await field(page, 'Fonds de caisse (€)').fill('50')
    await field(page, /^Texte\s: plafond/).fill('Acte constitutif, art. 8')
    await save(page).press('Enter')
    await expect(page.getByText('Enregistré.')).toBeVisible()
    const { deed: made } = await ask<{ deed: { float: number; products: { productId: string }[] } }>(
      office,
      'admin',
      'till.view',
    )
    expect(made.float).toBe(5000)
    expect(made.products.map(({ productId }) => productId)).toEqual(['photocopie-a4'])
  })
})

test(
  'months close in their order, and the books leave as a file',
  { tag: byNight },
  async ({ page, office, shell }) => {
    await act(office, 'admin', 'till.setDeed', deed())
    await section(page, 'Régie')
    await expect(page.getByText('Aucun mois ni aucune année à fermer.')).toBeVisible()
    const exported = form(page, 'Exporter le journal')
    await exported.getByRole('button').press('Enter')
    await expect(exported.getByText('Écrivez une date.').first()).toBeVisible()
    await exported.getByLabel('Du').fill('31032026')
    await exported.getByLabel('Au').fill('01032026')
    await exported.getByRole('button').press('Enter')
    await expect(exported.getByRole('alert')).not.toHaveText('')
    expect(await broken(page)).toEqual([])
    if (shell === 'electron') return
    await exported.getByLabel('Du').fill('01032026')
    await exported.getByLabel('Au').fill('31032026')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      exported.getByRole('button').press('Enter'),
    ])
    expect(saved.suggestedFilename()).toBe('regie-2026-03-01-2026-03-31.csv')
    expect(await readFile(await saved.path(), 'utf8')).toContain('Empreinte précédente')
  },
)
