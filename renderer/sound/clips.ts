import type { Language } from '../../shared/contract/text.ts'

/** One lazy script a language: its folder says which (`clips/fr/index.ts`). */
const folders = import.meta.glob<Readonly<Record<string, string>>>('./clips/*/index.ts', {
  import: 'default',
})

/**
 * A language's files by name, as `data:` texts inside one lazy script: the pages of the application may run their own
 * scripts but fetch nothing, not even their own files (`connect-src 'none'`). A language without a folder has none.
 */
export async function clipsOf(language: Language): Promise<ReadonlyMap<string, string>> {
  const files = (await folders[`./clips/${language}/index.ts`]?.()) ?? {}
  return new Map(
    Object.entries(files).map(([path, data]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.ogg'.length),
      data,
    ]),
  )
}
