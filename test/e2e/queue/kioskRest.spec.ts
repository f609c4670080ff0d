import type { Page } from '@playwright/test'
import { kiosk as words, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act } from '../reception.ts'

// A kiosk that nobody uses says what to bring; whoever comes finds the question, not what they touched blindly.

test.use({ station: 'kiosk' })

const title = (kiosk: Page, name: string) => kiosk.getByRole('heading', { name, level: 1 })

test('after three quiet minutes the kiosk rests: what to bring in each language in turn; a key or a touch begins, and chooses nothing', async ({
  office,
  page: kiosk,
}) => {
  await kiosk.clock.install()
  await kiosk.reload()
  await test.step('a closed office’s kiosk does not rest: it says when it opens', async () => {
    await expect(title(kiosk, words.fr.closed)).toBeVisible()
    await kiosk.clock.fastForward(400_000)
    await expect(title(kiosk, words.fr.closed)).toBeVisible()
  })
  await act(office, 'supervisor', 'day.open')
  await act(office, 'agent1', 'counter.open', { counterId: '2' })
  const question = title(kiosk, words.fr.choose)
  await expect(question).toBeFocused()
  // Every sign counts: the silence begins after it.
  await kiosk.clock.fastForward(170_000)
  await press(kiosk, 'ArrowDown')
  await kiosk.clock.fastForward(170_000)
  await expect(question).toBeVisible()

  const rest = async () => {
    await kiosk.clock.fastForward(181_000)
    // Each leaf has twelve seconds: the clock stands, whatever the machine takes to look.
    const now = await kiosk.evaluate(() => Date.now())
    await kiosk.clock.setFixedTime(now)
    await expect(title(kiosk, words.fr.restTitle)).toBeFocused()
    return now
  }
  const since = await rest()
  const piece = kiosk.getByRole('listitem').filter({ hasText: /photo/i }).first()
  await expect(piece).toBeVisible()
  await expect(kiosk.getByText(words.fr.closesAt('17 h 00'))).toBeVisible()
  expect(await broken(kiosk)).toEqual([])
  for (const [at, language] of [...kioskLanguages, 'fr' as const].entries()) {
    await kiosk.clock.setFixedTime(since + at * 12_000)
    const said = title(kiosk, words[language].restTitle)
    await expect(said).toBeVisible()
    await expect(kiosk.locator(`[lang="${language}"]`).filter({ has: said }).first()).toHaveAttribute(
      'dir',
      language === 'ar' ? 'rtl' : 'ltr',
    )
  }
  expect(await kiosk.evaluate(() => document.getAnimations().length), 'nothing moves').toBe(0)

  // A figure would choose the first service: it only wakes the kiosk.
  await press(kiosk, 'Digit1')
  await expect(question).toBeFocused()
  await rest()
  // A touch, where a service will stand.
  await kiosk.mouse.click(300, 300)
  await expect(question).toBeFocused()
  await rest()
  await press(kiosk, 'Enter')
  await expect(question).toBeFocused()
  // A person who began is asked whether they need time: what they read is never taken away by the rest.
  await press(kiosk, 'Digit1')
  await expect(title(kiosk, 'Titres d’identité')).toBeFocused()
  await kiosk.clock.fastForward(61_000)
  await expect(kiosk.getByRole('heading', { name: words.fr.moreTime })).toBeVisible()
})
