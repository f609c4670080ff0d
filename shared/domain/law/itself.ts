import { searchable } from '../../contract/letters.ts'
import type { OfficeAddress } from '../../contract/office/settings.ts'
import type { Recipient } from '../../contract/office/recipient.ts'
import type { Refused } from '../decision.ts'

// Whether what is sent elsewhere would go to the office itself, however its name is written: the directory writes « Mairie - Melun ».

type Address = Pick<OfficeAddress, 'name' | 'postalCode' | 'city'>

const idle = new Set(['D', 'DE', 'DES', 'DU', 'L', 'LA', 'LE', 'LES', 'NOTRE'])
const wordsOf = (name: string): readonly string[] =>
  searchable(name)
    .split(' ')
    .filter((word) => word !== '' && !idle.has(word))

/** « La mairie » is the office that is one; « la caisse » may be another. */
const alone = new Set(['CCAS', 'MAIRIE', 'PREFECTURE'])

/** The same name, or its first word alone. */
function named(to: string, office: string): boolean {
  const [said, own] = [wordsOf(to), wordsOf(office)]
  return (
    said.length > 0 &&
    (said.join(' ') === own.join(' ') || (said.length === 1 && said[0] === own[0] && alone.has(own[0] ?? '')))
  )
}

/** Two towns of one name are never in one department; the post gives an office codes of its own (« Cedex »). */
const departmentOf = (code: string): string => code.slice(0, code.startsWith('97') ? 3 : 2)

/** Whether this address is in the town of the office; one that says neither a town nor a code may be anywhere. */
function isHere(address: string, { postalCode, city }: Address): boolean {
  const own = withoutCedex(city)
  const written = /(?<!\d)(\d{5})(?!\d)(.*)$/su.exec(address)
  if (written === null) return ` ${searchable(address)} `.includes(` ${own} `)
  const [, code = '', after = ''] = written
  // A street may bear the town's name, and several towns have one code: what follows the code is the town.
  const town = withoutCedex(after.split(/[,;\n]/u, 1)[0] ?? '')
  return town === '' ? code === postalCode : town === own && departmentOf(code) === departmentOf(postalCode)
}

/** A town as it is compared: the post writes « Melun Cedex 2 ». */
const withoutCedex = (town: string): string =>
  searchable(town)
    .replace(/ ?\bCEDEX\b.*$/u, '')
    .trim()

/**
 * What is sent goes to another administration (CRPA L114-2): an office that names itself would send nothing, and move its own
 * delays to nobody. One of the same name elsewhere is told by its address.
 */
export function sentToItself(
  { settings }: { readonly settings: { readonly address: Address } | null },
  to: Pick<Recipient, 'name' | 'address'> | undefined,
): Refused<'sentToItself'> | null {
  if (to === undefined || settings === null || !named(to.name, settings.address.name)) return null
  return to.address === undefined || isHere(to.address, settings.address)
    ? { refusal: 'sentToItself', details: [to.name] }
    : null
}
