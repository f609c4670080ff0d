import { amountsIn, delaysIn, formsIn, officesIn, piecesIn, referencesIn, servicesIn } from './facts.ts'
import type { Fiche } from './fiche.ts'
import { linesOf } from './lines.ts'
import { type FicheElement, type TreeFault, addressOf, treeFrom, under, wordsOf } from './tree.ts'
import { unreadIn } from './unread.ts'
import { visit } from './visit.ts'

/** Why something can't be read as a fiche; the host has the sentences. */
export type FicheFault = TreeFault | 'notPublication' | 'otherPublication' | 'noId' | 'noTitle'

/** Publications that explain a matter; the others (theme, folder, definition…) hold only links. */
const ofMatters = /^(Fiche|Question|Comment faire)/i

/**
 * What can be read in a fiche « Vos droits et démarches »: its tree as xml-js JSON, schema 2.2 to 3.4, whether it was
 * XML or the published JSON. Reads everything without choosing: what it means is for a person to validate.
 */
export function readFiche(json: unknown): Fiche | { readonly fault: FicheFault } {
  const tree = treeFrom(json)
  return 'fault' in tree ? tree : readPublication(tree)
}

function readPublication(publication: FicheElement): Fiche | { readonly fault: FicheFault } {
  if (publication.name !== 'Publication') return { fault: 'notPublication' }
  const { ID: id, type: kind = '' } = publication.attributes
  const field = (name: string): string => under(publication, name).map((one) => wordsOf(one))[0] ?? ''
  const title = field('dc:title')
  if (id === undefined || !/^[FR][0-9]{1,7}$/.test(id)) return { fault: 'noId' }
  if (title === '') return { fault: 'noTitle' }
  if (kind !== '' && !ofMatters.test(kind)) return { fault: 'otherPublication' }
  const { visits, choices } = visit(publication)
  const schema = publication.attributes['xsi:noNamespaceSchemaLocation'] ?? ''
  return {
    id,
    title,
    date: /\d{4}-\d{2}-\d{2}/.exec(field('dc:date'))?.[0] ?? null,
    schema: /Schemas\/([0-9.]+)\//.exec(schema)?.[1] ?? null,
    kind,
    audience: field('Audience'),
    subject: field('dc:subject'),
    description: field('dc:description'),
    url: addressOf(publication.attributes['spUrl']),
    choices,
    pieces: piecesIn(visits),
    amounts: amountsIn(visits),
    forms: formsIn(visits),
    references: referencesIn(visits),
    delays: delaysIn(visits),
    services: servicesIn(visits),
    offices: officesIn(visits),
    unread: unreadIn(visits),
    lines: linesOf(visits),
  }
}
