/** The file of better-sqlite3 that looks for its binary, beside itself. */
const finder = /better-sqlite3\/lib\/binding\.js$/
const beside = "path.join(__dirname, '..',"
/** How many times this version says it. */
const times = 3

/**
 * A plugin by which better-sqlite3's own program is bundled, and kept compiled with what it is bundled in; its binary stays in the
 * package, whose address says where.
 */
export function bundledSqlite() {
  return {
    name: 'guichet-bundled-sqlite',
    transform: (code: string, id: string) => {
      if (!finder.test(id)) return null
      if (code.split('__dirname').length !== times + 1 || code.split(beside).length !== times + 1)
        throw new Error('better-sqlite3 a changé : la recherche de son binaire est à revoir.')
      return {
        code: code.replaceAll(
          beside,
          "path.join(path.dirname(require.resolve('better-sqlite3/package.json')),",
        ),
        map: null,
      }
    },
  }
}
