import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What V8 lets call to collect what nobody holds; « last-resort » also gives back the room that it took. */
type Collect = (how: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void

/** Milliseconds after which a start has done all that it does once, and a page what it opens with. */
const settled = 4000

/**
 * Gives back, once, what a start took of memory: what was read then is let go, and V8 keeps the room of it for as long as it
 * is not pressed. It takes the thread for some hundredths of a second. An engine that can't be asked keeps its room.
 */
export function giveBackAfterStart(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext("typeof gc === 'function' ? gc : undefined") as Collect | undefined
    setFlagsFromString('--no-expose-gc')
    collect?.({ type: 'major', flavor: 'last-resort' })
  }, settled).unref()
}
