import { expect } from 'vitest'

/** What a door answers, whatever carries it. */
export type DoorAnswer =
  | { readonly output: unknown }
  | { readonly error: { readonly code: string; readonly message: string } }

/** One way in: a call in the name of a holder (`agent1`, `kiosk`…), and watches where the door has them. */
export type DoorUnderTest = {
  readonly call: (
    holder: string,
    name: string,
    input: unknown,
    /** `former`: said by the name that the call had in the version before. */
    options?: { readonly commandId?: string; readonly former?: true },
  ) => Promise<DoorAnswer>
  /** Absent where the door can't push. */
  readonly watch?: (
    holder: string,
    name: string,
    seen: (answer: DoorAnswer, seq: number) => void,
  ) => Promise<() => void>
  readonly stop: () => Promise<void>
}

/** A sentence: French, for a person, with no code and no English in it. */
const aSentence = /^[A-ZÀÉÊÇ«].{15,}[.)]$/

/** What a door gave; throws when it refused. */
export async function output<T>(answer: Promise<DoorAnswer>): Promise<T> {
  const given = await answer
  if ('error' in given) throw new Error(`${given.error.code}: ${given.error.message}`)
  return given.output as T
}

/** The code with which a door refused, its sentence looked at; throws when it gave something. */
export async function refusal(answer: Promise<DoorAnswer>): Promise<string> {
  const given = await answer
  if (!('error' in given)) throw new Error(`answered: ${JSON.stringify(given.output)}`)
  expect(given.error.message).toMatch(aSentence)
  return given.error.code
}

/** An id that nothing has. */
export const unknownId = '0198c1f2-0000-7abc-8def-0123456789ab'
