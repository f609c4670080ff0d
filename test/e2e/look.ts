import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { reference } from '../../shared/messages/law/references.ts'
import { broken, rulesOfColours } from '../fixtures/axe.ts'
import { expect } from './fixture.ts'
import { root } from '../runtime/places.ts'

/** Width and height of a window, in CSS pixels. */
type Size = readonly [width: number, height: number]

const usual: Size = [1280, 800]
const wide: Size = [1920, 1080]
const upright: Size = [1080, 1920]
/** What 200 % leaves of the usual window: the same layout, in half as many pixels. */
const enlarged: Size = [640, 400]

type View = { readonly size: Size; readonly theme: 'light' | 'dark' }

/** By night every picture is taken; otherwise each state once, and those named in `closely` in the dark too. */
export const everyWay = Number(process.env['GUICHET_RUNS'] ?? 100) >= 1000

/** A picture is for a person's eye: by night, and for whoever asks for them. */
const draws = everyWay || process.env['GUICHET_PICTURES'] === '1'

/** The counter's thin bar above the ministry's own software, over the whole width and over half of it. */
const bars: readonly Size[] = [
  [1280, 56],
  [640, 56],
]

/** Whoever works at a page enlarges it; the public's screens stand as they are. */
const sizesOf = (name: string): readonly Size[] => {
  if (name.startsWith('kiosk')) return [usual, wide, upright]
  if (name.startsWith('bar-')) return bars
  return name.startsWith('display') ? [usual, wide] : [usual, wide, enlarged]
}

function viewsOf(name: string, closely: boolean): readonly View[] {
  const sizes = sizesOf(name)
  // The kiosk that most people meet stands upright.
  const first = sizes.includes(upright) ? upright : sizes[0]!
  const light: View = { size: first, theme: 'light' }
  if (!everyWay) return closely ? [light, { ...light, theme: 'dark' }] : [light]
  return sizes.flatMap((size): View[] => [
    { size, theme: 'light' },
    { size, theme: 'dark' },
  ])
}

/**
 * What people read and that something hides: text beyond the edge of what holds it, where no one can scroll to it.
 * Runs in the page.
 */
function hiddenText(): readonly string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    const holder = node.parentElement
    if (text === '' || !holder?.checkVisibility({ visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right, top, bottom } = range.getBoundingClientRect()
    if (right - left < 1) continue
    // A font’s box is taller than its letters.
    const high = Number.parseFloat(getComputedStyle(holder).fontSize) / 4
    const wide = 2
    for (let around: Element | null = holder; around; around = around.parentElement) {
      const { overflowX, overflowY, position, textOverflow } = getComputedStyle(around)
      const edge = around.getBoundingClientRect()
      // What is for screen readers alone has one pixel, what scrolls shows all of it, « … » says that there is more.
      if (edge.width <= 1 || edge.height <= 1 || /auto|scroll/.test(overflowX + overflowY)) break
      if (textOverflow === 'ellipsis') break
      const beyond =
        (/hidden|clip/.test(overflowX) && (left < edge.left - wide || right > edge.right + wide)) ||
        (/hidden|clip/.test(overflowY) && (top < edge.top - high || bottom > edge.bottom + high))
      if (beyond) found.push(text.slice(0, 60))
      if (beyond || position === 'fixed') break
    }
  }
  return found
}

/** What people read on the page as it stands, and that something hides. */
export const hidden = (page: Page): Promise<readonly string[]> => page.evaluate(hiddenText)

/**
 * The numbers of articles and papers that a line's end cuts, which are then read as others, or parts from what they are read
 * with. Runs in the page.
 * @param pattern what such a number looks like
 */
function cutNumbers(pattern: string): readonly string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.checkVisibility({ visibilityProperty: true })) continue
    for (const { 0: text, index } of (node.textContent ?? '').matchAll(new RegExp(pattern, 'g'))) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + text.length)
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      if (lines.size > 1) found.push(text)
    }
  }
  return found
}

/** A number and what it is read with: « art. 12 », « n° 3 », « L. 114-2 », « 25 € », « 14 h ». */
const beside = String.raw`(?:\b[Aa]rt\.|\b[Nn]°)\s\S+|\b[LRDA]\.\s\*?\d\S*|\d\s(?:[€%]|h\b)`

/** The numbers that are cut on the page as it stands, and on the papers that it shows. */
const cut = async (page: Page): Promise<readonly string[]> =>
  (
    await Promise.all(
      page.frames().map((frame) => frame.evaluate(cutNumbers, `${reference.source}|${beside}`)),
    )
  ).flat()

/** What goes beyond the window's width, where the page can be scrolled to it. */
export const beyond = (page: Page) =>
  page.evaluate(() => {
    const room = window.innerWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`)
  })

/** The tables whose name the box around them has too: a screen reader would say it twice. */
export const saidTwice = (page: Page): Promise<readonly string[]> =>
  page.locator('[role=group][aria-label] > table').evaluateAll((tables) =>
    tables.flatMap((table) => {
      const name = table.getAttribute('aria-label') ?? table.querySelector('caption')?.textContent ?? ''
      return table.parentElement?.getAttribute('aria-label') === name ? [name] : []
    }),
  )

/** The fonts that the page has asked for and that have not come, with the signs that each is for. Runs in the page. */
function fontsAwaited(): readonly string[] {
  // What is to be drawn is asked for as it is laid out.
  document.body.getBoundingClientRect()
  return [...document.fonts]
    .filter(({ status }) => status === 'loading')
    .map(({ family, unicodeRange }) => `${family}, ${unicodeRange.slice(0, 40)}`)
}

/** Waits until the page has its letters: a font that a cut network keeps never comes, and is then named. */
const fontsRead = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(fontsAwaited), { message: 'fonts that the page waits for', timeout: 30_000 })
    .toEqual([])

/** Looks at pages, and keeps what is wrong with them until all have been seen. */
export type Eye = {
  /**
   * Looks at a page as it stands, in several sizes, light and dark: nothing goes beyond the window's width, and no rule
   * of axe is broken. Where it draws, a picture of each is in `out/pictures` for a person's eye.
   * @param closely in the dark also in a short run
   */
  readonly look: (page: Page, name: string, how?: { readonly closely?: boolean }) => Promise<void>
  readonly wrong: () => readonly string[]
}

export function openEye(): Eye {
  const wrong: string[] = []
  return {
    wrong: () => wrong,
    look: async (page, name, { closely = false } = {}) => {
      // A picture is of what the page says, once all of it is read.
      await expect(page.locator('[data-unread]')).toHaveCount(0)
      await expect(page.getByText(appWords.loading, { exact: true })).toHaveCount(0)
      for (const { size, theme } of viewsOf(name, closely)) {
        const [width, height] = size
        const view = `${name}-${width}x${height}-${theme}`
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await fontsRead(page)
        if (draws)
          await page.screenshot({
            path: join(root, 'out', 'pictures', `${view}.png`),
            fullPage: size === enlarged,
            animations: 'disabled',
          })
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (beyond > 0) wrong.push(`${view}: ${beyond} pixels beyond the window’s width`)
        for (const text of await hidden(page)) wrong.push(`${view}: « ${text} » is cut`)
        for (const text of await cut(page)) wrong.push(`${view}: « ${text} » is cut at a line’s end`)
        // A wider window breaks no other rule, nor the dark but those of colours, and axe costs more than all the rest.
        if (size === wide) continue
        for (const rule of await broken(page, theme === 'dark' ? rulesOfColours : []))
          wrong.push(`${view}: ${rule}`)
      }
      await page.setViewportSize({ width: usual[0], height: usual[1] })
      await page.emulateMedia({ colorScheme: 'light' })
    },
  }
}

/** By night each page is seen in six ways: a describe of pictures has so long, in milliseconds. */
export const patience = everyWay ? 1_800_000 : 600_000
