import type { Page } from '@playwright/test'
import { keysOf } from '../fixtures/wedgeKeys.ts'

/**
 * Keys as a keyboard sends them, each at its own instant, without waiting for what the page makes of one.
 * @param gap milliseconds between two of them
 * @param busy the page hears them late and all together, as one does that was drawing
 */
export async function type(page: Page, text: string, gap: number, { busy = false } = {}) {
  const session = await page.context().newCDPSession(page)
  // Whatever was pressed before is over: what follows a key at once is of the same hand.
  await page.waitForTimeout(100)
  const start = Date.now() / 1000
  const sent: Promise<unknown>[] = []
  for (const { key, code: physical, at, shift, ctrl } of keysOf(text, { gaps: [gap] })) {
    const modifiers = (shift ? 8 : 0) + (ctrl ? 2 : 0)
    const same = { key, code: physical, modifiers, timestamp: start + at / 1000 }
    const written = ctrl ? {} : { text: key === 'Enter' ? '\r' : key }
    // A hand's keys come one by one: what is held back of each goes on its way in between.
    if (gap > 20 && !busy) await page.waitForTimeout(gap)
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...same, ...written }))
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...same }))
  }
  await Promise.all(sent)
}
