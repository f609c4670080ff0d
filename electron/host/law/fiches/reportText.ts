import type { Draft } from '../../../../shared/procedures/fiches/draft.ts'
import type { Fiche } from '../../../../shared/procedures/fiches/fiche.ts'
import { countsOf, countsSentence, reportOf } from './report.ts'

/** Characters of each of the two columns: a terminal of 120, or a sheet on its side. */
const width = 57

/** Lines of at most `width` characters, cut at spaces; a word longer than a line is cut where it must. */
function wrapped(text: string): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line)
        line = ''
      }
      line = line === '' ? word : `${line} ${word}`
      while (line.length > width) {
        lines.push(line.slice(0, width))
        line = line.slice(width)
      }
    }
    return [...lines, line]
  })
}

/** Fiche on the left, draft on the right, for a terminal. */
export function reportText(fiche: Fiche, draft: Draft): string {
  const out: string[] = [
    `${fiche.id} · ${fiche.title}`,
    draft.mention,
    countsSentence(countsOf(fiche, draft)),
    '',
    `${'La fiche dit'.padEnd(width)} │ Le brouillon en fait`,
  ]
  for (const { title, rows } of reportOf(fiche, draft)) {
    out.push(`${'─'.repeat(width)}─┼─${'─'.repeat(width)}`, title.toUpperCase())
    for (const { fiche: left, draft: right, state } of rows) {
      const leftLines = wrapped(left)
      const rightLines = wrapped(`${right}\n[${state}]`)
      for (let line = 0; line < Math.max(leftLines.length, rightLines.length); line++)
        out.push(`${(leftLines[line] ?? '').padEnd(width)} │ ${rightLines[line] ?? ''}`)
      out.push(`${' '.repeat(width)} │`)
    }
  }
  return `${out.join('\n')}\n`
}
