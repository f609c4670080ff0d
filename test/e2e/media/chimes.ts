import type { Page } from '@playwright/test'

/** Counts the chimes of a page, in which it runs before anything else: sounds begun together are one. */
export function countChimes(): void {
  const counted = window as typeof window & { chimes: number }
  counted.chimes = 0
  let sounding = false
  window.AudioContext = class extends AudioContext {
    override createOscillator(): OscillatorNode {
      if (!sounding) {
        counted.chimes += 1
        sounding = true
        setTimeout(() => (sounding = false))
      }
      return super.createOscillator()
    }
  }
}

/** How many chimes a page has sounded since `countChimes`. */
export const chimesOf = (page: Page) =>
  page.evaluate(() => (window as typeof window & { readonly chimes?: number }).chimes)
