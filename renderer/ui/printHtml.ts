/** What a printing dialog may take, in milliseconds, before what it printed is let go. */
const patience = 600_000

/**
 * Prints a page alone, by the window's own dialog: in a frame of our origin, which may be told to print, where no script
 * runs.
 */
export function printHtml(html: string): void {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  // Out of sight, and still drawn: what has no size prints nothing.
  frame.style.cssText = 'position: fixed; inset-inline-start: -300mm; width: 210mm; height: 297mm;'
  frame.srcdoc = html
  const remove = () => frame.remove()
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', remove)
    frame.contentWindow?.print()
    setTimeout(remove, patience)
  })
  document.body.append(frame)
}
