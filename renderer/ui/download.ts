/** Hands a file to whoever reads the page, as the browser does: into its downloads. */
export function download({
  name,
  type,
  base64,
}: {
  readonly name: string
  readonly type: string
  readonly base64: string
}): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the file by then; kept, it would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
