import type { Locator, Page } from '@playwright/test'
import { kiosk as words, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { beyond, everyWay, hidden } from '../look.ts'
import { act } from '../reception.ts'
import type { Office } from '../../fixtures/office.ts'

// What decides is in sight on every screen, whatever its shape; what goes on under it is said in words.

test.use({ station: 'kiosk' })
test.setTimeout(240_000)

const question = (kiosk: Page, name: string) => kiosk.getByRole('heading', { name, level: 1 })
const shapes = [
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
  // It has more room than the first: by night.
  ...(everyWay ? [{ width: 1920, height: 1080 }] : []),
]
const long = 'titres de circulation et attestations d’accueil des ressortissants étrangers'
const added = [
  'Cimetière',
  'Urbanisme',
  'Petite enfance',
  'Vie associative',
  'Police municipale',
  'Aide sociale',
  'Voirie',
  'Sports',
]

/** Twelve services, two of them with long names, in an office whose name is long; somebody has an appointment. */
async function crowded(office: Office): Promise<void> {
  const set = (serviceId: string, letter: string, name: string, procedures: readonly string[]) =>
    act(office, 'admin', 'service.set', { serviceId, letter, name: { fr: name }, procedures })
  await act(office, 'supervisor', 'day.open')
  await act(office, 'supervisor', 'appointment.import', {
    text: 'date;heure;service;code;nom\n2026-03-03;15:00;Titres d’identité;AA1;Ndiaye',
  })
  for (const [at, name] of added.entries()) await set(`autre-${at}`, 'EFGHIJKL'[at]!, name, [])
  await set('titres', 'A', `Titres d’identité, ${long}`, ['cni', 'passeport'])
  await set('etat-civil', 'B', `État civil, ${long}`, ['naissance', 'deces'])
  await act(office, 'admin', 'office.setAddress', {
    name: 'Communauté d’agglomération de Saint-Germain-en-Laye et des Boucles de la Seine, maison de services publics',
    street: '2 place de la Mairie',
    postalCode: '77590',
    city: 'Fontaine-le-Port',
    phone: '01 60 00 00 01',
    email: null,
  })
}

/** Whether the whole of it is seen without scrolling: nothing covers its middle. */
const inSight = (act: Locator) =>
  act.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return top >= 0 && bottom <= window.innerHeight && element.contains(there)
  })

test('an appointment, a priority, a ticket already taken and the languages are in sight, whatever the screen’s shape, the language and the length of the names', async ({
  office,
  page: kiosk,
  shell,
}) => {
  await crowded(office)
  await expect(kiosk.getByText('Communauté d’agglomération').first()).toBeVisible()
  // The application's window keeps its size.
  for (const shape of shell === 'chromium' ? shapes : shapes.slice(0, 1)) {
    await kiosk.setViewportSize(shape)
    for (const language of kioskLanguages) {
      const { choose, appointment, priority, haveTicket, ruleTitle, more, otherChoice } = words[language]
      await kiosk.getByRole('button', { name: words[language].language }).click()
      await expect(question(kiosk, choose)).toBeVisible()
      for (const name of [otherChoice, appointment, priority, haveTicket, ruleTitle, words.ar.language])
        expect(await inSight(kiosk.getByRole('button', { name }).first()), `${language}: ${name}`).toBe(true)
      // Whatever the names, the first screen is seen whole.
      await expect(kiosk.getByText(more, { exact: true })).toBeHidden()
      expect(await hidden(kiosk)).toEqual([])
      expect(await beyond(kiosk)).toEqual([])
    }
  }
  await kiosk.getByRole('button', { name: words.fr.language }).click()
  // A screen reader says the office's name whole, however little room it has.
  await expect(kiosk.getByRole('banner')).toContainText('maison de services publics')
  expect(await broken(kiosk)).toEqual([])

  // The rest is under « Autre »: the last of it is reached by keys, above what stays; then nothing more is said to be under it.
  await kiosk.getByRole('button', { name: words.fr.otherChoice }).press('Enter')
  await expect(question(kiosk, words.fr.choose)).toBeFocused()
  const last = kiosk.getByRole('main').getByRole('button').last()
  await last.focus()
  expect(await inSight(last)).toBe(true)
  await kiosk.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
  await expect(kiosk.getByText(words.fr.more, { exact: true })).toBeHidden()
})

test('nothing is said to be under a screen that is seen whole; large letters scroll and say so', async ({
  office,
  page: kiosk,
}) => {
  await act(office, 'supervisor', 'day.open')
  const more = kiosk.getByText(words.fr.more, { exact: true })
  await kiosk.getByRole('button', { name: words.fr.haveTicket }).press('Enter')
  await expect(question(kiosk, words.fr.haveTicketAsk)).toBeFocused()
  await expect(more).toBeHidden()
  await kiosk.getByRole('button', { name: words.fr.access }).press('Enter')
  await expect(question(kiosk, words.fr.accessAsk)).toBeFocused()
  await expect(more).toBeHidden()
  await kiosk.getByRole('button', { name: words.fr.large }).press('Enter')
  await expect(more).toBeVisible()
  // What has the focus is never under what says so.
  const goOn = kiosk.getByRole('button', { name: words.fr.goOn })
  await press(kiosk, 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await goOn.focus()
  expect(await inSight(goOn)).toBe(true)
})
