import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { documentsOf, field, form, paper, shown, wrongs } from './documentPages.ts'
import { held } from '../files/filePages.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { heading } from '../pages.ts'
import { act } from '../reception.ts'

test.use({ station: 'files' })

/** A request that this office decides, with a person to write to. */
const openFile = (office: Office) =>
  act<{ fileId: string }>(office, 'agent1', 'file.open', {
    procedureId: null,
    label: 'Occupation d’un trottoir',
    serviceId: 'affaires-generales',
    channel: 'post',
    receivedOn: '2026-03-02',
    person: { familyName: 'Roux', firstName: 'Adèle', contact: '3 rue Haute, 77590 Fontaine-le-Port' },
    pieces: [],
  })
const facts = 'La largeur restante pour les piétons serait de 80 cm.'
const law = 'CGPPP, art. L2122-1 : nul ne peut occuper le domaine public sans titre'

/** The same window, held by another agent. */
const become = async (page: Page, office: Office, shell: string, agent: 'agent1' | 'agent2') => {
  if (shell === 'electron')
    await page.evaluate((agentId) => sessionStorage.setItem('guichet:agent', agentId), agent)
  else await page.goto(`${office.url}/#station=files&token=${office.tokens[agent] ?? ''}`)
  await page.reload()
  await expect(heading(page, 'Dossiers à suivre')).toBeVisible()
}

const openFileAt = async (page: Page) => {
  await page
    .getByRole('button', { name: /DO-2026-1/ })
    .first()
    .click()
  await expect(page.getByRole('article', { name: 'DO-2026-1' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('Émettre')
  await press(page, 'Enter')
}
const openIssue = async (page: Page) => {
  await openFileAt(page)
  await expect(form(page, 'Émettre un document')).toBeVisible()
}
const chooseKind = (page: Page, kind: string) =>
  form(page, 'Émettre un document').getByRole('radio', { name: kind }).press('Space')

test(
  'a refusal that lacks something is not issued, and says what lacks',
  { tag: byNight },
  async ({ page, office }) => {
    await openFile(office)
    await held(page)
    await openIssue(page)
    await chooseKind(page, 'Refus motivé')
    await press(page, 'Control+Enter')
    await expect(form(page, 'Refus écrit').getByRole('alert')).toContainText('les faits de ce dossier')
    expect(await wrongs(page)).toEqual([])
    expect(await documentsOf(office)).toEqual([])
  },
)

test('a refusal is drafted by one agent and signed by another who has the delegation', async ({
  page,
  office,
  shell,
}) => {
  test.setTimeout(120_000)
  await act(office, 'admin', 'paper.set', {
    delegations: [
      {
        agentId: 'agent2',
        procedures: null,
        from: '2026-01-01',
        until: null,
        act: 'arrêté n° 2026-12',
        capacity: 'deputy',
      },
    ],
  })
  await openFile(office)

  await test.step('who may not sign leaves a draft', async () => {
    await become(page, office, shell, 'agent1')
    await openIssue(page)
    await chooseKind(page, 'Refus motivé')
    await expect(form(page, 'Refus écrit')).toContainText('pas délégation de signature')
    await field(page, 'Faits').fill(facts)
    await field(page, 'Textes appliqués').fill(law)
    await expect(paper(page)).toContainText(facts)
    await expect(paper(page)).toContainText('PROJET')
    await press(page, 'Control+Enter')
    await expect(page.getByText('Brouillon envoyé à la signature')).toBeVisible()
    expect(await documentsOf(office)).toEqual([])
  })

  await test.step('who may finds it, says before whom it is contested, and signs', async () => {
    await become(page, office, shell, 'agent2')
    await openFileAt(page)
    const issue = form(page, 'Refus écrit')
    await expect(field(page, 'Faits')).toHaveValue(facts)
    await expect(field(page, 'Textes appliqués')).toHaveValue(law)
    // What lacks is said before the act, and by the act.
    await expect(issue.getByRole('list', { name: 'Ce qui manque' })).toContainText('CRPA')
    await press(page, 'Control+Enter')
    await expect(issue.getByRole('alert')).toContainText('Il manque')
    await field(page, 'Tribunal compétent').fill(
      'Tribunal administratif de Melun, 43 rue du Général-de-Gaulle, 77008 Melun',
    )
    await expect(issue.getByRole('list', { name: 'Ce qui manque' })).toHaveCount(0)
    await expect(paper(page)).toContainText('Dans les 2 mois qui suivent')
    // A text sets the delay of the administrative courts: there is nothing to choose.
    const unset = issue.getByRole('checkbox', { name: 'Aucun texte ne fixe de délai pour contester' })
    await expect(unset).toHaveCount(0)
    const administrative = await field(page, 'Tribunal compétent').inputValue()
    await field(page, 'Tribunal compétent').fill('Tribunal judiciaire de Melun, 77010 Melun')
    await unset.press('Space')
    await expect(paper(page)).toContainText('Aucun texte ne fixe de délai pour ce recours.')
    await expect(paper(page)).not.toContainText('qui suivent')
    await field(page, 'Tribunal compétent').fill(administrative)
    await expect(unset).toHaveCount(0)
    await expect(paper(page)).toContainText('Dans les 2 mois qui suivent')
    expect(await wrongs(page)).toEqual([])
    await press(page, 'Control+Enter')
    await expect(shown(page).getByRole('heading', { name: /Décision de refus RF-2026-1/ })).toBeFocused()
    await expect(paper(page)).toContainText('arrêté n° 2026-12')
    await expect(paper(page)).toContainText('ROUX Adèle')
  })
  expect((await documentsOf(office)).map(({ number }) => number)).toEqual(['RF-2026-1'])
})
