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
 * A program's text without accents: V8 keeps each letter in one byte instead of two. A text where an escape would not be
 * read as the letter is left as it is: after a backslash, or in a template that its tag may read as it is written.
 */
export const withoutAccents = (code: string): string =>
  !accent.test(code) || /\\[^\0-\x7F]/.test(code) || hasRawAccent(code)
    ? code
    : code.replaceAll(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

const accent = /[^\0-\x7F]/

function hasRawAccent(code: string): boolean {
  const { program, errors } = parseSync('program.cjs', code)
  let found = errors.length > 0
  new Visitor({
    TaggedTemplateExpression: ({ quasi }) => {
      found ||= quasi.quasis.some(({ value }) => accent.test(value.raw))
    },
  }).visit(program)
  return found
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
