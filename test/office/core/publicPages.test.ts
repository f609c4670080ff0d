import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { broken } from '../../fixtures/axe.ts'
import { contextAsNew, firstPage, openBrowser } from '../../fixtures/browser.ts'
import { startOffice, type Office } from '../../fixtures/office.ts'

// The public's and the managers' pages as the host serves them, in a real Chromium, by keyboard alone: by night.

let browser: Browser
let school: Office
let leave = async () => {}

beforeAll(async () => {
  browser = await openBrowser()
  school = await startOffice({ school: true, inside: true })
  await act('supervisor', 'day.open')
})

afterEach(() => leave())
afterAll(async () => {
  await browser.close()
  await school.stop()
})

/** An act over HTTP, by whose token: what another station does meanwhile. */
async function act(holder: string, name: string, input: object = {}): Promise<unknown> {
  const answer = await fetch(`${school.url}/api/v1/commands/${name}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${school.tokens[holder] ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(input),
  })
  return answer.json()
}

/** A station's page; what it makes heard is counted in `window.strikes`, one for each tone of a chime. */
async function open(office: Office, station: string, token: string | undefined): Promise<Page> {
  const made = await contextAsNew(browser, {
    viewport: station === 'kiosk' ? { width: 1080, height: 1920 } : { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  leave = made.leave
  const page = await firstPage(made.context)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.addInitScript(() => {
    Object.assign(window, { strikes: 0 })
    window.AudioContext = class extends AudioContext {
      override createOscillator() {
        Object.assign(window, { strikes: Number(Reflect.get(window, 'strikes')) + 1 })
        return super.createOscillator()
      }
    }
  })
  await page.goto(`${office.url}/#station=${station}&token=${token ?? ''}`)
  return page
}

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name, exact: true }).waitFor()
const strikes = (page: Page) => page.evaluate(() => Number(Reflect.get(window, 'strikes')))

async function accessible(page: Page): Promise<void> {
  expect(await broken(page)).toEqual([])
}

/** Takes a ticket for the first motive, from the start to its number. */
async function takeTicket(kiosk: Page): Promise<void> {
  await heading(kiosk, /Quelle est votre démarche/)
  await press(kiosk, 'Digit1')
  await heading(kiosk, 'Titres d’identité')
  await press(kiosk, 'Digit1')
  await heading(kiosk, 'Carte nationale d’identité')
  await press(kiosk, 'Tab', 'Enter')
  await heading(kiosk, 'Votre ticket')
}

test('someone takes a ticket with the keyboard, in their language, and may say that they leave', async () => {
  const kiosk = await open(school, 'kiosk', school.tokens['kiosk'])
  await takeTicket(kiosk)
  await accessible(kiosk)
  await kiosk.getByText('A 1', { exact: true }).waitFor()
  await press(kiosk, 'Tab', 'Tab', 'Enter')
  await heading(kiosk, /Vous partez sans attendre/)
  await press(kiosk, 'ArrowUp', 'Enter')
  await heading(kiosk, 'Le départ du ticket A 1 est noté')
  await press(kiosk, 'Escape')
  await heading(kiosk, /Quelle est votre démarche/)
  await kiosk.getByRole('button', { name: 'English' }).press('Enter')
  await heading(kiosk, 'What are you here for?')
  expect(await kiosk.evaluate(() => document.documentElement.lang)).toBe('en')
  await press(kiosk, 'Digit1')
  await heading(kiosk, 'Identity documents')
  await press(kiosk, 'Digit1')
  await heading(kiosk, 'National identity card')
  await accessible(kiosk)
})

test('a call is shown and chimes once, a recall again, and nothing past chimes when the page comes back', async () => {
  await act('agent1', 'ticket.take', { serviceId: 'etat-civil' })
  await act('agent1', 'counter.open', { counterId: '1' })
  const display = await open(school, 'display', school.tokens['display'])
  await display.getByText('Prenez un ticket').waitFor()
  expect(await strikes(display)).toBe(0)
  await act('agent1', 'ticket.callNext')
  await display.getByText('B 1', { exact: true }).waitFor()
  await display.getByText('Guichet 1').waitFor()
  await expect.poll(() => strikes(display)).toBe(4)
  await act('agent1', 'ticket.recall')
  // The words of the first call are heard to their end before the recall's chime.
  await expect.poll(() => strikes(display), { timeout: 20_000 }).toBe(8)
  await accessible(display)
  await display.reload()
  await display.getByText('B 1', { exact: true }).waitFor()
  expect(await strikes(display)).toBe(0)
  await act('agent1', 'ticket.start')
  await act('agent1', 'visit.close', { outcome: 'information' })
  await act('agent1', 'counter.close')
})

test('the reception gives a ticket by its letter', async () => {
  const reception = await open(school, 'reception', school.tokens['agent1'])
  await heading(reception, 'Donner un ticket')
  // The keys are heard once the motives are there.
  await reception.getByText('Inscription sur la liste électorale').waitFor()
  await press(reception, 'KeyI', 'Enter')
  await reception.getByRole('status').filter({ hasText: 'Ticket donné' }).filter({ hasText: 'C' }).waitFor()
  // The last of fifteen motives has its letter too.
  await press(reception, 'KeyH', 'Enter')
  await reception.getByRole('status').filter({ hasText: 'Ticket donné' }).filter({ hasText: 'D 1' }).waitFor()
  await accessible(reception)
})

test('closing the day is refused with who is unsettled, and done once each has a trace', async () => {
  for (const serviceId of ['elections', 'titres', 'titres']) await act('kiosk', 'ticket.take', { serviceId })
  const supervision = await open(school, 'supervision', school.tokens['supervisor'])
  await supervision.getByRole('listitem', { name: 'Élections' }).getByText('Aucun guichet').first().waitFor()
  await accessible(supervision)
  await supervision.getByRole('button', { name: 'Fermer la journée' }).press('Enter')
  await press(supervision, 'Enter')
  await heading(supervision, 'La journée ne peut pas encore être fermée')
  await accessible(supervision)
  // One by one with the keys alone: the row that goes gives the focus to the next one.
  await press(supervision, 'ArrowDown', 'Digit3')
  await supervision.keyboard.type('Fermeture anticipée')
  await press(supervision, 'Enter')
  await supervision.getByText('est réglé.').waitFor()
  await press(supervision, 'Digit2')
  await supervision.getByText('certificat NR-').waitFor()
  // The rest at once.
  await supervision.getByRole('button', { name: /^Régler/ }).press('Enter')
  await press(supervision, 'Enter')
  await heading(supervision, 'Tout le monde est reçu ou tracé')
  await accessible(supervision)
  await supervision.getByRole('button', { name: 'Fermer la journée' }).press('Enter')
  await heading(supervision, 'La journée n’est pas ouverte')
  await supervision.getByRole('button', { name: 'Ouvrir la journée' }).press('Enter')
  await heading(supervision, 'Fermer la journée')
})

test('the first run makes an office by keyboard alone, and its administration changes it', async () => {
  const office = await startOffice({ inside: true })
  try {
    const kept = JSON.parse(await readFile(join(office.dataDir, 'tokens.json'), 'utf8')) as Record<
      string,
      string
    >
    const page = await open(office, 'welcome', kept['admin'])
    await heading(page, 'Bienvenue dans Guichet')
    await accessible(page)
    // The name is begun, the town follows it.
    await page.keyboard.type('Nemours')
    await press(page, 'Enter')
    await page.getByText('6 réglages sont à corriger.').waitFor()
    await accessible(page)
    await page.keyboard.type('39 rue du Docteur Dumée')
    await press(page, 'Tab')
    await page.keyboard.type('77140')
    await press(page, 'Tab', 'Tab')
    await page.keyboard.type('01 64 78 40 00')
    await page.getByLabel('Prénom').focus()
    await page.keyboard.type('Nadia')
    await press(page, 'Tab')
    await page.keyboard.type('Ferrand')
    await press(page, 'Enter')
    // Nobody may give to themselves the first keys of an office without a secret of their own.
    for (const name of ['Votre phrase de passe', 'Encore une fois, le même texte'])
      await page.getByRole('textbox', { name, exact: true }).fill('la Seine coule sous le pont de Nemours')
    await press(page, 'Enter')
    await page.getByRole('button', { name: 'Ouvrir la journée' }).waitFor()
    await page.getByRole('region', { name: 'Qui est à ce poste' }).getByText('Nadia Ferrand').waitFor()
    await accessible(page)
    const parts = page.getByRole('navigation', { name: 'Réglages' })
    await parts.getByRole('button', { name: 'Imprimantes', exact: true }).press('Enter')
    await page.getByRole('button', { name: 'Ajouter une imprimante' }).press('Enter')
    await page.getByLabel('Adresse et port').focus()
    await page.keyboard.type('127.0.0.1:9100')
    await press(page, 'Enter')
    await page.getByRole('button', { name: 'Imprimer un essai sur Tickets, 80 mm' }).press('Enter')
    await page.getByText(/L’essai est envoyé/).waitFor()
    await parts.getByRole('button', { name: 'Office', exact: true }).press('Enter')
    await page.getByLabel('Téléphone', { exact: true }).fill('en mairie')
    await press(page, 'Enter')
    await page.getByText(/Écrivez un numéro de téléphone/).waitFor()
    await accessible(page)
  } finally {
    await office.stop()
  }
})
