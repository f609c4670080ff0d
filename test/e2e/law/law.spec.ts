import { schoolOffice } from '../../../electron/host/training/school.ts'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { ficheXml } from '../../fixtures/fiche.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { rulesFolder } from '../../../electron/host/law/compiling.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act, ask } from '../reception.ts'

test.use({ station: 'administration' })
test.setTimeout(180_000)

const lawyer = 'Maître Nadia Ferrand'

/** The command line beside the office, as its informatician uses it. */
async function answered(...args: readonly string[]): Promise<void> {
  const { err, code } = await guichet(args)
  expect(code, err).toBe(0)
}

type Piece = { readonly pieceId: string; readonly title: string; readonly status: string }
type Assessment = { readonly pieces: readonly Piece[]; readonly rule: { readonly version: string } }

/** What the counter's checklist is for the card, and under which version. */
async function checklist(office: Office): Promise<Assessment> {
  const { current } = await ask<{ current: { assessment: Assessment } }>(office, 'agent1', 'counter.view')
  return current.assessment
}

/** Someone is received at counter 1 for the card. */
async function receive(office: Office): Promise<void> {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await act(office, 'agent2', 'reception.take', { serviceId: 'titres' })
  await act(office, 'agent1', 'ticket.callNext')
  await act(office, 'agent1', 'ticket.start')
  await act(office, 'agent1', 'sheet.update', { procedureId: 'cni' })
}

/** The town's own version of the card, from the day before: a lost card needs no declaration. */
async function ownPackage(office: Office): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-regles-'))
  await mkdir(join(folder, 'rules/cni'), { recursive: true })
  const shipped = await readFile(join(rulesFolder, 'rules/cni/1.yaml'), 'utf8')
  await writeFile(
    join(folder, 'rules/cni/2.yaml'),
    shipped
      .replace(/version: '1'/, "version: '2'")
      .replace(/\n {4}du: .*/, '\n    du: 2026-03-02')
      .replace(/(cni \. déclaration de perte:[^]*?)'requise'/, "$1'dispensée'"),
  )
  const about = ['--nom', 'Règles de la ville', '--version', '1.0', '--emetteur', 'Service juridique']
  await answered('rules', 'pack', folder, '--data', office.dataDir, ...about, '--revue', '2027-12-31')
  await rm(folder, { recursive: true })
}

/** Goes to a section by keyboard, past the names of those after it. */
async function goTo(page: Page, section: string): Promise<void> {
  const tab = page.getByRole('button', { name: section, exact: true })
  await tab.focus()
  await press(page, 'Enter')
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await page.getByRole('link', { name: 'Aller au contenu' }).press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
}

test('a lawyer reads a rule with its article, and answers for the version by name', async ({
  page,
  office,
}) => {
  await goTo(page, 'Règles')
  const read = page.getByRole('button', { name: 'Lire Carte nationale d’identité, version 1' })
  await tabTo(read)
  expect(await broken(page)).toEqual([])
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: 'Carte nationale d’identité' })).toBeFocused()

  const source = page.getByRole('button', { name: 'Lire décret 55-1397, art. 2' }).first()
  await tabTo(source)
  await press(page, 'Enter')
  await expect(source).toHaveAttribute('aria-expanded', 'true')
  const article = page.getByRole('article', { name: 'décret 55-1397, art. 2' }).first()
  await expect(
    article.getByText('sans condition d’âge à tout Français').or(article.getByText("d'âge à tout Français")),
  ).toBeVisible()
  await expect(article.getByText('LEGIARTI000035977535', { exact: true })).toBeVisible()
  await expect(article.getByText('En vigueur depuis le 5 novembre 2017')).toBeVisible()

  // The ministry's instruction stands beside the text that says otherwise.
  const beside = page.getByRole('region', { name: 'Consignes, versions, validation' })
  await expect(beside.getByText('Une consigne contredit un texte').first()).toBeVisible()
  await expect(beside.getByText('CRPA R113-8')).toBeVisible()

  const rules = page.getByRole('region', { name: 'Règles de la version' })
  const verified = rules.getByText('Vérifiée', { exact: true })
  expect(await verified.count()).toBeGreaterThan(5)
  const only = page.getByRole('checkbox', { name: 'Ne montrer que ce qui est à confirmer' })
  await only.focus()
  await press(page, 'Space')
  await expect(verified).toHaveCount(0)
  expect(await rules.getByText('À confirmer', { exact: true }).count()).toBeGreaterThan(10)
  await press(page, 'Space')

  const { procedures } = await ask<{ procedures: readonly { procedureId: string; hash: string }[] }>(
    office,
    'admin',
    'law.procedures',
  )
  const hash = procedures.find(({ procedureId }) => procedureId === 'cni')?.hash ?? ''
  await expect(beside.getByText(hash)).toBeVisible()
  const name = beside.getByRole('textbox', { name: 'Votre nom' })
  await name.focus()
  await press(page, 'Enter')
  await expect(beside.getByText('Écrivez votre nom')).toBeVisible()
  await page.keyboard.type(lawyer)
  await press(page, 'Enter')
  await expect(beside.getByText(`Validée par ${lawyer}, le 3 mars 2026`)).toBeVisible()
  expect(await broken(page)).toEqual([])

  await page.getByRole('button', { name: 'Toutes les démarches' }).press('Enter')
  const line = page.getByRole('row', { name: /Lire Carte nationale d’identité, version 1/ })
  await expect(line).toContainText(lawyer)
})

test('two versions are compared side by side', { tag: byNight }, async ({ page }) => {
  await goTo(page, 'Règles')
  await page.getByRole('button', { name: 'Lire Titre de séjour, version 2' }).press('Enter')
  await page.getByRole('combobox', { name: 'Comparer avec' }).selectOption('1')
  const changes = page.getByRole('table', { name: /De la version 1 à la version 2/ })
  await expect(changes).toBeVisible()
  const kinds = await changes.getByRole('rowheader').allInnerTexts()
  expect(new Set(kinds.map((kind) => kind.split(/\s/)[0]))).toEqual(new Set(['Ajoutée', 'Modifiée']))
  expect(await broken(page)).toEqual([])
})

test('a package is tried before it is published; the counter then works by it, until it is withdrawn', async ({
  page,
  office,
}) => {
  await receive(office)
  expect((await checklist(office)).rule.version).toBe('1')
  await goTo(page, 'Paquets')
  await expect(page.getByText('Aucun paquet dans le dossier')).toBeVisible()
  await ownPackage(office)
  await writeFile(join(office.dataDir, 'regles', 'rien.regles.json'), '{"fiche": true}')
  await page.getByRole('button', { name: 'Relire le dossier' }).press('Enter')
  const card = page.getByRole('region', { name: 'Règles de la ville' })
  await expect(card).toContainText('Signé par une clé que l’office connaît')
  await expect(
    page.getByText('« rien.regles.json » : ce fichier n’est pas un paquet de règles.'),
  ).toBeVisible()

  const publish = card.getByRole('button', { name: 'Publier' })
  await expect(publish).toBeDisabled()
  await expect(card).toContainText('Essayez d’abord ce paquet')
  await tabTo(card.getByRole('button', { name: 'Essayer Règles de la ville' }))
  await press(page, 'Enter')
  await expect(card.getByRole('progressbar')).toBeVisible()
  const result = card.getByRole('heading', { name: /situations essayées\s: la liste de pièces change dans/ })
  await expect(result).toBeFocused({ timeout: 60_000 })
  const moved = card.getByRole('table', { name: /Pièces qui changent/ }).getByRole('row')
  await expect(moved.nth(1)).toContainText('Déclaration de perte')
  await expect(moved.nth(1)).toContainText('exigée')
  await expect(moved.nth(1)).toContainText('non exigible')
  await expect(card.getByRole('table', { name: /Phrases\s: Carte nationale d’identité/ })).toContainText(
    'Modifiée',
  )
  expect(await broken(page)).toEqual([])

  expect((await checklist(office)).rule.version).toBe('1')
  await tabTo(card.getByRole('textbox', { name: 'Votre nom' }))
  await page.keyboard.type(lawyer)
  await press(page, 'Enter')
  await expect(card).toContainText(`Publié le 3 mars 2026 par ${lawyer}`)
  expect((await checklist(office)).rule.version).toBe('2')

  await tabTo(card.getByRole('button', { name: 'Retirer Règles de la ville' }))
  await press(page, 'Enter')
  await expect(card.getByRole('button', { name: 'Oui, retirer ce paquet' })).toBeFocused()
  await press(page, 'Enter')
  await expect(card).toContainText('Attend d’être essayé et publié')
  expect((await checklist(office)).rule.version).toBe('1')
})

test(
  'a fiche becomes a draft, each part is validated by name, and its package is published',
  { tag: byNight },
  async ({ page, office }) => {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-fiche-'))
    await writeFile(join(folder, 'F99901.xml'), ficheXml)
    await answered(
      'fiche',
      'import',
      join(folder, 'F99901.xml'),
      '--out',
      join(office.dataDir, 'regles/brouillons'),
    )
    await rm(folder, { recursive: true })

    await goTo(page, 'Brouillons')
    await tabTo(page.getByRole('button', { name: /^Ouvrir/ }))
    await press(page, 'Enter')
    await expect(page.getByRole('heading', { name: 'Carte d’essai d’un usager' })).toBeFocused()
    await expect(page.getByText('une fiche n’est pas une source de droit')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Non lu : à écrire par une personne' })).toBeVisible()
    // The header, which no fiche gives, is read as the rule would say it.
    await expect(
      page.getByText('Le silence gardé par l’autorité compétente a un effet qui reste à préciser.'),
    ).toBeVisible()
    await expect(page.getByText(/avant de faire le paquet/)).toBeVisible()
    expect(await broken(page)).toEqual([])

    // Without a name nobody answers: the field is asked for, nothing is validated.
    await page
      .getByRole('button', { name: /^Valider\s:/ })
      .first()
      .press('Enter')
    const name = page.getByRole('textbox', { name: 'Votre nom' })
    await expect(name).toBeFocused()
    await expect(page.getByText('Écrivez d’abord votre nom')).toBeVisible()
    await page.keyboard.type(lawyer)

    await page
      .getByRole('button', { name: /^Valider\s:/ })
      .first()
      .press('Enter')
    await expect(page.getByText(`Validée par ${lawyer}, le 3 mars 2026`)).toHaveCount(1)
    const all = page.getByRole('button', { name: /^Valider les \d+ parties\s:|^Valider\s:/ })
    for (let left = await all.count(); left > 0; left = await all.count()) {
      const sections = page.getByRole('button', { name: /^Valider les \d+ parties\s:/ })
      const next = (await sections.count()) > 0 ? sections.first() : all.first()
      await next.press('Enter')
      await expect(all).not.toHaveCount(left)
    }
    await expect(page.getByText(/parties validées/)).toBeVisible()

    await page.getByLabel('En vigueur à partir du').fill('01032026')
    await page.getByLabel('À relire avant le').fill('01032027')
    await page.getByRole('textbox', { name: 'Émetteur' }).fill('Service juridique')
    await press(page, 'Enter')
    await expect(page.getByText('Le paquet est fait')).toBeVisible()
    await page.getByRole('button', { name: 'Aller aux paquets' }).press('Enter')

    const card = page.getByRole('region', { name: 'Carte d’essai d’un usager' })
    await card.getByRole('button', { name: /^Essayer/ }).press('Enter')
    await expect(card.getByText('Démarche nouvelle ici')).toBeVisible({ timeout: 60_000 })
    await card.getByRole('textbox', { name: 'Votre nom' }).fill(lawyer)
    await press(page, 'Enter')
    await expect(card).toContainText(`par ${lawyer}`)
    const { procedures } = await ask<{ procedures: readonly { procedureId: string; inForce: boolean }[] }>(
      office,
      'admin',
      'law.procedures',
    )
    expect(procedures).toContainEqual(expect.objectContaining({ procedureId: 'f99901', inForce: true }))
  },
)

test('an exchange that works here makes its piece one that is not asked', async ({ page, office }) => {
  await receive(office)
  const domicile = async () =>
    (await checklist(office)).pieces.find(({ pieceId }) => pieceId === 'justificatif-domicile')?.status
  expect(await domicile()).toBe('required')
  await goTo(page, 'Échanges et recours')
  const line = page.getByRole('listitem').filter({ hasText: 'Domicile vérifié auprès d’un fournisseur' })
  await expect(line).toContainText('Pas relié')
  await line.getByRole('checkbox').focus()
  await press(page, 'Space')
  await expect(line.getByText('Relié', { exact: true })).toBeVisible()

  await page.getByLabel('Premier tour').fill('11042027')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).press('Enter')
  await expect(page.getByText('11 avril 2027')).toBeVisible()
  await page
    .getByRole('button', { name: 'Modifier les adresses : Carte nationale d’identité' })
    .press('Enter')
  await expect(page.getByRole('textbox', { name: 'Autorité du recours' })).toBeFocused()
  await page.keyboard.type('Préfecture de Seine-et-Marne, 77010 Melun')
  await page.getByRole('textbox', { name: 'Pièce exigée' }).fill('Plan de la terrasse')
  await page.getByRole('textbox', { name: 'Objet de la délibération' }).fill('Règlement des terrasses')
  await page.getByRole('textbox', { name: 'Numéro', exact: true }).fill('2025-41')
  await page.getByRole('textbox', { name: 'Date de la délibération' }).fill('12062025')
  await page.getByRole('button', { name: 'Ajouter le règlement' }).press('Enter')
  await expect(page.getByText('délibération 2025-41 du 12 juin 2025')).toBeVisible()
  expect(await broken(page)).toEqual([])
  expect(await domicile()).toBe('required')
  await page.getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await expect(page.getByText('Enregistré.')).toBeVisible()
  await expect.poll(domicile).toBe('heldByAdministration')
  const { settings } = await ask<{ settings: { law: unknown } }>(office, 'admin', 'settings.view')
  expect(settings.law).toEqual({
    exchanges: ['justif-adresse'],
    ballots: ['2027-04-11'],
    // Added to those that the training office has.
    remedies: [
      ...schoolOffice.settings.law.remedies,
      { procedureId: 'cni', authority: 'Préfecture de Seine-et-Marne, 77010 Melun', court: null },
    ],
    regulations: [
      {
        title: 'Règlement des terrasses',
        number: '2025-41',
        date: '2025-06-12',
        procedureId: 'autre',
        piece: 'Plan de la terrasse',
      },
    ],
  })
})

test(
  'fiches, articles, procedures and pieces are found by keyboard alone, each with where it comes from',
  { tag: byNight },
  async ({ page }) => {
    await expect(page.getByRole('textbox', { name: 'Chercher un réglage' })).toBeVisible()
    await press(page, 'Shift+F1')
    const field = page.getByRole('combobox', { name: /^Chercher dans les fiches/ })
    await expect(field).toBeFocused()
    await expect(page.getByRole('status').filter({ hasText: 'sans internet' })).toBeVisible()
    await page.keyboard.type('R113-8')
    const chosen = page.getByRole('option', { selected: true })
    await expect(chosen).toContainText('Article')
    const text = page.getByRole('region', { name: 'Le texte' })
    await expect(text.getByRole('heading', { name: /R113-8/ })).toBeVisible()
    await expect(text).toContainText('Licence Ouverte 2.0')
    await expect(text).toContainText('Depuis le')
    expect(await broken(page)).toEqual([])

    await press(page, 'Enter')
    await expect(text).toBeFocused()
    await press(page, 'Escape')
    await expect(field).toBeFocused()
    await press(page, 'Escape')
    await expect(field).toHaveValue('')

    await page.keyboard.type('justificatif domicile')
    await expect(page.getByRole('option').first().locator('mark').first()).toBeVisible()
    const first = await chosen.innerText()
    await press(page, 'ArrowDown')
    await expect(chosen).not.toHaveText(first)
    // Each kind of thing, whole, with its date and its source.
    for (const [typed, title, says] of [
      [
        'déclaration de perte',
        /^Carte d’identité d’un majeur\s: en cas de perte/,
        'Fiche officielle de 2020',
      ],
      ['L114-5', /^Code des relations entre le public et l’administration, article L114-5$/, 'Base LEGI'],
      [
        'Pacs',
        /^Pacte civil de solidarité/,
        'Règles de l’office : Pacte civil de solidarité (Pacs), version 1',
      ],
      ['photo', /^Photo/, 'version 1, en vigueur depuis le'],
    ] as const) {
      await field.fill(typed)
      await expect(text.getByRole('heading', { name: title })).toBeVisible()
      await expect(text).toContainText(says)
    }
    await field.fill('zzzzqqqq')
    await expect(page.getByText('Rien ne correspond à « zzzzqqqq »')).toBeVisible()
  },
)
