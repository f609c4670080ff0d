import { copyInShell } from '../link/shell.ts'

/**
 * Puts a text on the clipboard. In the application its main process does it, since a page without the focus can't;
 * in a browser it needs a press or a key, and a page of the office's network has no secure origin: there, the older
 * way of a selected text is left.
 * @returns whether it is there
 */
export async function copyText(text: string): Promise<boolean> {
  if (copyInShell) return copyInShell(text)
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Refused: the older way.
  }
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.cssText = 'position:fixed;opacity:0'
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
