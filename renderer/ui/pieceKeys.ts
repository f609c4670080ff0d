/** The physical keys of the checklist, in the order of its rows: the upper row, then the middle one where it is free. */
export const pieceKeys: readonly { readonly code: string; readonly label: string }[] = [
  ['KeyQ', 'A'],
  ['KeyW', 'Z'],
  ['KeyE', 'E'],
  ['KeyR', 'R'],
  ['KeyT', 'T'],
  ['KeyY', 'Y'],
  ['KeyU', 'U'],
  ['KeyO', 'O'],
  ['KeyA', 'Q'],
  ['KeyS', 'S'],
  ['KeyF', 'F'],
  ['KeyG', 'G'],
  ['KeyH', 'H'],
].map(([code = '', label = '']) => ({ code, label }))
