import { openStation } from '../app/shell.ts'

/** Opens the documents' page beside this one: a window of its own, or a tab that goes on with this one's access. */
export function openDocuments(): void {
  if (openStation) openStation('documents')
  else window.open(`${location.pathname}#station=documents`)
}
