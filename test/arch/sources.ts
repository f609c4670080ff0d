import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from '../runtime/places.ts'

/** A file of ours: its path from the root, with `/`, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

const made = new Set(['node_modules', 'out', 'dist', 'coverage', 'test-results', 'playwright-report', '.git'])

/** Every file of ours: what git follows, and what it would follow once added. */
export function ourFiles(): readonly string[] {
  return git(['ls-files', '--cached', '--others', '--exclude-standard']) ?? walk(root)
}

/** What git follows already; all our files where there is no git. */
export const followedFiles = (): readonly string[] => git(['ls-files']) ?? walk(root)

function git(args: readonly string[]): readonly string[] | null {
  try {
    // A copy that belongs to another user is read all the same: nothing of it is run.
    const text = execFileSync('git', ['-c', 'safe.directory=*', ...args, '-z'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return text.toString().split('\0').filter(Boolean)
  } catch {
    return null
  }
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (made.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [relative(root, path).split(sep).join('/')]
  })
}

const readable = /\.(?:tsx?|m?js|cjs|json|ya?ml|md|css|html|sql|txt)$/

/** The text files of ours that satisfy `wanted`; one that disappeared meanwhile is left out. */
export function sourcesWhere(wanted: (path: string) => boolean): readonly Source[] {
  return ourFiles()
    .filter((path) => (readable.test(path) || path.startsWith('.ci/')) && wanted(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(root, path), 'utf8') }]
      } catch {
        return []
      }
    })
}

/** The line (from 1) of a place in a text. */
export const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length
