import type { FileReference } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { personRights as words } from '../../../shared/messages/privacy/personRights.fr.ts'

/** The paper by which a person is found: the reference of their file, or the code of their ticket. */
export type PersonPaper = { readonly reference: FileReference } | { readonly code: string }
/** All that is kept of the person. */
export type PersonData = Output<'person.get'>

/** The paper that was typed; null where none was, or both. */
export function paperNamed(typed: { readonly reference: string; readonly code: string }): PersonPaper | null {
  const reference = typed.reference.trim().toUpperCase()
  const code = typed.code.replaceAll(/\s/g, '').toUpperCase()
  if ((reference === '') === (code === '')) return null
  return reference === '' ? { code } : { reference: reference as FileReference }
}

/** The reference or the code by which the person was found. */
export const wordOf = (by: PersonPaper): string => ('reference' in by ? by.reference : by.code)

/** A row's value on lines of « name: value », each once, so that a person reads it without knowing JSON. */
export const linesOf = (value: unknown): readonly string[] => [...new Set(linesUnder(value, ''))]

function linesUnder(value: unknown, under: string): readonly string[] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value !== 'object') {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return [under === '' ? text : `${under} : ${text}`]
  }
  return Object.entries(value).flatMap(([name, inside]) => {
    // The rank in a list is no name: it is left out.
    const own = Array.isArray(value) ? '' : words.field(name)
    return linesUnder(inside, [under, own].filter(Boolean).join(' · '))
  })
}
