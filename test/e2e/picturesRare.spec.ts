import { join } from 'node:path'
import { addCalendarDays } from '../../shared/domain/law/time/days.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { coinsOf, deed } from '../fixtures/till.ts'
import { root } from '../runtime/places.ts'
import { expect, test } from './fixture.ts'
import { press } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { button, heading } from './pages.ts'
import { act, receiveNext, tick } from './reception.ts'
import { startTown, type Town } from './town.ts'

// What a page shows on few days of the year: several papers at the end of a visit, several titles under one name, the
// counters that a day needs, the till's months and its year, archives to eliminate.

const { look, wrong } = openEye()

const cni = { serviceId: 'titres', procedureId: 'cni' }
const person = {
  familyName: 'de La Rochefoucauld-Montmorency de Saint-Aulaire',
  firstName: 'Marie-Antoinette Éléonore',
}
const label = 'Autorisation d’occupation temporaire du domaine public communal pour une terrasse couverte'

/** A Tuesday's morning, from its opening to its end: some come, each is received. */
async function tuesday(town: Town, date: string): Promise<void> {
  await town.later(`${date}T08:31:00+01:00`)
  const host = town.host()
  await act(host, 'supervisor', 'day.open')
  await act(host, 'agent1', 'counter.open', { counterId: '2' })
  for (let person = 0; person < 6; person++) {
    await act(host, 'kiosk', 'ticket.take', cni)
    await act(host, 'agent1', 'ticket.callNext')
    await act(host, 'agent1', 'ticket.start')
    await act(host, 'agent1', 'visit.close', { outcome: 'information' })
  }
}

/** What one day of the till holds, from its opening to its end. @param float what is in it, in cents */
async function tillDay(town: Town, float: number): Promise<void> {
  const host = town.host()
  await act(host, 'agent1', 'till.open', { coins: coinsOf(float) })
  const lines = [{ productId: 'copie', quantity: 1 }]
  await act(host, 'agent1', 'till.collect', { lines, due: 18, means: 'cash' })
  await act(host, 'agent1', 'till.close', { coins: coinsOf(float + 18) })
}

test.describe.serial('what few days show', () => {
  test.setTimeout(patience)
  let town: Town
  const first = '2026-01-06' as LocalDate
  test.beforeAll(async () => {
    test.setTimeout(patience)
    town = await startTown({ school: true, at: `${first}T08:30:00+01:00` })
    await act(town.host(), 'admin', 'till.setDeed', deed())
    for (let week = 0; week < 5; week++) {
      await tuesday(town, addCalendarDays(first, 7 * week))
      if (week === 0 || week === 4) await tillDay(town, week === 0 ? 5000 : 5018)
      await act(town.host(), 'supervisor', 'day.close')
    }
  })
  test.afterAll(() => town.stop())

  test('the counter: the papers of several requests, several titles under one name', async () => {
    await town.later('2026-02-10T10:42:00+01:00')
    const host = town.host()
    await act(host, 'supervisor', 'day.open')
    await act(host, 'agent1', 'counter.open', { counterId: '2' })
    await act(host, 'kiosk', 'ticket.take', { ...cni, requests: 3 })
    await act(host, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'passeport' })
    for (let title = 0; title < 4; title++)
      await act(host, 'agent1', 'file.titleArrived', {
        request: {
          procedureId: title % 2 === 0 ? 'passeport' : 'cni',
          serviceId: 'titres',
          person: { ...person, birthDate: `199${title}-06-11` },
        },
        arrivedOn: '2026-02-02',
        number: `25AK4071${title}`,
        slot: String(title + 1),
      })
    const page = await town.open('counter')
    await receiveNext(page, 'A 1')
    for (const next of [2, 3, null]) {
      await tick(page, 'Ancienne carte', 'KeyE')
      await press(page, 'F9', 'Enter')
      await expect(
        page.getByText(next === null ? 'A 1 : dossier' : `Demande ${next} sur 3`).first(),
      ).toBeVisible()
    }
    await expect(page.getByText('RD-2026-3')).toBeVisible()
    await look(page, 'counter-strip-several', { closely: true })
    await receiveNext(page, 'A 2')
    await press(page, 'F10')
    await expect(page.getByRole('textbox', { name: 'Nom ou numéro' })).toBeFocused()
    await page.keyboard.type('de la roch')
    await press(page, 'Enter')
    await expect(page.getByRole('list', { name: 'Titres trouvés' }).getByRole('listitem')).toHaveCount(4)
    await look(page, 'counter-titles-several', { closely: true })
    await press(page, 'Digit2')
    await expect(page.getByRole('region', { name: 'Titre à remettre' })).toBeVisible()
    await look(page, 'counter-title', { closely: true })
    await page.close()
  })

  test('the counters that a day needs, on the screen and on its sheet', async () => {
    const page = await town.open('supervision')
    await button(page, 'Prévision').press('Enter')
    await button(page, 'Dans une semaine').press('Enter')
    await expect(button(page, 'Imprimer')).toBeEnabled()
    await look(page, 'supervision-forecast', { closely: true })
    await page.emulateMedia({ media: 'print' })
    await page.screenshot({
      path: join(root, 'out', 'pictures', 'supervision-forecast-sheet.png'),
      fullPage: true,
    })
    await page.close()
  })

  test('the till: months and a year to close, then closed', async () => {
    await town.later('2027-01-04T10:42:00+01:00')
    const page = await town.open('administration')
    await button(page, 'Régie').press('Enter')
    await expect(button(page, /janvier 2026/)).toBeVisible()
    await button(page, /janvier 2026/).scrollIntoViewIfNeeded()
    await look(page, 'tillClosings-due')
    for (const period of ['2026-01', '2026-02', '2026'])
      await act(town.host(), 'admin', 'till.closePeriod', { period })
    const table = page.getByRole('table', { name: /clôtures/i })
    await expect(table.getByRole('row')).toHaveCount(6)
    await table.scrollIntoViewIfNeeded()
    await look(page, 'tillClosings', { closely: true })
    await page.close()
  })

  test('the archives: a slip of elimination, on the screen and on its sheet', async () => {
    for (let file = 0; file < 12; file++) {
      const { fileId } = await act<{ fileId: string }>(town.host(), 'agent1', 'file.open', {
        ...(file % 2 === 0 ? { procedureId: 'copie-acte' } : { procedureId: null, label }),
        serviceId: 'etat-civil',
        channel: 'post',
        receivedOn: '2027-01-04',
        pieces: [],
      })
      await act(town.host(), 'agent1', 'file.decide', { fileId, decision: 'granted', on: '2027-01-04' })
      await act(town.host(), 'agent1', 'file.close', { fileId, reason: 'done' })
    }
    await town.later('2038-03-03T10:42:00+01:00')
    const page = await town.open('administration')
    await button(page, 'Archives').press('Enter')
    await button(page, 'Établir un bordereau d’élimination').press('Enter')
    await expect(heading(page, 'Bordereau d’élimination n° 1')).toBeInViewport()
    await look(page, 'archives-slip', { closely: true })
    await page.emulateMedia({ media: 'print' })
    await page.screenshot({ path: join(root, 'out', 'pictures', 'archives-slip-sheet.png'), fullPage: true })
    await page.close()
  })

  test('nothing seen goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
