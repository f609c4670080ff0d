import { lazy, Suspense, useState, type ComponentProps, type ComponentType, type ReactNode } from 'react'
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

/**
 * A panel that the page can tell is next: read ahead, it is drawn at once when it is asked for; else as `panelLater`.
 * @param read the file, then the component in it
 */
export function panelAhead<P extends object>(
  read: () => Promise<ComponentType<P>>,
): { readonly Panel: ComponentType<P>; readonly readAhead: () => void } {
  let found: ComponentType<P> | null = null
  const take = async () => (found = await read())
  const Unread = partOf(take, <KeysKept />)
  return {
    Panel: function Ahead(props: P) {
      // Chosen once: another component in its place would lose what is being typed.
      const [Part] = useState(() => found ?? Unread)
      return <Part {...props} />
    },
    // What fails here fails again when the panel is drawn, and is said there.
    readAhead: () => void take().catch(() => undefined),
  }
}

function partOf<P extends object>(
  read: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode,
): ComponentType<P> {
  const Part = lazy(async () => ({ default: await read() }))
  return function Later(props: P) {
    return (
      <Suspense
        fallback={
          <>
            {meanwhile}
            <BeingRead />
          </>
        }
      >
        <Part {...(props as ComponentProps<typeof Part>)} />
      </Suspense>
    )
  }
}

/** Nothing that is seen: that a part is still being read, for whoever looks at the page whole. */
const BeingRead = () => <span hidden data-unread="" />

function KeysKept() {
  useKeysKept(true)
  return null
}
