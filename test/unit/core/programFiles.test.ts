import { expect, test } from 'vitest'
import { filesOfPrograms } from '../../runtime/programFiles.ts'

/** Imports by module: two programs share one module, which imports another. */
const imports: Readonly<Record<string, readonly string[]>> = {
  office: ['/shared.ts', '/own.ts'],
  relay: ['/shared.ts'],
  '/shared.ts': ['/deep.ts'],
  '/own.ts': ['/deep.ts', '/shared.ts'],
  '/deep.ts': [],
  '/panel.ts': [],
}
const graph = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) }

/** The file of a module, as the bundler finds it: the first group, by priority, that names it. */
const fileOf = (id: string): string | null =>
  filesOfPrograms({ office: 'office', relay: 'relay' })
    .toSorted((one, other) => other.priority - one.priority)
    .map(({ name }) => name(id, graph))
    .find((name) => name !== null) ?? null

test('What the same programs read when they start is one file', () => {
  expect(['/shared.ts', '/deep.ts'].map(fileOf)).toEqual(['office-relay', 'office-relay'])
  expect(fileOf('/own.ts')).toBe('office')
})

test('The first module of a program stays in the file that is started', () => {
  expect(['office', 'relay'].map(fileOf)).toEqual([null, null])
})

test('The first module of a thread is with what shares it, where another program reads it too', () => {
  const groups = filesOfPrograms({ office: 'office', thread: '/own.ts' })
  expect(groups.map(({ name }) => name('/own.ts', graph))).toEqual([null, 'office-thread'])
})

test('What no program reads when it starts has a file of its own', () => {
  expect(fileOf('/panel.ts')).toBeNull()
})

test('What several programs share is placed before what imports it', () => {
  const priorities = filesOfPrograms({ office: 'office', relay: 'relay' }).map(({ priority }) => priority)
  expect(priorities).toEqual([1, 2])
})
