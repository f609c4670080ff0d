import { expect, test } from './fixture.ts'
import { choose } from './queue/kioskPeople.ts'
import { kiosk as kioskWords } from '../../shared/messages/public/kiosk.ts'
import { press } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { heading } from './pages.ts'
import { overlapping, pseudoLocale } from './pseudoLocale.ts'
import { act } from './reception.ts'
import { startTownHere, type TownHere } from './town.ts'

// What is looked at whenever anything changes: the page of each station once. The other states, sizes and languages
// are of the night.

const { look, wrong } = openEye({ draws: true })

test.describe.serial('a training office at work, one picture of each station', () => {
  test.setTimeout(patience)
  let town: TownHere
  test.beforeAll(async ({ chromiumHere, port }) => {
    town = await startTownHere(await chromiumHere(), { port, at: '2026-03-03T10:42:00+01:00' })
    const host = town.host()
    await act(host, 'supervisor', 'day.open')
    await act(host, 'agent1', 'counter.open', { counterId: '2' })
    await act(host, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  })
  test.afterAll(() => town.stop())

  test('what stands before the public is seen', async () => {
    const kiosk = await town.open('kiosk')
    await expect(heading(kiosk, 'Quelle est votre démarche')).toBeVisible()
    await look(kiosk, 'day-kiosk-start', { closely: true })
    await choose(kiosk, /^Titres/)
    await choose(kiosk, /^Carte nationale/)
    await expect(heading(kiosk, 'Avez-vous avec vous')).toBeVisible()
    await look(kiosk, 'day-kiosk-bring')
    // A wait said by the hour has a screen of its own.
    for (const input of [{ serviceId: 'etat-civil' }, { serviceId: 'titres', procedureId: 'passeport' }])
      await act(town.host(), 'kiosk', 'ticket.take', input)
    await expect(kiosk.getByRole('button', { name: kioskWords.fr.takeTicket })).toBeVisible()
    // No hour is free: nothing else is to be chosen.
    await expect(heading(kiosk, kioskWords.fr.whichWay)).toHaveCount(0)
    await look(kiosk, 'day-kiosk-long-wait')
    await press(kiosk, 'Escape', 'Escape')
    await choose(kiosk, kioskWords.ar.language)
    await expect(heading(kiosk, kioskWords.ar.choose)).toBeVisible()
    await look(kiosk, 'day-kiosk-arabic')
    // From the right and longer than any language of ours: by night on each public page (picturesLanguages.spec).
    await pseudoLocale(kiosk)
    await look(kiosk, 'day-kiosk-pseudo')
    expect(await overlapping(kiosk)).toEqual([])
    await kiosk.close()
    await act(town.host(), 'agent1', 'ticket.callNext')
    const display = await town.open('display')
    await expect(display.locator('section').getByText('Guichet 2')).toBeVisible()
    await look(display, 'day-display')
    await display.close()
  })

  test('what stands before the agents is seen', async () => {
    const counter = await town.open('counter')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    await press(counter, 'F5')
    await expect(counter.getByText('Accueil en cours')).toBeVisible()
    await expect(counter.getByRole('main')).toBeVisible()
    await look(counter, 'day-counter', { closely: true })
    await counter.close()
    for (const [station, title] of [
      ['reception', 'Accueil'],
      ['files', 'Dossiers à suivre'],
      ['till', 'La régie n’a pas encore'],
      ['supervision', 'Fermer la journée'],
      ['administration', 'À régler'],
    ] as const) {
      const page = await town.open(station)
      await expect(heading(page, title).first()).toBeVisible()
      await look(page, `day-${station}`)
      await page.close()
    }
  })

  test('nothing seen goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
