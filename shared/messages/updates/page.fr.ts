import { betweenHours, date, hour } from '../format/numbers.ts'

const when = (at: number, zone: string): string => `${date(at, zone)}, ${hour(at, zone)}`

/** The administration's page of updates. */
export const updatesPage = {
  installed: {
    title: 'Version installée',
    version: (version: string, since: number, zone: string) =>
      `Guichet ${version}, sur cet ordinateur depuis le ${when(since, zone)}.`,
    program: (version: string) => `Guichet ${version}, sur la machine de l’office.`,
    trial: 'Version d’essai : à ne pas utiliser pour recevoir le public.',
    left: (version: string) => `La version ${version} a été quittée : elle ne revient pas d’elle-même.`,
    takeLeft: (version: string) => `Reprendre la version ${version}`,
  },
  search: {
    title: 'Recherche des mises à jour',
    none: 'Aucun lieu de mises à jour n’est réglé : rien n’est cherché. Votre informaticien l’écrit dans la configuration de cet ordinateur (« update »), ou dans la stratégie de groupe.',
    where: 'Cherchées dans',
    between: 'Installées',
    hours: (between: string) => `entre ${betweenHours(between)}, journée fermée, après une sauvegarde`,
    setBy: 'Réglé par',
    change: 'Le lieu et les heures se changent là, par votre informaticien.',
    on: 'Chercher les mises à jour',
    imposed: {
      on: 'Les mises à jour sont cherchées : la configuration l’impose.',
      off: 'Les mises à jour sont arrêtées : la configuration l’impose.',
    },
    onHelp: 'Chaque quart d’heure. Arrêtées, rien n’est cherché ni installé.',
    changed: (on: boolean, who: string, at: number, zone: string) =>
      `${on ? 'Reprises' : 'Arrêtées'} par ${who}, ${when(at, zone)}.`,
    nobody: 'l’administration',
    look: 'Chercher maintenant',
    looking: 'Recherche en cours…',
    last: (at: number, zone: string, said: string) => `Dernière recherche le ${when(at, zone)}. ${said}`,
    never: 'Pas encore de recherche depuis l’installation.',
  },
  waiting: {
    title: 'En attente',
    none: 'Aucune mise à jour n’attend.',
    version: (version: string) => `Version ${version}`,
    byHours: (between: string) =>
      `Elle sera installée entre ${betweenHours(between)}, si la journée est fermée, après une sauvegarde. Laissez cet ordinateur allumé.`,
    byClosing:
      'Elle sera installée dans le quart d’heure qui suit la fermeture de la journée, après une sauvegarde. Laissez cet ordinateur allumé.',
    notes: 'Ce qu’elle apporte',
    noNotes: 'Qui la publie n’a rien écrit de ce qu’elle apporte.',
    atClosing: 'Installer à la fermeture',
    atHours: 'Attendre l’heure prévue',
  },
  refused: {
    title: 'Ce qui n’a pas été installé',
    none: 'Rien n’a été refusé.',
    columns: { at: 'Depuis', said: 'Pourquoi' },
  },
  elsewhere: {
    station:
      'Ce poste a rejoint l’office d’un autre ordinateur : les mises à jour de l’office se règlent sur cet autre ordinateur. Celles de ce poste-ci suivent sa propre configuration ; le menu « Aide », « À propos de Guichet », dit où elles en sont.',
    host: 'Cette page n’a rien à régler ici : les versions suivantes s’installent par les outils du système (apt, gestion de parc), ou par qui tient la machine de l’office.',
  },
  when,
} as const
