import { escapeHtml } from '../../../../shared/documents/html.ts'
import type { Draft } from '../../../../shared/procedures/fiches/draft.ts'
import type { Fiche, Line } from '../../../../shared/procedures/fiches/fiche.ts'
import { countsOf, countsSentence, reportOf } from './report.ts'

const style = `
@page { size: A4 landscape; margin: 12mm }
body { font: 11pt/1.4 'Atkinson Hyperlegible Next', system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; color: #111 }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
th, td { border: 1px solid #888; padding: .4rem .6rem; text-align: left; vertical-align: top; white-space: pre-line; overflow-wrap: anywhere }
th:last-child, td:last-child { width: 7rem }
tr { break-inside: avoid }
.note { border-left: 3px solid #888; padding-left: .6rem }
.mention { border: 2px solid #111; padding: .6rem .8rem }
`

/** Fiche and draft side by side on paper: a page that opens alone, without a script or anything fetched. */
export function reportPage(fiche: Fiche, draft: Draft): string {
  const sections = reportOf(fiche, draft).map(
    ({ title, rows }) => `<h2>${escapeHtml(title)}</h2>
<table>
<thead><tr><th scope="col">La fiche dit</th><th scope="col">Le brouillon en fait</th><th scope="col">État</th></tr></thead>
<tbody>
${rows.map((row) => `<tr><td>${escapeHtml(row.fiche)}</td><td>${escapeHtml(row.draft)}</td><td>${escapeHtml(row.state)}</td></tr>`).join('\n')}
</tbody>
</table>`,
  )
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`Brouillon ${fiche.id} · ${fiche.title}`)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(fiche.title)}</h1>
<p class="mention">${escapeHtml(draft.mention)}</p>
<p>${escapeHtml(countsSentence(countsOf(fiche, draft)))}</p>
${sections.join('\n')}
<h2>Le texte de la fiche</h2>
${fiche.lines.map(lineOf).join('\n')}
</body>
</html>
`
}

function lineOf({ kind, level, text }: Line): string {
  const words = escapeHtml(text)
  if (kind === 'titre') return `<h3>${words}</h3>`
  if (kind === 'cas') return `<h4>${words}</h4>`
  if (kind === 'point') return `<p style="margin-left:${level + 1}rem">• ${words}</p>`
  return kind === 'note' ? `<p class="note">${words}</p>` : `<p>${words}</p>`
}
