import { wholeNumbers } from '../messages/format/spaces.ts'

/**
 * A text as lines of a fixed-width paper. Breaks at ordinary spaces only, so that « A 42 », « 10 h 21 »
 * and « 25 € » stay whole; a word wider than the paper is cut, because nothing may be lost. No-break spaces come out as
 * ordinary ones: printers' code pages disagree on theirs.
 * @param columns characters a line, at least 1
 */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const put = () => {
    if (line !== '') lines.push(line)
    line = ''
  }
  for (const word of wholeNumbers(text).split(/[ \n\r\t]+/)) {
    let rest = [...word.replaceAll(/[\u00a0\u202f\u2009]/g, ' ')]
    const joined = line === '' ? rest.length : [...line].length + 1 + rest.length
    if (joined > columns) put()
    while (rest.length > columns) {
      lines.push(rest.slice(0, columns).join(''))
      rest = rest.slice(columns)
    }
    if (rest.length > 0) line = line === '' ? rest.join('') : `${line} ${rest.join('')}`
  }
  put()
  return lines
}
