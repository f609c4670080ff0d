import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { installed } from '../../../shared/messages/updates/installed.fr.ts'
import { Configuration } from './schema.ts'

const text = installed.configuration

/** What was read, or the sentence that says what is wrong and where. */
export type Configured =
  | {
      readonly configuration: Configuration
      /** What says where updates are looked for, in words: a file's path, or the group policy; absent: nothing does. */
      readonly updateSetBy?: string
    }
  | { readonly problem: string }

/** Where each system keeps what an administrator says of all its accounts. */
export function configurationFile(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  switch (platform) {
    case 'win32':
      return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Guichet', 'guichet.json')
    case 'darwin':
      return '/Library/Application Support/Guichet/guichet.json'
    default:
      return '/etc/guichet/guichet.json'
  }
}

/** Reads the file when it is there: an absent one says nothing, a broken one is never guessed at. */
export function readConfiguration(file: string): Configured {
  if (!existsSync(file)) return { configuration: {} }
  try {
    return parseConfiguration(file, readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { problem: text.broken(file, null, text.unreadable(code ?? message)) }
  }
}

/**
 * A configuration's text, JSON, checked whole; the first thing that is wrong is said with its line.
 * YAML's reader is used because it knows the lines; JSON is what is documented.
 */
export function parseConfiguration(file: string, content: string): Configured {
  const lines = new LineCounter()
  const document = parseDocument(content, { lineCounter: lines, uniqueKeys: true })
  const [broken] = document.errors
  if (broken) return { problem: text.broken(file, lines.linePos(broken.pos[0]).line, text.notWritten) }
  if (!isMap(document.contents)) return { problem: text.broken(file, 1, text.notObject) }
  const parsed = Configuration.safeParse(document.toJS())
  if (parsed.success) return { configuration: parsed.data }
  const [first] = parsed.error.issues
  return {
    problem: text.broken(file, first ? lineOf(first, document, lines) : null, firstFlaw(parsed.error)),
  }
}

/** The first error of a value, as what is asked of whom wrote it. */
export function firstFlaw({ issues: [first] }: z.ZodError): string {
  if (!first) return text.notObject
  if (first.code === 'unrecognized_keys')
    return text.unknownKey([...first.path, first.keys[0] ?? ''].join('.'))
  return text.wrong(first.path.join('.'), first.message)
}

function lineOf(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): number | null {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  // The key that lacks has no place: that of the object where it lacks.
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      | { readonly range?: readonly [number] }
      | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
