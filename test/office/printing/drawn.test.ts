import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headlessChromium } from '../../../electron/printing/headless.ts'
import type { Picture } from '../../../electron/printing/picture.ts'
import { rawPaper } from '../../../electron/printing/raw.ts'
import { decodeEscpos, plainText, type DecodedPicture } from '../../fixtures/escposDecoder.ts'
import { documentPaper, someFacts, ticketPaper } from '../../fixtures/papers.ts'
import { openPaperBrowser, type PaperBrowser } from '../../fixtures/paperBrowser.ts'
import { printerAt } from '../../fixtures/printQueue.ts'

const none = new AbortController().signal
/** One browser for all that is drawn here: a host starts one for each paper. */
let browser: PaperBrowser
beforeAll(async () => {
  browser = await openPaperBrowser()
})
afterAll(() => browser.close())
const picture: Picture = (...asked) => browser.picture(...asked)

/** What a printer of the usual tables receives of a receipt for this. */
const printed = async (
  label: string,
  draw: Picture = picture,
  paper: 'thermal80' | 'thermal58' = 'thermal80',
) => {
  const request = { paper: documentPaper(someFacts({ label })), reprint: false }
  return decodeEscpos(await rawPaper({ ...printerAt('accueil', ''), paper }, draw)(request, none))
}

const isBlack = ({ width, bytes }: DecodedPicture, x: number, y: number): boolean =>
  (((bytes[(y * width + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1) === 1
/** The columns of dots with ink. */
const columns = (drawn: DecodedPicture): readonly number[] =>
  Array.from({ length: drawn.width }, (_, x) => x).filter((x) =>
    Array.from({ length: drawn.height }, (_row, y) => isBlack(drawn, x, y)).includes(true),
  )
/** The first and the last of them. */
const inked = (drawn: DecodedPicture): readonly [number, number] => [
  columns(drawn)[0] ?? -1,
  columns(drawn).at(-1) ?? -1,
]
/** White columns between two with ink. */
const gaps = (drawn: DecodedPicture): number =>
  columns(drawn).filter((x, at, all) => at > 0 && x - (all[at - 1] ?? x) > 1).length

describe('a name that the printer has no characters for', () => {
  test('is drawn: one picture of the paper’s width in the place of its line, the rest in characters', async () => {
    const { pictures, lines, unknown } = await printed('محمد بن عبد الله', headlessChromium().picture)
    expect(pictures).toHaveLength(1)
    const [drawn] = pictures
    if (!drawn) return
    expect([drawn.width, drawn.height]).toEqual([576, 30])
    const [first, last] = inked(drawn)
    expect(first).toBeLessThan(12)
    expect(last).toBeGreaterThan(60)
    expect(lines.map(({ text }) => text).join()).not.toMatch(/mhmd|\?/)
    expect(unknown).toEqual([])
    expect((await printed('محمد بن عبد الله')).pictures, 'this browser draws as a host’s own').toEqual(
      pictures,
    )
  })

  test('is joined as Arabic is: the same letters told not to join stand apart', async () => {
    const [joined] = (await printed('محمد')).pictures
    const [apart] = (await printed('م\u200cح\u200cم\u200cد')).pictures
    if (!joined || !apart) throw new Error('nothing was drawn')
    expect(gaps(joined)).toBe(0)
    expect(gaps(apart)).toBe(3)
  })

  test('keeps its place in a French line: what follows it stands on its right', async () => {
    const [alone] = (await printed('محمد')).pictures
    const [followed] = (await printed('محمد, né en mai')).pictures
    if (!alone || !followed) throw new Error('nothing was drawn')
    const [, end] = inked(alone)
    expect(columns(followed).filter((x) => x <= end)).toEqual(columns(alone))
    expect(inked(followed)[1]).toBeGreaterThan(end + 60)
  })

  test('is drawn whole, however wide its letters', async () => {
    // 48 letters of the widest: wider than the paper, so they are narrowed to it.
    for (const paper of ['thermal80', 'thermal58'] as const) {
      const { pictures } = await printed('\u0636'.repeat(60), picture, paper)
      for (const drawn of pictures) {
        expect(drawn.width).toBe(paper === 'thermal80' ? 576 : 384)
        expect(inked(drawn)[1]).toBeLessThan(drawn.width)
      }
      expect(pictures).toHaveLength(2)
    }
  })

  test('has a line each among French ones, drawn by one browser run', async () => {
    let runs = 0
    const counted: Picture = (...asked) => {
      runs++
      return picture(...asked)
    }
    const { pictures } = await printed(
      'Attestation pour Їжакевич Олексій ґанок, et pour محمد بن عبد الله',
      counted,
    )
    expect(pictures.length).toBeGreaterThan(1)
    expect(runs).toBe(1)
  })

  test('never makes the printer obey its picture', async () => {
    const bytes = await rawPaper(printerAt('accueil', ''), picture)(
      {
        paper: documentPaper(someFacts({ label: 'محمد بن عبد الله, Їжакевич Олексій ґанок, 中文' })),
        reprint: false,
      },
      none,
    )
    for (let at = 1; at < bytes.length; at++)
      if (bytes[at - 1] === 0x10) expect([0x04, 0x05, 0x14]).not.toContain(bytes[at])
  })

  test('comes out in Latin letters when the browser fails, and the paper is not held back', async () => {
    const broken: Picture = () => Promise.resolve(new TextEncoder().encode('not a picture'))
    const decoded = await printed('محمد بن عبد الله', broken)
    expect(decoded.pictures).toEqual([])
    expect(plainText(decoded)).toContain('mhmd bn ‘bd allh')
    expect(decoded.cuts).toBe(1)
  })
})

test('a paper in the printer’s own characters asks nothing of a browser', async () => {
  const never: Picture = () => Promise.reject(new Error('asked'))
  let asked = 0
  const request = { paper: ticketPaper, reprint: false }
  const draw: Picture = (...all) => {
    asked++
    return never(...all)
  }
  await rawPaper(printerAt('accueil', ''), draw)(request, none)
  expect(asked).toBe(0)
})
