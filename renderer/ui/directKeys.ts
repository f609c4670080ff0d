import { useEffect, useId } from 'react'
import { create } from 'zustand'

/** A key without a cap: by its cap on the French keyboard, and what it does. */
type DirectKey = { readonly key: string; readonly does: string }

/** The keys that act without a cap on the page, by who says them: the help of F1 lists them with those that show. */
export const useDirectKeys = create<{ readonly said: Readonly<Record<string, readonly DirectKey[]>> }>(
  () => ({ said: {} }),
)

/** Says what keys do while the page shows no cap of theirs, each by its cap on the French keyboard. */
export function useSaysKeys(keys: readonly DirectKey[]): void {
  const id = useId()
  const told = JSON.stringify(keys)
  useEffect(() => {
    useDirectKeys.setState(({ said }) => ({
      said: { ...said, [id]: JSON.parse(told) as readonly DirectKey[] },
    }))
    return () =>
      useDirectKeys.setState(({ said }) => ({
        said: Object.fromEntries(Object.entries(said).filter(([owner]) => owner !== id)),
      }))
  }, [id, told])
}
