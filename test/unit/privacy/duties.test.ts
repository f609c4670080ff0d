import { expect, test } from 'vitest'
import type { DutyFacts } from '../../../shared/contract/privacy/duties.ts'
import { dutyParts } from '../../../shared/documents/duties.ts'
import { register } from '../../../shared/messages/privacy/register.fr.ts'

const facts: DutyFacts = {
  office: 'Mairie de Fontclaire',
  postal: '1 place de la Mairie, 26000 Fontclaire',
  contact: ['04 00 00 00 00'],
  school: false,
  services: ['État civil', 'Titres'],
  counters: 3,
  agents: 5,
  signIn: true,
  login: null,
  stations: [{ role: 'kiosk', count: 1 }],
  machines: 1,
  keptIn: 'file',
  tokens: [],
  webhooks: [],
  notices: [],
  partners: [],
  till: false,
  kinds: [
    { kind: 'sheet', rule: 'Effacée à la fin de la visite.', why: 'RGPD, art. 5.', toConfirm: false },
    { kind: 'badge', rule: 'Effacé avec le badge.', why: 'RGPD, art. 32.', toConfirm: true },
    { kind: 'recording', rule: 'Effacé dès qu’il est retiré.', why: 'RGPD, art. 7.3.', toConfirm: true },
  ],
  consultationsKeptDays: 365,
  backupsKeptDays: 396,
}
const text = (duty: 'impact' | 'staffNotice', changed: Partial<DutyFacts> = {}): string =>
  JSON.stringify(dutyParts(duty, { ...facts, ...changed }))

const changes: readonly (readonly [Partial<DutyFacts>, string, 'impact' | 'staffNotice'])[] = [
  [{ machines: 2 }, '2 ordinateurs de l’office', 'impact'],
  [{ keptIn: 'database' }, 'Base de données : PostgreSQL', 'impact'],
  [{ keptIn: 'database' }, 'Serveur PostgreSQL : où il est, qui l’administre', 'impact'],
  [{ keptIn: 'database' }, 'Les sauvegardes sont celles du serveur PostgreSQL', 'impact'],
  [{ till: true }, 'tient une régie', 'impact'],
  [{ tokens: [{ label: 'Agenda', scopes: ['appointments'] }] }, '« Agenda » peut : rendez-vous', 'impact'],
  [{ webhooks: [{ label: 'GRU', host: 'gru.mairie.example' }] }, '« GRU » (gru.mairie.example)', 'impact'],
  [{ notices: ['sms'] }, 'par SMS, sur accord', 'impact'],
  [{ partners: ['Préfecture'] }, 'Une place peut être demandée à : Préfecture', 'impact'],
  [{ signIn: false }, 'ouverts sans code', 'impact'],
  [{ signIn: false }, 'ouverts sans code', 'staffNotice'],
  [{ login: 'ProConnect' }, 'par « ProConnect »', 'impact'],
  [{ login: 'ProConnect' }, 'par « ProConnect »', 'staffNotice'],
  [{ consultationsKeptDays: 180 }, '180 jours', 'staffNotice'],
]

test.each(changes)('%o is said in the paper that it concerns, and only then', (changed, said, duty) => {
  expect(text(duty)).not.toContain(said)
  expect(text(duty, changed)).toContain(said)
})

test('the impact analysis has every kind of data with its term; the staff’s notice, those of the agents alone', () => {
  expect(text('impact')).toContain('Fiche de travail d’une visite')
  expect(text('impact')).toContain('Badges des agents (hachés) (à confirmer)')
  expect(text('staffNotice')).toContain('Badges des agents (hachés)')
  expect(text('staffNotice')).not.toContain('Fiche de travail')
})

test('who signs or speaks in a recording is told of, on their consent, and the public who sees and hears it', () => {
  const inRegister = [register.people, register.purpose, register.recipients].join(' ')
  for (const said of [text('impact'), inRegister]) {
    expect(said).toContain('qui signe ou parle dans un enregistrement de l’office')
    expect(said).toContain('RGPD, art. 6.1.a')
    expect(said).toContain('le public, à la borne et à l’affichage')
  }
  expect(text('staffNotice'), 'an agent may be who').toContain(register.names['recording'])
})

test('neither paper says more than the program holds: an hour is kept of each act, and others’ transfers are not known', () => {
  expect(text('staffNotice')).toContain('et à quelle heure')
  expect(text('staffNotice')).toContain('Le journal garde l’heure de chaque acte')
  expect(text('staffNotice')).toContain('L2312-38, à confirmer par l’office')
  expect(text('impact')).toContain('Guichet n’en fait aucun')
  const left = dutyParts('impact', facts).flatMap(({ fill }) => fill ?? [])
  expect(left.join(' ')).toContain('transferts hors de l’Union européenne')
})

test('what only the office knows is left to it: the officer, the gravity of the risks, the opinions, the decision', () => {
  const left = dutyParts('impact', facts).flatMap(({ fill }) => fill ?? [])
  expect(left.length).toBeGreaterThan(6)
  expect(left.join(' ')).toContain('Gravité et vraisemblance')
  expect(dutyParts('staffNotice', facts).at(-1)?.fill?.join(' ')).toContain('avis rendu')
})
