import { expect, test } from 'vitest'
import { serveAsked } from '../../../electron/host/serveOptions.ts'
import { standbyWords } from '../../../shared/messages/standby/standby.fr.ts'

test.each([
  [['--data', 'x', '--nombre', '3'], '« --nombre » n’est pas une option.'],
  [['--data', 'x', 'y'], '« y » n’était pas attendu.'],
  [['--data'], 'La valeur de « --data » manque'],
  [['--data', 'x', '--school=1'], 'La valeur de « --school » manque, ou n’en attend pas.'],
  [['--data', ''], 'Il manque --data.'],
  [['--data', 'x', '--port', ''], '«  » n’est pas un port'],
  [['--data', 'x', '--port', '0x10'], '« 0x10 » n’est pas un port'],
  [['--data', 'x', '--port', '1e3'], '« 1e3 » n’est pas un port'],
  [['--data', 'x', '--port', '65536'], '« 65536 » n’est pas un port'],
  [['--data', 'x', '--read-only'], 'Il manque --journal'],
  [['--data', 'x', '--follow', 'https://a'], standbyWords.bothNeeded],
])('%j is said in French', (args, says) => {
  const asked = serveAsked(args)
  expect(asked).toEqual({ is: 'misused', says: expect.stringContaining(says) })
  expect(asked).not.toMatchObject({ says: expect.stringMatching(/\b(option|argument) '|Unknown|ambiguous/) })
})

test('the token of the host to follow is the environment’s where the command has none', () => {
  const follow = ['--data', 'x', '--follow', 'https://a']
  expect(serveAsked(follow, 'kept')).toMatchObject({ follow: { token: 'kept' } })
  expect(serveAsked([...follow, '--token', 'typed'], 'kept')).toMatchObject({ follow: { token: 'typed' } })
  expect(serveAsked(['--data', 'x'], 'kept')).toMatchObject({ is: 'start', follow: undefined })
})

test('a journal in a database is read only where the command says so, and is the office’s that it names', () => {
  const asked = ['--data', 'x', '--journal', 'postgres://a@b/c']
  expect(serveAsked(asked)).toMatchObject({
    is: 'start',
    journal: { url: 'postgres://a@b/c', readOnly: false },
  })
  expect(serveAsked([...asked, '--read-only'])).toMatchObject({ journal: { readOnly: true } })
  expect(serveAsked([...asked, '--office', 'mairie'])).toMatchObject({
    journal: { office: 'mairie', readOnly: false },
  })
})
