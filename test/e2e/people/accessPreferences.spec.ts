import type { Page } from '@playwright/test'
import { expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { journalOf } from '../journal.ts'
import { broken } from '../../fixtures/axe.ts'
import { hidden } from '../look.ts'
import { act, heldByFirstAgent, openOffice } from '../reception.ts'

// How an agent reads their pages: theirs, at whatever station they are.

const root = (page: Page) => page.locator('html')
const box = (page: Page, name: string) => page.getByRole('checkbox', { name })

test('an agent chooses size, contrast, room and keys, at once and at each of their stations; nobody else is told', async ({
  office,
  page,
  open,
}) => {
  await openOffice(office, 0)
  await heldByFirstAgent(page)
  const opener = page.getByRole('button', { name: 'Lecture' })
  const letters = () => opener.evaluate((it) => getComputedStyle(it).fontSize)
  const before = Number.parseFloat(await letters())
  await tabTo(opener, 40)
  await press(page, 'Enter')
  await page.getByRole('button', { name: 'Encore plus grandes' }).press('Enter')
  await expect(root(page)).toHaveAttribute('data-size', 'larger')
  expect(Number.parseFloat(await letters())).toBeGreaterThan(before)
  for (const name of ['Contraste fort', 'Listes aérées', 'Les lettres et les chiffres'])
    await box(page, name).press('Space')
  await expect(root(page)).toHaveAttribute('data-contrast', 'high')
  await expect(root(page)).toHaveAttribute('data-density', 'airy')
  await expect(root(page)).toHaveAttribute('data-keys', 'function')
  // A tone is made of an oscillator that begins: counted, since this machine has no loudspeaker.
  await page.evaluate(() => {
    const real = Reflect.get(BaseAudioContext.prototype, 'createOscillator') as () => OscillatorNode
    Object.assign(window, { tones: 0 })
    BaseAudioContext.prototype.createOscillator = function createOscillator() {
      ;(window as unknown as { tones: number }).tones++
      return real.call(this)
    }
  })
  const tones = () => page.evaluate(() => (window as unknown as { readonly tones: number }).tones)
  await page.getByRole('button', { name: 'Discret' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Discret' })).toHaveAttribute('aria-pressed', 'true')
  // As it will be heard.
  await expect.poll(tones).toBe(1)
  expect(await broken(page)).toEqual([])
  await press(page, 'Escape')
  await expect(opener).toBeFocused()
  expect(await hidden(page)).toEqual([])
  // A letter does nothing any more; a function key does all.
  await press(page, 'KeyP')
  await expect(page.getByRole('heading', { name: 'Personne n’attend' })).toBeVisible()
  // Somebody comes while the counter is free: it is heard.
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await expect(page.getByRole('heading', { name: 'Usager suivant' })).toBeVisible()
  await expect.poll(tones).toBe(2)
  await press(page, 'F2')
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
  expect(await broken(page)).toEqual([])
  expect(await hidden(page)).toEqual([])

  const supervision = await open('supervision')
  await expect(supervision.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(root(supervision)).not.toHaveAttribute('data-contrast')
  await page.reload()
  await expect(root(page)).toHaveAttribute('data-size', 'larger')
  const kinds = (await journalOf(office.dataDir)).map(({ type }) => type)
  expect(kinds.filter((type) => /prefer/i.test(type))).toEqual([])
})
