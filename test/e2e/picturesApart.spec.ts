import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { barFailurePage, failurePage, unavailablePage } from '../../electron/windows/failure.ts'
import { keypadPage } from '../../electron/windows/kioskKeypad.ts'
import { done, newFolder, removeFolder, startHost, type RunningHost } from '../fixtures/startHost.ts'
import { root } from '../runtime/places.ts'
import { expect, test } from './fixture.ts'
import { press } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { button, heading } from './pages.ts'
import { overlapping } from './pseudoLocale.ts'
import { act } from './reception.ts'
import { startTown, usualMorning, type Town } from './town.ts'

// What few see, and rarely: several offices at once, an incident, an exchange in writing, the thin bar, a year's account
// that anyone may read, and the pages that stand when there is no office behind them.

const { look, wrong } = openEye()

test.describe.serial('what is seen rarely', () => {
  test.setTimeout(patience)
  let town: Town
  let there: RunningHost
  test.beforeAll(async () => {
    test.setTimeout(patience)
    there = await startHost(await newFolder(), { at: '2026-03-03T10:42:00+01:00' })
    await done(there, 'supervisor', 'commands/day.open')
    await done(there, 'admin', 'commands/partners.setPlaces', { perDay: 4, services: ['titres'] })
    const input = { label: 'Fontaine', scopes: ['places', 'statistics'], until: null }
    const { token } = await done<{ token: string }>(there, 'admin', 'commands/apiToken.create', input)
    town = await startTown({ school: true, at: '2026-03-03T08:31:00+01:00' })
    const annexe = { id: 'annexe', url: there.url, token, places: true, figures: true }
    await writeFile(
      join(town.host().dataDir, 'offices.json'),
      JSON.stringify({
        offices: [
          { ...annexe, name: 'Mairie annexe' },
          { ...annexe, id: 'away', name: 'Maison France Services de Bois-le-Roi', url: 'http://127.0.0.1:9' },
        ],
      }),
      { mode: 0o600 },
    )
    await act(town.host(), 'supervisor', 'day.open')
    await usualMorning(town)
  })
  test.afterAll(async () => {
    await town.stop()
    await there.stop()
    await removeFolder(there.dir)
  })

  test('the town is seen by the same figures for several offices, and a place is asked of one', async () => {
    const supervision = await town.open('supervision')
    await button(supervision, 'Ville').press('Enter')
    await expect(supervision.getByRole('row', { name: /^Mairie annexe/ })).toBeVisible()
    await look(supervision, 'supervision-town', { closely: true })
    await supervision.close()
    const counter = await town.open('counter')
    await expect(heading(counter, 'Usager suivant')).toBeVisible()
    await press(counter, 'F2')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    // A priority was claimed: its card is seen before the person is received.
    await press(counter, 'Digit1')
    await expect(counter.getByText('la priorité est confirmée')).toBeVisible()
    await press(counter, 'F5')
    await expect(counter.getByText('Accueil en cours')).toBeVisible()
    await press(counter, 'F9')
    await expect(counter.getByRole('radio', { name: /Réorienté/ })).toBeVisible()
    await press(counter, 'Digit3', 'Enter')
    await expect(button(counter, 'Demander à Mairie annexe')).toBeVisible()
    await look(counter, 'counter-place')
    await counter.close()
  })

  test('an exchange in writing is seen from the agent’s side', async () => {
    const counter = await town.open('counter')
    await expect(counter.getByText('Accueil en cours')).toBeVisible()
    await press(counter, 'Comma')
    const panel = counter.getByRole('region', { name: 'Échange écrit' })
    await expect(panel).toBeVisible()
    await look(counter, 'counter-exchange')
    await panel.getByLabel('Écrire une phrase').fill('Votre rendez-vous est à 14 h.')
    await press(counter, 'Enter')
    await expect(counter.getByRole('dialog', { name: 'Échange écrit' })).toBeVisible()
    await look(counter, 'counter-exchange-turned')
    await counter.close()
  })

  test('help is asked, and the incident is told', async () => {
    await act(town.host(), 'agent2', 'alert.raise')
    const supervision = await town.open('supervision')
    await expect(button(supervision, 'J’y vais')).toBeVisible()
    await look(supervision, 'supervision-alert')
    await button(supervision, 'J’y vais').press('Enter')
    const counter = await town.open('counter')
    await expect(counter.getByText('Accueil en cours')).toBeVisible()
    await press(counter, 'F1')
    await button(counter, 'Écrire une fiche d’incident').press('Enter')
    await expect(counter.getByRole('form', { name: 'Fiche d’incident' })).toBeVisible()
    await look(counter, 'counter-incident', { closely: true })
    await counter.close()
    for (const facts of [
      'Des menaces au moment de partir.',
      `Une porte forcée, ${'un siège cassé, '.repeat(12)}`,
    ])
      await act(town.host(), 'agent2', 'incident.record', {
        alertId: null,
        counterId: '3',
        happenedAt: Date.parse('2026-03-03T10:40:00+01:00'),
        nature: 'threat',
        facts,
      })
    await button(supervision, 'Sécurité').press('Enter')
    await expect(supervision.getByRole('row').filter({ hasText: 'Une porte forcée' })).toBeVisible()
    await look(supervision, 'supervision-incidents')
    await supervision.close()
  })

  test('the thin bar is seen', async () => {
    const { url, tokens } = town.host()
    const bar = await town.context.newPage()
    await bar.goto(`${url}/#station=bar&token=${tokens['agent1']}`)
    await expect(button(bar, /Terminer/)).toBeEnabled()
    await look(bar, 'bar-serving', { closely: true })
    await bar.setViewportSize({ width: 640, height: 56 })
    await expect(button(bar, /Terminer/)).toBeVisible()
    await press(bar, 'F9')
    await look(bar, 'bar-ends')
    await press(bar, 'Escape', 'F8')
    await expect(button(bar, /Appeler/)).toBeEnabled()
    await look(bar, 'bar-free')
    await press(bar, 'F2')
    await expect(button(bar, /Est là/)).toBeEnabled()
    await look(bar, 'bar-calling')
    await act(town.host(), 'agent2', 'alert.raise')
    await expect(button(bar, 'J’y vais')).toBeVisible()
    await look(bar, 'bar-alert')
    await bar.setViewportSize({ width: 640, height: 56 })
    expect(await overlapping(bar)).toEqual([])
    await bar.close()
  })

  test('the year’s account, as anyone reads it once it is published', async () => {
    const administration = await town.open('administration')
    await button(administration, 'Engagements').press('Enter')
    await administration.getByRole('checkbox', { name: /Publier cette page/ }).press('Space')
    await expect(administration.getByText('Enregistré.', { exact: true })).toBeVisible()
    await administration.close()
    const page = await town.context.newPage()
    await page.goto(`${town.host().url}/engagements`)
    await expect(page.getByText('Demandes transmises avec une preuve')).toBeVisible()
    await look(page, 'public-commitments-published', { closely: true })
    await page.close()
  })

  test('the pages that stand alone are seen: no office, a screen of the public, the kiosk’s keypad', async () => {
    const pages = join(root, 'out', 'renderer')
    const problem = {
      code: 'hostExited',
      message:
        'Le programme de l’office s’est arrêté trois fois de suite. Vérifiez la place qui reste sur le disque, puis réessayez.',
    }
    const page = await town.context.newPage()
    const alone: Readonly<Record<string, string>> = {
      failed: failurePage(problem, pages),
      'failed-public': unavailablePage(pages),
      'bar-failed': barFailurePage(problem, pages),
      'kiosk-keypad': keypadPage('/leave/wrong/3', pages) ?? '',
    }
    await served(page, pages, alone)
    for (const name of Object.keys(alone)) {
      await page.goto(`http://alone.example/${name}`)
      await expect(page.locator('main')).toBeVisible()
      await look(page, name)
    }
    await page.close()
  })

  test('nothing seen rarely goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})

/** An origin of its own for pages that no host serves, with the letters of the built ones. */
async function served(page: Page, pages: string, alone: Readonly<Record<string, string>>): Promise<void> {
  const letters = readdirSync(join(pages, 'assets'))
  await page.route('http://alone.example/**', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    const html = alone[name]
    if (html !== undefined) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    const file = letters.find((one) => `assets/${one}` === name)
    if (file === undefined) return route.abort()
    return route.fulfill({ contentType: 'font/woff2', body: await readFile(join(pages, 'assets', file)) })
  })
}
