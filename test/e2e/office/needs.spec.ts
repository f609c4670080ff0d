import type { Locator, Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { broken } from '../../fixtures/axe.ts'
import { expect } from '../fixture.ts'
import { test } from '../jump.ts'
import { button, heading, row } from '../pages.ts'
import { act, ask } from '../reception.ts'

test.use({ station: 'supervision', hostFalls: true })

const minute = 60_000
const morning = '2026-03-03T10:42:00+01:00'

/** A line of what the office needs now, by what it is about. */
const line = (page: Page, name: string): Locator => page.getByRole('listitem', { name, exact: true })
/** One of the acts of the page, pressed. */
const press = (page: Page, name: RegExp) => button(page, name).click()

const titles = 'Titres d’identité'
const take = (office: Office, serviceId: string) => act(office, 'kiosk', 'ticket.take', { serviceId })

/** What happens before the supervisor looks: a counter pauses, another calls somebody who is not there, one never opened. */
async function busy(office: Office): Promise<void> {
  type Rules = { services: { serviceId: string; rule: object }[] }
  const { services } = await ask<Rules>(office, 'admin', 'rules.view')
  const { rule } = services.find(({ serviceId }) => serviceId === 'titres')!
  const booking = { serviceId: 'titres', access: ['walkIn', 'appointment'], slotMinutes: 30, rule }
  await act(office, 'admin', 'rules.set', { services: [booking] })
  await act(office, 'agent1', 'appointment.book', {
    serviceId: 'titres',
    startsAt: Date.parse('2026-03-03T11:00:00+01:00'),
    name: 'Awa Diallo',
  })
  for (const service of ['titres', 'titres', 'titres', 'elections', 'affaires-generales'])
    await take(office, service)
  for (const counterId of ['1', '2']) await act(office, `agent${counterId}`, 'counter.open', { counterId })
  await act(office, 'agent1', 'ticket.callNext')
  await act(office, 'agent1', 'ticket.start')
  const promisedAt = Date.parse(morning) + 10 * minute
  await act(office, 'agent1', 'ticket.park', { reason: 'Photographie', promisedAt })
  await act(office, 'agent1', 'ticket.callNext')
  await act(office, 'agent2', 'counter.skills', { services: ['titres'] })
  await act(office, 'agent2', 'counter.pause', { reason: 'Courrier', until: promisedAt })
}

test('a supervisor alone, on the one page, answers each line of what a busy day needs', async ({
  office,
  page,
  jumpTo,
}) => {
  test.setTimeout(120_000)
  await press(page, /^Ouvrir la journée/)
  await expect(heading(page, 'Services · personne n’attend')).toBeVisible()
  await busy(office)
  await jumpTo('2026-03-03T11:20:00+01:00')

  await test.step('whoever must come back, and a pause that lasts, are said with what they need', async () => {
    await expect(line(page, 'A 1 doit revenir')).toBeVisible({ timeout: 20_000 })
    await expect(line(page, 'Guichet 2')).toContainText('hors guichet plus longtemps que prévu')
    await expect(line(page, 'Élections')).toContainText('Aucun guichet')
    await expect(line(page, titles)).toContainText('1 rendez-vous en retard')
    expect(await broken(page)).toEqual([])
  })

  await test.step('the pause ends, and its counter receives one service more', async () => {
    await press(page, /^Rouvrir le guichet\s: Guichet 2$/)
    await expect(line(page, 'Guichet 2')).toBeHidden()
    await press(page, /^Confier au guichet 2\s: Élections$/)
    await expect(line(page, 'Élections')).not.toContainText('Aucun guichet')
  })

  await test.step('a counter is opened for a service that nobody receives', async () => {
    await press(page, /^Ouvrir un guichet\s: Affaires générales$/)
    await press(page, /^Ouvrir$/)
    await expect(row(page, 'Guichets', 'Guichet 3')).toContainText('Libre')
    await expect(line(page, 'Affaires générales')).not.toContainText('Aucun guichet')
  })

  await test.step('whoever came back waits again; the appointment of whoever did not come is cancelled', async () => {
    await line(page, 'A 1 doit revenir').getByRole('button', { name: 'De retour' }).click()
    await expect(line(page, 'A 1 doit revenir')).toBeHidden()
    await line(page, titles).getByRole('button', { name: 'Voir les rendez-vous' }).click()
    await press(page, /^Annuler le rendez-vous de 11\sh/)
    await press(page, /^Oui, rendre le créneau$/)
    await expect(line(page, titles)).not.toContainText('en retard')
  })

  await test.step('a counter that calls in vain is closed, and whom it called waits again', async () => {
    await expect(line(page, titles)).toContainText('Guichet 1 appelle A 2 depuis')
    await press(page, new RegExp(`^Fermer le guichet 1\\s: ${titles}$`))
    await press(page, /^Agent parti$/)
    await expect(row(page, 'Guichets', 'Guichet 1')).toContainText('Fermé')
    await expect(row(page, /Qui attend/, 'A 2')).toBeVisible()
  })

  for (let people = 0; people < 14; people++) await take(office, 'titres')
  await jumpTo('2026-03-03T16:48:00+01:00')

  await test.step('not everyone can be received: no more tickets, with words that the kiosk says', async () => {
    await expect(line(page, titles)).toContainText(/risquent de ne pas être reçues/, { timeout: 20_000 })
    await line(page, titles)
      .getByRole('button', { name: /^Fermer aux nouveaux tickets/ })
      .click()
    await press(page, /^Ce service reçoit jusqu’à la fermeture/)
    await expect(line(page, titles)).toContainText('Fermé aux nouveaux tickets depuis')
    await expect(take(office, 'titres')).rejects.toThrow('Ce service reçoit jusqu’à la fermeture')
  })

  await jumpTo('2026-03-04T08:40:00+01:00')

  await test.step('the day left open is settled and closed, and the new one opened', async () => {
    await expect(heading(page, /^La journée du .* n’est pas fermée$/)).toBeVisible({ timeout: 20_000 })
    await press(page, /^Régler une par une$/)
    await expect(heading(page, 'La journée ne peut pas encore être fermée')).toBeVisible()
    await row(page, 'À régler, une par une', 'A 2')
      .getByRole('button', { name: /Attestation/ })
      .click()
    await expect(page.getByText('A 2 : certificat NR-2026-1.')).toBeVisible()
    await press(page, /^Régler \d+\spersonnes$/)
    await press(page, /^Oui, régler/)
    await expect(heading(page, 'Tout le monde est reçu ou tracé')).toBeVisible()
    await press(page, /^Fermer la journée$/)
    await press(page, /^C’est lu$/)
    await press(page, /^Ouvrir la journée/)
    await expect(line(page, titles)).toContainText('Aucun guichet ouvert')
    expect(await broken(page)).toEqual([])
  })

  // No other hand decided anything of it.
  const { decisions } = await ask<{ decisions: readonly { what: string }[] }>(
    office,
    'supervisor',
    'supervision.view',
  )
  expect(decisions.map(({ what }) => what).filter((what) => what !== 'backup')).toEqual([])
})
