// Keys that were held back and are a hand's: typed again as they would have been.

/** A place where one types. */
export type Field = {
  value(): string
  /** Puts back what it held, and tells the page. */
  restore(value: string): void
}

const wordless = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color', 'image']

/** The field that an event is for; null when it is none. */
export function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return fieldWith(target, HTMLTextAreaElement.prototype)
  if (target instanceof HTMLInputElement && !wordless.includes(target.type))
    return fieldWith(target, HTMLInputElement.prototype)
  if (target instanceof HTMLElement && target.isContentEditable)
    return {
      value: () => target.textContent ?? '',
      restore(value) {
        target.textContent = value
      },
    }
  return null
}

function fieldWith(element: HTMLInputElement | HTMLTextAreaElement, prototype: object): Field {
  // React reads what it set itself: the setter of the browser alone tells it that something changed.
  const own = Object.getOwnPropertyDescriptor(prototype, 'value')
  return {
    value: () => element.value,
    restore(value) {
      if (element.value === value) return
      own?.set?.call(element, value)
      element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
  }
}

/**
 * The same key again, which this time nobody holds back; its own act where the page has none for it.
 * @param where who hears it: by default where it was pressed, or whoever has the focus once that is gone
 */
export function typeAgain(held: KeyboardEvent, where?: Element): void {
  const target = where ?? placeOf(held)
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = held
  const named = { key, code, shiftKey, ctrlKey, altKey, metaKey }
  const again = new KeyboardEvent('keydown', { ...named, bubbles: true, cancelable: true })
  const unheard = target.dispatchEvent(again)
  // A button acts when its key is let go, and by itself where nothing else hears the key.
  target.dispatchEvent(new KeyboardEvent('keyup', { ...named, bubbles: true }))
  if (!unheard) return
  if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) return target.click()
  if (fieldOf(target) === null) return
  if (key === 'Enter') {
    if (target instanceof HTMLInputElement) target.form?.requestSubmit()
    else document.execCommand('insertText', false, '\n')
  } else if ([...key].length === 1 && !metaKey && ctrlKey === altKey)
    // Alone, it types where the caret is, and can be undone; no other way does both.
    document.execCommand('insertText', false, key)
}

const placeOf = ({ target }: KeyboardEvent): Node =>
  target instanceof Node && target.isConnected ? target : (document.activeElement ?? document.body)
