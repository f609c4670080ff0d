import type { Instant } from '../../shared/contract/ids.ts'
import type { PersonalKind } from '../journal/port.ts'

const day = 24 * 3600 * 1000

/** How long a kind of personal data is kept, and why (GDPR 5.1.e): data that a page can show. */
export type Retention = {
  /** Milliseconds after the last writing; null when only an act ends it. */
  readonly keep: number | null
  /** For a person, in French. */
  readonly rule: string
  readonly why: string
  /** Not yet settled with those who decide it. */
  readonly toConfirm: boolean
}

export const retention: Readonly<Record<PersonalKind, Retention>> = {
  sheet: {
    keep: day,
    rule: 'Effacée à la fin de la visite, et au plus tard un jour après la dernière saisie.',
    why: 'La fiche de travail ne sert qu’à recevoir la personne ; ce qui a un effet de droit est dans le document remis (RGPD, art. 5.1.c et 5.1.e).',
    toConfirm: false,
  },
  closedSheet: {
    keep: day,
    rule: 'Effacée un jour après la fin de la visite.',
    why: 'La fiche ne sert plus qu’à annuler une clôture faite par erreur ; ce qui a un effet de droit est dans le document remis (RGPD, art. 5.1.c et 5.1.e).',
    toConfirm: false,
  },
  ground: {
    keep: day,
    rule: 'Effacé un jour après avoir été indiqué.',
    why: 'Le motif d’une priorité touche à la santé : il ne sert qu’à l’agent qui appelle la personne, ce jour-là (RGPD, art. 5.1.c, 5.1.e et 9).',
    toConfirm: false,
  },
  reason: {
    keep: 30 * day,
    rule: 'Effacé trente jours après avoir été écrit, à confirmer par l’office.',
    why: 'Ce qu’un agent écrit pour expliquer un acte (un appel hors de l’ordre, une réorientation, une pause) sert à répondre à qui en demande compte (RGPD, art. 5.1.e).',
    toConfirm: true,
  },
  appointment: {
    keep: 60 * day,
    rule: 'Le nom est effacé à l’appel de la personne ; le reste à la fin de la journée du rendez-vous, et au plus tard soixante jours après sa date.',
    why: 'Le nom ne sert qu’à reconnaître la personne à son arrivée, le code et les numéros de prédemande qu’à la recevoir (RGPD, art. 5.1.c et 5.1.e).',
    toConfirm: false,
  },
  document: {
    keep: 365 * day,
    rule: 'Conservé un an après la délivrance, à confirmer par les archives.',
    why: 'Le document prouve la date du dépôt tant qu’un recours peut s’appuyer sur elle (code du patrimoine, art. L212-2 : durée à fixer avec le service des archives).',
    toConfirm: true,
  },
  file: {
    keep: null,
    rule: 'Conservées tant que le dossier est ouvert.',
    why: 'Le nom et ce qui est demandé servent à instruire la demande et à la retrouver (RGPD, art. 5.1.c et 5.1.e).',
    toConfirm: false,
  },
  closedFile: {
    keep: null,
    rule: 'Conservées après la fin du dossier pour la durée que donne le texte de la démarche ; sans durée connue, conservées et jamais éliminées sans le visa des archives.',
    why: 'Aucune élimination sans le visa des archives (code du patrimoine, art. L212-2 et L214-3) ; la durée est celle de chaque démarche, ainsi un an pour les demandes de copies d’actes (décret 2017-890).',
    toConfirm: true,
  },
  tillNote: {
    keep: 6 * 366 * day,
    rule: 'Conservé six ans, à confirmer avec le comptable et les archives.',
    why: 'Qui a payé et pourquoi une écriture a été corrigée justifient la comptabilité de la régie ; six ans, par analogie avec LPF, art. L102 B (code du patrimoine, art. L212-2 : durée à fixer avec le service des archives).',
    toConfirm: true,
  },
  agent: {
    keep: null,
    rule: 'Conservé tant que l’agent est en poste.',
    why: 'Son nom et sa qualité figurent sur ce qu’il remet (CRPA, art. L111-2).',
    toConfirm: false,
  },
}

/** When a row written now has had its time; null when only an act ends it. */
export function expiresAt(kind: PersonalKind, writtenAt: Instant): number | null {
  const { keep } = retention[kind]
  return keep === null ? null : writtenAt + keep
}

/** Answers are given again for seven days (the promise made to whoever repeats a command). */
export const answersKept = 7 * day

/** Who looked at which files is kept a year: CNIL recommended six months to one year for such a log in 2021 (to confirm). */
export const looksKept = 365 * day

/** A finished job repeats what its document holds: it stays a day, to be found again, and no more. */
export const jobsKept = day
