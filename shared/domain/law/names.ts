import type { Addressee } from '../../contract/documents/facts.ts'
import type { PieceName } from '../../contract/files/file.ts'
import { searchable } from '../../contract/letters.ts'
import type { Person } from '../../contract/visit/calls.ts'
import type { Refused } from '../decision.ts'

// What papers print as a name has the form of one. Every door that takes the name of a person, of a piece or of a request
// passes here: a demand is made on a text (`lacking.ts`), never in a name.

/** Why words are no name. `pieceWithoutText`: they say that a piece lacks, or is to be brought. */
export type NotAName = Refused<'pieceWithoutText' | 'nameMalformed'>

/** Letters of any writing, joined by a space, a hyphen, an apostrophe or a point; first names by a comma too. */
const personal = /^[\p{L}\p{M}][\p{L}\p{M} \u00a0.·'’ʼ‐‑–-]*$/u
/** The name of a company or an association, which has no first name: « SCI Les Lilas 2 », « Durand & fils (SARL) ». */
const collective = /^[\p{L}\p{M}\d][\p{L}\p{M}\d \u00a0,.&()+·'’ʼ‐‑–-]*$/u
const firstNames = /^[\p{L}\p{M}][\p{L}\p{M} \u00a0,.·'’ʼ‐‑–-]*$/u

/** Marks of a sentence, or the number of an article: « art. L114-5 », « R*423-1 ». */
const beyondName = /[:;!?\n\r]|\bart(icles?|\.)\s*[A-Z]?\W{0,2}\d|\b[LRDA][.*\s]{0,3}\d+-\d/iu

/** Words of a demand: « manquante », « à apporter ». A hint beside the form: it stops what has the form of a name and is none. */
const demanding =
  /\b(MANQU(E|ES|ANT|ANTS|ANTE|ANTES)|A (APPORTER|RAPPORTER|FOURNIR|PRODUIRE|JOINDRE))\b|^(APPORTE[RZ]|RAPPORTE[RZ]|FOURNI(R|SSEZ)|PRODUI(RE|SEZ)|JOI(NDRE|GNEZ)) /

function ofThing(name: string): NotAName | null {
  if (demanding.test(searchable(name))) return { refusal: 'pieceWithoutText', details: [name] }
  return beyondName.test(name) ? { refusal: 'nameMalformed', details: [name] } : null
}

/** A piece noted as presented or kept, whose name is none: printed, it would be a demand without a text. */
export function strangePieceName(pieces: readonly PieceName[]): NotAName | null {
  for (const piece of pieces) {
    const strange = 'label' in piece ? ofThing(piece.label) : null
    if (strange) return strange
  }
  return null
}

/** The same of what is asked for, which every paper prints: « Apporter un Kbis » names no request. */
export const strangeLabel = (label: string | null | undefined): NotAName | null =>
  typeof label === 'string' ? ofThing(label) : null

type Names = Pick<Person, 'familyName' | 'firstName' | 'usageName'> | Addressee

const isFamilyName = (name: string, firstName: string | null | undefined): boolean =>
  personal.test(name) || (!firstName && collective.test(name) && !beyondName.test(name))

/** The name of a person as a paper addresses them: letters, and nothing that a text would number. */
export function strangePerson(person: Names | null | undefined): Refused<'nameMalformed'> | null {
  if (!person) return null
  const { familyName, firstName, usageName } = person
  const used = typeof usageName === 'string' ? usageName : usageName?.name
  const strange =
    (familyName && !isFamilyName(familyName, firstName) ? familyName : undefined) ??
    (used && !personal.test(used) ? used : undefined) ??
    (firstName && !firstNames.test(firstName) ? firstName : undefined)
  return strange === undefined ? null : { refusal: 'nameMalformed', details: [strange] }
}
