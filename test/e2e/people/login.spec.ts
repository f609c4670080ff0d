import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PairingNow } from '../../../shared/contract/network/calls.ts'
import { startProvider } from '../../fixtures/oidcProvider.ts'
import { expect, test } from '../fixture.ts'
import { broken } from '../../fixtures/axe.ts'
import { openEye } from '../look.ts'
import { button, heading } from '../pages.ts'
import { act } from '../reception.ts'

test.use({ station: 'administration' })

const eye = openEye()
const siret = '21750001600019'
const nadia = {
  sub: 'a1b2c3-nadia',
  given_name: 'Nadia',
  usual_name: 'Ferhat',
  email: 'nadia.ferhat@ville.example',
  siret,
}

test('a manager sets ProConnect, tries it and links an account; its person enters the supervision of a browser by it', async ({
  office,
  page,
  windows,
}) => {
  test.setTimeout(120_000)
  await act(office, 'admin', 'network.set', {
    on: '127.0.0.1',
    port: 0,
    names: [],
    certificate: null,
    discoverable: false,
  })
  const { links } = await act<PairingNow>(office, 'admin', 'pairing.openLink', {
    role: 'supervisor',
    place: { name: 'Bureau du fond', counterId: null },
    days: 30,
  })
  const link = new URL(links[0]!)
  // Another name of this machine is another site: what comes back from there comes without the station's strict cookie.
  const provider = await startProvider(link.origin, 'le-secret-remis', 'proconnect', 'localhost')
  writeFileSync(join(office.dataDir, 'connexion-autorite.pem'), provider.authority)
  provider.signsIn(nadia)
  await act(office, 'admin', 'secret.first', { agentId: 'agent1', secret: 'un cerisier sous la neige' })
  await act(office, 'admin', 'agent.setRights', { agentId: 'agent3', rights: ['agent', 'supervisor'] })
  const browser = windows.context.browser()!
  const far = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'fr-FR' })
  const supervision = await far.newPage()

  await test.step('the form says what is wrong, then what the provider answers', async () => {
    await button(page, 'Personnes et accès').press('Enter')
    await expect(heading(page, 'ProConnect, ou l’annuaire de la mairie')).toBeVisible()
    const form = page.getByRole('form', { name: 'ProConnect, ou l’annuaire de la mairie' })
    const field = (name: string | RegExp) => form.getByRole('textbox', { name })
    await expect(field('Adresse de cet hôte')).toHaveValue(link.origin)
    await form.getByRole('button', { name: 'Essayer' }).press('Enter')
    await expect(form.getByText('Un SIRET a quatorze chiffres.')).toBeVisible()
    await field('Adresse de l’émetteur').fill(provider.issuer)
    await field(/Identifiant de l’office/).fill('guichet')
    await form.getByLabel('Secret').fill('le-secret-remis')
    await field('SIRET de l’office').fill('217 500 016 00019')
    await form.getByRole('button', { name: 'Essayer' }).press('Enter')
    await expect(form.getByText('Cette adresse est celle d’un réseau privé')).toBeVisible()
    await form.getByText('Le service est sur un réseau privé').click()
    await form.getByRole('button', { name: 'Essayer' }).press('Enter')
    await expect(form.getByText('Le service répond comme il faut.')).toBeVisible()
    await field('SIRET de l’office').press('Enter')
    await expect(form.getByText('Enregistré.')).toBeVisible()
    await expect(form.getByText(`${link.origin}/connexion/retour`)).toBeVisible()
    await expect(form.getByLabel('Secret')).toHaveValue('')
  })

  const enter = button(supervision, 'S’identifier avec ProConnect')
  await test.step('whoever is not linked reads a code and enters nowhere', async () => {
    await supervision.goto(link.href)
    await supervision.getByRole('button').press('Enter')
    await expect(heading(supervision, 'Qui êtes-vous')).toBeVisible()
    await eye.look(supervision, 'sign-in-provider')
    await enter.press('Enter')
    await expect(heading(supervision, 'Votre compte n’est encore celui de personne ici')).toBeVisible()
    expect(await broken(supervision)).toEqual([])
  })

  await test.step('a manager links the account by that code', async () => {
    const code = /(\d{6})/.exec(await supervision.getByRole('main').innerText())![1]!
    const knocks = page.getByRole('region', { name: 'Comptes à relier' })
    await expect(knocks.getByText(`Code ${code}`)).toBeVisible({ timeout: 15_000 })
    await expect(knocks.getByText('Nadia Ferhat')).toBeVisible()
    await eye.look(page, 'login-settings')
    await knocks.getByRole('combobox', { name: 'C’est' }).selectOption('agent3')
    await knocks.getByRole('button', { name: 'Relier' }).press('Enter')
    await expect(page.getByRole('button', { name: /^Détacher le compte de/ })).toBeVisible()
  })

  await test.step('the person is then at the supervision, and leaves it as anyone does', async () => {
    await supervision.goto(`${link.origin}/#station=supervision`)
    await enter.press('Enter')
    const present = supervision.getByRole('region', { name: 'Qui est à ce poste' })
    await expect(present).toBeVisible()
    expect(new URL(supervision.url()).origin).toBe(link.origin)
    expect(provider.endings()).toBe(2)
    await present.getByRole('button', { name: 'Sortir' }).press('Enter')
    await expect(enter).toBeVisible()
  })

  await test.step('the provider away, the page says so and leads nowhere else', async () => {
    await provider.close()
    await enter.press('Enter')
    await expect(heading(supervision, 'Vous n’êtes pas connecté')).toBeVisible()
    await expect(supervision.getByText('Vos codes et phrases de passe marchent toujours')).toBeVisible()
  })
  await far.close()
  expect(eye.wrong()).toEqual([])
})
