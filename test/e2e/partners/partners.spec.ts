import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { Output } from '../../../shared/contract/index.ts'
import { done, newFolder, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { addressOf } from '../../fixtures/office.ts'
import { button } from '../pages.ts'
import { act, heldByFirstAgent } from '../reception.ts'

// A person is sent from one office to another that agreed, and the town looks at both: two real hosts.

let there: RunningHost
test.beforeAll(async () => {
  there = await startHost(await newFolder(), { at: '2026-03-03T10:42:00+01:00' })
  await done(there, 'supervisor', 'commands/day.open')
})
test.afterAll(async () => {
  await there.stop()
  await removeFolder(there.dir)
})

test('a place is asked at the counter by keyboard alone, is on the paper, and the supervision shows both offices', async ({
  office,
  page,
  open,
}) => {
  await done(there, 'admin', 'commands/partners.setPlaces', { perDay: 1, services: ['titres'] })
  const input = { label: 'Fontaine', scopes: ['places', 'statistics'], until: null }
  const { token } = await done<{ token: string }>(there, 'admin', 'commands/apiToken.create', input)
  const annexe = { id: 'annexe', name: 'Mairie annexe', url: there.url, token, places: true, figures: true }
  writeFileSync(join(office.dataDir, 'offices.json'), JSON.stringify({ offices: [annexe] }), {
    mode: 0o600,
  })

  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await expect(page.getByRole('heading', { name: 'Usager suivant' })).toBeVisible()
  await press(page, 'F2')
  await expect(page.getByText('Appel en cours')).toBeVisible()
  await press(page, 'F5')
  await expect(page.getByText('Accueil en cours')).toBeVisible()
  await press(page, 'F9')
  await expect(page.getByRole('radio', { name: /Réorienté/ })).toBeVisible()
  await press(page, 'Digit3', 'Enter')
  const ask = button(page, 'Demander à Mairie annexe')
  await expect(ask).toBeVisible()
  // In the order in which it is read: the office that answers, just before what its answer fills.
  await expect(page.getByRole('textbox', { name: 'Vers quel service' })).toBeFocused()
  await press(page, 'Shift+Tab')
  await expect(ask).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByRole('status').filter({ hasText: 'heure d’arrivée gardée' })).toContainText('Code ')
  // Its answer is read whole, above the act that stays in sight.
  const bottom = async (one: Locator) => {
    const box = await one.boundingBox()
    return box!.y + box!.height
  }
  const answer = page.getByRole('status').filter({ hasText: 'heure d’arrivée gardée' })
  const end = (await button(page, 'Terminer la demande').boundingBox())!
  expect(await bottom(answer)).toBeLessThanOrEqual(end.y)
  // What the other office is called, and where it is, came with its answer.
  await expect(page.getByRole('textbox', { name: 'Son adresse' })).toHaveValue(/Fontaine-le-Port/)
  expect(await broken(page)).toEqual([])
  await tabTo(button(page, 'Terminer la demande'))
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: 'Personne n’attend' })).toBeVisible()
  const { today } = await done<Output<'partners.places'>>(there, 'admin', 'queries/partners.places')
  expect(today).toBe(1)

  const supervision = await open('supervision')
  await supervision.getByRole('button', { name: 'Ville' }).click()
  const row = supervision.getByRole('row', { name: /^Mairie annexe/ })
  await expect(row).toBeVisible()
  await expect(supervision.getByText('Tous les offices ont répondu.')).toBeVisible()
  expect(await broken(supervision)).toEqual([])
})

test(
  'an office that receives by appointment answers by one: the paper tells it, and both offices’ pages',
  { tag: byNight },
  async ({ office, page, windows }) => {
    const setting = { targetMinutes: 15, maximumMinutes: null, weight: 1, cap: null }
    await done(there, 'supervisor', 'commands/rules.set', {
      services: [{ serviceId: 'titres', rule: setting, access: ['appointment'], slotMinutes: 30 }],
    })
    await done(there, 'admin', 'commands/partners.setPlaces', { perDay: 9, services: ['titres'] })
    const input = { label: 'Fontaine', scopes: ['places'], until: null }
    const { token } = await done<{ token: string }>(there, 'admin', 'commands/apiToken.create', input)
    const annexe = {
      id: 'annexe',
      name: 'Mairie annexe',
      url: there.url,
      token,
      places: true,
      figures: false,
    }
    writeFileSync(join(office.dataDir, 'offices.json'), JSON.stringify({ offices: [annexe] }), {
      mode: 0o600,
    })
    await act(office, 'supervisor', 'day.open')
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
    await act(office, 'agent1', 'counter.open', { counterId: '1' })
    await act(office, 'agent1', 'ticket.callNext')
    await act(office, 'agent1', 'ticket.start')
    await heldByFirstAgent(page)
    await expect(page.getByText('Accueil en cours')).toBeVisible()
    await press(page, 'F9')
    await expect(page.getByRole('radio', { name: /Réorienté/ })).toBeVisible()
    await press(page, 'Digit3', 'Enter')
    await expect(button(page, 'Demander à Mairie annexe')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Vers quel service' })).toBeFocused()
    await press(page, 'Shift+Tab', 'Enter')
    const answer = page.getByRole('status').filter({ hasText: 'rendez-vous le 3 mars 2026 à 11 h 00' })
    await expect(answer).toContainText('Code ')
    const code = /Code (\S+?)\.$/.exec((await answer.innerText()).trim())![1]!
    await tabTo(button(page, 'Terminer la demande'))
    await press(page, 'Enter')
    await expect(page.getByRole('heading', { name: 'Personne n’attend' })).toBeVisible()
    await press(page, 'KeyD', 'Digit1')
    const paper = page.frameLocator('iframe')
    await expect(
      paper.getByText('Ce service vous donne un rendez-vous le 3 mars 2026 à 11 h 00.'),
    ).toBeVisible()
    await expect(paper.getByText(`Code à dire ou à taper en arrivant : ${code}.`)).toBeVisible()

    const other = { ...there, dataDir: there.dir, stop: async () => {} }
    const reception = await windows.context.newPage()
    await reception.goto(addressOf(other, 'reception'))
    await expect(reception.getByRole('heading', { name: 'Accueil', exact: true })).toBeVisible()
    await press(reception, 'Digit3')
    await expect(reception.getByRole('textbox', { name: /code/i })).toBeFocused()
    await reception.keyboard.type(code)
    await press(reception, 'Enter', 'Enter')
    await expect(reception.getByRole('status').filter({ hasText: '11 h 00' }).first()).toBeVisible()
    expect(await broken(reception)).toEqual([])
  },
)
