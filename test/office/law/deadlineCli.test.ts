import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import copied from '../../fixtures/deadlines.json' with { type: 'json' }
import { startCommand } from '../../fixtures/answeringCommand.ts'

interface Vector {
  readonly id: string
  readonly input: object
  readonly expect: string | Readonly<Record<string, string>>
  readonly source: string
  readonly confidence: string
}

const published = new URL('../../../../shared/data/deadlines/vectors.json', import.meta.url)
const birth = (accouchement: unknown, over: object = {}) => ({
  rule: 'naissance',
  input: { accouchement, ...over },
})

describe('guichet deadline', () => {
  test('answers the vectors one by one, each before the next is asked', async () => {
    const vectors: readonly Vector[] = existsSync(published)
      ? (JSON.parse(readFileSync(published, 'utf8')) as Vector[])
      : (copied as Vector[])
    const cli = startCommand('deadline')
    for (const { id, input, expect: expected, source, confidence } of vectors) {
      const rule = id.replace(/-\d{4}(-\d{2}-\d{2})?$/, '')
      const answer = await cli.ask({ rule, input })
      expect(answer).toMatchObject({ rule, result: expected, source, confidence })
      expect(answer).toMatchObject(typeof expected === 'string' ? { date: expected } : expected)
      // The case’s own name, with its date, is understood too.
      expect(await cli.ask({ rule: id, input })).toEqual(answer)
    }
    expect(await cli.end()).toEqual({ code: 0, more: false })
  })

  test.each([
    [
      { rule: 'sva-incompetent', input: { initial: '2026-01-05', competent: '2026-01-15', delaiMois: 2 } },
      { acceptation: '2026-03-15', rejet: '2026-03-05' },
    ],
    [{ rule: 'communication-motifs', input: { demandeMotifs: '2026-01-31' } }, { date: '2026-02-28' }],
    [{ rule: 'carte-grise', input: { demenagement: '2026-04-01' } }, { date: '2026-05-01' }],
    [{ rule: 'sejour-silence', input: { demande: '2026-10-31' } }, { date: '2027-02-28' }],
    [birth('2026-03-29'), { date: '2026-04-03' }],
    [birth('2026-03-29', { alsace: true }), { date: '2026-04-07' }],
    [birth('2026-03-29', { alsace: false }), { date: '2026-04-03' }],
    [birth('2026-05-22', { territoire: 'guadeloupe' }), { date: '2026-05-28' }],
    [
      {
        rule: 'svr-piece',
        input: {
          reception: '2026-01-05',
          demandePieces: '2026-01-20',
          delaiPieces: '2026-02-19',
          piecesRecues: null,
          regime: 'rejet',
          delaiMois: 2,
        },
      },
      { date: '2026-04-04' },
    ],
    [
      {
        rule: 'sva-piece',
        input: {
          reception: '2026-01-05',
          demandePieces: '2026-01-20',
          delaiPieces: '2026-02-19',
          piecesRecues: null,
          delaiMois: 2,
        },
      },
      { date: null, result: null },
    ],
  ])('answers %j', async (question, expected) => {
    const cli = startCommand('deadline')
    const answer = await cli.ask(question)
    expect(answer).toMatchObject(expected)
    expect([typeof answer['source'], typeof answer['confidence']]).toEqual(['string', 'string'])
    expect(await cli.end()).toEqual({ code: 0, more: false })
  })

  test('lines that come together, in pieces or without a last line feed are answered in order', async () => {
    const cli = startCommand('deadline')
    const lines = ['2026-05-04', '2026-05-08', '2026-05-10'].map((day) => JSON.stringify(birth(day)))
    cli.write(`${lines[0]}\r\n${lines[1]!.slice(0, 20)}`)
    expect((await cli.read())['date']).toBe('2026-05-11')
    cli.write(`${lines[1]!.slice(20)}\n${lines[2]}`)
    expect((await cli.read())['date']).toBe('2026-05-13')
    expect(await cli.end()).toEqual({ code: 0, more: true })
  })

  test('a bad line gets a French sentence that names the field, and the next is answered', async () => {
    const cli = startCommand('deadline')
    const silence = { reception: '2026-01-05', delaiMois: 2 }
    const pieces = {
      ...silence,
      demandePieces: '2026-01-20',
      delaiPieces: '2026-02-19',
      piecesRecues: '2026-02-10',
    }
    for (const [bad, said] of [
      ['', 'Cette ligne est vide'],
      ['{"rule":', 'n’est pas du JSON'],
      ['null', 'La question n’a pas la forme attendue (un objet)'],
      ['[]', 'La question n’a pas la forme attendue (un objet)'],
      [{ input: {} }, '« rule » manque'],
      [{ rule: 4, input: {} }, '« rule » n’a pas la forme attendue'],
      [{ rule: 'naissance' }, '« input » manque'],
      [{ rule: 'naissance', input: [] }, '« input » n’a pas la forme attendue (un objet)'],
      [
        { rule: 'svr', input: { ...silence, delaiMois: 1.5 } },
        '« delaiMois » n’a pas la forme attendue (un nombre entier)',
      ],
      [{ rule: 'jamais', input: {} }, 'la règle « jamais » n’est pas connue'],
      [{ rule: 'constructor', input: {} }, 'n’est pas connue'],
      [birth(undefined), '« accouchement » manque'],
      [birth(null), '« accouchement » n’a pas la forme attendue'],
      [birth(20260504), '« accouchement » n’a pas la forme attendue'],
      [birth('2026-02-30'), '« accouchement » n’est pas une date qui existe'],
      [birth('2025-02-29'), '« accouchement » n’est pas une date qui existe'],
      [birth('2026-13-01'), '« accouchement » n’est pas une date qui existe'],
      [birth('04/05/2026'), '« accouchement » n’est pas une date qui existe'],
      [birth('2026-05-04T10:00'), '« accouchement » n’est pas une date qui existe'],
      [birth('0001-05-04'), '« accouchement » n’est pas possible'],
      [birth('9999-12-31'), '« accouchement » n’est pas possible'],
      [birth('2026-05-04', { alsace: 'oui' }), '« alsace » n’a pas la forme attendue'],
      [birth('2026-05-04', { territoire: 'mars' }), '« territoire »'],
      [birth('2026-05-04', { territory: 'guadeloupe' }), '« territory » n’est pas un champ attendu'],
      [{ ...birth('2026-05-22'), territoire: 'guadeloupe' }, '« territoire » n’est pas à sa place'],
      [{ ...birth('2026-05-22'), territory: 'guadeloupe' }, '« territory » n’est pas à sa place'],
      [{ ...birth('2026-03-29'), alsace: true }, '« alsace » n’est pas à sa place'],
      [birth('2026-03-29', { territoire: 'guadeloupe', alsace: true }), '« alsace » n’est pas possible'],
      [
        {
          rule: 'recours-ta-distance',
          input: { notification: '2026-03-10', demeure: 'metropole', tribunal: 'nouvelleCaledonie' },
        },
        '« tribunal » a une valeur inattendue',
      ],
      [birth('2026-05-04', { alsase: true }), '« alsase » n’est pas un champ attendu'],
      [{ rule: 'svr', input: { reception: '2026-01-05' } }, '« delaiMois » manque'],
      [{ rule: 'svr', input: { ...silence, delaiMois: 0 } }, '« delaiMois »'],
      [{ rule: 'svr', input: { ...silence, delaiMois: 1.5 } }, '« delaiMois »'],
      [{ rule: 'svr', input: { ...silence, delaiMois: '2' } }, '« delaiMois »'],
      [{ rule: 'svr-piece', input: { ...pieces, regime: 'acceptation' } }, '« regime »'],
      [{ rule: 'svr-piece', input: { ...pieces, piecesRecues: undefined } }, '« piecesRecues » manque'],
      [{ rule: 'svr-piece', input: { ...pieces, demandePieces: '2026-01-04' } }, '« demandePieces »'],
      [{ rule: 'svr-piece', input: { ...pieces, delaiPieces: '2026-01-19' } }, '« delaiPieces »'],
      [{ rule: 'svr-piece', input: { ...pieces, piecesRecues: '2026-01-19' } }, '« piecesRecues »'],
      [
        {
          rule: 'date-effective',
          input: { canal: 'courrier', envoi: '2026-01-06', reception: '2026-01-05' },
        },
        '« envoi »',
      ],
      [
        { rule: 'sva-incompetent', input: { initial: '2026-01-05', competent: '2026-01-04', delaiMois: 2 } },
        '« competent »',
      ],
    ] as const) {
      const answer = await cli.ask(bad)
      expect(answer).toEqual({ error: expect.stringContaining(said) as string })
      expect((await cli.ask(birth('2026-05-04')))['date']).toBe('2026-05-11')
    }
    expect(await cli.end()).toEqual({ code: 0, more: false })
  })

  test('an argument is not understood', async () => {
    expect(await startCommand('deadline', 'x').left).toBe(2)
  })
})
