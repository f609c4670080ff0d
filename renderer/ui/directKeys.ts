import { useEffect } from 'react'
import { create } from 'zustand'

type DirectKey = { readonly key: string; readonly does: string }

/** The keys that act without a cap on the page: the help of F1 lists them with those that show. */
export const useDirectKeys = create<{ readonly keys: readonly DirectKey[] }>(() => ({ keys: [] }))

/** Says the keys that act while the page is drawn so, each by its cap on the French keyboard. */
export function useSaysKeys(keys: readonly DirectKey[]): void {
  const told = JSON.stringify(keys)
  useEffect(() => {
    useDirectKeys.setState({ keys: JSON.parse(told) as readonly DirectKey[] })
    return () => useDirectKeys.setState({ keys: [] })
  }, [told])
}
