import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { escposBytes } from '../../../electron/printing/escpos.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { wrap } from '../../../shared/documents/wrap.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { appointmentPaper, documentPaper, sheetPaper, someFacts } from '../../fixtures/papers.ts'

const french = fc.string({
  unit: fc.constantFrom(
    ...'abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŒÆ€—–«»’…°½0123456789,;:!?()/-',
  ),
  minLength: 1,
  maxLength: 30,
})

property.prop([fc.array(french, { maxLength: 30 }), fc.integer({ min: 1, max: 60 })])(
  'wrapping loses nothing and no line is too wide',
  (words, columns) => {
    const lines = wrap(words.join(' '), columns)
    expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns)
  },
)

property.prop([fc.array(french, { minLength: 1, maxLength: 6 })])(
  'French comes back from the bytes as it was written',
  (words) => {
    const label = words.join(' ')
    const facts = someFacts({ label })
    const decoded = decodeEscpos(escposBytes(thermalPaper(documentPaper(facts), { reprint: false })))
    expect(decoded.unknown).toEqual([])
    const squeezed = (text: string) => text.replace(/[\s\u00a0\u202f]/g, '')
    expect(squeezed(plainText(decoded))).toContain(squeezed(label))
  },
)

property.prop([fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })])(
  'nothing that is typed can command the printer',
  (typed) => {
    const facts = someFacts({ label: `x${typed}` })
    const decoded = decodeEscpos(escposBytes(thermalPaper(documentPaper(facts), { reprint: false })))
    expect(decoded.unknown).toEqual([])
    expect(decoded.cuts).toBe(1)
    expect(decoded.qr).toEqual([documentPaper(facts).document.code])
  },
)

property.prop([fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })])(
  'nor can what is typed in a service, a code or a ground on the sheet and the appointment',
  (typed) => {
    const text = `x${typed}`
    const { sheet } = sheetPaper
    const { appointment } = appointmentPaper
    const papers = [
      {
        of: 'sheet' as const,
        sheet: {
          ...sheet,
          lines: 3,
          services: sheet.services.map((service) => ({ ...service, name: text })),
          grounds: [{ title: text, source: text }],
          appointments: sheet.appointments.map((each) => ({ ...each, service: text, code: text })),
        },
      },
      {
        of: 'appointment' as const,
        appointment: { ...appointment, service: text, code: text, bring: [text] },
      },
    ]
    for (const paper of papers) {
      const decoded = decodeEscpos(escposBytes(thermalPaper(paper, { reprint: false })))
      expect(decoded.unknown).toEqual([])
      expect(decoded.cuts).toBe(1)
      expect(decoded.qr).toEqual([])
    }
  },
)
