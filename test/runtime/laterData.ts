import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { normalizePath } from 'vite'

/** An import of data in a module of the rules. */
const imports = /^import (\w+) from '(.+\.json)' with \{ type: 'json' \}$/gm
const prefix = 'when-used:'

/**
 * A plugin by which the rules and their texts, a megabyte, are read when they are first used instead of at each start: each
 * import of data is a function of the bundle, called where the data was named. It is named inside functions alone.
 * @param folders where the modules that import such data are
 */
export function dataWhenUsed(...folders: readonly string[]) {
  // As the bundler names modules on every system, and as a backslash would be none in a text.
  const named = folders.map((folder) => normalizePath(folder))
  return {
    name: 'guichet-data-when-used',
    enforce: 'pre' as const,
    resolveId: (source: string) => (source.startsWith(prefix) ? `\0${source}.js` : null),
    load: (id: string) => {
      if (!id.startsWith(`\0${prefix}`)) return null
      const text = readFileSync(id.slice(prefix.length + 1, -'.js'.length), 'utf8')
      return `let read
export default () => (read ??= JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(text)))}))`
    },
    transform: (code: string, id: string) => {
      if (!named.some((folder) => normalizePath(id).startsWith(folder))) return null
      const found = [...code.matchAll(imports)]
      if (found.length === 0) return null
      const heads = found.map(
        ([, name, path = '']) => `import ${name} from '${prefix}${normalizePath(join(dirname(id), path))}'`,
      )
      const uses = found.reduce(
        (text, [, name]) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${name}()`),
        code.replaceAll(imports, ''),
      )
      return { code: `${heads.join('\n')}\n${uses}`, map: null }
    },
  }
}
