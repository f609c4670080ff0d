// Where each element stands in a zone, as data: line, first character (from 0), length.

/** A run of characters: its line, its first character from 0, its length. */
export type Run = readonly [line: number, from: number, length: number]

export type MrzFormat =
  | 'TD1'
  | 'TD2'
  | 'TD3'
  | 'MRV_A'
  | 'MRV_B'
  | 'FRENCH_NATIONAL_ID'
  | 'FRENCH_DRIVING_LICENSE'

/** An element protected by its own check digit. */
export type Checked = 'documentNumber' | 'birthDate' | 'expirationDate' | 'personalNumber'

export type Layout = {
  readonly format: MrzFormat
  readonly documentCode: Run
  readonly issuingState: Run
  readonly documentNumber: Run
  readonly names?: Run
  readonly nationality?: Run
  readonly birthDate?: Run
  readonly sex?: Run
  readonly expirationDate?: Run
  readonly personalNumber?: Run
  readonly optional1?: Run
  readonly optional2?: Run
  /** Where a number longer than nine characters goes on, after a filler in place of its check digit (Doc 9303-5, -6). */
  readonly overflow?: Run
  /** What the number's check digit is of, where it is not of the number alone. */
  readonly numberCheck?: Run
  /** Each check digit's place. */
  readonly digits: Readonly<Partial<Record<Checked, Run>>>
  /** The last digit, over these runs one after another; visas have none (Doc 9303-7, §4.2.2). */
  readonly composite?: { readonly over: readonly Run[]; readonly at: Run }
}

/** Cards (Doc 9303-5, §4.2.2). */
const td1: Layout = {
  format: 'TD1',
  documentCode: [0, 0, 2],
  issuingState: [0, 2, 3],
  documentNumber: [0, 5, 9],
  optional1: [0, 15, 15],
  overflow: [0, 15, 15],
  birthDate: [1, 0, 6],
  sex: [1, 7, 1],
  expirationDate: [1, 8, 6],
  nationality: [1, 15, 3],
  optional2: [1, 18, 11],
  names: [2, 0, 30],
  digits: { documentNumber: [0, 14, 1], birthDate: [1, 6, 1], expirationDate: [1, 14, 1] },
  composite: {
    over: [
      [0, 5, 25],
      [1, 0, 7],
      [1, 8, 7],
      [1, 18, 11],
    ],
    at: [1, 29, 1],
  },
}

/** The second line that cards of two lines, passports and visas begin alike. */
const secondLine = {
  documentCode: [0, 0, 2],
  issuingState: [0, 2, 3],
  documentNumber: [1, 0, 9],
  nationality: [1, 10, 3],
  birthDate: [1, 13, 6],
  sex: [1, 20, 1],
  expirationDate: [1, 21, 6],
  digits: { documentNumber: [1, 9, 1], birthDate: [1, 19, 1], expirationDate: [1, 27, 1] },
} as const satisfies Partial<Layout>

/** Larger cards (Doc 9303-6, §4.2.2). */
const td2: Layout = {
  ...secondLine,
  format: 'TD2',
  names: [0, 5, 31],
  optional1: [1, 28, 7],
  overflow: [1, 28, 7],
  composite: {
    over: [
      [1, 0, 10],
      [1, 13, 7],
      [1, 21, 14],
    ],
    at: [1, 35, 1],
  },
}

/** Passports (Doc 9303-4, §4.2.2). */
const td3: Layout = {
  ...secondLine,
  format: 'TD3',
  names: [0, 5, 39],
  personalNumber: [1, 28, 14],
  digits: { ...secondLine.digits, personalNumber: [1, 42, 1] },
  composite: {
    over: [
      [1, 0, 10],
      [1, 13, 7],
      [1, 21, 22],
    ],
    at: [1, 43, 1],
  },
}

/** Visas of the two sizes (Doc 9303-7, §4.2.2 and §5.2.2). */
const mrvA: Layout = { ...secondLine, format: 'MRV_A', names: [0, 5, 39], optional1: [1, 28, 16] }
const mrvB: Layout = { ...secondLine, format: 'MRV_B', names: [0, 5, 31], optional1: [1, 28, 8] }

/**
 * The French identity card of 1988 to 2021. Not ICAO's: the number is the month of issue, the department and a count;
 * the names have a line each; there is no expiry and no nationality (the card is issued to French people alone:
 * décret 55-1397, art. 2). Its names and codes are read by `readFrenchCard`, in `read.ts`.
 */
const frenchCard: Layout = {
  format: 'FRENCH_NATIONAL_ID',
  documentCode: [0, 0, 2],
  issuingState: [0, 2, 3],
  documentNumber: [1, 0, 12],
  birthDate: [1, 27, 6],
  sex: [1, 34, 1],
  digits: { documentNumber: [1, 12, 1], birthDate: [1, 33, 1] },
  composite: {
    over: [
      [0, 0, 36],
      [1, 0, 35],
    ],
    at: [1, 35, 1],
  },
}

/**
 * The French driving licence of 2013 and after: one line, a name cut at eight characters, no birth date. No public text
 * describes it: as its specimens are, where the number's check digit is of all that stands before it.
 */
const frenchLicence: Layout = {
  format: 'FRENCH_DRIVING_LICENSE',
  documentCode: [0, 0, 2],
  issuingState: [0, 2, 3],
  documentNumber: [0, 5, 9],
  expirationDate: [0, 15, 6],
  names: [0, 21, 8],
  numberCheck: [0, 0, 14],
  digits: { documentNumber: [0, 14, 1] },
  composite: { over: [[0, 0, 29]], at: [0, 29, 1] },
}

/** The layout that a zone's shape and first characters name, or null. */
export function layoutOf(lines: readonly string[]): Layout | null {
  const [first = ''] = lines
  const shape = `${lines.length}×${first.length}`
  switch (shape) {
    case '3×30':
      return /^[ACI]/.test(first) ? td1 : null
    case '2×44':
      return first.startsWith('P') ? td3 : first.startsWith('V') ? mrvA : null
    case '2×36':
      if (first.startsWith('IDFRA')) return frenchCard
      return /^[ACI]/.test(first) ? td2 : first.startsWith('V') ? mrvB : null
    default:
      return shape === '1×30' && /^[ABD][12]FRA/.test(first) ? frenchLicence : null
  }
}
