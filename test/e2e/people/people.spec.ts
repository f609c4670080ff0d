import type { Page } from '@playwright/test'
import { expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { everyWay, openEye } from '../look.ts'
import { button, heading, row } from '../pages.ts'
import { choosePassphrase, enter, fillWelcome, hand, passphrase } from '../realOffice.ts'
import { act } from '../reception.ts'
import { startTownHere, type TownHere } from '../town.ts'
import { type } from '../identity/wedge.ts'

// A real office from its welcome on: its first manager, an agent with a code of their own, a person received, the
// station locked in the middle, and the counter that changes hands. In the application: electron/people.spec.ts.

let town: TownHere
test.beforeAll(async ({ chromiumHere, port }) => {
  town = await startTownHere(await chromiumHere(), { port, school: false })
})
test.afterAll(async () => {
  await town.stop()
})
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const eye = openEye()
const pin = '480273'
const present = (page: Page) => page.getByRole('region', { name: 'Qui est à ce poste' })
/** A page of this person's own station. */
const stationOf = async (holder: string, station: string): Promise<Page> => {
  const { url, tokens } = town.host()
  const page = await town.context.newPage()
  await page.goto(`${url}/#station=${station}&token=${tokens[holder] ?? ''}`)
  return page
}

test('the welcome makes the office and its first manager, whose passphrase it judges in words', async () => {
  // By the address that the guide gives: the office is to be made, and what it needs is tried before its settings come.
  const page = await town.open('administration')
  await fillWelcome(page)
  await button(page, 'Ouvrir la mairie').press('Enter')
  const phrase = page.getByRole('textbox', { name: 'Votre phrase de passe', exact: true })
  await expect(phrase).toBeFocused()
  await expect(page.getByText('Une phrase d’au moins douze caractères')).toBeVisible()
  await choosePassphrase(page)
  await expect(page.getByText('Très solide.')).toBeVisible()
  if (everyWay) await eye.look(page, 'welcome-passphrase')
  await button(page, 'Ouvrir la mairie').press('Enter')
  await expect(present(page)).toContainText('Nadia Ferrand')
  await expect(button(page, 'Ouvrir la journée')).toBeFocused()
  if (everyWay) await eye.look(page, 'administration-first')

  // Another agent, and the code that a manager hands over once.
  await button(page, 'Agents').press('Enter')
  await button(page, 'Ajouter un agent').press('Enter')
  await page.getByRole('textbox', { name: 'Prénom', exact: true }).fill('Karim-Abdelhamid')
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('de La Rochefoucauld-Haddad')
  await page.getByRole('textbox', { name: 'Nom', exact: true }).press('Enter')
  await expect(button(page, 'Modifier Karim-Abdelhamid de La Rochefoucauld-Haddad')).toBeVisible()
  await button(page, 'Personnes et accès').press('Enter')
  await button(page, 'Inviter Karim-Abdelhamid de La Rochefoucauld-Haddad').press('Enter')
  const invitation = page.getByRole('region', {
    name: 'Invitation de Karim-Abdelhamid de La Rochefoucauld-Haddad',
  })
  await expect(invitation).toContainText(/\d{4}\s\d{4}/)
  expect(await broken(page)).toEqual([])
  await eye.look(page, 'people')
  const code = /(\d{4})\s(\d{4})/.exec(await invitation.innerText())
  await button(page, 'C’est noté').press('Enter')
  await expect(invitation).toHaveCount(0)
  // A reader types as no hand does; the badge that it reads is then this person's.
  await button(page, 'Donner un badge à Karim').press('Enter')
  await type(page, '24A2B3C4\r', 5)
  await expect(page.getByText(/^Badge depuis/)).toBeVisible()

  // The agent's own station: the code, then a secret that nobody else knows.
  const counter = await stationOf('karim-abdelhamid-de-la-rochefouc', 'counter')
  await expect(heading(counter, 'Qui êtes-vous')).toBeVisible()
  expect(await broken(counter)).toEqual([])
  await eye.look(counter, 'sign-in')
  await button(counter, /Karim-Abdelhamid de La Rochefoucauld-Haddad/).press('Enter')
  await counter.keyboard.type(`${code?.[1]} ${code?.[2]}`, hand)
  await press(counter, 'Tab')
  await counter.keyboard.type('123456', hand)
  await press(counter, 'Enter')
  await expect(counter.getByText('Des chiffres qui se suivent')).toBeVisible()
  await counter.getByRole('textbox', { name: /^Votre code/ }).fill(pin)
  await counter.getByRole('textbox', { name: 'Encore une fois, le même texte' }).fill(pin)
  await eye.look(counter, 'choose-secret')
  await press(counter, 'Enter')
  await expect(present(counter)).toContainText('Karim-Abdelhamid de La Rochefoucauld-Haddad')
  await counter.close()
  await page.close()
})

test('a person is received; the station locks over what is typed, opens with the code, and changes hands by one key', async () => {
  const supervision = await stationOf('supervisor', 'supervision')
  await expect(heading(supervision, 'Qui êtes-vous')).toBeVisible()
  await expect(
    button(supervision, /Karim-Abdelhamid de La Rochefoucauld-Haddad/),
    'who has not the right is not asked',
  ).toHaveCount(0)
  await press(supervision, 'Digit1')
  await enter(supervision, 'Phrase de passe', passphrase)
  await expect(present(supervision)).toContainText('Nadia Ferrand')
  // How whoever signed in reads the page is theirs to choose.
  await expect(button(supervision, 'Lecture')).toBeVisible()
  await button(supervision, /Ouvrir la journée/)
    .first()
    .press('Enter')
  // Somebody takes a ticket below: the day is open by then, however long the page takes to ask for it.
  await expect(button(supervision, 'Fermer la journée')).toBeVisible()

  const counter = await stationOf('karim-abdelhamid-de-la-rochefouc', 'counter')
  // Their session is the station's: another window of it finds them there.
  await expect(present(counter)).toContainText('Karim-Abdelhamid de La Rochefoucauld-Haddad')
  const { number } = await act<{ number: string }>(town.host(), 'kiosk', 'ticket.take', {
    serviceId: 'titres',
  })
  const shown = new RegExp(`^${number.slice(0, 1)}\\s${number.slice(1)}$`)
  await button(counter, /Guichet 1/).press('Enter')
  await expect(
    button(counter, new RegExp(`Appeler ${number.slice(0, 1)}\\s${number.slice(1)}`)).first(),
  ).toBeVisible()
  await press(counter, 'F2')
  await expect(heading(counter, 'Appelé à')).toBeVisible()
  await press(counter, 'F5')
  await expect(heading(counter, shown)).toBeFocused()

  // Left, and taken again by the badge with the code beside it.
  await button(counter, 'Sortir').press('Enter')
  await expect(heading(counter, 'Qui êtes-vous')).toBeVisible()
  // Too slow to be known for a reader, it chooses nobody by its first figure, and is no failed try of theirs. Its keys are
  // stamped so, and sent together: a busy machine would make them slower.
  await type(counter, '24A2B3C4\r', 70, { busy: true })
  await expect(counter.getByText('trop lentement ou d’un code trop court')).toBeVisible()
  await expect(heading(counter, 'Qui êtes-vous')).toBeVisible()
  if (everyWay) await eye.look(counter, 'badge-unsure')
  // A slow reader, and a code that begins by the figure of somebody else.
  await type(counter, '24A2B3C4\r', 40)
  await expect(counter.getByText('Badge reconnu')).toBeVisible()
  await enter(counter, 'Code', pin)
  await expect(heading(counter, shown), 'the person is still being received').toBeVisible()

  await press(counter, 'Shift+F12')
  await expect(heading(counter, 'Poste verrouillé')).toBeVisible()
  await expect(heading(counter, shown), 'nothing of the page shows').toBeHidden()
  expect(await broken(counter)).toEqual([])
  await eye.look(counter, 'locked')
  // « Changer de personne » hears a badge too.
  await press(counter, 'Escape')
  await expect(heading(counter, 'Qui êtes-vous')).toBeVisible()
  await type(counter, '24A2B3C4\r', 5)
  await expect(counter.getByText('Badge reconnu')).toBeVisible()
  await press(counter, 'Escape')
  await expect(heading(counter, 'Qui êtes-vous')).toBeVisible()
  await press(counter, 'Escape')
  await expect(heading(counter, 'Poste verrouillé')).toBeVisible()
  await enter(counter, 'Code', '111222')
  await expect(counter.getByRole('alert').filter({ hasText: 'ne vont pas ensemble' })).toBeVisible()
  await enter(counter, 'Code', pin)
  await expect(heading(counter, shown)).toBeVisible()
  await expect(heading(counter, 'Poste verrouillé')).toBeHidden()
  if (everyWay) await eye.look(counter, 'counter-present')

  // One's own code is changed without anybody else.
  await press(counter, 'F12')
  await expect(heading(counter, 'Qui prend la suite')).toBeVisible()
  await button(counter, 'Changer mon code').press('Enter')
  await counter.getByRole('textbox', { name: 'Code ou phrase actuels' }).fill(pin)
  await counter.getByRole('textbox', { name: /^Votre code/ }).fill('905174')
  await counter.getByRole('textbox', { name: 'Encore une fois, le même texte' }).fill('905174')
  expect(await broken(counter)).toEqual([])
  await press(counter, 'Enter')
  await expect(heading(counter, shown)).toBeVisible()

  await press(counter, 'F12')
  await expect(heading(counter, 'Qui prend la suite')).toBeVisible()
  await press(counter, 'Escape')
  await expect(heading(counter, shown)).toBeVisible()
  // A supervisor is closing the counter of the agent who was there; a colleague goes on at it meanwhile.
  await button(supervision, 'Fermer Guichet 1').press('Enter')
  await expect(row(supervision, 'Guichets', 'Fermer Guichet 1')).toContainText('Agent parti')
  await press(counter, 'F12')
  await button(counter, /Nadia Ferrand/).press('Enter')
  await enter(counter, 'Phrase de passe', passphrase)
  await expect(present(counter)).toContainText('Nadia Ferrand')
  await expect(counter.getByText('Nadia Ferrand'), 'her name stands once').toHaveCount(1)
  await supervision.bringToFront()
  await expect(supervision.getByText(/y est reçu/)).toBeVisible()
  await button(supervision, 'Agent parti').press('Enter')
  await expect(supervision.getByText('Un autre agent tient maintenant ce guichet')).toBeVisible()
  await counter.bringToFront()
  await expect(heading(counter, shown), 'the person is still being received').toBeVisible()
  await press(counter, 'F8')
  await expect(heading(counter, shown)).toBeHidden()
  expect(eye.wrong()).toEqual([])
})
