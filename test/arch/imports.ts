import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { lineOf, type Source } from './sources.ts'

/** One import: who, at which line, and what: a path from the root for a file of ours, else a package. */
export interface Import {
  readonly from: string
  readonly line: number
  readonly target: string
  readonly ours: boolean
}

/** `import … from`, `export … from`, `import '…'`, `import('…')`, `require('…')`; types too: they bind as much. */
const forms = [
  /^[ \t]*(?:import|export)\b[^'"`;=]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"\n]+)['"]/gm,
  /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]/g,
]

/** Every import of a file. */
export function importsOf({ path, text }: Source): readonly Import[] {
  return forms
    .flatMap((form) => [...text.matchAll(form)])
    .map((match) => {
      const name = (match[1] ?? '').split('?')[0] ?? ''
      const ours = name.startsWith('.')
      const target = ours ? posix.normalize(posix.join(posix.dirname(path), name)) : name
      return { from: path, line: lineOf(text, match.index + match[0].length), target, ours }
    })
}

/** What each top folder may import of ours, beside itself. `test` may import all. */
const tops: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  db: ['shared'],
  renderer: ['shared'],
  electron: ['shared', 'db'],
}

/** What each folder of `shared` may import of `shared`, beside itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  rpc: ['contract'],
  procedures: ['contract', 'identity', 'documents'],
  identity: ['contract', 'procedures', 'documents'],
  // The layouts, which write sentences, live with the documents that they lay out.
  documents: ['contract', 'procedures', 'identity', 'messages'],
  domain: ['contract', 'procedures', 'identity', 'documents'],
  messages: ['contract', 'procedures', 'identity', 'documents', 'domain'],
}

/** The part of `electron` that is plain Node. */
const plain = /^electron\/(?:host|lan|printing)\//

/** Data and checklists: what the domain reads never writes a sentence, only a layout does. */
const withoutWords = /^shared\/documents\/(?:mentions|seal|code|checklist)/

const builtin = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name)
const electronItself = (name: string): boolean => name === 'electron' || name.startsWith('electron/')

/** Why an import breaks the rule of layout, or null when it does not. */
export function offence({ from, target, ours }: Import): string | null {
  return ours ? offenceBetween(from, target) : offenceOutside(from, target)
}

function offenceOutside(from: string, name: string): string | null {
  const top = from.split('/')[0] ?? ''
  // Configuration of a tool, run by Node: not a page.
  if (from === 'renderer/vite.config.ts' || from === 'renderer/oneFile.config.ts') return null
  if (top === 'shared' && builtin(name)) return 'shared runs anywhere: no Node'
  if (top === 'renderer' && builtin(name)) return 'a page has no Node'
  if (['shared', 'db', 'renderer'].includes(top) && electronItself(name))
    return `${top} never imports electron`
  if (plain.test(from) && electronItself(name)) return 'host, lan and printing are plain Node: no electron'
  return null
}

function offenceBetween(from: string, target: string): string | null {
  const [top = '', room = ''] = from.split('/')
  const [targetTop = '', targetRoom = ''] = target.split('/')
  if (target.startsWith('..')) return 'outside of the sources'
  if (top === 'test' || !from.includes('/')) return null
  if (targetTop === 'test') return 'nobody imports test'
  if (/^db\/migrations\/\d/.test(from)) return 'a migration imports nothing of ours'
  // The version of the application, and nothing else, may be read at the root.
  if (target === 'package.json') return top === 'electron' ? null : 'only electron reads package.json'
  if (top !== targetTop) return tops[top]?.includes(targetTop) ? null : `${top} may not import ${targetTop}`
  if (top === 'shared') return offenceInShared(from, room, targetRoom)
  if (plain.test(from) && !plain.test(target))
    return 'host, lan and printing import no other part of electron'
  return null
}

function offenceInShared(from: string, room: string, targetRoom: string): string | null {
  if (room === targetRoom) return null
  if (targetRoom === 'messages' && withoutWords.test(from)) return 'only layouts and pages know messages'
  return rooms[room]?.includes(targetRoom) ? null : `shared/${room} may not import shared/${targetRoom}`
}
