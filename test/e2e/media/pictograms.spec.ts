import type { Page } from '@playwright/test'
import { kiosk as kioskWords } from '../../../shared/messages/public/kiosk.ts'
import { expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act } from '../reception.ts'

// What an office made for itself is drawn at the kiosk by the picture that the office chose.

test.use({ station: 'administration' })
test.setTimeout(180_000)

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const service = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Services' })
    .getByRole('listitem')
    .filter({ has: button(page, `Modifier ${name}`) })
/** What is drawn beside an answer of the kiosk, as the set of pictures calls it. */
const drawn = (kiosk: Page, name: string) =>
  kiosk
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .locator('svg')
    .first()
const shape = (page: Page, name: string) =>
  drawn(page, name).evaluate((svg) => svg.getAttribute('class') ?? '')

test('a picture is chosen by keys for a service, the kiosk shows it, and two alike are told of without being refused', async ({
  page,
  office,
  open,
}) => {
  for (const [serviceId, letter, name] of [
    ['objets-trouves', 'K', 'Objets trouvés'],
    ['voirie', 'L', 'Voirie'],
  ] as const)
    await act(office, 'admin', 'service.set', { serviceId, letter, name: { fr: name }, procedures: [] })
  await act(office, 'supervisor', 'day.open')
  await page
    .getByRole('navigation', { name: 'Réglages' })
    .getByRole('button', { name: 'Services et guichets', exact: true })
    .press('Enter')

  // Both have the folder until something is chosen.
  await expect(service(page, 'Objets trouvés')).toContainText('Voirie a déjà ce pictogramme')
  await button(page, 'Modifier Objets trouvés').press('Enter')
  const change = button(page, 'Modifier : Pictogramme à la borne')
  await tabTo(change, 60)
  await press(page, 'Enter')
  await expect(change).toHaveAttribute('aria-expanded', 'true')
  await press(page, 'Tab')
  await expect(page.getByRole('radio', { name: 'Par défaut' })).toBeFocused()
  const umbrella = page.getByRole('radio', { name: 'Parapluie' })
  // Round by the end: the arrows go from one to the next, and choose.
  for (let keys = 0; keys < 6 && !(await umbrella.isChecked()); keys++) await press(page, 'ArrowUp')
  await expect(umbrella).toBeFocused()
  expect(await broken(page)).toEqual([])
  await expect(page.getByText('Voirie a déjà ce pictogramme')).toBeHidden()
  await press(page, 'Enter')
  await expect(button(page, 'Modifier Objets trouvés')).toBeVisible()
  await expect(service(page, 'Voirie')).not.toContainText('a déjà ce pictogramme')

  const kiosk = await open('kiosk')
  // More services than the first screen has room for: these are under « Autre ».
  await kiosk.getByRole('button', { name: kioskWords.fr.otherChoice }).press('Enter')
  await expect(drawn(kiosk, 'Objets trouvés')).toBeVisible()
  expect(await shape(kiosk, 'Objets trouvés')).toContain('lucide-umbrella')
  expect(await shape(kiosk, 'Voirie')).toContain('lucide-folder-open')

  // As it is chosen on another page, the kiosk follows; the same one twice is told, and is the office's own choice.
  await act(office, 'admin', 'service.set', {
    serviceId: 'voirie',
    letter: 'L',
    name: { fr: 'Voirie' },
    procedures: [],
    pictogram: 'umbrella',
  })
  await expect(service(page, 'Voirie')).toContainText('Objets trouvés a déjà ce pictogramme')
  await expect(drawn(kiosk, 'Voirie')).toHaveClass(/lucide-umbrella/)
})
