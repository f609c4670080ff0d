import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { eventTypes, type Event } from '../../../shared/contract/events.ts'
import { isPublished, published, publishedFacts } from '../../../shared/contract/integrations/published.ts'
import { eventForOthers } from '../../../electron/host/integrations/forOthers.ts'
import { recorded } from '../anyEvents.ts'

// What leaves for other software: nothing that a person typed, by the schemas themselves and by any event there is.

type Node = { readonly [key: string]: unknown }

/** Strings that the program makes, and nobody types: hashes, signatures, names of periods and of exchanges between administrations. */
const made: ReadonlySet<string> = new Set([
  'commitment',
  'previous',
  'hash',
  'signature',
  'version',
  'exchangeId',
])

/** Where a schema would let any text through. */
function freeTexts(node: Node, path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('.') + 1).replaceAll('[]', '')
  const bound = ['enum', 'const', 'pattern', 'format'].some((key) => key in node)
  const here = node['type'] === 'string' && !bound && !made.has(name) ? [path] : []
  const below = (key: string) => ((node[key] ?? []) as readonly Node[]).flatMap((one) => freeTexts(one, path))
  const properties = Object.entries((node['properties'] ?? {}) as Readonly<Record<string, Node>>)
  return [
    ...here,
    ...properties.flatMap(([key, one]) => freeTexts(one, `${path}.${key}`)),
    ...(node['items'] ? freeTexts(node['items'] as Node, `${path}[]`) : []),
    ...['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap(below),
  ]
}

describe('an event that leaves', () => {
  test('has no place for a text that somebody types, in any of its schemas', () => {
    const found = Object.entries(published).flatMap(([type, facts]) =>
      freeTexts(z.toJSONSchema(facts, { unrepresentable: 'any' }) as Node, type),
    )
    expect(found).toEqual([])
  })

  test('names neither an agent, nor a ticket’s code, nor a secret', () => {
    for (const [type, facts] of Object.entries(published))
      for (const hidden of ['agentId', 'code', 'tokenHash', 'settings', 'deed', 'label', 'url'])
        expect(Object.keys(facts.shape), type).not.toContain(hidden)
    // A paper is told by its number alone: what an office puts on its papers is a setting.
    for (const [type, { shape }] of Object.entries(published))
      if ('paper' in shape) expect(shape.paper.safeParse('Papier à en-tête').success, type).toBe(false)
  })

  property.prop([recorded])('carries the facts of its published schema and no other, as they are', (all) => {
    for (const { event } of all) {
      const facts = publishedFacts(eventForOthers(event))
      const named: readonly string[] = isPublished(event.type) ? Object.keys(published[event.type].shape) : []
      expect(Object.keys(facts).filter((key) => !named.includes(key))).toEqual([])
    }
  })

  property.prop([fc.constantFrom(...eventTypes), fc.string({ minLength: 12 })])(
    'hides a text put beside the facts that its schema names',
    (type, typed) => {
      const event = { type, data: { smuggled: typed, note: typed, name: typed, agentId: typed } }
      expect(publishedFacts(event as unknown as Event)).toEqual({})
    },
  )
})
