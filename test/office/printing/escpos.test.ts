import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { escposBytes } from '../../../electron/printing/escpos.ts'
import type { Paper } from '../../../shared/contract/documents/papers.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { documentPaper, longFacts, someFacts, testPaper, ticketPaper } from '../../fixtures/papers.ts'
import { root } from '../../runtime/places.ts'

const bytesOf = (paper: Paper, reprint: boolean) => escposBytes(thermalPaper(paper, { reprint }))

const samples = join(root, '..', 'shared', 'data', 'escpos')

describe('the decoder reads papers that it did not see made', () => {
  const there = existsSync(samples)
  if (!there)
    console.log('Échantillons ESC/POS absents (../shared/data/escpos) : le décodeur n’est pas comparé.')

  test.skipIf(!there).each([
    ['auto', (line: string) => line],
    ['windows1252', (line: string) => line],
    // The trap that « auto » avoids: cp858 has no Œ.
    ['cp858', (line: string) => line.replace('Œ', '?')],
  ])('recepisse-%s.bin', (name, printed) => {
    const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
      lines: string[]
      qr: string
    }
    const decoded = decodeEscpos(readFileSync(join(samples, `recepisse-${name}.bin`)))
    expect(plainText(decoded)).toBe(expected.lines.map(printed).join(' '))
    expect(decoded.qr).toEqual([expected.qr])
    expect(decoded.cuts).toBe(1)
    expect(decoded.unknown).toEqual([])
  })
})

describe('our papers as bytes', () => {
  test('accents, œ, € and — come out, and nothing is a question mark', () => {
    const bytes = bytesOf(testPaper, false)
    const text = plainText(decodeEscpos(bytes))
    expect(text).toContain('àâäçéèêëîïôöùûüÿ ÀÂÇÉÈÊËÎÏÔÙÛÜŸ')
    expect(text).toContain('œ Œ æ Æ € — – « » ’ … ° ½')
    expect(text).not.toContain('?')
  })

  test('names of Europe’s east and in Cyrillic come out too', () => {
    const bytes = escposBytes([
      { block: 'text', text: 'Łukasz Dvořák, Шевченко', bold: false, size: 1, align: 'left' },
    ])
    expect(plainText(decodeEscpos(bytes))).toBe('Łukasz Dvořák, Шевченко')
  })

  test('a receipt has its title double and bold, its code, one cut', () => {
    const paper = documentPaper(someFacts())
    const decoded = decodeEscpos(bytesOf(paper, false))
    expect(decoded.lines.find(({ size }) => size === 2)).toMatchObject({ bold: true, size: 2 })
    expect(decoded.lines.find(({ size }) => size === 2)?.text.trim()).toBe('Récépissé de dépôt')
    expect(decoded.qr).toEqual([paper.document.code])
    expect(decoded.cuts).toBe(1)
    for (const { text, size } of decoded.lines) expect(text.trimStart().length * size).toBeLessThanOrEqual(48)
  })

  test('a reprint says so, and training says SPÉCIMEN', () => {
    const text = plainText(decodeEscpos(bytesOf(documentPaper(longFacts()), true)))
    expect(text).toContain('Réimpression')
    expect(text.match(/SPÉCIMEN/g)).toHaveLength(2)
  })

  test('a ticket’s number is six times as large', () => {
    const decoded = decodeEscpos(bytesOf(ticketPaper, false))
    expect(decoded.lines.find(({ size }) => size === 6)?.text.trim()).toBe('A 42')
  })
})
