import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { AppointmentOptions } from '../../../electron/host/appointments/reading/entry.ts'
import { appointmentBounds, readAppointments } from '../../../electron/host/appointments/reading/read.ts'
import { usualServices } from '../../../shared/domain/office/defaults.ts'

const options: AppointmentOptions = { zone: 'Europe/Paris', services: usualServices }
const read = (text: string, more: Partial<AppointmentOptions> = {}) =>
  readAppointments(text, { ...options, ...more })
/** The only appointment of a one-line file whose columns are given. */
const one = (columns: string, cells: string, more: Partial<AppointmentOptions> = {}) => {
  const { appointments, report } = read(`${columns}\n${cells}`, more)
  return { appointment: appointments[0], line: report[0] }
}
const codes = (text: string) => read(text).report.map(({ line, code }) => [line, code])
const at = (iso: string) => Date.parse(iso) as Instant
/** 3 March 2026, 10 h 50 in Paris. */
const expected = at('2026-03-03T09:50:00Z')

test('a name shows nothing unseen, nor what would turn the hour and the code beside it', () => {
  const name = '\u202ELéa\u200B \u2066FER\u0007RAND\u2069\uFEFF'
  const { appointment } = one('date;heure;service;nom;code', `03/03/2026;10h50;A;${name};\u202EAB12`)
  expect(appointment).toMatchObject({ name: 'Léa FER RAND', code: 'AB12' })
  const joined = 'ن\u200Cم'
  expect(one('date;heure;service;nom', `03/03/2026;10h50;A;${joined}`).appointment?.name).toBe(joined)
})

test('a town hall’s export is read whole, each line with its number in the file', () => {
  const { appointments, report } = read(
    [
      'Date;Heure;Service;Démarche;Nom;Code;Durée;Dossiers;Pré-demandes',
      '2026-03-03;10:50;titres;cni;"FERRAND; Léa',
      'née MARTIN";RX12;20;2;ABCDEFGH12 zyxwvuts98',
      '',
      '03/03/2026;10 h 50;État civil;Acte de naissance;Diop;;1 h 15;;',
    ].join('\r\n'),
  )
  expect(appointments).toEqual([
    {
      line: 2,
      uid: null,
      startsAt: expected,
      minutes: 20,
      service: 'titres',
      procedure: 'cni',
      name: 'FERRAND; Léa née MARTIN',
      code: 'RX12',
      files: 2,
      preApplications: ['ABCDEFGH12', 'ZYXWVUTS98'],
    },
    {
      line: 5,
      uid: null,
      startsAt: expected,
      minutes: 75,
      service: 'etat-civil',
      procedure: 'Acte de naissance',
      name: 'Diop',
      code: null,
      files: 1,
      preApplications: [],
    },
  ])
  expect(report).toEqual([
    { line: 2, state: 'taken', code: 'taken', text: '' },
    { line: 5, state: 'taken', code: 'taken', text: '' },
  ])
})

describe('services', () => {
  test.each([
    ['titres', 'titres'],
    ['A', 'titres'],
    ['a', 'titres'],
    ["TITRES D'IDENTITE", 'titres'],
    ['Titres d’identité', 'titres'],
    ['etat civil', 'etat-civil'],
    ['ÉTAT-CIVIL', 'etat-civil'],
    ['\uFFFDtat civil', 'etat-civil'],
    ['\uFFFDlections', 'elections'],
  ])('« %s » is %s', (text, service) => {
    expect(one('date;heure;service', `03/03/2026;10h50;${text}`).appointment?.service).toBe(service)
  })

  test('one that the office has not is named; none at all is said; the procedure may tell', () => {
    expect(one('date;heure;service', '03/03/2026;10h50;Piscine').line).toMatchObject({
      code: 'unknownService',
      text: 'Piscine',
    })
    expect(one('date;heure;nom', '03/03/2026;10h50;Diop').line?.code).toBe('missingService')
    expect(one('date;heure;démarche', '03/03/2026;10h50;CNI').appointment).toMatchObject({
      service: 'titres',
      procedure: 'cni',
    })
    const alone = usualServices.slice(1, 2)
    expect(one('date;heure', '03/03/2026;10h50', { services: alone }).appointment?.service).toBe('etat-civil')
    expect(one('date;heure;service', '03/03/2026;10h50;A', { services: alone }).line?.code).toBe(
      'unknownService',
    )
  })

  test('two services of one name are not guessed between', () => {
    const twins = usualServices.map((service) => ({ ...service, name: { fr: 'Accueil' } }))
    expect(one('date;heure;service', '03/03/2026;10h50;accueil', { services: twins }).line?.code).toBe(
      'unknownService',
    )
  })
})

describe('the file', () => {
  test.each([
    ['comma', 'date,heure,service\n03/03/2026,10h50,A'],
    ['tab', 'date\theure\tservice\n03/03/2026\t10h50\tA'],
    ['semicolon, with commas about', 'date;heure;service;nom, prénom\n03/03/2026;10h50;A;X, Y'],
    ['byte order mark', '\uFEFFdate;heure;service\n03/03/2026;10h50;A'],
    ['lone carriage returns', 'date;heure;service\r03/03/2026;10h50;A'],
    ['English, in another order', 'Service,Start time,Date,Full name\nA,10:50,2026-03-03,X'],
    ['quoted names of columns', '"Date";"Heure";"Service"\n"03/03/2026";"10h50";"A"'],
    ['a cell that ends the file in quotes', 'date;heure;service\n03/03/2026;10h50;"A"'],
  ])('a file with %s is read like any other', (_, text) => {
    expect(read(text).appointments).toMatchObject([{ line: 2, startsAt: expected, service: 'titres' }])
  })

  test('the columns of RDV Service Public and of Outlook are known', () => {
    const rdv = [
      'année;date prise rdv;heure prise rdv;origine;date rdv;heure rdv;service;motif;contexte;statut;lieu;usager(s)',
      '2026;01/02/2026;08:00;Usager;03/03/2026;10:50;État civil;Acte de naissance;;À venir;Mairie;Awa DIOP',
      '2026;01/02/2026;08:00;Usager;03/03/2026;11:00;État civil;PACS;;Rendez-vous annulé par l’usager;Mairie;Léa FERRAND',
    ].join('\n')
    expect(read(rdv).appointments).toMatchObject([
      { startsAt: expected, service: 'etat-civil', procedure: 'Acte de naissance', name: 'Awa DIOP' },
    ])
    expect(codes(rdv)).toEqual([
      [2, 'taken'],
      [3, 'cancelled'],
    ])
    const outlook = [
      '"Objet","Début le","Début","Fin le","Fin"',
      '"Titres d’identité - DIOP","03/03/2026","10:50:00","03/03/2026","11:20:00"',
    ].join('\r\n')
    expect(read(outlook).appointments).toMatchObject([{ startsAt: expected, minutes: 30, service: 'titres' }])
  })

  test('the line that spreadsheets write above counts as one', () => {
    expect(read('sep=,\ndate,heure,service\n03/03/2026,10h50,A').appointments).toMatchObject([{ line: 3 }])
  })

  test('UTF-8 read as Latin-1 is read as it was meant; a text that was read well is left alone', () => {
    const meant = 'date;heure;démarche;nom;service\n03/03/2026;10h50;Décès;Zoë œuvrard;État civil'
    const latin = Buffer.from(meant, 'utf8').toString('latin1')
    const windows = new TextDecoder('windows-1252').decode(Buffer.from(meant, 'utf8'))
    for (const text of [meant, latin, windows])
      expect(read(text).appointments).toMatchObject([
        // Read right, it is the name of a procedure that this service receives.
        { name: 'Zoë œuvrard', procedure: 'deces', service: 'etat-civil' },
      ])
    // « Ã » and « © » side by side, beside a lone « é » that shows that nothing was damaged.
    expect(one('date;heure;service;nom', '03/03/2026;10h50;A;Ã©dith Légé').appointment?.name).toBe(
      'Ã©dith Légé',
    )
  })

  test('Latin-1 read as UTF-8 has lost letters: it is taken, and said', () => {
    const text = Buffer.from(
      'date;heure;démarche;nom;service\n03/03/2026;10h50;x;Léa;État civil',
      'latin1',
    ).toString()
    expect(read(text)).toMatchObject({
      appointments: [{ service: 'etat-civil', procedure: 'x', name: 'L\uFFFDa' }],
      report: [{ line: 2, state: 'taken', code: 'damagedLetters', text: 'L\uFFFDa' }],
    })
  })

  test('a line that can’t be read loses no other', () => {
    expect(
      codes(
        [
          'date;heure;service;nom',
          '03/03/2026;10h50;A;"un',
          '03/03/2026;11h00;A;"deux"',
          '03/03/2026;11h10;A;tr"ois',
          '03/03/2026;11h20;A;"quatre"x',
          '03/03/2026;11h30;A;cinq;de;trop',
          'n’importe quoi',
          '03/03/2026;11h40;A;"six',
          'suite"',
          '03/03/2026;11h50;A;"sept',
        ].join('\n'),
      ),
    ).toEqual([
      [2, 'malformedLine'],
      [3, 'taken'],
      [4, 'taken'],
      [5, 'malformedLine'],
      [6, 'malformedLine'],
      [7, 'malformedDate'],
      [8, 'taken'],
      [10, 'malformedLine'],
    ])
  })

  test('what can’t be read of an entry that is taken is named', () => {
    const remark = (column: string, text: string) =>
      one(`date;heure;service;${column}`, `03/03/2026;10h50;A;${text}`)
    expect(remark('dossiers', 'beaucoup')).toMatchObject({
      appointment: { files: 1 },
      line: { state: 'taken', code: 'filesUnread', text: 'beaucoup' },
    })
    expect(remark('nb personnes', '3 personnes').appointment?.files).toBe(3)
    expect(remark('dossiers', '21').line?.code).toBe('filesUnread')
    expect(remark('pré-demandes', 'ABCDEFGH12, court')).toMatchObject({
      appointment: { preApplications: ['ABCDEFGH12'] },
      line: { state: 'taken', code: 'preApplicationUnread', text: 'COURT' },
    })
    expect(remark('N° de pré-demande', 'ABCD EFGH 12').appointment?.preApplications).toEqual(['ABCDEFGH12'])
    expect(remark('pré-demandes', 'ABCDEFGH12|ZYXWVUTS98').appointment?.files).toBe(2)
  })

  test('a cancelled line and a repeated one are not taken', () => {
    const { appointments, cancelled, report } = read(
      [
        'date;heure;service;nom;code;statut',
        '03/03/2026;10h50;A;Diop;R1;confirmé',
        '03/03/2026;10h50;A;Diop;R1;confirmé',
        '03/03/2026;11h00;A;Petit;R2;Annulé par l’usager',
        '03/03/2026;11h00;A;;;',
        '03/03/2026;11h00;A;;;',
      ].join('\n'),
    )
    expect(appointments.map(({ line }) => line)).toEqual([2, 5, 6])
    expect(report.filter(({ state }) => state === 'skipped')).toEqual([
      { line: 3, state: 'skipped', code: 'duplicate', text: '2' },
      { line: 4, state: 'skipped', code: 'cancelled', text: '' },
    ])
    expect(cancelled).toEqual([
      {
        line: 4,
        uid: null,
        code: 'R2',
        said: { service: 'titres', name: 'Petit', startsAt: Date.UTC(2026, 2, 3, 10) },
      },
    ])
  })

  test('one id counts once: what can be read before what can’t, what is taken before what is cancelled', () => {
    const table = (...rows: string[]) => codes(['id;date;heure;service;statut', ...rows].join('\n'))
    expect(table('1;32/03/2026;10h50;A;', '1;03/03/2026;10h50;A;')).toEqual([
      [2, 'malformedDate'],
      [3, 'taken'],
    ])
    expect(table('1;03/03/2026;10h50;A;annulé', '1;04/03/2026;10h50;A;')).toEqual([
      [2, 'duplicate'],
      [3, 'taken'],
    ])
  })

  test('without names of columns, or without a date among them, nothing is read and that is said', () => {
    expect(codes('03/03/2026;10h50;A')).toEqual([[1, 'missingColumn']])
    expect(codes('\n\nnom;service\nX;A')).toEqual([[3, 'missingColumn']])
    for (const empty of ['', ' \n\n', 'date;heure;service\n'])
      expect(codes(empty)).toEqual([[1, 'nothingFound']])
  })

  test('past 5,000 entries the rest is counted, past 2 MB nothing is read: both are said', () => {
    const many = `date;heure;service\n${'03/03/2026;10h50;A\n'.repeat(5003)}`
    const { appointments, report } = read(many)
    expect(appointments).toHaveLength(appointmentBounds.entries)
    expect(report).toHaveLength(appointmentBounds.entries + 1)
    expect(report.at(-1)).toEqual({ line: 5002, state: 'skipped', code: 'tooMany', text: '3' })
    const header = 'date;heure;service;nom\n03/03/2026;10h50;A;'
    const fits = header + 'é'.repeat((appointmentBounds.bytes - header.length) / 2)
    expect(read(fits).report).toMatchObject([{ code: 'taken' }])
    expect(read(`${fits}a`)).toEqual({
      appointments: [],
      cancelled: [],
      report: [{ line: 1, state: 'skipped', code: 'tooLarge', text: '2000001' }],
    })
  })
})
