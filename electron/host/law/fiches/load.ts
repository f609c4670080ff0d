import { readFile, stat } from 'node:fs/promises'
import type { Fiche } from '../../../../shared/procedures/fiches/fiche.ts'
import { type FicheFault, readFiche } from '../../../../shared/procedures/fiches/read.ts'
import { type XmlFault, treeOfXml } from './xml.ts'

/** The largest published fiche has 900 kB of JSON. */
const mostBytes = 20 * 1024 * 1024

/** A file read as a fiche, or the sentence that says why it is none. */
export type Loaded = { readonly fiche: Fiche } | { readonly sentence: string }

const faults: Readonly<Record<FicheFault, string>> = {
  notTree: 'n’a pas la forme d’une fiche (arbre xml-js : « type », « name », « children »)',
  tooDeep: 'est imbriqué bien plus profondément qu’une fiche',
  tooMany: 'contient bien plus d’éléments qu’une fiche',
  notPublication: 'n’est pas une fiche : son premier élément n’est pas « Publication »',
  otherPublication: 'est une publication d’une autre sorte (thème, dossier, définition…), pas une fiche',
  noId: 'n’a pas d’identifiant de fiche (« F » et un nombre)',
  noTitle: 'n’a pas de titre',
}

const xmlFaults: Readonly<Record<XmlFault['fault'], string>> = {
  malformed: 'n’est pas du XML bien formé',
  doctype: 'déclare un DOCTYPE : refusé, une fiche n’en a pas et des entités sans fin s’y cachent',
  tooDeep: faults.tooDeep,
  tooMany: faults.tooMany,
  empty: 'ne contient aucun élément',
}

/** Reads one file, XML or JSON, as a fiche. Never throws: whatever the file, a sentence without its name. */
export async function loadFiche(path: string): Promise<Loaded> {
  const text = await textOf(path)
  if (typeof text !== 'string') return text
  const start = text.trimStart().slice(0, 1)
  if (start === '') return { sentence: 'est vide.' }
  if (start === '<') return fromXml(text)
  if (start === '{' || start === '[') return fromJson(text)
  return { sentence: 'n’est ni du XML ni du JSON.' }
}

/** The text of a file, or the sentence that refuses it. */
export async function textOf(path: string): Promise<string | { readonly sentence: string }> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return { sentence: 'n’est pas un fichier.' }
    if (found.size > mostBytes)
      return {
        sentence: `est trop gros (${Math.round(found.size / 1e6)} Mo ; une fiche en fait moins d’un).`,
      }
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (cause) {
    if (cause instanceof TypeError) return { sentence: 'n’est pas un texte en UTF-8.' }
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    return {
      sentence:
        code === 'ENOENT'
          ? 'n’existe pas.'
          : code === 'EACCES'
            ? 'ne peut pas être lu : ce compte n’en a pas le droit.'
            : 'ne peut pas être lu.',
    }
  }
}

function fromXml(text: string): Loaded {
  const tree = treeOfXml(text)
  if ('fault' in tree) return { sentence: `${xmlFaults[tree.fault]} (ligne ${tree.line}).` }
  return read(tree)
}

function fromJson(text: string): Loaded {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { sentence: 'n’est pas du JSON valide.' }
  }
  return read(json)
}

function read(json: unknown): Loaded {
  const fiche = readFiche(json)
  return 'fault' in fiche ? { sentence: `${faults[fiche.fault]}.` } : { fiche }
}
