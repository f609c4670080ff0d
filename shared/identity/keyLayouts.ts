// What a physical key writes, by keyboard: a wedge set to one layout on a machine set to another writes something else,
// and the physical keys alone still tell what it read.

type Layout = Readonly<Record<string, readonly [plain: string, shifted: string]>>

const letters = (of: (letter: string) => string): Layout =>
  Object.fromEntries(
    [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [
      `Key${letter}`,
      [of(letter).toLowerCase(), of(letter)] as const,
    ]),
  )

const row = (codes: readonly string[], plain: string, shifted: string): Layout =>
  Object.fromEntries(codes.map((code, at) => [code, [plain.charAt(at), shifted.charAt(at)] as const]))

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) => `Digit${digit}`)
const keypad = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Numpad${digit}`)
const signs = [
  'Minus',
  'Equal',
  'BracketLeft',
  'BracketRight',
  'Backslash',
  'Semicolon',
  'Quote',
  'Backquote',
  'Comma',
  'Period',
  'Slash',
  'IntlBackslash',
  'Space',
]

const everywhere: Layout = {
  ...row(keypad, '0123456789', '0123456789'),
  ...row(
    ['NumpadDecimal', 'NumpadAdd', 'NumpadSubtract', 'NumpadMultiply', 'NumpadDivide'],
    '.+-*/',
    '.+-*/',
  ),
}

const american: Layout = {
  ...everywhere,
  ...letters((letter) => letter),
  ...row(digits, '1234567890', '!@#$%^&*()'),
  ...row(signs, "-=[]\\;'`,./\\ ", '_+{}|:"~<>?| '),
}

const swapped: Readonly<Record<string, string>> = { A: 'Q', Q: 'A', W: 'Z', Z: 'W' }
const french: Layout = {
  ...everywhere,
  ...letters((letter) => swapped[letter] ?? letter),
  ...row(['KeyM'], ',', '?'),
  ...row(digits, '&é"\'(-è_çà', '1234567890'),
  ...row(signs, ')=^$*mù²;:!< ', '°+¨£µM%²./§> '),
}

/** The layouts that a wedge may be set to, besides the machine's own. */
export const keyLayouts = { american, french } as const
