import type { Page } from '@playwright/test'
import { expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { hidden } from '../look.ts'
import { act } from '../reception.ts'

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
  await field('Siège le plus loin').fill('10')
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

test('what turns under the calls is stopped, leafed through and set going again by whoever stands at the display, and stands still where it was set so', async ({
  office,
  page,
  open,
}) => {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await act(office, 'agent1', 'ticket.callNext')
  const display = await open('display')
  const line = display.locator('footer p').first()
  await expect(display.getByRole('region', { name: 'Attente par service' })).toContainText(
    'Titres d’identité',
  )
  // Nothing of the page is to be pressed.
  await expect(display.locator('a, button, input, [tabindex]')).toHaveCount(0)
  const drawnAt = async () =>
    Date.parse((await display.locator('footer time').getAttribute('datetime')) ?? '')
  /** What the line says, but for its figures. */
  const said = async () => (await line.innerText()).replaceAll(/\d+/g, '')

  await press(display, 'Space')
  const [stopped, since] = [await said(), await drawnAt()]
  expect(await hidden(display)).toEqual([])
  expect(await broken(display)).toEqual([])
  // A leaf stays ten seconds of the host's clock, which no page can put forward.
  await expect.poll(drawnAt, { timeout: 20_000 }).toBeGreaterThan(since + 10_000)
  expect(await said()).toBe(stopped)
  await press(display, 'ArrowRight')
  await expect.poll(said).not.toBe(stopped)
  const next = await said()
  await press(display, 'Space')
  await expect.poll(said, { timeout: 20_000 }).not.toBe(next)

  await page
    .getByRole('navigation', { name: 'Réglages' })
    .getByRole('button', { name: 'Postes et réseau', exact: true })
    .press('Enter')
  await page.getByRole('button', { name: /^Régler Affichages de cet ordinateur/ }).press('Enter')
  const form = page.getByRole('form', { name: /^Affichages de cet ordinateur/ })
  await form.getByRole('checkbox', { name: 'Bandeau immobile sous les appels' }).press('Space')
  await form.getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await expect(form).toBeHidden()
  await display.reload()
  await expect(line).toContainText('Priorités')
  const still = await drawnAt()
  await expect.poll(drawnAt, { timeout: 20_000 }).toBeGreaterThan(still + 10_000)
  await expect(line).toContainText('Priorités')
})
