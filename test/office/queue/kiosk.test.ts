import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { broken } from '../../fixtures/axe.ts'
import { contextAsNew, firstPage, openBrowser } from '../../fixtures/browser.ts'
import { night } from '../../fixtures/night.ts'
import { startOffice, type Office } from '../../fixtures/office.ts'

// All that a person can do alone at the kiosk, on a real host, with the finger and with the keyboard.

let browser: Browser
let office: Office
let leave = async () => {}

/** An act or a reading over HTTP, by whose token: what another station does meanwhile. */
async function ask<T>(holder: string, path: string, input: object = {}): Promise<T> {
  const answer = await fetch(`${office.url}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${office.tokens[holder] ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(input),
  })
  const { output, error } = (await answer.json()) as { output: T; error?: unknown }
  if (error) throw new Error(`${path}: ${JSON.stringify(error)}`)
  return output
}

beforeAll(async () => {
  browser = await openBrowser()
  office = await startOffice({ school: true, at: '2026-03-03T10:42:00+01:00', inside: true })
  const { services } = await ask<Output<'rules.view'>>('supervisor', 'queries/rules.view')
  const setting: Input<'rules.set'> = {
    rules: { absentCalls: 1, absentDelaySeconds: 0, localGrounds: ['visiblePregnancy'] },
    services: services
      .filter(({ serviceId }) => serviceId === 'etat-civil')
      .map(({ serviceId, rule, access }) => ({ serviceId, rule, access, slotMinutes: 30 })),
  }
  await ask('supervisor', 'commands/rules.set', setting)
  await ask('supervisor', 'commands/day.open')
  await ask('agent1', 'commands/counter.open', { counterId: '1' })
})

afterEach(() => leave())
afterAll(async () => {
  await browser.close()
  await office.stop()
})

async function open(): Promise<Page> {
  const made = await contextAsNew(browser, {
    viewport: { width: 1080, height: 1920 },
    reducedMotion: 'reduce',
  })
  leave = made.leave
  const page = await firstPage(made.context)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(`${office.url}/#station=kiosk&token=${office.tokens['kiosk'] ?? ''}`)
  await title(page, /Quelle est votre démarche/)
  return page
}

const title = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name, level: 1, exact: true }).waitFor()
const touch = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** No rule of axe is broken, and each target is large enough for a finger. */
async function usable(page: Page): Promise<void> {
  expect(await broken(page)).toEqual([])
  const small = await page.getByRole('button').evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const { width, height } = button.getBoundingClientRect()
        return width < 80 || height < 80
      })
      .map(({ textContent }) => textContent),
  )
  expect(small).toEqual([])
}

/** The ticket's number and code, as the screen shows them. */
async function ticketShown(page: Page): Promise<{ readonly number: string; readonly code: string }> {
  const number = (await page.getByRole('status').innerText()).replaceAll(/\s/g, '')
  const code = (await page.locator('strong').innerText()).replaceAll(/\s/g, '')
  return { number, code }
}

test('a family with a priority and a need takes one ticket, and the agent who calls learns all of it', async () => {
  const kiosk = await open()
  await touch(kiosk, /^J’ai une priorité/)
  await title(kiosk, /Quelle est votre priorité/)
  await usable(kiosk)
  await touch(kiosk, /mention « invalidité »/)
  await title(kiosk, /Quelqu’un vous accompagne/)
  await usable(kiosk)
  await touch(kiosk, 'Oui')
  await title(kiosk, /Quelle est votre démarche/)
  await kiosk.getByText('Priorité demandée (à montrer au guichet)').waitFor()
  await touch(kiosk, /^Titres d’identité/)
  await title(kiosk, 'Titres d’identité')
  await usable(kiosk)
  await touch(kiosk, /^Carte nationale d’identité/)
  await touch(kiosk, 'Plusieurs personnes')
  await title(kiosk, /Pour combien de personnes/)
  await usable(kiosk)
  await touch(kiosk, /^3\sdemandes$/)
  await touch(kiosk, 'Aide sur place')
  await title(kiosk, /De quoi avez-vous besoin/)
  await touch(kiosk, 'Être appelé à l’écran, sans la voix')
  await usable(kiosk)
  await touch(kiosk, 'Continuer')
  await title(kiosk, 'Carte nationale d’identité')
  await touch(kiosk, /^Prendre (?:mon|un) ticket/)
  await title(kiosk, 'Votre ticket')
  await usable(kiosk)
  const { number } = await ticketShown(kiosk)
  const { ticket } = await ask<Output<'ticket.callNext'>>('agent1', 'commands/ticket.callNext')
  expect(ticket).toMatchObject({
    number,
    arrangements: ['screenOnly'],
    ground: { ground: { groundId: 'cmiInvalidite' }, proof: 'toShow', companion: true },
  })
  expect(ticket?.requests).toHaveLength(3)
  const display = await ask<Output<'display.view'>>('display', 'queries/display.view')
  expect(display.calls[0]).toMatchObject({ number, aloud: false })

  // Not there: away, then back at the kiosk with what the paper says.
  const { code } = await ticketShown(kiosk)
  await ask('agent1', 'commands/ticket.markAbsent')
  await touch(kiosk, /^J’ai /)
  await touch(kiosk, 'J’ai un ticket')
  await touch(kiosk, /^Je suis de retour/)
  await kiosk.keyboard.type(number.toLowerCase())
  await touch(kiosk, 'Continuer')
  await title(kiosk, new RegExp(`Quel est le code du ticket ${number.slice(0, 1)}`))
  await usable(kiosk)
  await kiosk.keyboard.type(`${code.slice(0, 4)} ${code.slice(4)}`)
  await kiosk.keyboard.press('Enter')
  await title(kiosk, 'Votre retour est noté')
  await kiosk.getByText('Vous retrouvez votre place.').waitFor()
  await usable(kiosk)
})

test('where movement is reduced, what is pressed has its colours at once', async () => {
  const kiosk = await open()
  const after = await kiosk
    .getByRole('button')
    .first()
    .evaluate((button) => {
      const inside = button.appendChild(document.createElement('span'))
      button.style.color = 'rgb(1, 2, 3)'
      const before = getComputedStyle(inside).color
      button.style.color = 'rgb(4, 5, 6)'
      return [before, getComputedStyle(inside).color]
    })
  expect(after).toEqual(['rgb(1, 2, 3)', 'rgb(4, 5, 6)'])
})

test('a slot is given without a name, and the person arrives by its code', async () => {
  const kiosk = await open()
  await touch(kiosk, /^État civil/)
  await touch(kiosk, /^Pacte civil/)
  await touch(kiosk, /^Prendre un rendez-vous/)
  await title(kiosk, /Quel créneau vous convient/)
  await usable(kiosk)
  await touch(kiosk, /^mardi 3 mars à/)
  await title(kiosk, 'Votre rendez-vous est pris')
  await usable(kiosk)
  const code = (await kiosk.locator('p[dir=ltr]').innerText()).replaceAll(/\s/g, '')
  await touch(kiosk, 'Revenir au début')
  await touch(kiosk, /^J’ai rendez-vous/)
  await touch(kiosk, 'Avec mon code')
  await kiosk.keyboard.type('rien')
  await kiosk.keyboard.press('Enter')
  await kiosk.getByRole('alert').filter({ hasText: 'n’a pas été trouvé' }).waitFor()
  for (const key of code) await touch(kiosk, key)
  await usable(kiosk)
  await touch(kiosk, 'Continuer')
  await title(kiosk, 'Votre ticket')
  await kiosk.getByText(/^Votre rendez-vous\s: /).waitFor()
  const { number } = await ticketShown(kiosk)
  const queue = await ask<Output<'queue.view'>>('supervisor', 'queries/queue.view')
  expect(queue.waiting.find((ticket) => ticket.number === number)?.appointmentAt).not.toBeNull()
})

test('leaving and a lost ticket ask what only its bearer knows', async () => {
  const kiosk = await open()
  await touch(kiosk, /^État civil/)
  await touch(kiosk, /^Déclaration de naissance/)
  await touch(kiosk, /^Prendre (?:mon|un) ticket/)
  await title(kiosk, 'Votre ticket')
  const { number, code } = await ticketShown(kiosk)
  await kiosk.keyboard.press('Escape')
  await title(kiosk, /Quelle est votre démarche/)

  await touch(kiosk, 'J’ai un ticket')
  await title(kiosk, /Que voulez-vous faire/)
  await usable(kiosk)
  await touch(kiosk, /^J’ai perdu mon ticket/)
  for (const key of number) await touch(kiosk, key)
  await touch(kiosk, 'Continuer')
  await touch(kiosk, /^Élections/)
  await kiosk.getByRole('alert').filter({ hasText: 'ne correspond pas' }).waitFor()
  await usable(kiosk)
  await touch(kiosk, /^État civil/)
  await title(kiosk, 'Votre nouveau ticket')
  await usable(kiosk)
  const replaced = await ticketShown(kiosk)
  expect(replaced.number).toBe(number)
  expect(replaced.code).not.toBe(code)
  await touch(kiosk, 'J’ai noté mon numéro')

  await touch(kiosk, 'J’ai un ticket')
  await touch(kiosk, /^Je m’en vais/)
  await kiosk.keyboard.type(number)
  await kiosk.keyboard.press('Enter')
  // The old paper is void.
  await kiosk.keyboard.type(code)
  await kiosk.keyboard.press('Enter')
  await kiosk.getByRole('alert').filter({ hasText: 'ne correspond pas' }).waitFor()
  await kiosk.keyboard.type(replaced.code)
  await kiosk.keyboard.press('Enter')
  await title(kiosk, /est noté$/)
  await usable(kiosk)
})

test('a closed service says why, and gives a dated certificate instead of a ticket', async () => {
  await ask('supervisor', 'commands/service.close', { serviceId: 'elections', words: 'Mouvement social' })
  const kiosk = await open()
  await touch(kiosk, /^Élections.*Service fermé pour le moment/)
  await touch(kiosk, /^Recensement citoyen.*Service fermé pour le moment/)
  await kiosk.getByText('Mouvement social').waitFor()
  expect(await kiosk.getByRole('button', { name: /ticket/ }).count()).toBe(0)
  await usable(kiosk)
  await touch(kiosk, 'Un certificat daté')
  await title(kiosk, /Un certificat daté de votre venue/)
  await usable(kiosk)
  await touch(kiosk, 'Oui, éditer le certificat')
  await title(kiosk, 'Votre certificat est établi')
  await kiosk.getByText(/^NR-2026-\d+$/).waitFor()
  await usable(kiosk)
})

test('the rule is shown whole, and Arabic is read from right to left', async () => {
  const kiosk = await open()
  await touch(kiosk, 'L’ordre des appels')
  await kiosk.getByText(/^Sont d’abord appelées les personnes à qui un texte donne priorité/).waitFor()
  await kiosk.getByText('CASF, art. L241-3').first().waitFor()
  await usable(kiosk)
  await kiosk.keyboard.press('Escape')
  await title(kiosk, /Quelle est votre démarche/)
  // By day the one that is read the other way.
  const others = [
    ['ar', 'العربية', 'الشؤون العامة'],
    ['es', 'Español', 'Asuntos generales'],
    ['uk', 'Українська', 'Загальні питання'],
  ] as const
  for (const [language, name, longest] of night ? others : others.slice(0, 1)) {
    await touch(kiosk, name)
    const root = kiosk.locator('html')
    await expect.poll(() => root.getAttribute('lang')).toBe(language)
    expect(await root.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    await usable(kiosk)
    await kiosk.keyboard.press('Digit4')
    await title(kiosk, longest)
    await usable(kiosk)
    await kiosk.keyboard.press('Escape')
  }
})

test('it asks before it goes back by itself, and then goes back in French', async () => {
  const kiosk = await open()
  await kiosk.clock.install()
  await touch(kiosk, 'English')
  await title(kiosk, 'What are you here for?')
  await kiosk.clock.fastForward(59_000)
  expect(await kiosk.getByRole('alertdialog').count()).toBe(0)
  await kiosk.clock.fastForward(2_000)
  const asked = kiosk.getByRole('alertdialog', { name: 'Do you need more time?' })
  await asked.waitFor()
  expect(await broken(kiosk)).toEqual([])
  await kiosk.keyboard.press('Enter')
  await asked.waitFor({ state: 'hidden' })
  await kiosk.clock.fastForward(61_000)
  await asked.waitFor()
  await kiosk.clock.fastForward(31_000)
  await title(kiosk, /Quelle est votre démarche/)
})
