import { createHash, randomUUID } from 'node:crypto'
import { cp, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { ownHosts, ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'
import { coinsOf, deed, paying } from '../../fixtures/till.ts'
import { guichet } from '../../fixtures/insideCommand.ts'

// The till through the real host and the real command line: taken, cut, taken again, exported, verified, tampered with.

const here = ownHostsInside()
/** Where a host is ended by force. */
const programs = ownHosts()

const on = (date: string) => here.at(`${date}T09:00:00+01:00`)
const act = <T>(name: string, input: object, holder = 'agent1', key?: string) =>
  done<T>(here.host, holder, `commands/${name}`, input, key)
const ask = <T>(name: string, input: object = {}, holder = 'agent1') =>
  done<T>(here.host, holder, `queries/${name}`, input)

/** The command as it is run by others. */
async function till(...args: readonly string[]) {
  const { out, err, code } = await guichet(['till', ...args])
  return { stdout: out, stderr: err, status: code }
}

/** A CSV of RFC 4180 with semicolons, read by another hand than wrote it. */
function rowsOf(text: string): readonly Record<string, string>[] {
  expect(text.startsWith('\uFEFF')).toBe(true)
  const cells = [...text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/g)]
  const lines: string[][] = [[]]
  for (const [, quoted, plain, end] of cells) {
    lines.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') lines.push([])
  }
  const [headings, ...rows] = lines.filter((line) => line.length > 0)
  return rows.map((row) => Object.fromEntries(headings!.map((heading, at) => [heading, row[at] ?? ''])))
}

/** A day at the till: cash, cheque, card, a correction, a gap, all remitted and closed. */
async function aDay(): Promise<void> {
  await on('2026-03-03')
  await act('till.setDeed', deed(), 'admin')
  await act('till.open', { coins: coinsOf(5000) })
  await act('till.collect', paying('copie', 36, { given: 100, payer: 'Quenneville' }, 2))
  await act('till.collect', paying('concession', 15_000, { means: 'cheque', reference: '=1+1' }))
  const wrong = await act<Output<'till.collect'>>(
    'till.collect',
    paying('copie', 18, { means: 'card' }),
    'agent2',
  )
  await act('till.correct', {
    number: wrong.number,
    reason: 'Le mauvais produit ; « refait »',
    instead: paying('copie', 54, { means: 'card' }, 3),
  })
  await act('till.count', { coins: coinsOf(5030), reason: 'Pièce perdue' })
  await act('till.remit', { coins: coinsOf(30) })
  await act('till.close', { coins: coinsOf(5000), cheques: 0 })
}

describe('the till of an office', () => {
  test('what was taken is there once through a cut, and only who may acts', async () => {
    const cut = await programs.start({ at: '2026-03-03T09:00:00+01:00' }, here.dir)
    await done(cut, 'admin', 'commands/till.setDeed', deed())
    await done(cut, 'agent1', 'commands/till.open', { coins: coinsOf(5000) })
    const key = randomUUID()
    const first = await done<Output<'till.collect'>>(
      cut,
      'agent1',
      'commands/till.collect',
      paying('copie', 18),
      key,
    )
    await cut.kill()
    const host = await here.start({ at: '2026-03-03T10:00:00+01:00' })
    expect(await act('till.collect', paying('copie', 18), 'agent1', key)).toEqual(first)
    const view = await ask<Output<'till.view'>>('till.view')
    expect(view).toMatchObject({ state: 'open', held: { cash: 5018 }, perpetual: 18, total: 2 })
    const refused = await post(host, 'agent3', 'commands/till.collect', paying('copie', 18))
    expect(refused.error?.code).toBe('notOfTheTill')
    const barred = await post(host, 'supervisor', 'commands/till.collect', paying('copie', 18))
    expect(barred.error?.code).toBe('forbiddenRole')
  })

  test('the books leave as a file that anyone can read and verify, names only while they are kept', async () => {
    await aDay()
    const out = join(here.dir, 'regie.csv')
    const exported = await till('export', here.dir, '--out', out)
    expect(exported).toMatchObject({ status: 0, stderr: '' })
    expect((await stat(out)).mode & 0o077, 'names are in it: nobody else reads it').toBe(0)
    const rows = rowsOf(await readFile(out, 'utf8'))
    expect(
      rows.map((row) => [row['Numéro'], row['Nature'], row['Montant de la ligne (€)'], row['Corrige']]),
    ).toEqual([
      ['1', 'Fonds de caisse', '', ''],
      ['2', 'Encaissement', '0,36', ''],
      ['3', 'Encaissement', '150', ''],
      ['4', 'Encaissement', '0,18', ''],
      ['5', 'Annulation', '-0,18', '4'],
      ['6', 'Encaissement', '0,54', '4'],
      ['7', 'Écart de caisse', '', ''],
      ['8', 'Versement au comptable', '', ''],
    ])
    expect(rows[1]).toMatchObject({
      Payeur: 'Quenneville',
      'Donné (€)': '1',
      'Rendu (€)': '0,64',
      Formation: 'oui',
    })
    // A spreadsheet would run it.
    expect(rows[2]!['Référence']).toBe("'=1+1")
    expect(rows[4]!['Motif']).toBe('Le mauvais produit ; « refait »')
    let previous = '0'.repeat(64)
    for (const row of rows) {
      expect(row['Empreinte précédente']).toBe(previous)
      previous = createHash('sha256').update(row['Écriture (JSON)']!).digest('hex')
      expect(row['Empreinte']).toBe(previous)
    }
    const header = await readFile(`${out}.txt`, 'utf8')
    for (const column of Object.keys(rows[0]!)) expect(header).toContain(`. ${column} :`)
    const { base64 } = await ask<Output<'till.export'>>(
      'till.export',
      { from: '2026-03-01', to: '2026-03-31' },
      'supervisor',
    )
    expect(Buffer.from(base64, 'base64').toString('utf8')).toBe(await readFile(out, 'utf8'))
    // Six years later names are there until the archives let them go; the books stay whole.
    await on('2032-04-01')
    expect((await till('export', here.dir, '--out', out, '--replace')).status).toBe(0)
    expect(rowsOf(await readFile(out, 'utf8'))[1]).toMatchObject({ Payeur: 'Quenneville' })
    const { slipId } = await done<{ slipId: string }>(here.host, 'admin', 'commands/archives.drawSlip')
    const visa = { slipId, visaNumber: 'AD77-2032-3', on: '2032-04-01', by: 'Mme Ardoin' }
    await done(here.host, 'admin', 'commands/archives.recordVisa', visa)
    await done(here.host, 'admin', 'commands/archives.eliminate', { slipId })
    expect((await till('export', here.dir, '--out', out, '--replace')).status).toBe(0)
    const later = rowsOf(await readFile(out, 'utf8'))
    expect(later.map((row) => row['Empreinte'])).toEqual(rows.map((row) => row['Empreinte']))
    for (const column of ['Payeur', 'Référence', 'Motif'])
      expect(later.map((row) => row[column]).join(''), column).toBe('')
    expect((await till('verify', here.dir)).status).toBe(0)
  })

  test('reads tell an entry with what was typed for it, pages and closings', async () => {
    await aDay()
    const one = await ask<Output<'till.entry'>>('till.entry', { number: 2 })
    expect(one).toMatchObject({
      payer: 'Quenneville',
      entry: { moves: { cash: 36 }, given: 100, change: 64 },
    })
    const { entries, more } = await ask<Output<'till.entries'>>('till.entries', { before: 4 })
    expect([entries.map(({ number }) => number), more]).toEqual([[3, 2, 1], false])
    const { closings } = await ask<Output<'till.closings'>>('till.closings')
    expect(closings).toMatchObject([
      { kind: 'day', period: '2026-03-03', perpetual: 15_090, totals: { gaps: -6 } },
    ])
    const unknown = await post(here.host, 'agent1', 'queries/till.entry', { number: 99 })
    expect(unknown.error?.code).toBe('unknownEntry')
  })

  test('what replaces a payment is in the name of who paid first, after a restart too', async () => {
    await on('2026-03-03')
    await act('till.setDeed', deed(), 'admin')
    await act('till.open', { coins: coinsOf(5000) })
    const { number } = await act<Output<'till.collect'>>(
      'till.collect',
      paying('copie', 36, { payer: 'Quenneville' }, 2),
    )
    await here.host.stop()
    await here.start({ at: '2026-03-03T10:00:00+01:00' })
    const { instead } = await act<Output<'till.correct'>>('till.correct', {
      number,
      reason: 'Une copie',
      instead: paying('copie', 18),
    })
    const { documentId } = instead!.document!
    const { facts } = await ask<Output<'document.get'>>('document.get', { documentId })
    expect(facts).toMatchObject({ kind: 'quittance', payer: 'Quenneville', dueCents: 18 })
  })

  test('the books verify on a running or a stopped host; a line changed, added or taken out is named', async () => {
    await aDay()
    expect(await till('verify', here.dir)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^Régie vérifiée : 8\u00a0écritures et 1\u00a0clôture,.+150,90/u,
      ) as string,
    })
    await here.host.stop()
    expect((await till('verify', here.dir)).status).toBe(0)
    // What was typed has its term: without it the books hold.
    const erased = await newFolder()
    await cp(here.dir, erased, { recursive: true })
    const without = new Database(join(erased, 'guichet.sqlite'))
    without.exec("delete from personal where kind = 'tillNote'")
    without.close()
    expect((await till('verify', erased)).status).toBe(0)
    await removeFolder(erased)
    const cases: readonly [change: string, said: RegExp][] = [
      [
        'update till_entries set entry = replace(entry, \'"given":100\', \'"given":101\') where number = 2',
        /Écriture 2 /u,
      ],
      ["update till_entries set date = '2026-03-04' where number = 4", /Écriture 4 /u],
      ['delete from till_entries where number = 3', /Écriture 3 /u],
      [
        'insert into till_entries select office_id, 9, date, entry, null, null from till_entries where number = 8',
        /Écriture 9 /u,
      ],
      ["update till_entries set document = 'QT-2026-9' where number = 2", /Écriture 2 /u],
      ["update till_entries set document_id = 'x', document = 'y' where number = 1", /Écriture 1 /u],
      [
        "update personal set value = replace(value, 'Quenneville', 'Quennevile') where kind = 'tillNote'",
        /Écriture 2 .*payeur, référence, motif/u,
      ],
      [
        "update personal set value = replace(value, '« refait »', '« fait »') where kind = 'tillNote'",
        /Écriture 5 .*payeur, référence, motif/u,
      ],
      ["update till_closings set closing = replace(closing, '15090', '15091')", /Clôture 1 /u],
      [
        "drop trigger if exists events_no_update; update events set body = replace(body, '\"given\":100', '\"given\":101') where type = 'tillEntered'",
        /Événement \d+ : son empreinte/u,
      ],
    ]
    for (const [change, said] of cases) {
      const copy = await newFolder()
      await cp(here.dir, copy, { recursive: true })
      const db = new Database(join(copy, 'guichet.sqlite'))
      for (const { name } of db.prepare("select name from sqlite_master where type = 'trigger'").all() as {
        name: string
      }[])
        db.exec(`drop trigger "${name}"`)
      db.exec(change)
      db.close()
      const found = await till('verify', copy)
      expect([found.status, found.stdout], change).toEqual([1, expect.stringMatching(said)])
      await removeFolder(copy)
    }
  })

  test('the command line says in French what it does not understand', async () => {
    for (const args of [
      [],
      ['verify'],
      ['export', here.dir],
      ['export', here.dir, '--out', 'x', '--from', 'hier'],
      ['export', here.dir, '--out', 'x', '--from', '2026-03-04', '--to', '2026-03-03'],
      ['vider', here.dir],
    ])
      expect(await till(...args), args.join(' ')).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/^Usage : /u) as string,
      })
    expect(await till('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Empreinte') as string,
    })
    const nothing = await till('verify', join(here.dir, 'absent'))
    expect(nothing.status).toBe(1)
    expect(nothing.stderr).not.toContain('    at ')
    await on('2026-03-03')
    for (const out of [here.dir, join(here.dir, 'absent', 'regie.csv')])
      expect(await till('export', here.dir, '--out', out)).toEqual({
        status: 1,
        stdout: '',
        stderr: `Le fichier « ${out} » ne peut pas être écrit.\n`,
      })
  })
})
