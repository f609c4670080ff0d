import { escapeHtml } from '../../shared/documents/html.ts'
import { shell } from '../../shared/messages/shell.fr.ts'
import { publicFaces, publicFamilies } from '../host/http/publicFonts.ts'

/** Why there is no office, as a person reads it. */
export type Problem = { readonly code: string; readonly message: string }

/**
 * The paths of the page: for an agent, in the counter's thin bar, and for a screen that faces the public, which
 * shows no code and no button.
 */
export const failurePaths = { staff: '/failed', bar: '/failed-bar', public: '/unavailable' } as const

// The pages' own colours and sizes (renderer/ui/tokens.css), repeated: this page stands when the pages do not.
const css = `
:root { color-scheme: light dark; --ground: #f6f4f0; --ink: #1d1c1a; --ink-2: #4f4b45; --line-strong: #8c877d; --accent: #0b5a63; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground: #141618; --ink: #f1efec; --ink-2: #c6c3be; --line-strong: #8a929b; --accent: #63c5cf; --on-accent: #06262a; } }
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; display: grid; place-content: center; padding: 32px; background: var(--ground); color: var(--ink); font: 18px/28px ${publicFamilies}; text-wrap: balance; }
main { max-width: 640px; }
h1 { font-size: 28px; line-height: 36px; font-weight: 600; margin-bottom: 16px; }
p + p { margin-top: 8px; }
.second { color: var(--ink-2); font-size: 16px; line-height: 24px; }
nav { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 32px; }
a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 24px; border: 1px solid var(--line-strong); border-radius: 8px; color: inherit; text-decoration: none; font-weight: 600; }
a.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.public { max-width: 1000px; text-align: center; text-wrap: balance; }
.public h1 { font-size: 48px; line-height: 64px; }
.public p { font-size: 32px; line-height: 48px; }
.bar { display: flex; align-items: center; gap: 16px; max-width: none; width: 100vw; height: 100vh; padding: 0 8px 0 16px; border: 1px solid var(--line-strong); overflow: hidden; white-space: nowrap; -webkit-app-region: drag; font-size: 16px; line-height: 20px; }
.bar h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.bar p { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.bar a { min-height: 40px; -webkit-app-region: no-drag; }
body:has(.bar) { min-height: 0; padding: 0; }
`

/** A page that stands without the built ones: no script, their colours and font. @param body its HTML */
export const standingPage = (title: string, body: string, pages: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${publicFaces(pages)}${css}</style></head>
<body>${body}</body></html>
`

/**
 * What stands in the window while there is no office: a sentence, its code, what can be done. No script.
 * @param pages the folder of the built pages, for their font
 */
export function failurePage(problem: Problem, pages: string): string {
  const { title, code, retry, folder, kept } = shell.failure
  return standingPage(
    title,
    `<main><h1>${title}</h1>
<p role="alert">${escapeHtml(problem.message)}</p>
<p class="second">${kept}</p>
<p class="second">${code} : ${escapeHtml(problem.code)}</p>
<nav><a class="first" href="/act/retry">${retry}</a><a href="/act/folder">${folder}</a></nav></main>`,
    pages,
  )
}

/** The same for the kiosk and the display: nothing there is for the public to mend. */
export function unavailablePage(pages: string): string {
  const { publicTitle, publicMessage } = shell.failure
  return standingPage(
    publicTitle,
    `<main class="public"><h1>${publicTitle}</h1><p>${publicMessage}</p></main>`,
    pages,
  )
}

/** The same in the height of the bar: the title, the sentence whole in its own title, one act. */
export function barFailurePage(problem: Problem, pages: string): string {
  const { title, retry } = shell.failure
  const message = escapeHtml(problem.message)
  return standingPage(
    title,
    `<main class="bar"><h1>${title}</h1><p role="alert" title="${message}"><b>${title}.</b> ${message}</p><a class="first" href="/act/retry">${retry}</a></main>`,
    pages,
  )
}
