import { lessonWords as words } from '../../shared/messages/lesson.fr.ts'
import { expect, test } from './fixture.ts'
import { press } from './keyboard.ts'
import { broken, patience } from './look.ts'

test.use({ at: '2026-03-03T09:00:00+01:00' })
test.setTimeout(patience)

test('a guided day is begun, lived and given back as new by the keyboard, beside the counter that it hides nothing of', async ({
  page,
  open,
}) => {
  const asks = page.getByRole('heading', { name: 'Qui êtes-vous' })
  const panel = page.getByRole('complementary', { name: words.title })
  await expect(asks.or(panel)).toBeVisible()
  if (await asks.isVisible()) await press(page, 'Digit1')
  await expect(panel).toContainText(words.offer)
  expect(await broken(page)).toEqual([])
  await page.keyboard.press('Shift+F9')

  const call = page.getByRole('button', { name: 'F2 Appeler', exact: true })
  await expect(call).toBeEnabled()
  await expect(panel).toContainText(words.situations.noPaper.happens)
  await expect(panel).toContainText(words.progress(0, 10))
  const covers = async () => {
    const over = (await panel.boundingBox())!
    const under = (await page.getByRole('heading', { level: 1 }).boundingBox())!
    return over.x < under.x + under.width && over.y + over.height > under.y && over.y < under.y + under.height
  }
  expect(await covers()).toBe(false)

  // Received, and let go with mere information: the mistake is told, with what is expected and its text.
  await press(page, 'F2')
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
  await press(page, 'F5')
  await expect(page.getByRole('button', { name: /^F8/ })).toBeEnabled()
  expect(await broken(page)).toEqual([])
  await press(page, 'F8')
  const wrong = panel.getByRole('region', { name: words.wrong })
  await expect(wrong).toContainText(words.mistakes.turnedAway)
  await expect(wrong).toContainText('L114-5')
  // Taken back, they are here again.
  await press(page, 'Control+z')
  await expect(panel.getByRole('region', { name: words.now })).toContainText(words.mistakes.turnedAway)
  await expect(wrong).toHaveCount(0)

  // The next person comes at once; the page goes on with whom it receives.
  await page.keyboard.press('Shift+F2')
  await expect(panel).toContainText(words.situations.incomplete.happens)
  await expect(page.getByRole('button', { name: /^F8/ })).toBeEnabled()
  expect(await broken(page)).toEqual([])

  // Begun again by a second press, without a window over whoever is received; a first one alone does nothing.
  await page.keyboard.press('Shift+F9')
  await expect(panel).toContainText(words.againHelp)
  await press(page, 'Escape')
  await expect(panel).not.toContainText(words.againHelp)
  await expect(panel).toContainText(words.situations.incomplete.happens)
  await press(page, 'F9')
  await press(page, 'Digit1')
  await expect(page.getByRole('button', { name: 'Afficher', exact: true }).first()).toBeVisible()
  const papers = await open('documents')
  const paper = papers.getByText(/-2026-1\b/).first()
  await expect(paper).toBeVisible()
  await page.keyboard.press('Shift+F9')
  await page.keyboard.press('Shift+F9')
  await expect(panel).toContainText(words.progress(0, 10))
  await expect(panel).toContainText(words.situations.noPaper.happens)
  await expect(call).toBeEnabled()
  // The same agent at the same counter, and nothing of before; the page beside this one came back by itself.
  await expect(page.getByRole('button', { name: 'Afficher', exact: true })).toHaveCount(0)
  await expect(panel).not.toContainText(words.wrong)
  await expect(paper).toHaveCount(0)
  expect(await broken(page)).toEqual([])
})
