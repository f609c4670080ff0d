import { expect, test } from 'vitest'
import { counter } from '../../shared/messages/queue/counter.fr.ts'
import { reception } from '../../shared/messages/queue/reception.fr.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { sourcesWhere } from './sources.ts'

// A function key means one thing at every station, or nothing: whoever goes from one to another presses without looking.

/** What each one means, and the files that name it. Another file, or another meaning, is to be said here first. */
const table = [
  ['F1', 'Aide', ['help/HelpButton.tsx']],
  ['F2', 'Appeler', ['bar/Bar.tsx', 'counter/Free.tsx', 'counter/functionKeys.ts']],
  ['F3', 'Rappeler', ['bar/Bar.tsx', 'counter/Calling.tsx', 'counter/functionKeys.ts']],
  ['F4', 'Absent', ['bar/Bar.tsx', 'counter/Calling.tsx', 'counter/functionKeys.ts']],
  ['F5', 'Est là', ['bar/Bar.tsx', 'counter/Calling.tsx', 'counter/functionKeys.ts']],
  ['F6', 'En attente', ['bar/Bar.tsx', 'counter/functionKeys.ts']],
  ['F7', 'Transférer', ['counter/functionKeys.ts']],
  ['F8', 'Renseignement', ['counter/functionKeys.ts', 'reception/Acts.tsx']],
  ['F9', 'Terminer', ['bar/Bar.tsx', 'counter/OutcomePanel.tsx', 'counter/functionKeys.ts']],
  [
    'F10',
    'Remettre',
    ['counter/FindTitle.tsx', 'counter/TitleFound.tsx', 'counter/functionKeys.ts', 'reception/Collect.tsx'],
  ],
  ['Shift+F1', 'Chercher un texte', ['law/lawSearchKey.ts']],
  ['Maj F1', 'Chercher un texte', ['counter/sheetTable.ts']],
  ['Shift+F2', 'Journée guidée : la suivante', ['training/lessonKeys.ts']],
  ['Maj F2', 'Journée guidée : la suivante', ['training/lessonKeys.ts']],
  ['Shift+F9', 'Journée guidée : recommencer', ['training/lessonKeys.ts']],
  ['Maj F9', 'Journée guidée : recommencer', ['training/lessonKeys.ts']],
] as const

/** The function keys that the pages name outside comments, each with the files that name it. */
function named(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const { path, text } of sourcesWhere((each) => /^renderer\/.*\.tsx?$/.test(each))) {
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    for (const [key] of code.matchAll(/(?:\b[A-Z][a-z]+[+ ])?\bF(?:1[0-2]|[1-9])\b/g)) {
      const files = found.get(key) ?? []
      const file = path.slice('renderer/'.length)
      if (!files.includes(file)) found.set(key, [...files, file])
    }
  }
  return found
}

test('a function key has one meaning, and no page names one that the table does not give it', () => {
  const found = named()
  expect(Object.fromEntries([...found].map(([key, files]) => [key, files.toSorted()]))).toEqual(
    Object.fromEntries(table.map(([key, , files]) => [key, [...files].toSorted()])),
  )
})

test('files, documents, the till, supervision and administration have no function key but the help', () => {
  const others = [...named()].flatMap(([key, files]) =>
    files
      .filter((file) => /^(?:files|documents|till|supervision|administration|settings)\//.test(file))
      .map((file) => `${key} ${file}`),
  )
  expect(others).toEqual([])
})

test('a function key is told by the same word at the counter and at the entrance', () => {
  const meaning = (key: string) => table.find(([each]) => each === key)?.[1]
  const { keys } = counter
  const told = {
    F2: keys.call,
    F3: keys.recall,
    F4: keys.absent,
    F5: keys.here.replace('\u00a0', ' '),
    F6: keys.park.replace('\u00a0', ' '),
    F7: keys.transfer,
    F8: keys.information,
    F9: keys.end,
    F10: keys.handedOver,
  }
  for (const [key, word] of Object.entries(told)) expect(word, key).toBe(meaning(key))
  expect(reception.acts.information.title).toContain(keys.information)
  // Who holds a station changes, or leaves, by the same two keys everywhere.
  expect([peopleWords.here.changeKey, peopleWords.here.lockKey]).toEqual(['F12', 'Maj F12'])
})
