import { expect, test } from 'vitest'
import { callNames, commandOf, contract, type CommandName } from '../../../shared/contract/index.ts'

// What a person types to say who they are is never kept: neither in the answer's fingerprint, nor in a page.

const commands = callNames.flatMap((name) =>
  contract[name].kind === 'command' ? [[name as CommandName, commandOf(name as CommandName)] as const] : [],
)
/** The fields by which people sign in, wherever a command of theirs has one. */
const typed = ['secret', 'current', 'code', 'badge']

test('whatever is typed to sign in is declared a secret', () => {
  const ofPeople = commands.filter(([, { by }]) => by === 'people')
  expect(ofPeople.length).toBeGreaterThan(5)
  for (const [name, { input, secrets = [] }] of ofPeople) {
    const fields = Object.keys(input.shape).filter((field) => typed.includes(field))
    expect(fields.toSorted(), name).toEqual(secrets.toSorted())
  }
})

test('a command that has a secret, or shows one, is not kept by a page', () => {
  const secret = commands.filter(
    ([, { secrets, shownOnce }]) => secrets !== undefined || shownOnce !== undefined,
  )
  expect(secret.length).toBeGreaterThan(5)
  expect(secret.filter(([, { kept }]) => kept !== undefined).map(([name]) => name)).toEqual([])
})
