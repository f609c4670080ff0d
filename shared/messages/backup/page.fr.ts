import { size } from './backup.fr.ts'
import { count, date, hour } from '../format/numbers.ts'

const when = (at: number, zone: string): string => `${date(at, zone)}, ${hour(at, zone)}`

/** The administration's page of backups. */
export const keepingPage = {
  section: 'Sauvegardes',
  title: 'Sauvegardes de cet ordinateur',
  help: (kept: { hourly: number; daily: number; weekly: number; monthly: number; days: number }) =>
    `L’office est copié chaque heure, sans arrêter le travail ; chaque copie est vérifiée avant d’avoir son nom, la chaîne entière une fois par jour. Restent une sauvegarde par heure pendant ${kept.hourly} heures, une par jour pendant ${kept.daily} jours, une par semaine pendant ${kept.weekly} semaines, une par mois pendant ${kept.monthly} mois : ce que l’office efface n’est plus dans aucune après ${kept.days} jours.`,
  folder: (folder: string) => `Elles sont dans « ${folder} ».`,
  off: {
    school: 'Ce site est de formation : il n’est pas sauvegardé.',
    otherEngine:
      'Le journal de cet office est gardé par PostgreSQL : c’est PostgreSQL qui se sauvegarde. Sauvegardez aussi le dossier de l’hôte, où est la clé.',
  },
  none: 'Aucune sauvegarde pour l’instant : la première vient dans l’heure, ou tout de suite si vous la demandez.',
  late: 'La dernière sauvegarde est trop ancienne.',
  make: 'Sauvegarder maintenant',
  making: 'Sauvegarde en cours…',
  made: (at: number, zone: string) => `Sauvegarde faite et vérifiée : ${when(at, zone)}.`,
  columns: { at: 'Quand', size: 'Taille', seq: 'Événements', why: 'Pourquoi', chain: 'Vérifiée' },
  when,
  size,
  count,
  why: { hourly: 'Chaque heure', migration: 'Avant une mise à jour', asked: 'Demandée' },
  chain: { whole: 'Pages et chaîne entière', end: 'Pages et fin de chaîne', unknown: 'Ne se relit pas' },
  outside: {
    title: 'Copie hors de cet ordinateur',
    help: 'Si ce disque tombe en panne, ou brûle, il faut une copie ailleurs : un partage du réseau, un disque USB. Chaque sauvegarde y est copiée, chiffrée : qui trouve le disque n’y lit rien. Se règle sur la machine de l’office elle-même.',
    none: 'Aucune copie ailleurs. Si ce disque tombe en panne, tout est perdu.',
    to: (folder: string) => `Les copies vont dans « ${folder} ».`,
    last: (at: number, zone: string) => `La dernière est du ${when(at, zone)}.`,
    never: 'Aucune copie n’est encore dans ce dossier : la prochaine sauvegarde y sera copiée.',
    folder: 'Dossier, vu de cet ordinateur',
    folderHelp: 'Par exemple /media/guichet ou \\\\serveur\\sauvegardes',
    folderMissing: 'Écrivez le dossier.',
    keyHelp:
      'Une clé ouvre ces copies, et rien d’autre. Elle est faite dans cette page, n’est gardée nulle part, et s’imprime une fois : mettez la feuille dans le coffre de l’office. Sans elle, les copies ne s’ouvrent plus.',
    make: 'Faire la clé de secours…',
    change: 'Changer…',
    stop: 'Ne plus copier ailleurs',
    stopped: 'Guichet ne copie plus les sauvegardes ailleurs.',
    cancel: 'Annuler',
    public: (recipient: string) => `Partie publique de la clé : ${recipient}`,
  },
  recovery: {
    once: 'Clé de secours, affichée une seule fois',
    sheet: (office: string) => `Clé de secours des sauvegardes de l’office : ${office}`,
    use: 'Pour restaurer : guichet restore FICHIER DOSSIER, puis taper cette clé.',
    print: 'Imprimer',
    typed: 'Les six derniers caractères de la clé imprimée',
    typedHelp: 'Tapez-les d’après le papier : c’est la preuve qu’il est lisible.',
    typedWrong: 'Ce ne sont pas les derniers caractères de cette clé. Relisez le papier.',
    keep: 'La feuille est au coffre : copier désormais',
  },
  decision: {
    late: 'La sauvegarde est en retard',
    lateHelp: (at: string | null) =>
      at === null ? 'Aucune n’a encore été faite depuis plusieurs heures.' : `La dernière est du ${at}.`,
    failed: 'La sauvegarde n’a pas pu être faite',
    outside: 'La copie hors de l’ordinateur n’a pas pu être faite',
    make: 'Sauvegarder maintenant',
  },
} as const
