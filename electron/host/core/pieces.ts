import type { MessagePort } from 'node:worker_threads'
import type { OrderSaid, PieceSaid } from './keptApart.ts'

/**
 * The other side of `keptApart`: answers the orders of a thread that is kept, a piece each time that one is asked for. What
 * fails ends the thread: who asked hears it.
 * @param work what an order gives, in pieces, of the parts that came before it
 */
export function answerByPieces<O, P>(
  port: MessagePort,
  work: (order: O, parts: readonly string[]) => Promise<Iterable<P>> | Iterable<P>,
): void {
  let parts: string[] = []
  let pieces: Iterator<P> | undefined
  const say = (said: PieceSaid<P>) => port.postMessage(said)
  const answer = async (said: OrderSaid<O>): Promise<void> => {
    if (said !== 'next') {
      if ('part' in said) return void parts.push(said.part)
      const come = parts
      parts = []
      pieces = (await work(said.order, come))[Symbol.iterator]()
    }
    const next = pieces?.next()
    say(next === undefined || next.done === true ? 'end' : { piece: next.value })
  }
  port.on('message', (said: OrderSaid<O>) => void answer(said))
}
