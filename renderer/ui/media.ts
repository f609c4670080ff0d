import { useSyncExternalStore } from 'react'

/** Whether the window is as the media query says, told again each time that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

/** An enlarged page: its side columns give their room to the one in the middle. */
export const narrow = '(max-width: 1000px)'
