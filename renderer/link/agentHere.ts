import { useEffect, useRef } from 'react'
import { AgentId } from '../../shared/contract/ids.ts'
import { useLink, useLinkState } from './hooks.ts'

// The windows of one machine tell each other who is at the counter, so that the bar does not ask again in 56 pixels.
// Nothing is kept: a window that opens asks, and those that know answer. In a browser each tab's token says who it is.

const channelName = 'guichet:agent'

/**
 * In the counter's window: says who holds it, now and to whoever asks; and that they left it.
 * @param tells whether this window is the counter's
 */
export function useAgentTold(tells: boolean): void {
  const agentId = useLinkState((link) => link.agentId)
  const told = useRef(false)
  useEffect(() => {
    if (!tells || !window.guichet) return
    const channel = new BroadcastChannel(channelName)
    const tell = () => {
      // A window that never knew anybody takes nobody away from the bar.
      if (agentId === null && !told.current) return
      channel.postMessage({ agentId })
      told.current = agentId !== null
    }
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === 'who') tell()
    })
    tell()
    return () => channel.close()
  }, [agentId, tells])
}

/** In the bar's window: becomes who the counter's window says. Until then nobody is there. */
export function useAgentHeard(): void {
  const link = useLink()
  useEffect(() => {
    if (!window.guichet) return
    const channel = new BroadcastChannel(channelName)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null || !('agentId' in data)) return
      const heard = AgentId.nullable().safeParse(data.agentId)
      if (heard.success && link.store.getState().agentId !== heard.data) link.become(heard.data)
    })
    channel.postMessage('who')
    return () => channel.close()
  }, [link])
}
