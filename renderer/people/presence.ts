import { createContext, use, useCallback } from 'react'
import type { AgentId } from '../../shared/contract/ids.ts'
import { useLink } from '../link/hooks.ts'
import { agentKept } from '../link/place.ts'

/** Who holds this station may change: undefined where stations are open to all, and a name is enough. */
export type Presence = { readonly change: () => void }

export const PresenceContext = createContext<Presence | undefined>(undefined)

/** Whether whoever is here signed in: the bar above the page has their name. */
export const useSignedIn = (): boolean => use(PresenceContext) !== undefined

/**
 * Gives the station to someone else: they sign in, where people have a secret; elsewhere they say their name, unless it is
 * known already.
 */
export function useOtherAgent(): (agentId: AgentId | null) => void {
  const link = useLink()
  const presence = use(PresenceContext)
  return useCallback(
    (agentId) => {
      if (presence) return presence.change()
      agentKept.write(agentId)
      link.become(agentId)
    },
    [link, presence],
  )
}
