import { z } from 'zod'
import type { LocalDate } from '../../../contract/ids.ts'
import { territories, type Territory } from '../../../contract/office/calendar.ts'
import { addCalendarDays, addMonths } from './days.ts'
import { effectiveDate } from './effectiveDate.ts'
import { distanceMonths, residences } from './distance.ts'
import { date, rule, secondary, verified } from './rule.ts'
import { implicitDecision, type Regime } from './silence.ts'
import { joursFrancs, joursOuvrables, joursOuvres, moisFrancs, nextWorkingDay } from './workingDays.ts'

// What holds for every request (CRPA), its remedies, and plain counts of days for what no rule here names.

const delaiMois = z.int().min(1).max(60)
const months = (count: number) => ({ count, unit: 'months' as const })

const received = z.strictObject({ reception: date, delaiMois })

/** The input of CRPA L114-5: pieces asked, the last day given, the day they came (null while they have not). */
const pieces = <R extends Regime>(regime: R) =>
  z
    .strictObject({
      reception: date,
      demandePieces: date,
      delaiPieces: date,
      piecesRecues: date.nullable(),
      regime: z.literal(regime).optional(),
      delaiMois,
    })
    .superRefine((input, context) => {
      const late = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message, input })
      if (input.demandePieces < input.reception) late('demandePieces', 'avant « reception »')
      if (input.delaiPieces < input.demandePieces) late('delaiPieces', 'avant « demandePieces »')
      if (input.piecesRecues !== null && input.piecesRecues < input.demandePieces)
        late('piecesRecues', 'avant « demandePieces »')
    })

const withPieces = (
  regime: Regime,
  input: {
    readonly reception: LocalDate
    readonly demandePieces: LocalDate
    readonly delaiPieces: LocalDate
    readonly piecesRecues: LocalDate | null
    readonly delaiMois: number
  },
) =>
  implicitDecision({
    regime,
    delay: months(input.delaiMois),
    received: input.reception,
    competentReceived: input.reception,
    requests: [
      {
        kind: 'missing',
        asked: input.demandePieces,
        due: input.delaiPieces,
        received: input.piecesRecues,
      },
    ],
  })

/** A plain count of days from a date, for a delay that no rule here names. */
const count = (
  title: string,
  counted: (from: LocalDate, days: number, territory: Territory) => LocalDate,
  source: string,
) =>
  rule({
    title,
    input: z.strictObject({ depuis: date, jours: z.int().min(1).max(400) }),
    start: 'depuis',
    compute: ({ depuis, jours }, { territory }) => counted(depuis, jours, territory),
    source,
    confidence: 'définition usuelle, à confirmer par le texte du délai',
  })

const channels = { guichet: 'counter', courrier: 'post', courriel: 'email', boite: 'depositBox' } as const

export const generalDeadlines = {
  'date-effective': rule({
    title: 'Jour qui compte pour le délai de la personne',
    input: z
      .strictObject({
        canal: z.enum(['guichet', 'courrier', 'courriel', 'boite']),
        reception: date,
        envoi: date.nullish(),
        presencePersonnelle: z.boolean().optional(),
      })
      .superRefine((input, context) => {
        if (input.envoi && input.envoi > input.reception)
          context.addIssue({ code: 'custom', path: ['envoi'], message: 'après « reception »', input })
      }),
    start: 'reception',
    compute: ({ canal, reception, envoi, presencePersonnelle }) =>
      effectiveDate(
        { channel: channels[canal], sent: envoi ?? null, received: reception },
        { inPerson: presencePersonnelle === true },
      ).date,
    source: 'CRPA L112-1, L112-13',
    confidence: verified,
  }),
  'svr-dila': rule({
    title: 'Silence valant rejet',
    input: received,
    start: 'reception',
    compute: (input) => addMonths(input.reception, input.delaiMois),
    source: 'fiche DILA F32388 (2019-09-23) exemples',
    confidence: verified,
  }),
  svr: rule({
    title: 'Silence valant rejet',
    input: received,
    start: 'reception',
    compute: (input) => addMonths(input.reception, input.delaiMois),
    source: 'CRPA L231-4, L231-6, L114-3 al. 1',
    confidence: verified,
  }),
  sva: rule({
    title: 'Silence valant acceptation',
    input: received,
    start: 'reception',
    compute: (input) => addMonths(input.reception, input.delaiMois),
    source: 'CRPA L231-1, L231-6, L114-3 al. 2',
    confidence: verified,
  }),
  'sva-piece': rule({
    title: 'Silence valant acceptation, pièces demandées',
    input: pieces('acceptation'),
    start: 'reception',
    compute: (input) => withPieces('acceptation', input),
    source: 'CRPA L114-5 al. 2',
    confidence: verified,
  }),
  'svr-piece': rule({
    title: 'Silence valant rejet, pièces demandées',
    input: pieces('rejet'),
    start: 'reception',
    compute: (input) => withPieces('rejet', input),
    source: 'CRPA L114-5 al. 3 (suspension ; mode de report = choix de modélisation)',
    confidence: 'règle vérifiée, calcul au jour près à valider',
  }),
  'sva-incompetent': rule({
    title: 'Demande reçue d’abord par une administration incompétente : les deux délais',
    input: z.strictObject({ initial: date, competent: date, delaiMois }).superRefine((input, context) => {
      if (input.competent < input.initial)
        context.addIssue({ code: 'custom', path: ['competent'], message: 'avant « initial »', input })
    }),
    start: 'initial',
    compute: (input) => {
      const facts = {
        delay: months(input.delaiMois),
        received: input.initial,
        competentReceived: input.competent,
        requests: [],
      }
      return {
        acceptation: implicitDecision({ ...facts, regime: 'acceptation' }),
        rejet: implicitDecision({ ...facts, regime: 'rejet' }),
      }
    },
    source: 'CRPA L114-3',
    confidence: verified,
  }),
  'ara-electronique': rule({
    title: 'Accusés d’enregistrement et de réception électroniques',
    input: z.strictObject({ reception: date }),
    start: 'reception',
    last: 'are',
    compute: ({ reception }, { territory }) => ({
      aee: joursOuvres(reception, 1, territory),
      are: joursOuvres(reception, 10, territory),
    }),
    source: 'CRPA R112-11-2 (« jour ouvré » = lundi-vendredi hors fériés, hypothèse)',
    confidence: 'règle vérifiée, définition jour ouvré = hypothèse',
  }),
  'communication-motifs': rule({
    title: 'Communication des motifs d’un rejet implicite',
    input: z.strictObject({ demandeMotifs: date }),
    start: 'demandeMotifs',
    compute: ({ demandeMotifs }) => addMonths(demandeMotifs, 1),
    source: 'CRPA L232-4',
    confidence: verified,
  }),
  'communication-motifs-recours': rule({
    title: 'Recours contentieux après la communication des motifs',
    input: z.strictObject({ motifsCommuniques: date }),
    start: 'motifsCommuniques',
    compute: ({ motifsCommuniques }) => addMonths(motifsCommuniques, 2),
    source: 'CRPA L232-4',
    confidence: 'règle vérifiée, délai franc et prorogation à valider',
  }),
  'recours-ta': rule({
    title: 'Recours devant le tribunal administratif',
    input: z.strictObject({ notification: date }),
    start: 'notification',
    compute: ({ notification }, { territory }) => nextWorkingDay(moisFrancs(notification, 2), territory),
    source: 'CJA R421-1 ; délai franc CE 29/12/2006 n° 289818',
    confidence: secondary,
  }),
  'recours-ta-distance': rule({
    title: 'Recours devant le tribunal administratif de qui demeure loin',
    input: z.strictObject({
      notification: date,
      demeure: z.enum(residences),
      tribunal: z.enum(territories).optional(),
    }),
    start: 'notification',
    compute: ({ notification, demeure, tribunal }, { territory }) => {
      const seat = tribunal ?? territory
      return nextWorkingDay(moisFrancs(notification, 2 + distanceMonths(demeure, seat)), seat)
    },
    source: 'CJA R421-1, R421-7',
    confidence: secondary,
  }),
  'recours-ta-raisonnable': rule({
    title: 'Délai raisonnable d’un an quand les voies de recours n’ont pas été indiquées',
    input: z.strictObject({ notification: date }),
    start: 'notification',
    compute: ({ notification }) => addMonths(notification, 12),
    source: 'CE Ass. 13/07/2016 n° 387763',
    confidence: secondary,
  }),
  'recours-administratif-silence': rule({
    title: 'Silence sur un recours administratif : rejet',
    input: z.strictObject({ recours: date }),
    start: 'recours',
    compute: ({ recours }) => addMonths(recours, 2),
    source: 'CRPA L411-7, L231-4 2°',
    confidence: verified,
  }),
  'retrait-decision': rule({
    title: 'Retrait d’une décision créatrice de droits illégale',
    input: z.strictObject({ decision: date }),
    start: 'decision',
    compute: ({ decision }) => addMonths(decision, 4),
    source: 'CRPA L242-1',
    confidence: verified,
  }),
  'notification-electronique': rule({
    title: 'Document mis à disposition et non consulté : réputé notifié au terme de quinze jours',
    input: z.strictObject({ miseADisposition: date }),
    start: 'miseADisposition',
    last: 'terme',
    compute: ({ miseADisposition }) => ({
      terme: addCalendarDays(miseADisposition, 15),
      repute: miseADisposition,
    }),
    source: 'CRPA R112-20',
    confidence: verified,
  }),
  'suspension-aide': rule({
    title: 'Fin la plus tardive de la suspension d’une aide publique',
    input: z.strictObject({ notification: date }),
    start: 'notification',
    compute: ({ notification }) => addMonths(notification, 3),
    source: 'CRPA L115-3, R115-5',
    confidence: verified,
  }),
  'services-publics-plus': rule({
    title: 'Accusé de réception promis : une semaine en ligne, deux par courrier',
    input: z.strictObject({ reception: date }),
    start: 'reception',
    last: 'courrier',
    compute: ({ reception }) => ({
      enLigne: addCalendarDays(reception, 7),
      courrier: addCalendarDays(reception, 14),
    }),
    source: 'Services Publics+, engagements (page officielle)',
    confidence: verified,
  }),
  'jours-ouvres': count(
    'Jours ouvrés : du lundi au vendredi, hors jours fériés',
    joursOuvres,
    'C. trav. L3133-1',
  ),
  'jours-ouvrables': count(
    'Jours ouvrables : du lundi au samedi, hors jours fériés',
    joursOuvrables,
    'C. trav. L3133-1, L3132-3',
  ),
  'jours-francs': count('Jours francs, sans prorogation', joursFrancs, 'CE 29/12/2006 n° 289818'),
} as const
