import { Fragment, type JSX } from 'react'
import { spaced } from '../../../shared/messages/format/spaces.ts'

// What every page draws is French typography's, whoever wrote the words: the messages, the rules, the host, an agent.

/** What is shown letter for letter: a code, a key, what is being written. */
const asTyped: readonly unknown[] = ['code', 'kbd', 'pre', 'samp', 'script', 'style', 'textarea']

const draws = (type: unknown): boolean =>
  type === Fragment || (typeof type === 'string' && !asTyped.includes(type))

const drawn = (child: unknown): unknown => (typeof child === 'string' ? spaced(child) : child)

/** The same properties, their text with the spaces that never break; the same object where nothing changes. */
export function withSpaces<Props>(type: unknown, props: Props): Props {
  if (!draws(type) || typeof props !== 'object' || props === null || !('children' in props)) return props
  const { children } = props
  if (typeof children === 'string') {
    const text = spaced(children)
    return text === children ? props : { ...props, children: text }
  }
  if (!Array.isArray(children) || !children.some((child) => drawn(child) !== child)) return props
  return { ...props, children: children.map(drawn) }
}

export type { JSX }
