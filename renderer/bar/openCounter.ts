import { openStation } from '../link/shell.ts'

/** The application has one window of the counter, which comes to the front; a browser opens one tab more each time. */
export const opensOneWindow = openStation !== undefined

/** Opens the whole counter: its window in the application, another tab in a browser. */
export function openCounter(): void {
  if (openStation) openStation('counter')
  else window.open(`${location.pathname}#station=counter`, '_blank')
}
