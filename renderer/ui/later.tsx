import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react'
import { useKeysKept } from './keptKeys.ts'

/**
 * A part of a page that is read when it is first shown: a station that opens reads nothing of what nobody asked for yet.
 * What is pressed meanwhile is for it: no other key of the page acts.
 * @param read the file, then the component in it
 */
export function later<P extends object>(read: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await read() }))
  return function Later(props: P) {
    return (
      <Suspense fallback={<KeysKept />}>
        <Part {...(props as ComponentProps<typeof Part>)} />
      </Suspense>
    )
  }
}

function KeysKept() {
  useKeysKept(true)
  return null
}
