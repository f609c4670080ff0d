/**
 * A row will go away with its buttons: finds what takes the focus then, the first button of the next row that has
 * one, else of the one before. It is found while the row is still there, and takes the focus when it is called.
 */
export function beside(element: Element | null): () => void {
  const row = element?.closest('li, tr')
  const rows = row ? [...(row.parentElement?.children ?? [])] : []
  const at = row ? rows.indexOf(row) : 0
  const next = [...rows.slice(at + 1), ...rows.slice(0, at).toReversed()]
    .map((each) => each.querySelector<HTMLElement>('button:not([disabled])'))
    .find((button) => button !== null)
  return () => next?.focus()
}
