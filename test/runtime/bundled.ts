import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'

/** What the plugin uses of the bundler's own types. */
type Bundle = Readonly<
  Record<string, { readonly moduleIds?: readonly string[]; readonly originalFileNames?: readonly string[] }>
>

const folder = `node_modules${sep}`

/** The folder of the package that a module comes from; null for one of ours. */
export function packageOf(module: string): string | null {
  const at = module.lastIndexOf(folder)
  if (at < 0) return null
  const [first = '', second = ''] = module.slice(at + folder.length).split(sep)
  return module.slice(0, at + folder.length) + (first.startsWith('@') ? join(first, second) : first)
}

/**
 * A plugin that writes which packages a build took in, file by file: what is shipped is what is bundled, not what is
 * installed.
 * @param from the folder that the build's own relative paths are read from
 */
export function bundledPackages(file: string, from: string) {
  return {
    name: 'guichet-bundled',
    generateBundle(_options: unknown, bundle: Bundle) {
      // Code by its modules, typefaces and the like by the files that they were.
      const modules = Object.values(bundle).flatMap(({ moduleIds = [], originalFileNames = [] }) => [
        ...moduleIds,
        ...originalFileNames.map((name) => resolve(from, name)),
      ])
      const found = modules.map((id) => packageOf(id.replace(/^\0/, '').replace(/\?.*$/, '')))
      const packages = [...new Set(found.filter((path) => path !== null))].toSorted()
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify(packages, null, 2)}\n`)
    },
  }
}
