import type { Page } from '@playwright/test'
import { openCutProxy, type CutProxy } from '../../fixtures/cutProxy.ts'
import { addressOf, type Office } from '../../fixtures/office.ts'
import { expect, test as base } from '../fixture.ts'
import { journalOf } from '../journal.ts'
import { press, tabTo } from '../keyboard.ts'
import { openEye } from '../look.ts'
import { act } from '../reception.ts'

// A kiosk that no longer hears its host: it goes on with provisional numbers, which join the line at the return.

const test = base.extend<{ readonly network: CutProxy; readonly kiosk: Page }>({
  network: async ({ office }, use) => {
    const proxy = await openCutProxy(Number(new URL(office.url).port))
    await use(proxy)
    await proxy.close()
  },
  kiosk: async ({ office, network, windows }, use) => {
    await act(office, 'supervisor', 'day.open')
    await act(office, 'agent1', 'counter.open', { counterId: '1' })
    const page = await windows.context.newPage()
    await page.goto(addressOf({ ...office, url: network.url }, 'kiosk'))
    await expect(page.getByRole('heading', { name: 'Quelle est votre démarche' })).toBeFocused()
    await expect.poll(() => recorded(office, 'seriesLent')).toHaveLength(1)
    // A font first asked for in the cut would never come.
    await page.evaluate(async () => {
      await Promise.all([...document.fonts].map((font) => font.load()))
    })
    await use(page)
  },
})

const recorded = async (office: Office, type: string) =>
  (await journalOf(office.dataDir)).filter((event) => event.type === type)
const numbers = async (office: Office, type: string) =>
  (await recorded(office, type)).map(({ data }) => data['number'])

const take = (office: Office) =>
  act<{ number: string }>(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
const callNext = async (office: Office) => {
  const { ticket } = await act<{ ticket: { number: string } }>(office, 'agent1', 'ticket.callNext')
  await act(office, 'agent1', 'ticket.start')
  await act(office, 'agent1', 'visit.close', { outcome: 'information' })
  return ticket.number
}

test('cut off, it gives numbers of its own, in the person’s language; at the return they are in line at their hour, and called as printed', async ({
  office,
  network,
  kiosk,
}) => {
  // By night every picture is taken.
  test.setTimeout(300_000)
  const { look, wrong } = openEye()
  await take(office)
  network.hold('in', 'out')
  await expect(kiosk.getByText('Elle donne un numéro provisoire')).toBeVisible()
  await look(kiosk, 'kiosk-cut')
  await press(kiosk, 'Digit1', 'Digit1')
  await expect(kiosk.getByText('il garde votre heure d’arrivée')).toBeVisible()
  await look(kiosk, 'kiosk-cut-offer')
  await tabTo(kiosk.getByRole('button', { name: 'Prendre un numéro provisoire' }))
  await press(kiosk, 'Enter')
  await expect(kiosk.getByRole('status').filter({ hasText: 'P 1' })).toBeVisible()
  await expect(kiosk.getByText('Il n’est pas imprimé')).toBeVisible()
  await look(kiosk, 'kiosk-provisional')
  await press(kiosk, 'Escape')

  await kiosk.getByRole('button', { name: 'العربية' }).press('Enter')
  await expect(kiosk.locator('html')).toHaveAttribute('dir', 'rtl')
  await press(kiosk, 'Digit2', 'Digit1')
  await look(kiosk, 'kiosk-cut-offer-ar')
  await tabTo(kiosk.getByRole('button', { name: 'أخذ رقم مؤقت' }))
  await press(kiosk, 'Enter')
  await expect(kiosk.getByRole('status').filter({ hasText: 'P 2' })).toBeVisible()
  await look(kiosk, 'kiosk-provisional-ar')
  await press(kiosk, 'Escape')

  // Others go on at the office: who comes now is behind.
  const { number } = await act<{ number: string }>(office, 'agent2', 'reception.take', {
    serviceId: 'titres',
  })
  expect(number).toBe('A2')
  expect(await recorded(office, 'ticketJoined')).toEqual([])
  network.cut()
  network.flow()
  await expect.poll(() => numbers(office, 'ticketJoined')).toEqual(['P1', 'P2'])
  await expect(kiosk.getByText('Elle donne un numéro provisoire')).toBeHidden()
  const called = [
    await callNext(office),
    await callNext(office),
    await callNext(office),
    await callNext(office),
  ]
  expect(called).toEqual(['A1', 'P1', 'P2', 'A2'])

  // Another cut, another return: what has joined does not join again, and the series goes on.
  network.hold('in', 'out')
  await expect(kiosk.getByText('Elle donne un numéro provisoire')).toBeVisible()
  await press(kiosk, 'Digit1', 'Digit1')
  await tabTo(kiosk.getByRole('button', { name: 'Prendre un numéro provisoire' }))
  await press(kiosk, 'Enter')
  await expect(kiosk.getByRole('status').filter({ hasText: 'P 3' })).toBeVisible()
  network.cut()
  network.flow()
  await expect.poll(() => numbers(office, 'ticketJoined')).toEqual(['P1', 'P2', 'P3'])
  expect(wrong()).toEqual([])
})

test('whoever waited for an answer when the cut came may leave with a provisional number: the other one is given back', async ({
  office,
  network,
  kiosk,
}) => {
  await press(kiosk, 'Digit1', 'Digit1')
  const button = kiosk.getByRole('button', { name: /^Prendre (mon|le) ticket/ })
  await expect(button).toBeVisible()
  network.hold('out')
  await tabTo(button)
  await press(kiosk, 'Enter')
  await expect.poll(() => numbers(office, 'ticketTaken')).toEqual(['A1'])
  const instead = kiosk.getByRole('button', { name: 'Prendre un numéro provisoire' })
  await expect(instead).toBeVisible()
  await tabTo(instead)
  await press(kiosk, 'Enter')
  await expect(kiosk.getByRole('status').filter({ hasText: 'P 1' })).toBeVisible()
  network.cut()
  network.flow()
  await expect.poll(() => numbers(office, 'ticketJoined')).toEqual(['P1'])
  await expect.poll(() => recorded(office, 'ticketLeft')).toHaveLength(1)
  await expect(kiosk.getByRole('status').filter({ hasText: 'P 1' })).toBeVisible()
  expect(await callNext(office)).toBe('P1')
})
