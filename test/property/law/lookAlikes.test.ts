import { describe, expect, test } from 'vitest'
import { Recipient } from '../../../shared/contract/office/recipient.ts'
import { asRead, searchable } from '../../../shared/contract/letters.ts'
import { calls } from '../../../shared/contract/index.ts'
import { Ceiling } from '../../../shared/contract/till/deed.ts'
import { line, paragraph, spaced } from '../../../shared/contract/typed.ts'
import {
  strangeLines,
  strangePerson,
  strangePieceName,
  strangeProse,
  strangeReasons,
  strangeReceipt,
  strangeRegulationPiece,
} from '../../../shared/domain/law/names.ts'
import { strangeNotice } from '../../../shared/domain/law/notices.ts'
import { demandWords } from '../../../shared/procedures/demandWords.ts'
import { fewestWords, wordsOf } from '../../../shared/domain/files/papers/grounds.ts'
import { paying } from '../../fixtures/till.ts'
import corpus from '../../fixtures/wordsByDoor.json' with { type: 'json' }

// Words are read as they look: a letter of another writing that shows as a Latin one is that one, and a sign that shows nothing
// is nothing, or the space that it stands for.

const doors: {
  readonly [door in 'reasons' | 'prose' | 'lines' | 'regulationPieces']: (said: string) => unknown
} = {
  reasons: (said) => strangeReasons([said]),
  prose: (said) => strangeProse([said]),
  lines: (said) => strangeLines([said]),
  regulationPieces: strangeRegulationPiece,
}

const swapped = (from: string, to: string) => {
  const letters = new Map([...from].map((letter, at) => [letter, [...to][at]!]))
  return (said: string) =>
    said
      .normalize('NFD')
      .replaceAll(/\p{L}/gu, (letter) => letters.get(letter) ?? letter)
      .normalize('NFC')
}
/** What shows the same: whoever reads it sees the plain sentence. */
const disguises: Readonly<Record<string, (said: string) => string>> = {
  'Cyrillic letters': swapped('aceijopsxyABCEHIJKMOPSTXY', 'асеіјорѕхуАВСЕНІЈКМОРЅТХУ'),
  'Greek letters': swapped('aiopuvABEHIKMNOPTXYZ', 'αιορυνΑΒΕΗΙΚΜΝΟΡΤΧΥΖ'),
  'small capitals': swapped('abcdegjklmoprtuvwz', 'ᴀʙᴄᴅᴇɢᴊᴋʟᴍᴏᴘʀᴛᴜᴠᴡᴢ'),
  'barred letters': swapped('odtlhODTLH', 'øđŧłħØĐŦŁĦ'),
  'tags and selectors': (said) => said.replaceAll(/(\p{L})(?=\p{L})/gu, '$1\u{e0061}\ufe0f'),
  controls: (said) => said.replaceAll(/(\p{L}{2})(?=\p{L}{2})/gu, '$1\u0007'),
}
/** What cuts words, and what stands for the space between others. */
const mixtures: Readonly<Record<string, (said: string) => string>> = {
  'fillers for spaces, soft hyphens within': (said) =>
    said.replaceAll(/(\p{L}{3})(?=\p{L}{2})/gu, '$1\u00ad').replaceAll(/(?<=\p{L}) (?=\p{L})/gu, '\u3164'),
  'four kinds, two for spaces': (said) => {
    let turn = 0
    return said
      .replaceAll(/(\p{L}{2})(?=\p{L}{2})/gu, (part) => part + ['\u034f', '\u200d'][turn++ % 2]!)
      .replaceAll(/(?<=\p{L}) (?=\p{L})/gu, () => ['\u200b', '\u1160'][turn++ % 2]!)
  },
}
/** By day one sentence in three is disguised, by night each. */
const oneIn = Number(process.env['GUICHET_RUNS'] ?? 100) > 100 ? 1 : 3
const tried = <T>(said: readonly T[]) => said.filter((_, at) => at % oneIn === 0)

const passing = (door: keyof typeof doors, disguised: (said: string) => string) =>
  tried(corpus[door].refused).filter((said) => doors[door](disguised(said)) === null)
const names = Object.keys(doors) as (keyof typeof doors)[]

describe.each(Object.keys({ ...disguises, ...mixtures }))('%s', (name) => {
  const disguised = { ...disguises, ...mixtures }[name]!

  test.each(names)('hide nothing that %s send back', (door) => {
    expect(passing(door, disguised)).toEqual([])
  })

  test('hide no word of a name, of an issuer, of a piece nor of words to all', () => {
    expect(strangePerson({ familyName: disguised('Revenez demain'), firstName: null })).not.toBeNull()
    expect(strangeReceipt({ issuer: disguised('Le dossier avancera'), number: '12' })).not.toBeNull()
    expect(strangePieceName([{ label: disguised('Bail à fournir') }])).not.toBeNull()
    expect(strangeNotice([disguised('Apportez un bail signé')])).not.toBeNull()
    expect(strangeReceipt({ issuer: disguised('Dossier Familial'), number: '12' })).toBeNull()
    expect(strangePieceName([{ label: disguised('Bail du logement') }])).toBeNull()
  })
})

describe.each(Object.keys(disguises))('%s', (name) => {
  test.each(['reasons', 'prose', 'lines'] as const)('change nothing of what %s take', (door) => {
    expect(tried(corpus[door].taken).filter((said) => doors[door](disguises[name]!(said)) !== null)).toEqual(
      [],
    )
  })
})

test('the same sign hides a few words by cutting one and standing for the space after another', () => {
  expect(strangeProse(['Appor\u200btez\u200bun bail'])).not.toBeNull()
  expect(strangePerson({ familyName: 'Re\u3164venez', firstName: 'dem\u3164ain\u3164vous' })).not.toBeNull()
})

test('the number of an article and the mark of a sentence are seen however they are drawn', () => {
  for (const label of ['Bail, 𝐚𝐫𝐭. 𝟏𝟐', 'Bail (аrt. 12)', 'Bail ꞉ refusé', 'Bail： refusé', 'Bail ː refusé'])
    expect([label, strangePieceName([{ label }])]).toMatchObject([label, { refusal: 'nameMalformed' }])
  expect(strangePerson({ familyName: 'Roux (аrt. 5)', firstName: null })).not.toBeNull()
})

test('what is written in Cyrillic or in Greek stays so', () => {
  for (const name of ['Шевченко', 'Їжакевич', 'Παπαδόπουλος', 'Ющенко'])
    expect([asRead(name), searchable(name)]).toEqual([
      [name],
      name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase(),
    ])
  expect(strangePerson({ familyName: 'Вера', firstName: 'Роса' })).toBeNull()
  expect(strangeNotice(['Мерія зачинена в понеділок'])).toBeNull()
})

test('a piece, a fact and a name are the same as they look', () => {
  expect(demandWords('Justificatif de dоmicile')).toEqual(demandWords('Justificatif de domicile'))
  expect(wordsOf('La vіsite du 3 mars')).toEqual(wordsOf('La visite du 3 mars'))
  expect(wordsOf('\u115f \u1160 \u3164 \u034f').length).toBeLessThan(fewestWords)
  expect(searchable('Аnne Rоux')).toBe(searchable('Anne Roux'))
})

test('what names nothing is no name', () => {
  for (const nothing of ['\u0301', '·', '---', '’']) {
    expect([nothing, strangePerson({ familyName: nothing, firstName: null })]).not.toEqual([nothing, null])
    expect([nothing, strangePerson({ familyName: 'Roux', firstName: nothing })]).not.toEqual([nothing, null])
    const addressee = { familyName: 'Roux', firstName: 'Anne', usageName: nothing, contact: null }
    expect([nothing, strangePerson(addressee)]).not.toEqual([nothing, null])
    expect([nothing, strangeReceipt({ issuer: nothing, number: '12' })]).not.toEqual([nothing, null])
    expect([nothing, strangePieceName([{ label: nothing }])]).not.toEqual([nothing, null])
  }
  expect(strangePerson({ familyName: 'Å', firstName: 'مريم' })).toBeNull()
})

test('words that show nothing are none', () => {
  for (const empty of ['\u3164', '\u200b\u00ad', ' \u2800 ', '\u{e0041}', '\u0007'])
    for (const schema of [line, paragraph, spaced.min(1), Recipient.shape.name])
      expect([empty, schema.safeParse(empty).success]).toEqual([empty, false])
  for (const kept of ['Шевченко', '…', 'می‌خواهم']) expect(paragraph.parse(kept)).toBe(kept)
})

test('they are none at the till, nor of an incident', () => {
  const collect = paying('copie', 18, { means: 'cheque' })
  const asked = (reason: string) => [
    calls['till.collect'].input.safeParse({ ...collect, reference: reason }),
    calls['till.open'].input.safeParse({ coins: [], reason }),
    calls['till.count'].input.safeParse({ coins: [], reason }),
    calls['till.close'].input.safeParse({ coins: [], reason }),
    calls['till.correct'].input.safeParse({ number: 1, reason }),
    Ceiling.safeParse({ cents: 1, source: reason, toConfirm: false }),
  ]
  for (const empty of ['\u3164', '\u2800'])
    for (const [at, { success }] of asked(empty).entries())
      expect([empty, at, success]).toEqual([empty, at, false])
  for (const [at, { success }] of asked('Un billet de moins').entries())
    expect([at, success]).toEqual([at, true])
  const incident = { alertId: null, counterId: null, happenedAt: 0, nature: 'words' }
  expect(calls['incident.record'].input.parse({ ...incident, facts: '\u3164' }).facts).toBe('')
})
