import type { Locator, Page } from '@playwright/test'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from './fixture.ts'

/** Milliseconds between two keys of a quick hand: what comes faster is a scanner's, and the page takes it for one. */
const ofAHand = 60

const lastPressed = new WeakMap<Page, number>()

/** Presses physical keys one after another, as « KeyQ » or « Digit1 »: the same places on AZERTY and QWERTY. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const soon = (lastPressed.get(page) ?? 0) + ofAHand - performance.now()
    if (soon > 0) await sleep(soon)
    await page.keyboard.press(key)
    lastPressed.set(page, performance.now())
  }
}

/**
 * Moves by Tab until the element has the focus: what can't be reached by keyboard fails here.
 * @param most how many stops a person may have to pass
 */
export async function tabTo(target: Locator, most = 30): Promise<void> {
  await expect(target).toBeVisible()
  const page = target.page()
  for (let stops = 0; stops < most; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, `within ${most} stops of Tab`).toBeFocused()
}
