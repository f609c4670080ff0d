import { trainingWords } from '../../shared/messages/training/training.fr.ts'
import { expect, test } from './fixture.ts'
import { frontPicture } from './frontPage.ts'
import { press } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { heading } from './pages.ts'
import { startTown, type Town } from './town.ts'

// The guided day beside the counter, and the help that F1 opens, as a person looks at them.

const { look, wrong } = openEye()

test.describe.serial('learning the counter', () => {
  test.setTimeout(patience)
  let town: Town
  test.beforeAll(async () => {
    town = await startTown({ school: true, at: '2026-03-03T09:00:00+01:00' })
  })
  test.afterAll(() => town.stop())

  test('a guided day, from its offer to what is to be done otherwise', async () => {
    const counter = await town.open('counter')
    const panel = counter.getByRole('complementary', { name: trainingWords.title })
    await expect(panel).toContainText(trainingWords.offer)
    await look(counter, 'counter-lesson-offer')
    await counter.keyboard.press('Shift+F9')
    await expect(panel).toContainText(trainingWords.situations.noPaper.happens)
    await press(counter, 'F2')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    await press(counter, 'F5')
    await expect(counter.getByText('Accueil en cours')).toBeVisible()
    await expect(counter.getByRole('main')).toBeVisible()
    await look(counter, 'counter-lesson', { closely: true })
    await frontPicture('formation')
    await press(counter, 'F8')
    await expect(panel).toContainText(trainingWords.mistakes.turnedAway)
    await counter.keyboard.press('Shift+F2')
    await expect(panel).toContainText(trainingWords.situations.incomplete.happens)
    await look(counter, 'counter-lesson-mistake', { closely: true })
    await counter.close()
  })

  test('the help of a screen and the handbook are seen, with its pictures', async () => {
    const counter = await town.open('counter')
    await expect(counter.getByRole('button', { name: 'F1 Aide' })).toBeVisible()
    await press(counter, 'F1')
    const help = counter.getByRole('complementary', { name: 'Aide de cet écran' })
    await expect(help).toBeVisible()
    await look(counter, 'counter-help', { closely: true })
    await help.getByText('Le manuel', { exact: true }).click()
    await help.getByText('Le manuel de l’agent').click()
    // Read from this very machine, whole.
    await expect
      .poll(() =>
        help.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
      )
      .toEqual(expect.arrayContaining([1280]))
    await look(counter, 'counter-handbook', { closely: true })
    await counter.setViewportSize({ width: 640, height: 400 })
    await expect(help).toBeInViewport({ ratio: 0.9 })
    await counter.close()
  })

  test('nothing seen goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
