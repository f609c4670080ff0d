const files = import.meta.glob<string>('./clips/fr/*.ogg', {
  query: '?inline',
  import: 'default',
  eager: true,
})

/**
 * The bank's files by name, as `data:` texts inside one lazy script: the pages of the application may run their own
 * scripts but fetch nothing, not even their own files (`connect-src 'none'`).
 */
export const clips: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, data]) => [path.slice(path.lastIndexOf('/') + 1, -'.ogg'.length), data]),
)
