import { useEffect, useEffectEvent, useRef } from 'react'
import { RequestKey } from '../../shared/contract/onRequest.ts'

// The bar has no room to check a title with the person: it asks the counter's window to show the handing over, for the
// request that it shows itself. Another one that is received there by then is not theirs. A window that opens asks which.

const channelName = 'guichet:handover'

/** In the bar: asks the handing over of a request, of the counter's window that is there or that opens. */
export function useHandoverAsk(): (request: RequestKey | null) => void {
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
    if (request !== null) channel.current?.postMessage({ request })
  }
}

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
