import type { Page } from '@playwright/test'
import { keysOf } from '../../fixtures/wedgeKeys.ts'

/**
 * Keys as a keyboard sends them, each at its own instant, without waiting for what the page makes of one.
 * @param gap milliseconds between two of them
 * @param busy the page hears them late and all together, as one does that was drawing
 */
export async function type(page: Page, text: string, gap: number, { busy = false } = {}) {
  const session = await page.context().newCDPSession(page)
  // Whatever was pressed before is over: what follows a key at once is of the same hand.
  await page.waitForTimeout(150)
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

/**
 * A scanner set to a delay between its keys, each sent at its own time: F8 in the place of GS, as one does that has no
 * control characters.
 * @param pace milliseconds a key
 */
export async function scanSlowly(page: Page, text: string, pace: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await page.waitForTimeout(150)
  const [start, began] = [performance.now(), Date.now() / 1000]
  const sent: Promise<unknown>[] = []
  for (const one of keysOf(text, { gaps: [pace] })) {
    const { key, code, at, shift } = one.ctrl ? { ...one, key: 'F8', code: 'F8', shift: false } : one
    await page.waitForTimeout(Math.max(0, start + at - performance.now()))
    // As its driver stamps it: whatever hears it on a busy machine hears it late.
    const same = { key, code, modifiers: shift ? 8 : 0, timestamp: began + at / 1000 }
    const written = key.length === 1 ? { text: key } : key === 'Enter' ? { text: '\r' } : {}
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...same, ...written }))
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...same }))
  }
  await Promise.all(sent)
  await session.detach()
  await beyondAScan(page)
}

/** Milliseconds after which no key is taken for a scanner's: of 2 × 100 ms of silence, and 100 for a busy page. */
const silence = 400

/**
 * The time that a hand takes after a scan: a key pressed at once after it would be a part of it. What is read may be shown
 * before: where the machine held the scanner's keys back, what had come was taken for whole, then is joined by its rest.
 */
export const beyondAScan = (page: Page): Promise<void> => page.waitForTimeout(silence)
