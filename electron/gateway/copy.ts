/** The longest text that a page may put on the clipboard, in characters: a pre-application number has a dozen. */
const longestCopy = 64

/** Whether a page's text may go on the clipboard: one short line, nothing that a terminal or a form would act on. */
export const copyable = (text: unknown): text is string =>
  typeof text === 'string' &&
  text.length > 0 &&
  text.length <= longestCopy &&
  /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(text)
