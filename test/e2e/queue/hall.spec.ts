import type { Output } from '../../../shared/contract/index.ts'
import { hallTexts } from '../../../shared/messages/public/hall.ts'
import { kiosk as words, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { administration, openNetwork, pairStation } from '../../fixtures/lanHost.ts'
import { expect, test } from '../fixture.ts'
import { choose } from './kioskPeople.ts'
import { broken } from '../../fixtures/axe.ts'
import { beyond, everyWay, hidden } from '../look.ts'
import { act, ask } from '../reception.ts'

// A ticket on the telephone of who is in the hall: shown by the kiosk and the display, taken on the office's own page.

test('whoever is in the hall takes one ticket on their telephone, in their language, and follows it there', async ({
  office,
  windows,
  shell,
}) => {
  test.setTimeout(240_000)
  const admin = await administration(office)
  await openNetwork(admin)
  await pairStation(admin)
  admin.connection.close()
  await act(office, 'supervisor', 'day.open')
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  expect((await fetch(`${office.url}/salle`)).status).toBe(404)
  await act(office, 'admin', 'rules.set', { rules: { hallTickets: true } })

  const kiosk = await windows.open('kiosk')
  await choose(kiosk, words.fr.phone)
  await expect(kiosk.getByText(words.fr.phoneHelp)).toBeVisible()
  await expect(kiosk.locator('img[src^="data:image/svg+xml"]')).toBeVisible()
  expect(await broken(kiosk)).toEqual([])
  const display = await windows.open('display')
  await expect(display.locator('footer img[src^="data:image/svg+xml"]')).toBeVisible()
  expect(await broken(display)).toEqual([])

  const { hall } = await ask<Output<'kiosk.view'>>(office, 'kiosk', 'kiosk.view')
  expect(hall).toContain('/salle?c=')
  if (shell === 'electron') return
  // The same page at this machine's own door: its certificate is not the test's matter.
  const path = new URL(hall!).pathname + new URL(hall!).search
  const phone = await windows.context.newPage()
  await phone.setViewportSize({ width: 360, height: 640 })
  // By day from right to left, and in the longest words: what each says is held by test/unit/queue/hall.test.ts.
  for (const language of everyWay ? kioskLanguages : (['ar', 'uk'] as const)) {
    await phone.goto(`${office.url}${path}&lang=${language}`)
    await expect(phone.getByRole('heading', { level: 1 })).toContainText(hallTexts[language].title)
    expect(await broken(phone)).toEqual([])
    expect(await hidden(phone)).toEqual([])
    expect(await beyond(phone)).toEqual([])
  }
  await phone.goto(`${office.url}${path}&lang=fr`)
  // By keys alone.
  await phone.getByRole('link', { name: 'English' }).press('Enter')
  await expect(phone.getByRole('heading', { level: 1 })).toContainText(hallTexts.en.title)
  await phone.getByRole('button', { name: /^Identity documents/ }).press('Enter')
  await expect(phone.getByText('A 1', { exact: true })).toBeVisible()
  expect(new URL(phone.url()).pathname).toBe('/suivi')
  expect(await broken(phone)).toEqual([])
  // The page gave its ticket: the way back leads to it, and gives no other.
  await phone.goBack()
  await expect(phone.getByText('A 1', { exact: true })).toBeVisible()
  const { waiting } = await ask<Output<'display.view'>>(office, 'display', 'display.view')
  expect(waiting).toBe(1)

  const stale = await fetch(`${office.url}/salle?c=AAAAAAAAAAAAAAAA`)
  expect([stale.status, await stale.text()]).toEqual([403, expect.stringContaining(hallTexts.fr.stale)])
})
