import type { Page } from '@playwright/test'
import type { FoundHost } from '../../renderer/link/shell.ts'

/** What the application would answer to a machine that joins an office. */
export type Answers = {
  readonly found: readonly FoundHost[]
  /** The sentence with which each code is refused; one that is not here is never answered. */
  readonly refused: Readonly<Record<string, string>>
}

/**
 * Makes a browser's page believe that it is in the application, before it opens: what only the application does is shown
 * so in every size and both themes, which a window of Electron has not. What it really does is in electron/joined.spec.ts.
 * @param host whose link the page has, by which token
 */
export async function inApplication(
  page: Page,
  host: { readonly url: string; readonly token: string },
  answers: Answers,
): Promise<void> {
  await page.addInitScript(
    ({ url, token, found, refused }) => {
      Object.assign(window, { guichet: { shell: 'electron', station: 'welcome', platform: 'linux' } })
      const socket = () => new WebSocket(`${url.replace('http', 'ws')}/ws`)
      /** A port of the preload script, over the socket of a browser: the first message there says the token too. */
      const lend = () => {
        const { port1, port2 } = new MessageChannel()
        const open = socket()
        let said = false
        open.addEventListener('message', ({ data }) => port1.postMessage(data))
        open.addEventListener('open', () => {
          port1.addEventListener('message', ({ data }: MessageEvent<string>) => {
            open.send(said ? data : JSON.stringify({ ...(JSON.parse(data) as object), token }))
            said = true
          })
          port1.start()
          window.postMessage('guichet:port', location.origin, [port2])
        })
      }
      const answerTo = (what: unknown, code: string): unknown =>
        what === 'find' ? found : what === 'pair' && code in refused ? { problem: refused[code] } : null
      window.addEventListener('message', ({ data }: MessageEvent<Record<string, unknown> | string>) => {
        if (typeof data !== 'object') return
        if (data['type'] === 'guichet:ask-port') lend()
        if (data['type'] !== 'guichet:join') return
        const { id, what, given } = data
        const code = String((given as { readonly code?: string } | null)?.code)
        if (what === 'pair' && !(code in refused)) return
        window.postMessage({ type: 'guichet:join-answer', id, answer: answerTo(what, code) }, location.origin)
      })
    },
    { ...host, ...answers },
  )
}
