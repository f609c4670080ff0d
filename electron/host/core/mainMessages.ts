import type { Input } from '../../../shared/contract/index.ts'
import type { PairDone } from '../../../shared/contract/network/pairing.ts'
import type { OfficeHost } from '../../../shared/contract/network/calls.ts'
import type { Station } from '../../../shared/contract/stations.ts'
import type { WaitingOffice } from '../../lan/discover.ts'
import type { Fault } from '../../../shared/rpc/protocol.ts'

// What Electron's main process says to the host process, or to the relay of a station whose host is another machine's,
// and what these answer. Pages talk over their own MessagePort: only windows, printing and the end of the program pass
// here.

/** What a station keeps of the office that it joined: who it is there, its token, where its hosts answer and by which keys. */
export type Joined = PairDone

type UpdatesAct<N extends 'updates.set' | 'updates.look' | 'updates.plan' | 'updates.takeLeft'> = {
  readonly name: N
  readonly input: Input<N>
  readonly agentId: string | null
}
/** What is asked of the program's own updates, and by whom; answered by the state, or by a refusal's code. */
export type UpdatesAsked =
  | { readonly name: 'updates.state' }
  | UpdatesAct<'updates.set'>
  | UpdatesAct<'updates.look'>
  | UpdatesAct<'updates.plan'>
  | UpdatesAct<'updates.takeLeft'>

export type FromMain =
  /** The page of a window asks for the host: its MessagePort comes with this message. */
  | { readonly t: 'port'; readonly station: Station }
  /** The answer to `render`, `picture`, `print`, `secret` or `updates`: the bytes of the PDF or of the PNG, nothing, or why not (a French sentence). */
  | { readonly t: 'done'; readonly id: number; readonly bytes?: Uint8Array; readonly problem?: string }
  | { readonly t: 'printers'; readonly names: readonly string[] }
  /** Asks whether another version may take this one's place, and whether there is a backup. */
  | { readonly t: 'prepareUpdate' }
  | { readonly t: 'close' }

/** To a relay, beside `port` and `close`. */
export type ToRelay =
  | FromMain
  /** First of all: the office that its pages are carried to. */
  | { readonly t: 'joined'; readonly joined: Joined }
  /** Or one thing to do, answered once: pair by a code, or look for the hosts that wait. */
  | { readonly t: 'pair'; readonly address: string; readonly code: string }
  | { readonly t: 'find' }

/** From a relay, beside `ready` and `failed`. */
export type FromRelay =
  | { readonly t: 'paired'; readonly joined: Joined }
  | { readonly t: 'notPaired'; readonly fault: Fault }
  | { readonly t: 'found'; readonly hosts: readonly WaitingOffice[] }
  /** The office's hosts have changed: what is kept of them too. */
  | { readonly t: 'hosts'; readonly hosts: readonly OfficeHost[] }
  /** Where the system's browser begins a sign-in, or that there is none. */
  | { readonly t: 'signIn'; readonly origin: string | null }
  /** The office wants this station no more. */
  | { readonly t: 'parted'; readonly fault: Fault }

export type FromHostProcess =
  /** The office is ready for another version (null), or why it is not, as a code. */
  | { readonly t: 'updatePrepared'; readonly problem: string | null }
  /** The office is open; `created` is false until the welcome has made it. */
  | { readonly t: 'ready'; readonly created: boolean; readonly school: boolean; readonly url: string }
  /** The host can't open its folder: the sentence is for the person at the screen, and the host leaves. */
  | { readonly t: 'failed'; readonly code: string; readonly message: string }
  /** Draw this HTML on paper of this width (and height, null: as long as the content), in millimetres; give the PDF back. */
  | {
      readonly t: 'render'
      readonly id: number
      readonly html: string
      readonly widthMm: number
      readonly heightMm: number | null
    }
  /** Draw this HTML dot for dot, one a CSS pixel, on white; give the PNG back, of this size at least. */
  | {
      readonly t: 'picture'
      readonly id: number
      readonly html: string
      readonly width: number
      readonly height: number
    }
  /**
   * The system's keeping of secrets: its name (empty where it protects nothing), a secret wrapped, or what was wrapped in clear.
   * It is asked before the office is open too.
   */
  | {
      readonly t: 'secret'
      readonly id: number
      readonly ask: 'name' | 'wrap' | 'unwrap'
      readonly bytes: Uint8Array
    }
  /** The updates of the program: only the application has them, a service none. */
  | { readonly t: 'updates'; readonly id: number; readonly asked: UpdatesAsked }
  /** Print this HTML on the system's printer of this name, at this size in millimetres, without a dialog. */
  | {
      readonly t: 'print'
      readonly id: number
      readonly html: string
      readonly device: string
      readonly widthMm: number
      readonly heightMm: number | null
    }
