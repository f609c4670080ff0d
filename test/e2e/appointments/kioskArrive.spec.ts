import { kiosk as texts } from '../../../shared/messages/public/kiosk.ts'
import { broken } from '../../fixtures/axe.ts'
import { expect, test } from '../fixture.ts'
import { choose } from '../queue/kioskPeople.ts'
import { press } from '../keyboard.ts'
import { heading } from '../pages.ts'
import { act } from '../reception.ts'

test.use({ station: 'kiosk' })

const words = texts.fr

const long =
  'María de los Ángeles Inmaculada Concepción de la Santísima Trinidad Fernández de Córdoba y Álvarez de las Asturias'

test('two appointments of one name, whose calendar gives no code, are told apart by the hour that is typed; the longest name is typed whole', async ({
  office,
  page,
}) => {
  await act(office, 'supervisor', 'day.open')
  const rows = ['11:00;titres;Jean Petit', '11:30;titres;Jean Petit', `11:00;titres;${long}`]
  const text = ['date;heure;service;nom', ...rows.map((row) => `03/03/2026;${row}`)].join('\n')
  await act(office, 'supervisor', 'appointment.import', { text, format: 'csv' })
  await choose(page, 'J’ai rendez-vous')
  await choose(page, words.byName)
  await expect(heading(page, words.nameAsk)).toBeVisible()
  await page.keyboard.type('petit')
  await press(page, 'Enter')
  await expect(heading(page, words.hourAsk)).toBeVisible()
  await expect(page.getByText(words.hourAskHelp)).toBeVisible()
  expect(await broken(page)).toEqual([])
  // Nobody's hour is shown, and one that is nobody's is asked again.
  await page.keyboard.type('1100')
  await expect(page.getByRole('textbox')).toHaveValue('11:00')
  for (const typed of ['Backspace', 'Backspace']) await press(page, typed)
  await page.keyboard.type('45')
  await press(page, 'Enter')
  await expect(page.getByText(words.appointmentUnknown)).toBeVisible()
  await page.keyboard.type('1130')
  await press(page, 'Enter')
  await expect(page.getByText(/^Votre rendez-vous.*11.h.30/)).toBeVisible()

  await test.step('the screen shows the end of the longest name as it is typed', async () => {
    await page.reload()
    await page.setViewportSize({ width: 1024, height: 768 })
    await choose(page, 'J’ai rendez-vous')
    await choose(page, words.byName)
    await page.getByRole('textbox').fill(long.slice(0, -12))
    await page.keyboard.type(long.slice(-12, -1))
    await page.getByRole('button', { name: 'S', exact: true }).click()
    const field = page.getByRole('textbox')
    await expect(field).toHaveValue(long.toUpperCase())
    const hidden = () =>
      field.evaluate(({ scrollWidth, clientWidth, scrollLeft }) => scrollWidth - clientWidth - scrollLeft)
    await expect.poll(hidden).toBeLessThan(2)
    for (const key of [field, page.getByRole('button', { name: words.goOn })]) {
      await expect(key).toBeInViewport({ ratio: 1 })
    }
    await page.getByRole('button', { name: words.goOn }).click()
    await expect(page.getByText(/^Votre rendez-vous.*11.h/)).toBeVisible()
  })
})
