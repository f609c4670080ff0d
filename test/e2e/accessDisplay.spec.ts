import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { broken, hidden } from './look.ts'
import { act } from './reception.ts'

test.use({ station: 'administration' })

/** The height of a capital of the called number, in millimetres of a screen of this short side. */
const capitalOn = (display: Page, shortSide: number) =>
  display.evaluate((millimetres) => {
    const number = document.querySelector('section[aria-live] > span')
    const room = document.querySelector('main')?.parentElement?.getBoundingClientRect()
    const pen = document.createElement('canvas').getContext('2d')
    if (!number || !room || !pen) return null
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(number)
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
    const unit = Math.min(room.height / 1080, room.width / 1920)
    return (pen.measureText('H').actualBoundingBoxAscent / unit / 1080) * millimetres
  }, shortSide)

test('a display is drawn for its diagonal and its farthest seat, pulses and sounds as it was set, and the settings say when it is too small', async ({
  office,
  page,
  open,
}) => {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  for (let taken = 0; taken < 4; taken++)
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await page
    .getByRole('navigation', { name: 'Réglages' })
    .getByRole('button', { name: 'Postes et réseau', exact: true })
    .press('Enter')
  await page.getByRole('button', { name: /^Régler Affichages de cet ordinateur/ }).press('Enter')
  const form = page.getByRole('form', { name: /^Affichages de cet ordinateur/ })
  const field = (name: string) => form.getByRole('textbox', { name })
  await expect(field('Diagonale de l’écran')).toBeFocused()
  await field('Diagonale de l’écran').fill('24')
  await field('Distance du siège').fill('10')
  await expect(form.getByText('Cet écran est trop petit pour cette distance')).toBeVisible()
  await field('Diagonale de l’écran').fill('34')
  await expect(form.getByText('il prend toute la place')).toBeVisible()
  await form.getByText('Une fois', { exact: true }).click()
  await field('Volume').fill('50')
  expect(await broken(page)).toEqual([])
  await field('Volume').press('Enter')
  await expect(form).toBeHidden()

  const display = await open('display')
  await expect(display.getByText('Prenez un ticket')).toBeVisible()
  await display.evaluate(() => {
    const real = Reflect.get(BaseAudioContext.prototype, 'createGain') as () => GainNode
    const made: GainNode[] = []
    BaseAudioContext.prototype.createGain = function createGain() {
      const gain = real.call(this)
      made.push(gain)
      return gain
    }
    Object.assign(window, { loudest: () => made.map(({ gain }) => gain.value) })
  })
  await act(office, 'agent1', 'ticket.callNext')
  const newest = display.locator('section[aria-live]')
  await expect(newest).toContainText('A 1')
  expect(await newest.evaluate((band) => getComputedStyle(band).animationIterationCount)).toBe('1')
  // 34 inches, 16 by 9: 423 mm high. 0.7° at ten metres are 122 mm (EN 301 549, 5.1.4).
  expect(await capitalOn(display, 423.4)).toBeGreaterThanOrEqual(122)
  expect(await hidden(display)).toEqual([])
  expect(await broken(display)).toEqual([])
  await expect
    .poll(() => display.evaluate(() => (window as unknown as { readonly loudest: () => number[] }).loudest()))
    .toContain(0.5)

  // The band rests, once and for all, for whoever asked that nothing moves.
  await display.emulateMedia({ reducedMotion: 'reduce' })
  expect(await newest.evaluate((band) => getComputedStyle(band).animationDuration)).toBe('0.001s')
})
