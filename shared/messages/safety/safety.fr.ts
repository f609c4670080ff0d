import type { IncidentNature } from '../../contract/safety/calls.ts'
import { agree, calendarDate } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** What agents and supervisors read of their safety: facts, never a word on a person. */
export const safetyWords = {
  asked: (place: string | null, at: string) =>
    place === null
      ? `Aide demandée, hors d’un guichet, à ${at}.`
      : `Aide demandée${nbsp}: ${place}, à ${at}.`,
  go: 'J’y vais',
  goKey: 'Ctrl Maj Entrée',
  own: {
    /** At the corner of the page that asked, for who knows what it means. */
    short: { asked: 'noté', answered: 'on vient' },
    asked: 'Aide demandée. Personne n’a encore répondu. Ouvrir la fiche d’incident.',
    answered: 'Quelqu’un vient. Ouvrir la fiche d’incident.',
  },
  form: {
    title: 'Fiche d’incident',
    help: 'Dites les faits, sans nommer ni qualifier la personne. Rien de cette fiche n’est attaché à elle : à sa prochaine visite, personne ne le saura.',
    when: 'Heure',
    date: 'Jour',
    place: 'Lieu',
    noPlace: 'Hors d’un guichet',
    nature: 'Nature',
    facts: 'Ce qui s’est passé',
    factsDetail: 'Les paroles, les gestes, ce qui a été fait. Vide si la nature suffit.',
    wrongTime: 'Écrivez un jour et une heure qui sont passés, comme « 14 h 05 ».',
    save: 'Enregistrer la fiche',
    leave: 'Fermer',
    saved:
      'La fiche est enregistrée. Le responsable la joint au registre de santé et de sécurité au travail.',
  },
  natures: {
    words: 'Injures, outrage',
    threat: 'Menaces',
    violence: 'Violence physique',
    damage: 'Dégradation',
    other: 'Autre',
  } satisfies Record<IncidentNature, string>,
  list: {
    title: 'Fiches d’incident',
    help: 'Pour le registre de santé et de sécurité au travail de l’employeur. Sa durée ici est réglée dans « Archives ».',
    from: 'Du',
    to: 'Au',
    export: 'Exporter pour le registre',
    fill: 'Écrire une fiche',
    none: 'Aucune fiche entre ces dates.',
    more: (total: number, shown: number) =>
      `${total} ${agree(total, 'fiche', 'fiches')}, dont les ${shown} dernières. L’export les contient toutes.`,
    columns: { at: 'Faits du', place: 'Lieu', nature: 'Nature', facts: 'Ce qui s’est passé', by: 'Fiche de' },
    unknown: '—',
  },
  export: {
    fileName: (from: string, to: string) => `incidents-${from}-${to}.csv`,
    title: (from: string, to: string) => `Incidents du ${calendarDate(from)} au ${calendarDate(to)}`,
    headings: ['date', 'heure', 'lieu', 'nature', 'faits', 'fiche de', 'fiche du'],
  },
} as const
