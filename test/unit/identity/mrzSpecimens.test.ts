import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { readMrz } from '../../../shared/identity/mrz/read.ts'

type Specimen = {
  readonly label: string
  readonly lines: readonly string[]
  readonly format: string
  readonly valid: boolean
  readonly documentNumber: string
  readonly fields: Readonly<Record<string, string | null>>
}

// Public specimens, which may not be copied here.
const file = new URL('../../../../shared/data/mrz/specimens.json', import.meta.url)
const present = existsSync(file)
if (!present) console.log('Spécimens de bandes MRZ absents (../shared/data/mrz) : ils ne sont pas lus.')
const specimens = present ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Specimen[]) : []

describe.skipIf(!present)('public specimens', () => {
  test.each(specimens)(
    'the specimen $label is read as it was noted',
    ({ lines, format, valid, documentNumber, fields }) => {
      const reading = readMrz(lines.join('\n'), '2026-11-25' as LocalDate)
      // The library that they were noted with does not know ICAO's Utopia: its digits are right.
      const utopia = lines.join('').includes('UTO') && !lines.join('').includes('UT0')
      expect(reading).toMatchObject({ format, valid: valid || utopia })
      expect(reading.fields.documentNumber).toBe(documentNumber)
      if (!reading.valid) return
      const { lastName, firstName, sex } = reading.fields
      expect({ lastName, firstName, sex }).toEqual({
        lastName: fields['lastName'],
        firstName: fields['firstName'] ?? null,
        sex: fields['sex'] ?? null,
      })
      for (const date of ['birthDate', 'expirationDate'] as const) {
        expect(reading.fields[date]?.replaceAll('-', '').slice(2)).toBe(fields[date])
      }
    },
  )
})
