import { useEffect, useState } from 'react'
import { useDirectKeys } from '../ui/directKeys.ts'
import { capOn, useKeyboard } from '../ui/keyboard.ts'

/** A key that the page shows, what it does in the page's own words, and whether it does it now. */
export type ShownKey = { readonly key: string; readonly does: string; readonly applies: boolean }

/** What a key's cap stands in: a control, else the line that tells of it. */
const holders = 'button, label, [role="radio"], [role="checkbox"], [role="option"], li, p, summary'

/** The length of text that is enough to know a control, in characters: a piece's line holds its whole rule. */
const enough = 60

/** The text of a control, its parts joined by a space, cut at a length that is enough to know it. */
function textOf(element: Element): string {
  const parts: string[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('kbd, small, svg')) continue
    const text = node.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
    if (text === '') continue
    if (parts.length > 0 && parts.join(' ').length + text.length > enough) break
    parts.push(text)
  }
  return parts.join(' ')
}

/** The name of what shows a cap alone, or of the field beside it: « Écrire une autre raison (L) » without its key. */
function nameOf(holder: Element): string {
  const named = holder.matches('[aria-label]') ? holder : holder.querySelector('input[aria-label]')
  return (named?.getAttribute('aria-label') ?? '').replace(/ \([^()]*\)$/, '')
}

/**
 * The keys as the page shows them, in reading order: read off the page itself, so that the help says no other key than
 * the one that is bound. What is hidden, or in the help, is left out.
 */
export function keysShown(page: ParentNode, help: Element | null): readonly ShownKey[] {
  const found = new Map<string, ShownKey>()
  for (const cap of page.querySelectorAll('kbd')) {
    const holder = cap.closest<HTMLElement>(holders) ?? cap.parentElement
    // The letter of a piece keeps its room while a panel has the letters: it is not shown, and does not act.
    if (!holder || help?.contains(cap) || !cap.checkVisibility({ visibilityProperty: true })) continue
    // The figures act elsewhere for now.
    if (cap.closest('[data-elsewhere]')) continue
    const line = {
      key: cap.textContent.trim(),
      does: textOf(holder) || nameOf(holder),
      applies: !holder.matches(':disabled, [aria-disabled="true"]'),
    }
    if (line.does !== '') found.set(`${line.key} ${line.does}`, line)
  }
  return [...found.values()]
}

/** The same, with the keys that act without a cap, read again each time the page changes. */
export function useKeysShown(help: { readonly current: Element | null }): readonly ShownKey[] {
  const [keys, setKeys] = useState<readonly ShownKey[]>([])
  const direct = useDirectKeys(({ said }) => said)
  const keyboard = useKeyboard()
  useEffect(() => {
    let frame = 0
    const read = () => {
      frame = 0
      const next = keysShown(document.body, help.current)
      // Drawing the help changes the page too: the same list of keys is not drawn again, or this would never end.
      setKeys((shown) => (JSON.stringify(shown) === JSON.stringify(next) ? shown : next))
    }
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(read)
    }
    const watch = new MutationObserver(later)
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    later()
    return () => {
      watch.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [help])
  const all = [...keys]
  for (const { key, does } of Object.values(direct).flat()) {
    const cap = capOn(keyboard, key)
    if (!all.some((line) => line.key === cap)) all.push({ key: cap, does, applies: true })
  }
  return all
}
