import type { KioskFile, ProvisionalPaper } from '../../shared/contract/queue/provisional.ts'
import { join as words } from '../../shared/messages/network/join.fr.ts'
import type { Page } from '../../shared/contract/stations.ts'

// What only the application can do for a page. Preload hears these messages from this very window and origin;
// the main process checks who asks. In a browser there is none, and pages say how instead.

const tell = (message: object) => window.postMessage(message, location.origin)

/** Opens a station's window; undefined in a browser. */
export const openStation: ((station: Page) => void) | undefined = window.guichet
  ? (station) => tell({ type: 'guichet:open-station', station })
  : undefined

/** Opens the training office beside this one; undefined in a browser. */
export const openSchool: (() => void) | undefined = window.guichet
  ? () => tell({ type: 'guichet:open-school' })
  : undefined

/**
 * In the bar: what is typed comes here, whatever program has the keyboard, until it is given back. Undefined in a
 * browser.
 */
export const keyboardHere: ((wanted: boolean) => void) | undefined = window.guichet
  ? (wanted) => tell({ type: wanted ? 'guichet:take-keyboard' : 'guichet:give-keyboard' })
  : undefined

/** Opens the browser of this machine where a sign-in by the office's provider begins; in a browser, beside this page. */
export const openBeside = (url: string): void => {
  if (window.guichet) tell({ type: 'guichet:browse', url })
  else window.open(url, '_blank', 'noopener')
}

let asked = 0

/** Asks main one thing by a message with an id, and gives what comes back under this id. */
const ask = (question: object, answerOf: (answer: object) => unknown): Promise<unknown> =>
  new Promise((done) => {
    const id = ++asked
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== window || origin !== location.origin) return
      if (typeof data !== 'object' || data === null || !('id' in data) || data.id !== id) return
      const answer = answerOf(data)
      // The page hears its own question too: only main's answer is taken.
      if (answer === undefined) return
      window.removeEventListener('message', hear)
      done(answer)
    }
    window.addEventListener('message', hear)
    tell({ ...question, id })
  })

/** Puts a short text on the system's clipboard, and says whether it is there; undefined in a browser. */
export const copyInShell: ((text: string) => Promise<boolean>) | undefined = window.guichet
  ? async (text) =>
      (await ask({ type: 'guichet:copy', text }, (answer) =>
        'copied' in answer ? answer.copied : undefined,
      )) === true
  : undefined

/** A host of the local network that waits for a station. */
export type FoundHost = { readonly name: string; readonly address: string }

/** What the welcome does with an office of another machine. */
export type Joining = {
  /** Why this machine is no longer of the office that it had joined; null: it had none. */
  readonly parted: () => Promise<string | null>
  readonly find: () => Promise<readonly FoundHost[]>
  /** Null once it is joined: the window then becomes its station. Else the sentence that says why not. */
  readonly pair: (address: string, code: string) => Promise<string | null>
}

const join = (what: 'parted' | 'find' | 'pair', given: object | null) =>
  ask({ type: 'guichet:join', what, given }, (answer) =>
    'type' in answer && answer.type === 'guichet:join-answer' && 'answer' in answer
      ? answer.answer
      : undefined,
  )

/** Undefined in a browser, which is opened by a link. */
export const joining: Joining | undefined = window.guichet
  ? {
      parted: async () => {
        const reason = await join('parted', null)
        return typeof reason === 'string' ? reason : null
      },
      find: async () => {
        const hosts = await join('find', null)
        return Array.isArray(hosts) ? (hosts as readonly FoundHost[]) : []
      },
      pair: async (address, code) => {
        const answer = await join('pair', { address, code })
        const told = typeof answer === 'object' && answer !== null && 'problem' in answer
        if (!told) return words.failed
        return typeof answer.problem === 'string' ? answer.problem : null
      },
    }
  : undefined

/** What a kiosk's station does for it without a host. */
export type KioskStation = {
  readonly read: () => Promise<unknown>
  /** Whether it is on the disk. */
  readonly write: (file: KioskFile) => Promise<boolean>
  /** Whether a printer of this machine took it. */
  readonly print: (paper: ProvisionalPaper) => Promise<boolean>
}

const atKiosk = (what: 'read' | 'write' | 'print', given: object | null) =>
  ask({ type: 'guichet:kiosk', what, given }, (answer) =>
    'type' in answer && answer.type === 'guichet:kiosk-answer' && 'answer' in answer
      ? answer.answer
      : undefined,
  )

/** Undefined in a browser, which keeps by itself and prints nothing. */
export const kioskStation: KioskStation | undefined = window.guichet
  ? {
      read: () => atKiosk('read', null),
      write: async (file) => (await atKiosk('write', file)) === true,
      print: async (paper) => (await atKiosk('print', paper)) === true,
    }
  : undefined
