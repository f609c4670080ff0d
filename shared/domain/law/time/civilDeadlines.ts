import { z } from 'zod'
import type { LocalDate } from '../../../contract/ids.ts'
import { addCalendarDays, addMonths, birthday, lastOfMonth, weekdayBefore } from './days.ts'
import { date, rule, secondary, verified } from './rule.ts'
import { nextWorkingDay } from './workingDays.ts'

// Civil status, national service, elections.

const friday = 5
const wednesday = 3

export const civilDeadlines = {
  naissance: rule({
    title: 'Dernier jour pour déclarer la naissance',
    // Eight days in the communes of Guyane that décret 2017-278, art. 2, names: the office says so.
    input: z.strictObject({ accouchement: date, huitJours: z.boolean().optional() }),
    start: 'accouchement',
    compute: ({ accouchement, huitJours }, { territory }) =>
      nextWorkingDay(addCalendarDays(accouchement, huitJours === true ? 8 : 5), territory),
    source: 'C. civ. 55 ; décret 60-1265 modifié par 2017-278',
    confidence: verified,
    toConfirm: true,
  }),
  deces: rule({
    title:
      'Vingt-quatre heures : usage des mairies, obligation des seuls établissements de santé et pour personnes âgées',
    input: z.strictObject({ deces: date }),
    start: 'deces',
    // C. civ. 78 sets no delay: a late declaration is received all the same.
    compute: ({ deces }) => ({ usage: addCalendarDays(deces, 1), etablissement: addCalendarDays(deces, 1) }),
    source: 'C. civ. 78 (aucun délai) et 80 (24 h pour les établissements)',
    confidence: 'texte vérifié ; pour les familles, un usage et jamais un motif de refus',
  }),
  recensement: rule({
    title: 'Période du recensement citoyen',
    input: z.strictObject({ seizeAns: date }),
    start: 'seizeAns',
    last: 'to',
    compute: ({ seizeAns }) => census(seizeAns),
    source: 'CSN R*111-1',
    confidence: verified,
  }),
  'recensement-naissance': rule({
    title: 'Période du recensement citoyen, de la date de naissance',
    input: z.strictObject({ naissance: date }),
    start: 'naissance',
    last: 'to',
    compute: ({ naissance }) => census(birthday(naissance, 16)),
    source: 'CSN R*111-1',
    confidence: verified,
  }),
  'recensement-naturalise': rule({
    title: 'Recensement après l’acquisition de la nationalité française',
    input: z.strictObject({ acquisition: date }),
    start: 'acquisition',
    last: 'to',
    compute: ({ acquisition }) => ({ to: lastOfMonth(addMonths(acquisition, 1)) }),
    source: 'CSN R*111-2',
    confidence: 'verified (texte : « fin du premier mois qui suit »)',
  }),
  'recensement-regularisation': rule({
    title: 'Jusqu’aux vingt-cinq ans, le recensement tardif reste possible',
    input: z.strictObject({ naissance: date }),
    start: 'naissance',
    compute: ({ naissance }) => addCalendarDays(birthday(naissance, 25), -1),
    source: 'CSN L113-4',
    confidence: verified,
  }),
  electoral: rule({
    title: 'Derniers jours d’inscription sur les listes électorales',
    input: z.strictObject({ scrutin: date }),
    start: 'scrutin',
    last: 'mairie',
    compute: ({ scrutin }) => ({
      mairie: weekdayBefore(scrutin, friday, 6),
      enLigne: weekdayBefore(scrutin, wednesday, 6),
      L30: addCalendarDays(scrutin, -10),
    }),
    source: 'C. élect. L17, R5, L30 ; dates officielles 2026 relayées par des communes',
    confidence: verified,
  }),
  'electoral-l30': rule({
    title: 'Dernier jour d’inscription dans les cas de l’article L30',
    input: z.strictObject({ scrutin: date }),
    start: 'scrutin',
    compute: ({ scrutin }) => addCalendarDays(scrutin, -10),
    source: 'C. élect. L30 ; dates officielles 2026 relayées par des communes',
    confidence: verified,
  }),
  'electoral-decision': rule({
    title: 'Décision du maire sur l’inscription, puis sa notification',
    input: z.strictObject({ depot: date }),
    start: 'depot',
    last: 'decision',
    compute: ({ depot }) => ({
      decision: addCalendarDays(depot, 5),
      notification: addCalendarDays(depot, 7),
    }),
    source: 'C. élect. L18 ; fiche F34809',
    confidence: secondary,
  }),
  'electoral-decision-l30': rule({
    title: 'Décision du maire sur une inscription hors période, puis sa notification',
    input: z.strictObject({ depot: date }),
    start: 'depot',
    last: 'decision',
    // « Immédiatement notifiée » : the same day, where L18 gives two days.
    compute: ({ depot }) => ({
      decision: addCalendarDays(depot, 3),
      notification: addCalendarDays(depot, 3),
    }),
    source: 'C. élect. L31',
    confidence: verified,
  }),
  'electoral-rapo': rule({
    title: 'Recours devant la commission de contrôle des listes électorales',
    input: z.strictObject({ notification: date }),
    start: 'notification',
    compute: ({ notification }) => addCalendarDays(notification, 5),
    source: 'C. élect. L18 III',
    confidence: verified,
  }),
  'electoral-commission': rule({
    title: 'Silence de la commission de contrôle : rejet',
    input: z.strictObject({ recours: date }),
    start: 'recours',
    compute: ({ recours }) => addCalendarDays(recours, 30),
    source: 'C. élect. L18 III',
    confidence: verified,
  }),
  'pacs-acte': rule({
    title: 'Dernier jour où l’acte de naissance a moins de trois mois',
    input: z.strictObject({ etabli: date }),
    start: 'etabli',
    compute: ({ etabli }) => addCalendarDays(addMonths(etabli, 3), -1),
    source: 'décret 2006-1806 art. 1',
    confidence: secondary,
  }),
  'pacs-acte-etranger': rule({
    title: 'Dernier jour où l’acte de naissance étranger a moins de six mois',
    input: z.strictObject({ etabli: date }),
    start: 'etabli',
    compute: ({ etabli }) => addCalendarDays(addMonths(etabli, 6), -1),
    source: 'décret 2006-1806 art. 1',
    confidence: secondary,
  }),
} as const

function census(sixteen: LocalDate) {
  return { from: sixteen, to: lastOfMonth(addMonths(sixteen, 3)) }
}
