import { describe, expect, test } from 'vitest'
import { sayWith } from '../../../electron/printing/charsets.ts'
import { rawPaper } from '../../../electron/printing/raw.ts'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import type { Paper } from '../../../shared/contract/documents/papers.ts'
import { Printer } from '../../../shared/contract/printing/printers.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import {
  documentPaper,
  everyPaper,
  longFacts,
  someFacts,
  testPaper,
  ticketPaper,
} from '../../fixtures/papers.ts'
import { noPicture } from '../../fixtures/printQueue.ts'
import { specimenHead } from '../../fixtures/specimens.ts'
import { tillSpecimens } from '../../fixtures/tillSpecimens.ts'

/** A receipt printer of the settings, with what is said of it. */
const printer = (said: Record<string, unknown>): Printer =>
  Printer.parse({
    printerId: 'accueil',
    name: 'Accueil',
    transport: 'tcp',
    address: 'a:9100',
    paper: 'thermal80',
    ...said,
  })

/** What comes out, on a machine where nothing draws. */
const printed = async (said: Record<string, unknown>, paper: Paper, reprint = false) =>
  decodeEscpos(await rawPaper(printer(said), noPicture)({ paper, reprint }, new AbortController().signal))

const named = (label: string): Paper => documentPaper(someFacts({ label }))

describe('the roll', () => {
  test.each([
    ['thermal80', 48],
    ['thermal58', 32],
    ['label58', 32],
  ])('of %s holds %d characters a line, whatever the paper says', async (paper, columns) => {
    for (const one of everyPaper) {
      const { lines, unknown } = await printed({ paper }, one)
      expect(unknown).toEqual([])
      for (const { text, size } of lines) expect(text.trimStart().length * size).toBeLessThanOrEqual(columns)
    }
  })

  test('of 58 mm says the same as that of 80 mm, and its code is whole', async () => {
    const paper = documentPaper(longFacts())
    const [wide, narrow] = [await printed({}, paper), await printed({ paper: 'thermal58' }, paper)]
    // The rules alone have another length.
    const words = (text: string) => text.replace(/─+|-{3,}/g, '').replace(/\s+/g, '')
    expect(words(plainText(narrow))).toBe(words(plainText(wide)))
    expect(narrow.qr).toEqual(wide.qr)
  })
})

describe('the tables of characters', () => {
  const cyrillic = 'Шевченко'
  const ukrainian = 'Їжакевич Олексій ґанок'

  test('that every printer has say French, Europe’s east and Cyrillic', async () => {
    const text = plainText(await printed({}, named(`Œuvre à 5 € — Łukasz Dvořák, ${cyrillic}`)))
    expect(text).toContain(`Œuvre à 5 € — Łukasz Dvořák, ${cyrillic}`)
  })

  test.each(['cp1125', 'windows1251'])('say Ukrainian whole where the printer has %s', async (page) => {
    const text = plainText(await printed({ codepages: ['windows1252', page] }, named(ukrainian)))
    expect(text).toContain(ukrainian)
  })

  test('without Ukrainian, and where nothing draws, give the letters that passports have', async () => {
    const text = plainText(await printed({}, named(ukrainian)))
    expect(text).toContain('Yizhakevych Oleksii ganok')
  })

  test('without Arabic, and where nothing draws, give its consonants in Latin letters', async () => {
    const text = plainText(await printed({}, named('محمد بن عبد الله')))
    expect(text).toContain('mhmd bn ‘bd allh')
  })

  test('of an old printer give signs of the same width rather than question marks', async () => {
    const paper = named('L’œuvre – « dépôt » — 5 €')
    const text = plainText(await printed({ codepages: ['cp858'] }, paper))
    expect(text).toContain("L'")
    expect(text).toContain('5 €')
    expect(text).not.toContain('—')
  })

  test('are left alone by a name that would command the printer', async () => {
    const { cuts, unknown, drawers } = await printed(
      { drawer: 'pin2' },
      named('a\u001bp\u0000\u001dV\u0000b'),
    )
    expect({ cuts, unknown, drawers }).toEqual({ cuts: 1, unknown: [], drawers: [] })
  })
})

describe('the options of a printer', () => {
  test.each([
    ['none', 0],
    ['partial', 1],
    ['full', 1],
  ])('a cutter that is « %s » cuts %d times', async (cutter, cuts) => {
    expect((await printed({ cutter }, ticketPaper)).cuts).toBe(cuts)
  })

  test('the drawer is opened by the quittance of a payment in cash, once, and by the test page', async () => {
    const kick = async (paper: Paper, reprint = false) =>
      (await printed({ drawer: 'pin5' }, paper, reprint)).drawers
    expect(await kick({ ...testPaper, drawer: true })).toEqual([5])
    expect(await kick(ticketPaper)).toEqual([])
    const { quittance, recu } = tillSpecimens({ ...specimenHead(), relates: null })
    const repeated = { how: 'duplicate', number: 'QT-2026-7', issuedAt: quittance.issuedAt } as const
    const paid = (facts: DocumentFacts, copy = 1): Paper => ({
      of: 'document',
      document: { ...documentPaper(someFacts()).document, facts },
      copy,
    })
    expect(await kick(paid(quittance))).toEqual([5])
    // A copy, a duplicate, a reprint, a cheque or a card moves no cash.
    expect(await kick(paid({ ...quittance, relates: repeated }))).toEqual([])
    expect(await kick(paid(quittance, 2))).toEqual([])
    expect(await kick(paid(quittance), true)).toEqual([])
    expect(await kick(paid({ ...quittance, means: 'cheque' }))).toEqual([])
    expect(await kick(paid(recu))).toEqual([])
    expect((await printed({}, paid(quittance))).drawers).toEqual([])
    expect(await kick(documentPaper(someFacts()))).toEqual([])
    expect((await printed({}, { ...testPaper, drawer: true })).drawers).toEqual([])
  })

  test('a label for an envelope has its addressee large enough, its sender, and goes on to the next label', async () => {
    const label: Paper = {
      of: 'label',
      label: {
        lines: ['Madame Nadia Ferrand', '12 rue des Lilas', '77590 Fontaine-le-Port'],
        reference: 'Dossier D-2026-42',
        sender: 'Mairie de Fontaine-le-Port, 1 place de la Mairie, 77590 Fontaine-le-Port',
        school: false,
      },
    }
    const onLabels = await printed({ paper: 'label58', label: { heightMm: 40 } }, label)
    expect(onLabels).toMatchObject({ labels: 1, cuts: 0 })
    expect(onLabels.lines.filter(({ bold }) => bold).map(({ text }) => text)).toEqual(label.label.lines)
    expect(plainText(onLabels)).toContain('Dossier D-2026-42')
    // A continuous roll is cut.
    expect(await printed({ paper: 'label58' }, label)).toMatchObject({ labels: 0, cuts: 1 })
  })
})

describe('the test page', () => {
  test('shows each table of the printer in its own characters, and a ruler of its width', async () => {
    const codepages = ['windows1252', 'cp852', 'cp866', 'cp1125', 'windows1251'] as const
    const page = await printed(
      { codepages, cutter: 'full', drawer: 'pin2' },
      { ...testPaper, codepages: [...codepages], cutter: 'full', drawer: true },
    )
    const line = (name: string) => page.lines.find(({ text }) => text.startsWith(name))?.text
    expect(line('windows1252')).toContain('œ Œ € — ’ ñ')
    expect(line('cp852')).toContain('Ł ř ő ż')
    expect(line('cp866')).toContain('Шевченко Є ї')
    expect(line('cp1125')).toContain('Шевченко Є ї ґ')
    expect(line('windows1251')).toContain('Шевченко Є ї ґ €')
    expect(page.drawers).toEqual([2])
    expect(plainText(page)).toContain('Le tiroir-caisse s’ouvre.')
    expect(plainText(page)).toContain('Le papier est coupé en entier.')
  })

  test.each([
    ['thermal80', 72],
    ['thermal58', 48],
  ])('its ruler on %s has a line at each of %d millimetres, and the tens stand out', async (paper, mm) => {
    const [ruler] = (await printed({ paper }, testPaper)).pictures
    if (!ruler) throw new Error('no ruler')
    expect(ruler.width).toBe(mm * 8)
    const black = (x: number, y: number) =>
      ((ruler.bytes[(y * ruler.width) / 8 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
    const long = (at: number) =>
      Array.from({ length: ruler.height }, (_, y) => black(at, y)).reduce((a, b) => a + b)
    for (let at = 0; at < mm; at++) {
      expect(long(at * 8), `${at} mm`).toBe(at % 10 === 0 ? 40 : at % 5 === 0 ? 26 : 14)
      expect(long(at * 8 + 4), `between ${at} and ${at + 1} mm`).toBe(2)
    }
  })
})

test('a sign whose byte in an old table is an order of the printer goes by no table', () => {
  for (const sign of '∟►☺⌂') expect(sayWith(['cp437', 'cp858'], `a${sign}`).by).toBeNull()
  expect(sayWith(['cp437', 'cp858'], 'é').by).toBe('cp437')
})
