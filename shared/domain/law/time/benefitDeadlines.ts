import { z } from 'zod'
import { addCalendarDays, addMonths, firstOfMonth, lastOfYear } from './days.ts'
import { date, elsewhere, rule, secondary, verified } from './rule.ts'

// Social benefits, taxes, planning.

const notified = z.strictObject({ notification: date })
const depot = z.strictObject({ depot: date })

/** Tacit acceptance of what was filed whole, after so many months; some requests are excepted (R*424-2, R*424-3). */
const tacit = (title: string, months: number) =>
  rule({
    title,
    input: depot,
    start: 'depot',
    compute: (input) => addMonths(input.depot, months),
    source: 'C. urb. R*423-23, R*424-1 (exceptions R*424-2, R*424-3)',
    confidence: verified,
  })

export const benefitDeadlines = {
  rsa: rule({
    title: 'Ouverture du RSA, et le mois du premier contact qui compte entier',
    input: z.strictObject({ premierContact: date }),
    start: 'premierContact',
    compute: ({ premierContact }) => ({ ouverture: premierContact, mois: firstOfMonth(premierContact) }),
    source: 'CASF L262-18',
    confidence: secondary,
  }),
  'rsa-silence': rule({
    title: 'Silence sur la demande de RSA : rejet',
    input: z.strictObject({ demande: date }),
    start: 'demande',
    compute: ({ demande }) => addMonths(demande, 2),
    source: 'CRPA L231-4 3°',
    confidence: 'déduit (demande à caractère financier), à confirmer',
  }),
  'rsa-autres-droits': rule({
    title: 'Faire valoir ses droits aux autres prestations, après une demande de RSA',
    input: z.strictObject({ demande: date }),
    start: 'demande',
    compute: ({ demande }) => addMonths(demande, 2),
    source: 'CASF L262-10, R262-46',
    confidence: elsewhere,
  }),
  'rsa-rapo': rule({
    title: 'Recours préalable devant le président du conseil départemental',
    input: notified,
    start: 'notification',
    compute: ({ notification }) => addMonths(notification, 2),
    source: 'CASF R262-88',
    confidence: elsewhere,
  }),
  'prestations-familiales': rule({
    title: 'Premier jour du droit',
    input: z.strictObject({ conditions: date }),
    start: 'conditions',
    compute: ({ conditions }) => addMonths(firstOfMonth(conditions), 1),
    source: 'CSS R552-2 I (exceptions au II)',
    confidence: verified,
  }),
  'prestations-prescription': rule({
    title: 'Prescription des prestations : deux ans, cinq en cas de fraude',
    input: z.strictObject({ exigible: date }),
    start: 'exigible',
    last: 'prescription',
    compute: ({ exigible }) => ({ prescription: addMonths(exigible, 24), fraude: addMonths(exigible, 60) }),
    source: 'CSS L553-1',
    confidence: verified,
  }),
  cra: rule({
    title: 'Saisine de la commission de recours amiable',
    input: notified,
    start: 'notification',
    compute: ({ notification }) => addMonths(notification, 2),
    source: 'CSS R142-1, R142-1-A III',
    confidence: verified,
  }),
  'cra-silence': rule({
    title: 'Silence de la commission de recours amiable : rejet',
    input: z.strictObject({ reclamation: date, documents: date.nullish() }),
    start: 'reclamation',
    compute: ({ reclamation, documents }) =>
      addMonths(documents && documents > reclamation ? documents : reclamation, 2),
    source: 'CSS R142-6',
    confidence: verified,
  }),
  c2s: rule({
    title: 'Silence sur le dossier complet de complémentaire santé solidaire : acceptation',
    input: z.strictObject({ complet: date }),
    start: 'complet',
    compute: ({ complet }) => addMonths(complet, 2),
    source: 'CSS L861-5, R861-16-1',
    confidence: verified,
  }),
  'c2s-effet': rule({
    title: 'Premier jour de la prise en charge',
    input: z.strictObject({ decision: date }),
    start: 'decision',
    compute: ({ decision }) => addMonths(firstOfMonth(decision), 1),
    source: 'CSS L861-5 al. 5',
    confidence: verified,
  }),
  'impot-demande': rule({
    title: 'Déclarer sans majoration après une demande de l’administration',
    input: z.strictObject({ demande: date }),
    start: 'demande',
    compute: ({ demande }) => addCalendarDays(demande, 30),
    source: 'CGI 1758 A',
    confidence: elsewhere,
  }),
  'impot-mise-en-demeure': rule({
    title: 'Dernier jour à 20 % ; au-delà 40 %',
    input: z.strictObject({ miseEnDemeure: date }),
    start: 'miseEnDemeure',
    compute: ({ miseEnDemeure }) => addCalendarDays(miseEnDemeure, 30),
    source: 'CGI 1758 A, 1728',
    confidence: elsewhere,
  }),
  'reclamation-ir': rule({
    title: 'Dernier jour de la réclamation sur l’impôt sur le revenu',
    input: z.strictObject({ miseEnRecouvrement: date }),
    start: 'miseEnRecouvrement',
    last: 'limite',
    compute: ({ miseEnRecouvrement }) => ({ limite: lastOfYear(miseEnRecouvrement, 2) }),
    source: 'LPF R*196-1 a, R*198-10',
    confidence: verified,
  }),
  'reclamation-silence': rule({
    title: 'Silence sur la réclamation fiscale : rejet, et sa date la plus tardive si un délai est annoncé',
    input: z.strictObject({ reclamation: date }),
    start: 'reclamation',
    last: 'rejet',
    compute: ({ reclamation }) => ({ rejet: addMonths(reclamation, 6), prolonge: addMonths(reclamation, 9) }),
    source: 'LPF R*198-10',
    confidence: verified,
  }),
  urbanisme: rule({
    title: 'Dernier jour pour demander des pièces manquantes',
    input: depot,
    start: 'depot',
    last: 'demandePiecesAvant',
    compute: (input) => ({ demandePiecesAvant: addMonths(input.depot, 1) }),
    source: 'C. urb. R*423-5, R*423-38/39',
    confidence: verified,
  }),
  'urbanisme-pieces': rule({
    title: 'Pièces non produites : rejet ou opposition tacite',
    input: z.strictObject({ demandePieces: date }),
    start: 'demandePieces',
    compute: ({ demandePieces }) => addMonths(demandePieces, 3),
    source: 'C. urb. R*423-39',
    confidence: elsewhere,
  }),
  'urbanisme-declaration': tacit('Silence sur la déclaration préalable complète : non-opposition tacite', 1),
  'urbanisme-maison': tacit('Silence sur le permis de construire une maison, complet : permis tacite', 2),
  'urbanisme-demolition': tacit('Silence sur le permis de démolir complet : permis tacite', 2),
  'urbanisme-permis': tacit('Silence sur le permis de construire ou d’aménager, complet : permis tacite', 3),
} as const
