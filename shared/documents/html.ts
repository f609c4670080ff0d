import { wholeNumbers } from '../messages/format/spaces.ts'
import { partsAround } from '../messages/law/references.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe between tags and inside quoted attributes, letter for letter. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** The same for what is read: a number stays beside what it is read with (« 25 € », « n° 3 »). */
export const escapeHtml = (text: string): string => escaped(wholeNumbers(text))

/** A text to be read: an article's number is never cut at its hyphen (« R313-12 »), which a browser would do. */
export const prose = (text: string): string =>
  partsAround(wholeNumbers(text))
    .map((part) => (part.whole ? `<span class="whole">${part.text}</span>` : escapeHtml(part.text)))
    .join('')

/** A CSS string inside a style element: neither the string nor the element can be closed from within. */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\<>&\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`
