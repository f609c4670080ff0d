import type { Page } from '@playwright/test'

/**
 * Every text of the page as a language that is longer than any of ours would say it: accents above and below, four
 * tenths more, between brackets, so that what is cut shows its missing end. Numbers, hours and codes stay as they are.
 * The page draws some again when it has something new to say: looked at, then left.
 */
export const pseudoLocale = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const accents: Readonly<Record<string, string>> = {
      a: 'ậ',
      e: 'ệ',
      i: 'ị',
      o: 'ộ',
      u: 'ụ',
      y: 'ỵ',
      c: 'ç',
      n: 'ñ',
      A: 'Ậ',
      E: 'Ệ',
      I: 'Ị',
      O: 'Ộ',
      U: 'Ụ',
      C: 'Ç',
    }
    const long = (text: string): string => {
      const accented = text.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter)
      const more = text
        .split(/\s+/)
        .slice(0, Math.ceil(text.split(/\s+/).length * 0.4))
        .map((word) => word.replace(/./g, 'ñ'))
      return `⟦${accented} ${more.join(' ')}⟧`
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text)
    for (const node of found)
      // A word of four letters at least: « A 42 », « 10 h 42 » and « 14 min » are the same in every language.
      if (/\p{L}{4}/u.test(node.data) && !node.parentElement?.closest('style, script'))
        node.data = long(node.data)
  })

/** Texts that stand on one another, two by two. Each line of a text counts, not the box of all its lines. */
export const overlapping = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    type Line = { readonly text: string; readonly of: Element; readonly box: DOMRect }
    const seenOf = (of: Element, { top, bottom }: DOMRect) => {
      let seen = { top, bottom }
      for (let around: Element | null = of; around; around = around.parentElement) {
        if (!/auto|scroll/.test(getComputedStyle(around).overflowY)) continue
        const edge = around.getBoundingClientRect()
        seen = { top: Math.max(seen.top, edge.top), bottom: Math.min(seen.bottom, edge.bottom) }
      }
      return seen
    }
    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const of = node.parentElement
      if (text === '' || !of?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      // A font's box is taller than its letters, which stand around its middle.
      const letters = Number.parseFloat(getComputedStyle(of).fontSize) * 0.7
      for (const { x, y, width, height } of range.getClientRects()) {
        const whole = new DOMRect(x, y + (height - letters) / 2, width, letters)
        // What scrolls draws nothing beyond its edge: of a line half under it, the half that is seen counts.
        const { top, bottom } = seenOf(of, whole)
        const box = new DOMRect(x, top, width, Math.max(0, bottom - top))
        const middle = document.elementFromPoint(x + width / 2, y + height / 2)
        // What scrolled out of sight, or is for screen readers alone, stands on nothing.
        if (box.width < 2 || middle === null || !(middle.contains(of) || of.contains(middle))) continue
        lines.push({ text: text.slice(0, 40), of, box })
      }
    }
    const found = new Set<string>()
    lines.forEach((one, at) => {
      for (const other of lines.slice(at + 1)) {
        if (one.of === other.of) continue
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        if (wide > 2 && high > Math.min(one.box.height, other.box.height) / 4)
          found.add(`« ${one.text} » on « ${other.text} »`)
      }
    })
    return [...found]
  })
