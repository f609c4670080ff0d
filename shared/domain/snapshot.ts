import { List, Map, OrderedSet, isImmutable } from 'immutable'
import type { Office } from './state.ts'

// The state's collections as JSON: `{"$": kind, "of": [...]}`. What is neither is plain data.

type Frozen = { readonly $: 'map' | 'list' | 'set'; readonly of: readonly unknown[] }

/** The office as one JSON text. A snapshot only spares time: it is made again from the journal at will. */
export const freeze = (office: Office): string => JSON.stringify(frozen(office))

/** The office of a snapshot's text, as `freeze` wrote it. */
export const thaw = (text: string): Office => thawed(JSON.parse(text)) as Office

function frozen(value: unknown): unknown {
  if (Map.isMap(value))
    return { $: 'map', of: [...value.entries()].map(([key, member]) => [key, frozen(member)]) }
  if (List.isList(value)) return { $: 'list', of: [...value].map(frozen) }
  if (OrderedSet.isOrderedSet(value)) return { $: 'set', of: [...value].map(frozen) }
  if (isImmutable(value)) throw new TypeError('a collection that snapshots do not know')
  if (Array.isArray(value)) return value.map(frozen)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, frozen(member)]))
  }
  return value
}

function thawed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(thawed)
  if (value === null || typeof value !== 'object') return value
  if ('$' in value) {
    const { $, of } = value as Frozen
    if ($ === 'map')
      return Map((of as [string, unknown][]).map(([key, member]) => [key, thawed(member)] as const))
    return $ === 'list' ? List(of.map(thawed)) : OrderedSet(of.map(thawed))
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, thawed(member)]))
}
