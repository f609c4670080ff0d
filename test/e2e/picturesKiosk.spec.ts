import type { Page } from '@playwright/test'
import { accessWays } from '../../renderer/kiosk/access.ts'
import { declaredCounts } from '../../shared/documents/declared.ts'
import { levelOf } from '../../shared/messages/help/accessibility.fr.ts'
import { kiosk as words, kioskLanguages } from '../../shared/messages/public/kiosk.ts'
import { expect, test } from './fixture.ts'
import { choose } from './queue/kioskPeople.ts'
import { press } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { button, heading } from './pages.ts'
import { act } from './reception.ts'
import { openCounters, startTown, type Town } from './town.ts'

// The kiosk in each of its languages down to the ticket, as each person may have it read and reached, and the screens
// that few ask for.

const { look, wrong } = openEye()
const { fr } = words

test.describe.serial('the kiosk of a training office', () => {
  test.setTimeout(patience)
  let town: Town
  let kiosk: Page
  test.beforeAll(async () => {
    test.setTimeout(patience)
    town = await startTown({ school: true, at: '2026-03-03T10:42:00+01:00' })
    await act(town.host(), 'supervisor', 'day.open')
    await openCounters(town)
    const text = 'date;heure;service;nom;code\n03/03/2026;11:20;titres;Nguyen;K7M4'
    await act(town.host(), 'supervisor', 'appointment.import', { text, format: 'csv' })
    for (const serviceId of ['titres', 'titres', 'etat-civil', 'elections', 'titres'])
      await act(town.host(), 'kiosk', 'ticket.take', { serviceId })
    kiosk = await town.open('kiosk')
    await expect(heading(kiosk, fr.choose)).toBeVisible()
  })
  test.afterAll(() => town.stop())

  for (const language of kioskLanguages)
    test(`it is seen down to the ticket, in ${language}`, async () => {
      const said = words[language]
      await choose(kiosk, said.language)
      await expect(heading(kiosk, said.choose)).toBeVisible()
      await look(kiosk, `kiosk-${language}-start`)
      await press(kiosk, 'Digit1', 'Digit1')
      await expect(button(kiosk, said.take)).toBeVisible()
      await look(kiosk, `kiosk-${language}-bring`)
      await choose(kiosk, said.arrangement)
      await choose(kiosk, said.wheelchair)
      await look(kiosk, `kiosk-${language}-needs`)
      await choose(kiosk, said.goOn)
      await choose(kiosk, said.take)
      await expect(heading(kiosk, said.yourTicket)).toBeVisible()
      await look(kiosk, `kiosk-${language}-ticket`)
      // The next person finds it in French.
      await press(kiosk, 'Escape')
      await expect(heading(kiosk, fr.choose)).toBeVisible()
    })

  test('what few ask for', async () => {
    for (const [ways, title, name] of [
      [[fr.appointment], fr.appointmentHow, 'kiosk-appointment'],
      [[fr.haveTicket], fr.haveTicketAsk, 'kiosk-have-ticket'],
      [[fr.access], fr.accessAsk, 'kiosk-access'],
      [[fr.access, fr.declaration(levelOf(declaredCounts))], /^Accessibilité/, 'kiosk-declaration'],
    ] as const) {
      for (const way of ways) await choose(kiosk, new RegExp(`^${way.replaceAll('\u00a0', '\\s')}`))
      await expect(heading(kiosk, title)).toBeVisible()
      await look(kiosk, name)
      for (const _ of ways) await press(kiosk, 'Escape')
      await expect(heading(kiosk, fr.choose)).toBeVisible()
    }
  })

  for (const way of accessWays)
    test(`it is read and reached another way: ${way}`, async () => {
      await choose(kiosk, fr.access)
      await choose(kiosk, fr[way])
      await look(kiosk, `kiosk-access-${way}-chosen`)
      await choose(kiosk, fr.goOn)
      await expect(heading(kiosk, fr.choose)).toBeVisible()
      await look(kiosk, `kiosk-access-${way}`, { closely: true })
      await press(kiosk, 'Digit1', 'Digit1')
      await expect(button(kiosk, fr.take)).toBeVisible()
      await look(kiosk, `kiosk-access-${way}-bring`)
      await kiosk.reload()
      await expect(heading(kiosk, fr.choose)).toBeVisible()
    })

  test('nothing seen of it goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
