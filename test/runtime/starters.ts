import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'

/** What the plugin uses of the bundler's own types. */
type Bundle = Readonly<
  Record<string, { readonly type: string; readonly isEntry?: boolean; readonly name?: string; code?: string }>
>
type Emitting = { emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown }

/** The module that each program begins with, as an entry of the same build. */
export const starter = (root: string) => ({ starter: join(root, 'electron', 'starter.ts') })

/** The names of what is built with it: a program's own file says what it holds, so that old code never meets a new file. */
export const programFiles = {
  format: 'cjs' as const,
  // As the modules that they are made of: what is written to a frozen object is a fault, not lost in silence.
  strict: true,
  entryFileNames: ({ name }: { readonly name: string }): string =>
    name === 'starter' ? 'starter.cjs' : 'programs/[name]-[hash].cjs',
  chunkFileNames: 'programs/[name]-[hash].cjs',
}

/**
 * A program's text without accents: V8 keeps each letter in one byte instead of two. What `String.raw` reads is given to it
 * as texts. A text where an escape would not be read as the letter is left as it is: after a backslash, or in a template that
 * another tag may read as it is written.
 * @param kind `mjs` for a program that imports, as those of the pages
 */
export function withoutAccents(code: string, kind: 'cjs' | 'mjs' = 'cjs'): string {
  if (!accent.test(code)) return code
  const plain = withoutRaw(code, kind)
  return plain === null || /\\[^\0-\x7F]/.test(plain)
    ? code
    : plain.replaceAll(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const accent = /[^\0-\x7F]/

type Edit = { readonly start: number; readonly end: number; readonly by: string }

/** The program in which `String.raw` stands before no text that has accents; null where another tag does. */
function withoutRaw(code: string, kind: 'cjs' | 'mjs'): string | null {
  const { program, errors } = parseSync(`program.${kind}`, code)
  if (errors.length > 0) return null
  const edits: Edit[] = []
  let read = false
  new Visitor({
    TaggedTemplateExpression: ({ tag, quasi: { start, end, quasis } }) => {
      if (!quasis.some(({ value }) => accent.test(value.raw))) return
      if (code.slice(tag.start, tag.end) !== 'String.raw') read = true
      const texts = JSON.stringify(quasis.map(({ value }) => value.raw))
      // `String.raw` takes its texts in a list too, then what stands between them.
      for (const [at, text] of quasis.entries()) {
        edits.push(
          at === 0
            ? { start, end: text.end, by: `({raw:${texts}}` }
            : { start: text.start - '}'.length, end: text.end, by: ')' },
          at === quasis.length - 1
            ? { start: text.end, end, by: ')' }
            : { start: text.end, end: text.end + '${'.length, by: ',(' },
        )
      }
    },
  }).visit(program)
  if (read) return null
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code)
}

/** A plugin that takes the accents off the programs of the pages, which Chromium keeps whole too. */
export function pagesWithoutAccents() {
  return {
    name: 'guichet-pages-without-accents',
    generateBundle(_options: unknown, bundle: Bundle) {
      for (const file of Object.values(bundle))
        if (file.code !== undefined) file.code = withoutAccents(file.code, 'mjs')
    },
  }
}

/**
 * A plugin that puts, for each program of a build, the file by which it is started (`host.cjs`): it is CommonJS, which alone
 * V8 takes compiled code of (electron/starter.ts).
 */
export function startersBeside() {
  return {
    name: 'guichet-starters',
    generateBundle(this: Emitting, _options: unknown, bundle: Bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        const { type, isEntry = false, name, code } = file
        if (code !== undefined) file.code = withoutAccents(code)
        if (type === 'chunk' && isEntry && name !== undefined && name !== 'starter')
          this.emitFile({
            type: 'asset',
            fileName: `${name}.cjs`,
            source: `module.exports = require('./starter.cjs').start(__dirname, '${name}', '${fileName}')\n`,
          })
      }
    },
  }
}
