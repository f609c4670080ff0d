import { sectionGroups, sectionTitles } from '../../renderer/settings/sections.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { kiosk as kioskWords, kioskLanguages } from '../../shared/messages/public/kiosk.ts'
import { expect, test } from './fixture.ts'
import { press } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { heading } from './pages.ts'
import { act } from './reception.ts'
import { startTown, usualMorning, type Town } from './town.ts'

// The pages that no journey of pictures goes through: each part of the administration and of the supervision by its own
// register, the help of a page, what any browser of the office reads, a kiosk at rest.

const { look, wrong } = openEye()

test.describe.serial('every other page of a training office', () => {
  test.setTimeout(patience)
  let town: Town
  let code = ''
  test.beforeAll(async () => {
    // A morning of many acts, on a machine that does other things.
    test.setTimeout(patience)
    town = await startTown({ school: true, at: '2026-03-03T08:31:00+01:00' })
    await act(town.host(), 'supervisor', 'day.open')
    await usualMorning(town)
    ;({ code } = await act<{ code: string }>(town.host(), 'kiosk', 'ticket.take', { serviceId: 'titres' }))
  })
  test.afterAll(() => town.stop())

  test('each part of the administration is seen', async () => {
    const page = await town.open('administration')
    const parts = page.getByRole('navigation', { name: 'Réglages' })
    await expect(parts).toBeVisible()
    await look(page, 'administration-home')
    for (const section of sectionGroups.flatMap(({ sections }) => [...sections])) {
      await parts.getByRole('button', { name: sectionTitles[section], exact: true }).press('Enter')
      await expect(page.getByRole('main', { name: sectionTitles[section] })).toBeVisible()
      await expect(page.getByText(appWords.loading)).toHaveCount(0)
      await look(page, `administration-${section}`)
    }
    await page.close()
  })

  test('each part of the supervision is seen', async () => {
    const page = await town.open('supervision')
    const parts = page.getByRole('navigation').getByRole('button')
    await expect(parts.first()).toBeVisible()
    for (const [at, part] of (await parts.all()).entries()) {
      await part.press('Enter')
      await expect(part).toHaveAttribute('aria-current', 'page')
      await look(page, `supervision-part-${at}`)
    }
    await page.close()
  })

  test('the help is seen beside a page', async () => {
    for (const station of ['counter', 'supervision', 'administration'] as const) {
      const page = await town.open(station)
      await expect(page.getByRole('button', { name: 'F1 Aide' })).toBeVisible()
      await press(page, 'F1')
      await expect(page.getByRole('complementary', { name: 'Aide de cet écran' })).toBeVisible()
      await look(page, `help-${station}`)
      await page.close()
    }
  })

  test('what any browser of the office reads', async () => {
    for (const [path, name] of [
      ['/accessibilite', 'declaration'],
      ['/engagements', 'commitments'],
      ['/verification', 'verification'],
      [`/suivi?code=${code}`, 'follow'],
      ['/suivi', 'follow-asked'],
    ] as const) {
      const page = await town.context.newPage()
      await page.goto(`${town.host().url}${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await look(page, `public-${name}`)
      await page.close()
    }
  })

  test('a kiosk at rest is seen in each language', async () => {
    const kiosk = await town.context.newPage()
    await kiosk.clock.install()
    await kiosk.goto(`${town.host().url}/#station=kiosk&token=${town.host().tokens['kiosk']}`)
    await expect(heading(kiosk, kioskWords.fr.choose)).toBeVisible()
    await kiosk.clock.fastForward(181_000)
    // Its clock stands at each leaf while it is looked at.
    const since = await kiosk.evaluate(() => Date.now())
    for (const [at, language] of kioskLanguages.entries()) {
      await kiosk.clock.setFixedTime(since + at * 12_000)
      await expect(heading(kiosk, kioskWords[language].restTitle)).toBeVisible()
      await look(kiosk, `kiosk-rest-${language}`, { closely: language === 'fr' })
    }
    await kiosk.close()
  })

  test('the last tickets of the day are seen by the agents', async () => {
    await town.later('2026-03-03T16:40:00+01:00')
    const counter = await town.open('counter')
    await expect(counter.getByText('Derniers tickets')).toBeVisible()
    await look(counter, 'counter-evening')
    await counter.close()
    const reception = await town.open('reception')
    await expect(reception.getByText('Ouvert', { exact: true })).toBeVisible()
    await look(reception, 'reception-evening')
    await reception.close()
  })

  test('nothing seen goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
