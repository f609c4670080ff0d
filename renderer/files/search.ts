import type { Input } from '../../shared/contract/index.ts'
import { readFrenchDate } from '../ui/dates.ts'
import { readReference } from '../counter/TakeFile.tsx'

/**
 * What was typed in the one field: a reference (« 2026-42 », « 42 » of this year), a family name with its birth date
 * (« Durand 03/11/1958 »), else the number of a receipt. `birthMissing`: a name alone finds nobody, and would show others.
 * @param year of the day, in the office's zone
 */
export function readSearch(typed: string, year: string): Input<'files.find'> | 'birthMissing' | null {
  const text = typed.trim()
  if (text === '') return null
  const reference = readReference(text, year)
  if (reference !== undefined) return { reference }
  const [, familyName = '', date = ''] =
    /^(.*?\p{L}.*?)[\s,;]+(\d{8}|\d{1,2}[/. -]\d{1,2}[/. -]\d{4})$/u.exec(text) ?? []
  const birthDate = readFrenchDate(date)
  if (birthDate !== undefined && !/\d/.test(familyName)) return { familyName: familyName.trim(), birthDate }
  return /\d/.test(text) ? { receipt: text.slice(0, 60) } : 'birthMissing'
}
