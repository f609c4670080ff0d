import { openStation } from '../link/shell.ts'

/** Opens a page beside this one: a window of its own, or a tab that goes on with this one's access. */
const beside = (station: 'documents' | 'till' | 'files') => (): void => {
  if (openStation) openStation(station)
  else window.open(`${location.pathname}#station=${station}`)
}

export const openDocuments = beside('documents')
export const openFiles = beside('files')
export const openTill = beside('till')
