import { useEffect, useEffectEvent, useRef } from 'react'
import { RequestKey } from '../../shared/contract/onRequest.ts'

// The bar has no room to check a title with the person: it asks the counter's window to show the handing over, for the
// request that it shows itself. Another one that is received there by then is not theirs. A window that opens asks which.

const channelName = 'guichet:handover'

/** How long a page that is there takes at most to answer, in milliseconds. */
const answerTime = 200

/**
 * In the bar: asks the handing over of a request, of the counter's window that is there or that opens; what it gives back
 * tells whether one that is there shows it.
 */
export function useHandoverAsk(): (request: RequestKey | null) => Promise<boolean> {
  const asked = useRef<RequestKey | null>(null)
  const channel = useRef<BroadcastChannel | null>(null)
  useEffect(() => {
    const opened = new BroadcastChannel(channelName)
    opened.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === 'which' && asked.current !== null) opened.postMessage({ request: asked.current })
      // It is shown: a window that is loaded again begins by the list.
      if (data === 'shown') asked.current = null
    })
    channel.current = opened
    return () => opened.close()
  }, [])
  return (request) => {
    asked.current = request
    const opened = channel.current
    if (request === null || opened === null) return Promise.resolve(false)
    const answer = isShownOn(opened)
    opened.postMessage({ request })
    return answer
  }
}

/** Whether a page says in time that it shows what was asked. */
const isShownOn = (channel: BroadcastChannel): Promise<boolean> =>
  new Promise((answer) => {
    const heard = new AbortController()
    const end = (shown: boolean) => {
      heard.abort()
      answer(shown)
    }
    const hear = ({ data }: MessageEvent<unknown>) => {
      if (data === 'shown') end(true)
    }
    channel.addEventListener('message', hear, { signal: heard.signal })
    setTimeout(() => end(false), answerTime)
  })

/**
 * In the counter's window: shows the handing over that the bar asked.
 * @param here the request under way on this page
 */
export function useHandoverAsked(here: string | null, onAsked: () => void): void {
  const hear = useEffectEvent((channel: BroadcastChannel, data: unknown) => {
    if (typeof data !== 'object' || data === null || !('request' in data)) return
    const asked = RequestKey.safeParse(data.request)
    if (!asked.success || asked.data !== here) return
    onAsked()
    channel.postMessage('shown')
  })
  useEffect(() => {
    const channel = new BroadcastChannel(channelName)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(channel, data))
    channel.postMessage('which')
    return () => channel.close()
    // The bar may show a request before this page does: each one that comes asks.
  }, [here])
}
