import { expect, test } from 'vitest'
import { z } from 'zod'
import { commandOf, contract, type CommandName } from '../../../shared/contract/index.ts'

/** By what a command may name a file, one of its papers, or its person's ticket. */
const names: ReadonlySet<string> = new Set([
  'fileId',
  'fileIds',
  'documentId',
  'jobId',
  'reference',
  'receipt',
  'code',
])

/** The names of an input, at any depth. */
function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value as object) : []),
    ...namesIn(value),
  ])
}

const commands = Object.entries(contract).flatMap(([name, call]) =>
  call.kind === 'command' ? [{ name: name as CommandName, call }] : [],
)

test('each command that may name a file, a paper of it or a ticket says what becomes of it once the file is limited', () => {
  const naming = commands.filter(({ call }) =>
    namesIn(z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any' })).some((name) =>
      names.has(name),
    ),
  )
  const standing = commands.filter(({ name }) => commandOf(name).onLimited !== undefined)
  expect(standing.map(({ name }) => name).toSorted()).toEqual(naming.map(({ name }) => name).toSorted())
})

test('what is barred can be refused for it, and it alone', () => {
  const refusing = commands.filter(({ call }) =>
    (call.refusals as readonly string[]).includes('personLimited'),
  )
  const barred = commands.flatMap(({ name }) => (commandOf(name).onLimited === 'barred' ? [name] : []))
  // An erasure is refused by the domain itself: a limited file is kept as it is.
  expect(refusing.map(({ name }) => name).toSorted()).toEqual([...barred, 'person.erase'].toSorted())
})
