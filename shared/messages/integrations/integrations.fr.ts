import type { DeliveryProblem, Scope } from '../../contract/integrations/calls.ts'
import type { TurnNoticeMeans } from '../../contract/queue/rows.ts'
import { agree } from '../format/numbers.ts'

const nbsp = '\u00a0'

const scopes: Readonly<Record<Scope, { readonly title: string; readonly help: string }>> = {
  queue: { title: 'Lire la file', help: 'Qui attend, par numéro, les attentes et la règle de la file.' },
  tickets: { title: 'Prendre des tickets', help: 'Donner un numéro, noter un départ ou une arrivée.' },
  appointments: {
    title: 'Rendez-vous',
    help: 'Lire, donner, annuler, importer. Les noms y sont.',
  },
  calendar: { title: 'Calendrier', help: 'Le flux des rendez-vous, sans aucun nom.' },
  statistics: {
    title: 'Chiffres',
    help: 'L’attente et les passages par jour et par service, en formats ouverts.',
  },
  events: { title: 'Événements', help: 'Ce qui se passe, au fil de l’eau, sans donnée personnelle.' },
  metrics: { title: 'Mesures', help: 'La surveillance de l’hôte, pour Prometheus.' },
  places: {
    title: 'Places',
    help: 'Un autre office demande une place pour une personne qu’il envoie ici, à son heure d’arrivée.',
  },
}

const problems: Readonly<Record<DeliveryProblem, string>> = {
  privateAddress: 'adresse privée, non autorisée',
  insecureAddress: 'adresse sans https, non autorisée',
  unresolved: 'nom inconnu',
  unreachable: 'adresse injoignable',
  timeout: 'pas de réponse à temps',
  redirected: 'renvoi vers une autre adresse, non suivi',
  refused: 'refus du destinataire',
}

const means: Readonly<Record<TurnNoticeMeans, string>> = { sms: 'Par SMS', email: 'Par courriel' }

/** « Autres logiciels » of the administration. */
export const integrationsWords = {
  section: 'Autres logiciels',
  reload: 'Actualiser',
  cancel: 'Annuler',
  copy: 'Copier',
  copied: 'Copié.',
  copyFailed: 'La copie n’a pas pu se faire : sélectionnez le texte.',
  secretOnce: 'Ce texte n’est montré qu’une fois. Copiez-le maintenant.',
  seen: 'Je l’ai copié',
  tokens: {
    title: 'Jetons',
    help: 'Un jeton ouvre à un logiciel ce que ses portées nomment, et rien d’autre. Seule son empreinte est gardée.',
    none: 'Aucun jeton.',
    add: 'Créer un jeton',
    create: 'Créer le jeton',
    label: 'Pour quel logiciel',
    labelHelp: 'Un nom que vous reconnaîtrez : « Site de la mairie ».',
    scopes: 'Ce qu’il ouvre',
    until: 'Dernier jour (facultatif)',
    untilHelp: 'jjmmaaaa. Après ce jour, le jeton n’ouvre plus rien.',
    shown: (label: string) => `Jeton de « ${label} »`,
    used: (when: string) => `dernier usage le ${when}`,
    unused: 'jamais utilisé',
    ends: (when: string) => `jusqu’au ${when}`,
    endless: 'sans terme',
    expired: (when: string) => `expiré le ${when}`,
    revoke: 'Retirer',
    revokeFor: (label: string) => `Retirer le jeton de « ${label} »`,
    revokeSure: 'Oui, retirer',
    revokeHelp: 'Le logiciel qui s’en sert perd son accès aussitôt.',
    revoked: (label: string) => `Le jeton de « ${label} » est retiré.`,
    wrong: {
      label: 'Écrivez à quel logiciel ce jeton est destiné.',
      scopes: 'Cochez au moins une portée.',
      until: 'Choisissez un jour à venir, ou laissez vide.',
    },
  },
  webhooks: {
    title: 'Notifications',
    help: 'Chaque événement publié est envoyé à ces adresses, dans l’ordre, signé, et répété jusqu’à ce qu’il soit reçu. Rien de personnel n’en part.',
    none: 'Aucune adresse.',
    add: 'Ajouter une adresse',
    create: 'Ajouter l’adresse',
    label: 'Pour quel logiciel',
    url: 'Adresse',
    urlHelp: 'En https. Les réseaux privés demandent une autorisation, plus bas.',
    types: 'Événements',
    typesHelp: 'Écrivez leurs noms, séparés par des espaces. Laissez vide pour tous les événements publiés.',
    secret: (label: string) => `Secret de « ${label} »`,
    all: 'tous les événements',
    some: (count: number) => `${count}${nbsp}${agree(count, 'sorte d’événements', 'sortes d’événements')}`,
    behind: (count: number) =>
      count === 0 ? 'à jour' : `${count}${nbsp}${agree(count, 'événement à passer', 'événements à passer')}`,
    failing: (problem: string, attempts: number) =>
      `${problem} (${attempts}${nbsp}${agree(attempts, 'essai', 'essais')})`,
    paused: 'en pause',
    pause: 'Mettre en pause',
    resume: 'Reprendre',
    pauseFor: (label: string) => `Mettre en pause l’envoi à « ${label} »`,
    resumeFor: (label: string) => `Reprendre l’envoi à « ${label} »`,
    remove: 'Retirer',
    removeFor: (label: string) => `Retirer l’adresse de « ${label} »`,
    removeSure: 'Oui, retirer',
    removeHelp: 'Aucun événement ne part plus vers cette adresse. Les envois abandonnés sont oubliés.',
    removed: (label: string) => `L’adresse de « ${label} » est retirée.`,
    wrong: {
      label: 'Écrivez quel logiciel reçoit.',
      url: 'Écrivez une adresse complète, qui commence par https://.',
    },
  },
  dead: {
    title: 'Envois abandonnés',
    help: 'Après une journée d’essais, un envoi est abandonné et les suivants passent. Rejouez-le quand le destinataire est réparé.',
    none: 'Aucun envoi abandonné.',
    columns: { at: 'Abandonné', to: 'Destinataire', event: 'Événement', why: 'Raison', act: 'Rejouer' },
    event: (type: string, seq: number) => `${type}, n°${nbsp}${seq}`,
    replay: 'Rejouer',
    replayFor: (type: string, seq: number) => `Rejouer ${type}, numéro ${seq}`,
    again: 'Envoi demandé',
  },
  settings: {
    title: 'Ce qui est permis',
    privateAddresses: 'Envoyer aussi à cette machine et aux réseaux privés, même sans https',
    privateHelp:
      'Si la case n’est pas cochée, aucune notification n’atteint un équipement interne, même par un nom trompeur. Cochez-la pour un logiciel de votre réseau.',
    notices: 'Prévenir les personnes qui le demandent que leur tour approche',
    noticesHelp:
      'Le numéro ou l’adresse est effacé à l’envoi, à la fin du passage, ou en fin de journée. Les passerelles se règlent plus bas.',
    means,
    ahead: 'Prévenir quand il reste au plus (personnes)',
    aheadWrong: 'Écrivez un nombre de 0 à 20.',
    accessibility: 'Déclaration d’accessibilité',
    contact: 'À qui écrire ou téléphoner pour un défaut d’accessibilité',
    plan: 'Adresse du schéma pluriannuel et du plan d’action de l’année',
    accessibilityHelp:
      'La page /accessibilite de l’hôte les publie, avec ce qui n’est pas conforme (loi du 11 février 2005, art. 47).',
    save: 'Enregistrer',
    saved: 'Enregistré.',
  },
  notice: {
    open: 'Prévenir la personne quand son tour approche',
    title: 'Avis à la personne',
    to: { sms: 'Numéro de mobile', email: 'Adresse électronique' },
    help: 'La personne reçoit un seul envoi. Le numéro ou l’adresse est effacé à l’envoi, à la fin du passage, ou en fin de journée.',
    consent: 'La personne est d’accord pour cet unique envoi',
    consentMissing: 'Demandez son accord à la personne, puis cochez la case.',
    means: 'Par quel moyen',
    act: 'Noter',
    done: (number: string) => `${number} sera prévenu une fois.`,
  },
  means,
  scopes,
  problems,
} as const
