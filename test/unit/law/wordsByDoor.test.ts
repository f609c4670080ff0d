import { describe, expect, test } from 'vitest'
import { isAdministrative } from '../../../shared/domain/law/courts.ts'
import {
  strangeLines,
  strangeProse,
  strangeReasons,
  strangeRemedies,
  strangeRegulationPiece,
  strangeWays,
} from '../../../shared/domain/law/names.ts'
import corpus from '../../fixtures/wordsByDoor.json' with { type: 'json' }

// What each door takes and sends back, sentence by sentence: a statement passes, an order addressed to the person doesn't. The
// administrative courts are told from the others, whose delay no text sets for all.

const doors: { readonly [door in keyof typeof corpus]: (said: string) => object | null } = {
  reasons: (said) => strangeReasons([said]),
  prose: (said) => strangeProse([said]),
  lines: (said) => strangeLines([said]),
  courts: (court) => strangeRemedies({ authority: null, court }),
  administrativeCourts: (court) => (isAdministrative(court) ? null : { court }),
  officeCourts: (court) => strangeWays({ authority: null, court }),
  authorities: (authority) => strangeWays({ authority, court: 'tribunal administratif' }),
  regulationPieces: strangeRegulationPiece,
}

describe.each(Object.keys(doors) as (keyof typeof corpus)[])('%s', (door) => {
  test('take every lawful sentence, and send back the others', () => {
    const { taken, refused }: { readonly taken: string[]; readonly refused: string[] } = corpus[door]
    expect(taken.length).toBeGreaterThan(0)
    expect({
      sentBack: taken.filter((said) => doors[door](said) !== null),
      passed: refused.filter((said) => doors[door](said) === null),
    }).toEqual({ sentBack: [], passed: [] })
  })
})
