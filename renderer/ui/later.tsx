import { lazy, Suspense, type ComponentProps, type ComponentType, type ReactNode } from 'react'
import { useKeysKept } from './keptKeys.ts'

/**
 * A part of a page that is read when it is first shown: a station that opens reads nothing of what nobody asked for yet.
 * @param read the file, then the component in it
 */
export const later = <P extends object>(read: () => Promise<ComponentType<P>>): ComponentType<P> =>
  partOf(read, null)

/**
 * A panel that a key opens and that takes the keyboard, read in the same way: what is pressed meanwhile is for it, no other
 * key of the page acts.
 * @param read the file, then the component in it
 */
export const panelLater = <P extends object>(read: () => Promise<ComponentType<P>>): ComponentType<P> =>
  partOf(read, <KeysKept />)

function partOf<P extends object>(
  read: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode,
): ComponentType<P> {
  const Part = lazy(async () => ({ default: await read() }))
  return function Later(props: P) {
    return (
      <Suspense fallback={meanwhile}>
        <Part {...(props as ComponentProps<typeof Part>)} />
      </Suspense>
    )
  }
}

function KeysKept() {
  useKeysKept(true)
  return null
}
