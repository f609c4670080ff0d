import type { Instant } from '../../contract/ids.ts'
import { date, hour } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** The national search of slots, in the administration. */
export const slotSearchWords = {
  title: 'Titres : recherche nationale de rendez-vous (ANTS)',
  help: `Pour un office qui prend lui-même ses rendez-vous. La recherche de l’ANTS interroge cet hôte${nbsp}: il lui faut une adresse https publique. Sans elle, laissez arrêté, et passez par un concentrateur. Elle n’apprend que des heures libres, aucun nom ni numéro. Se règle à la machine de l’hôte seulement.`,
  neverTried: 'Jamais essayé avec la vraie recherche de l’ANTS.',
  off: 'Arrêté : rien n’est répondu.',
  standing: (at: Instant | null, zone: string) =>
    at === null
      ? 'L’ANTS n’a encore rien demandé.'
      : `Dernière demande${nbsp}: ${date(at, zone)}, ${hour(at, zone)}.`,
  address: (path: string) =>
    `Adresse à déclarer à l’ANTS${nbsp}: https:// et le nom public de l’hôte, suivi de ${path}`,
  token: 'Jeton que l’ANTS montre',
  tokenHelp: (least: number) => `Celui convenu avec l’ANTS, ${least}${nbsp}signes au moins.`,
  tokenKept: 'Un jeton est gardé. Laissez vide pour le garder.',
  id: 'Identifiant du lieu',
  name: 'Nom du lieu',
  street: 'Adresse d’entrée du public',
  zipCode: 'Code postal',
  city: 'Commune',
  latitude: 'Latitude',
  longitude: 'Longitude',
  service: 'Service dont les heures libres sont montrées',
  bookingUrl: 'Page publique où l’heure se réserve',
  bookingHelp: 'En https. L’heure, le motif et le nombre de personnes y sont ajoutés.',
  wrong: 'À remplir.',
  wrongNumber: 'Un nombre en degrés est attendu, comme 48,85.',
  wrongZip: 'Cinq chiffres.',
  wrongUrl: 'Une adresse complète en https est attendue, sans question ni repère.',
  wrongToken: (least: number) => `Il faut ${least}${nbsp}signes au moins.`,
  save: 'Enregistrer',
  saved: 'Enregistré.',
  stop: 'Arrêter',
} as const
