import type { Locator, Page } from '@playwright/test'
import { sectionGroups, sectionTitles } from '../../../renderer/settings/sections.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { stations, type Station } from '../../../shared/contract/stations.ts'
import { withoutScripts } from '../../../shared/messages/withoutScripts.ts'
import { addressOf } from '../../fixtures/office.ts'
import { expect, test } from '../fixture.ts'
import { broken, rulesOfColours } from '../../fixtures/axe.ts'
import { beyond, everyWay, hidden, saidTwice } from '../look.ts'
import { act, openOffice } from '../reception.ts'

// Every page of the product, by its own registers: a station, or a part of the administration, that is added is seen here
// without being named.

test.use({ station: 'administration' })
test.setTimeout(300_000)

type Ways = {
  /** A kiosk and a display are screens that nobody enlarges. */
  readonly enlarged?: boolean
  readonly dark?: boolean
}

/** What is wrong with a page: rules of axe in light and dark; what 400 % hides, pushes out of 1 280 × 1 024 or says twice. */
async function wrongWith(
  page: Page,
  name: string,
  { enlarged = true, dark = true }: Ways = {},
): Promise<readonly string[]> {
  const wrong = [...(await broken(page))]
  if (dark) {
    await page.emulateMedia({ colorScheme: 'dark' })
    wrong.push(...(await broken(page, rulesOfColours)).map((rule) => `dark: ${rule}`))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  if (enlarged) {
    await page.setViewportSize({ width: 320, height: 256 })
    wrong.push(...(await beyond(page)).map((what) => `400 %, beyond: ${what}`))
    wrong.push(...(await hidden(page)).map((text) => `400 %, cut: ${text}`))
    wrong.push(...(await saidTwice(page)).map((table) => `400 %, said twice: ${table}`))
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  return wrong.map((what) => `${name}: ${what}`)
}

/** What says the name of a part of the administration again, once all that it holds is there. */
async function saidAgain(main: Locator, title: string): Promise<readonly string[]> {
  await expect(main.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
  // What it holds comes after its head: its name, and what it is for.
  const head = await main.getByRole('heading', { level: 1 }).locator('..').innerText()
  await expect.poll(async () => (await main.innerText()).length).toBeGreaterThan(head.length + 20)
  await expect(main.getByText(appWords.loading)).toBeHidden()
  const said = await main.getByRole('heading', { name: title, exact: true }).count()
  return said > 1 ? [`${title}: says its name ${said} times`] : []
}

test('every station and every part of the administration: no rule of axe is broken in light nor in dark, 400 % loses nothing, and a part says its name once', async ({
  office,
  page: seen,
}) => {
  await openOffice(office, 3)
  await act(office, 'agent1', 'ticket.callNext')
  const wrong: string[] = []
  const parts = seen.getByRole('navigation', { name: 'Réglages' })
  await expect(parts).toBeVisible()
  wrong.push(...(await wrongWith(seen, 'administration, home')))
  for (const section of sectionGroups.flatMap(({ sections }) => [...sections])) {
    await parts.getByRole('button', { name: sectionTitles[section], exact: true }).press('Enter')
    const main = seen.getByRole('main', { name: sectionTitles[section] })
    await expect(main).toBeVisible()
    wrong.push(...(await saidAgain(main, sectionTitles[section])))
    await expect(seen.getByText('Connexion à l’ordinateur de l’office')).toBeHidden()
    // In the dark by night: by day its colours are measured where all are said (unit/core/contrast.test.ts).
    wrong.push(...(await wrongWith(seen, `administration, ${section}`, { dark: everyWay })))
  }
  const go = async (address: string) => {
    // Of two addresses that differ by what follows #, the second would not be loaded.
    await seen.goto('about:blank')
    await seen.goto(address)
  }
  for (const station of stations.filter(
    (one): one is Exclude<Station, 'administration'> => one !== 'administration',
  )) {
    await go(addressOf(office, station))
    await expect(seen.getByRole('main').first()).toBeVisible()
    await expect(seen.getByText('Connexion à l’ordinateur de l’office')).toBeHidden()
    const enlarged = station !== 'kiosk' && station !== 'display'
    wrong.push(...(await wrongWith(seen, station, { enlarged })))
    if (station === 'supervision')
      for (const part of await seen.getByRole('navigation').getByRole('button').all()) {
        await part.press('Enter')
        await expect(part).toHaveAttribute('aria-current', 'page')
        wrong.push(...(await wrongWith(seen, `supervision, ${await part.innerText()}`)))
      }
  }
  for (const path of ['/accessibilite', '/donnees', '/suivi?lang=ar', '/verification']) {
    await go(`${office.url}${path}`)
    wrong.push(...(await wrongWith(seen, path)))
  }
  expect(wrong).toEqual([])
})

test('without scripts, each address says something, and a page that needs them says what to do, in French first', async ({
  office,
  chromiumHere,
}) => {
  const context = await (await chromiumHere()).newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const path of ['/', '/#station=counter', '/verification']) {
    await page.goto('about:blank')
    await page.goto(`${office.url}${path}`)
    await expect(page.getByRole('heading')).toHaveText(
      Object.values(withoutScripts).map(({ title }) => title),
    )
    const help = page.getByRole('paragraph').first()
    await expect(help).toBeVisible()
    await expect(help).toHaveText(withoutScripts.fr.help)
    expect(await beyond(page), path).toEqual([])
  }
  for (const path of ['/suivi', '/salle', '/engagements', '/donnees', '/accessibilite']) {
    await page.goto(`${office.url}${path}`)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
  }
  await context.close()
})
