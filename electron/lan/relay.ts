import { FromHost } from '../../shared/rpc/protocol.ts'
import type { Fault } from '../../shared/rpc/protocol.ts'
import type { Port } from '../../shared/rpc/port.ts'

export type RelayOptions = {
  /** The page's end. */
  readonly page: Port
  /** Opens a connection to a host of the office. @throws when none answers */
  readonly open: () => Promise<Port>
  /** The station's own: the page never sees it. */
  readonly token: string
  /** The host doesn't want this station: its sentence goes to the page too. */
  readonly onRefused: (fault: Fault) => void
}

/** Characters that a page may say before the host is there: a hello and a few pings. */
const mostWaiting = 64 * 1024

/**
 * Carries one page's connection to the host, word for word, but for the hello, to which the station's token is added.
 * It answers nothing itself, the pings least of all: a page finds a host that is silent through it as without it. When
 * either end closes so does the other, and the page asks again.
 */
export function relay({ page, open, token, onRefused }: RelayOptions): void {
  let host: Port | null = null
  let closed = false
  const waiting: string[] = []
  let size = 0
  let greeted = false

  const close = () => {
    if (closed) return
    closed = true
    waiting.length = 0
    page.close()
    host?.close()
  }

  page.onClose(close)
  page.onMessage((said) => {
    if (closed) return
    const text = greeted ? said : withToken(said, token)
    greeted = true
    if (host) return host.send(text)
    size += text.length
    if (size > mostWaiting) return close()
    waiting.push(text)
  })

  open().then((opened) => {
    if (closed) return opened.close()
    host = opened
    opened.onClose(close)
    opened.onMessage((text) => {
      if (closed) return
      page.send(text)
      const fault = refusalIn(text)
      if (fault) onRefused(fault)
    })
    for (const text of waiting.splice(0)) opened.send(text)
  }, close)
}

/** The first message with the token; what isn't a message goes as it is, for the host to refuse. */
function withToken(text: string, token: string): string {
  try {
    const hello: unknown = JSON.parse(text)
    return typeof hello === 'object' && hello !== null ? JSON.stringify({ ...hello, token }) : text
  } catch {
    return text
  }
}

/** Why a host refuses the connection; undefined for anything else that it says, which is not even read, and for what is no message. */
function refusalIn(text: string): Fault | undefined {
  if (!text.startsWith('{"t":"refused"')) return undefined
  try {
    const message = FromHost.safeParse(JSON.parse(text)).data
    return message?.t === 'refused' ? message.error : undefined
  } catch {
    return undefined
  }
}
