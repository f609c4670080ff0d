import type { ProductId } from '../../shared/contract/till/books.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import { onReceived, type RequestKey } from '../../shared/contract/onRequest.ts'
import { askingOver, type Act, type Read } from '../link/asking.ts'
import type { Link } from '../link/link.ts'

export type TillView = Output<'till.view'>
export type EntryLine = TillView['lines'][number]
export type Agents = Output<'agents.view'>['agents']

/** All that is done at the till; a refusal is given back, to be shown where the act was asked. */
export type TillActs = {
  readonly open: Act<'till.open'>
  readonly takeTrainingDeed: Act<'till.takeTrainingDeed'>
  readonly collect: Act<'till.collect'>
  readonly stamp: Act<'till.stamp'>
  readonly correct: Act<'till.correct'>
  readonly count: Act<'till.count'>
  readonly remit: Act<'till.remit'>
  readonly close: Act<'till.close'>
  readonly entry: Read<'till.entry'>
  readonly document: Read<'document.get'>
  readonly print: Act<'document.print'>
}

/** The acts on what a person pays. */
type OnPayment = 'till.collect' | 'till.stamp' | 'till.correct'

/** The acts over the page's link. One on a payment says whom the page shows at the key: heard late, it is of nobody else. */
export function tillActsOver(link: Link): TillActs {
  const { act, read } = askingOver(link)
  const onPayment = <N extends OnPayment>(name: N): Act<N> => {
    const send = act(name)
    return (input: Input<N>) => send({ ...onReceived(link.latest('till.view', {})), ...input })
  }
  return {
    open: act('till.open'),
    takeTrainingDeed: act('till.takeTrainingDeed'),
    collect: onPayment('till.collect'),
    stamp: onPayment('till.stamp'),
    correct: onPayment('till.correct'),
    count: act('till.count'),
    remit: act('till.remit'),
    close: act('till.close'),
    entry: read('till.entry'),
    document: read('document.get'),
    print: act('document.print'),
  }
}

export type Paper = Output<'till.collect'>['document']

/** What an entry was for, and for whom as the page showed it. */
type Products = {
  readonly number: number
  readonly products: readonly ProductId[]
  readonly received: TillView['received']
}

/** What somebody's request paid at this page, by its entry: the books do not say whose an entry is. */
export type Paid = Products & { readonly received: RequestKey }

/** What was just done, large: it stays until the next payment begins. */
export type Done =
  | (Products & {
      readonly is: 'paid'
      /** The entry that it replaces; null when it replaces none. */
      readonly corrects: number | null
      readonly due: number
      readonly change: number
      /** Given back for the entry that it replaces; null when it replaces none. */
      readonly back: number | null
      readonly paper: Paper
    })
  | (Products & { readonly is: 'stamped'; readonly corrects: null; readonly paper: Paper })
  | {
      readonly is: 'takenBack'
      readonly number: number
      readonly first: number
      readonly back: number
      /** What cancels the paper of the first, where it had one. */
      readonly paper: Paper
    }
  | { readonly is: 'remitted'; readonly number: number; readonly cents: number; readonly paper: Paper }

/** What the middle of the page is for; paying, unless something else was asked. */
export type Panel =
  | { readonly is: 'pay' }
  | { readonly is: 'stamp'; readonly product: string | null }
  | { readonly is: 'count' }
  | { readonly is: 'remit' }
  | { readonly is: 'close' }
  | { readonly is: 'entry'; readonly number: number | null }

export const paying: Panel = { is: 'pay' }
