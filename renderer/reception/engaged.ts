import { useLayoutEffect } from 'react'

/**
 * Tells the page that somebody is chosen in this act: the figures are then its own, and the list of acts has them back
 * once nobody is, before the next key is heard.
 */
export function useEngaged(tell: (engaged: boolean) => void, engaged: boolean): void {
  useLayoutEffect(() => {
    tell(engaged)
    return () => tell(false)
  }, [tell, engaged])
}
