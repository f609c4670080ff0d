import { openStation } from '../link/shell.ts'

/** Opens the whole counter: its window in the application, another tab in a browser. */
export function openCounter(): void {
  if (openStation) openStation('counter')
  else window.open(`${location.pathname}#station=counter`, '_blank')
}
